"""Translations that live in files of their own, put beside the original wordings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Related, Route, Span
from toc.loading.joined import under
from toc.model.anatomy import is_text, noun_at
from toc.model.base import EXTENSION
from toc.model.language import LANGUAGE_TAG
from toc.model.links import link_ends
from toc.model.strategy import SECTIONS
from toc.spelling import nearest
from toc.text.source import unreadable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from toc.loading.joined import Joined
    from toc.text.document import Document
    from toc.text.places import Tree

__all__ = ["Translation", "stamp_of", "translate"]

_ENTRY = 2
_STAMP = 8
_INDEX = re.compile(r"\d{1,4}\Z")


@dataclass(frozen=True, slots=True)
class Translation:
    """One wording from a file of translations.

    Attributes:
        language: its language tag.
        route: the text that it translates.
        of: the hash of the wording that it was made from, if it was stamped.
    """

    language: str
    route: Route
    of: str | None


def stamp_of(wording: str) -> str:
    """Give the hash by which a translation knows the wording that it was made from.

    Spaces and line breaks do not count: a text that is only wrapped anew is the same.

    >>> stamp_of("Acces egal") == stamp_of(" Acces  egal")
    True
    """
    composed = unicodedata.normalize("NFC", " ".join(wording.split()))
    return sha256(composed.encode(errors="surrogatepass")).hexdigest()[:_STAMP]


def translate(
    joined: Joined, language: str, document: Document, lost: Collection[Route]
) -> Iterator[Translation | Finding]:
    """Put the wordings of one file of translations into the tree.

    Args:
        joined: the strategy's parts.
        language: the language tag that the file is named after.
        document: the file of translations.
        lost: routes to what of the strategy could not be read, and so may not be missing.

    Yields:
        Each translation that found its text, and a finding for each that did not, or that
        was made from a wording that has changed since.
    """
    if not LANGUAGE_TAG.match(language):
        yield unreadable(
            Message("“{tag}” is no language", {"tag": language}),
            Message("name the file after a language tag, such as en.yaml or sr-Cyrl.yaml"),
            document.source.span(0, 0),
        )
        return
    ids = _ids(joined)
    for key, value in document.data.items():
        if key[:2] == EXTENSION:
            continue
        outcome = _translate_one(joined, language, document, ids, key, value)
        is_missed = isinstance(outcome, Finding) and outcome.rule == "reference-dangling"
        if not (is_missed and _may_be_lost(key, ids, lost)):
            yield outcome
        if isinstance(outcome, Translation):
            yield from _staleness(joined, outcome, document.locate((key, KEY)))


def _staleness(joined: Joined, translation: Translation, span: Span) -> Iterator[Finding]:
    """Tell of a translation whose stamp is of another wording than the original's."""
    wordings = _original(joined, translation.route) or {}
    others = {tag: said for tag, said in wordings.items() if tag != translation.language}
    original = others.get(_original_language(joined)) or next(iter(others.values()), None)
    if translation.of is None or not isinstance(original, str):
        return
    stamp = stamp_of(original)
    if translation.of.strip().lower() != stamp:
        yield Finding(
            "translation-stale",
            Message(
                "“{text}” translates a wording that has changed since",
                {"text": wordings[translation.language]},
            ),
            Message(
                "compare it with the original and bring it up to date, then write {form}",
                {"form": f"of: {stamp}"},
            ),
            translation.route,
            span=span,
            related=(Related(Message("the original reads so now"), translation.route),),
        )


def _may_be_lost(key: str, ids: dict[str, Route], lost: Collection[Route]) -> bool:
    name = _folded(_parted(key)[0])
    route = ids.get(name)
    if route is None:
        return any(len(hole) < _ENTRY or _folded(str(hole[1])) == name for hole in lost)
    return any(hole[:_ENTRY] == route[:_ENTRY] for hole in lost)


def _parted(key: str) -> tuple[str, Route]:
    """Take the id and the field of a key apart."""
    name, _, path = key.strip().partition(".")
    steps = path.split(".")
    return name, tuple(int(step) if _INDEX.match(step) else step for step in steps)


def _translate_one(
    joined: Joined,
    language: str,
    document: Document,
    ids: dict[str, Route],
    key: str,
    value: Tree,
) -> Translation | Finding:
    span = document.locate((key, KEY))
    name, steps = _parted(key)
    route = ids.get(_folded(name))
    if route is None:
        is_link = link_ends(name) is not None
        alike = (str(known[-1]) for known in ids.values() if (known[0] == "links") == is_link)
        return _lost(span, name, nearest(name, alike))
    text, stamp = _wording(value)
    field = (*route, *steps)
    if text is None:
        return Finding(
            "value-malformed",
            Message("a wording is expected here"),
            Message("write {form}", {"form": "{text: …}"}),
            field,
            span=document.locate((key,)),
        )
    original = _original(joined, field) if is_text(field) else None
    if original is None:
        return Finding(
            "reference-dangling",
            Message("“{key}” is no text of this strategy", {"key": key}),
            Message("correct the field, or write the original first"),
            field,
            span=span,
        )
    if original.get(language):
        return Finding(
            "value-malformed",
            Message("“{key}” has a wording in this language already", {"key": key}),
            Message("keep one of the two"),
            field,
            span=span,
            related=(Related(Message("it stands here first"), (*field, language)),),
        )
    original[language] = text
    return Translation(language, field, stamp)


def _ids(joined: Joined) -> dict[str, Route]:
    found: dict[str, Route] = {"strategy": ("strategy",)}
    for section in SECTIONS:
        entries = joined.data.get(section)
        if isinstance(entries, dict):
            for key in entries:
                found.setdefault(_folded(key), (section, key))
    return found


def _folded(name: str) -> str:
    ends = link_ends(name)
    if ends is None:
        return name.lower()
    return f"{','.join(ends[0])}->{ends[1]}".lower()


def _wording(value: Tree) -> tuple[str | None, str | None]:
    if isinstance(value, dict):
        text, stamp = value.get("text"), value.get("of")
        return (
            text if isinstance(text, str) else None,
            stamp if isinstance(stamp, str) else None,
        )
    return (value if isinstance(value, str) else None), None


def _original(joined: Joined, route: Route) -> dict[str, Tree] | None:
    """Give the wordings of a text, to be added to; None where no such text is written."""
    tree: Tree = joined.data
    for number, step in enumerate(route[:-1], start=1):
        inner = under(tree, step)
        form = getattr(noun_at(route[:number]), "short_form", None)
        if isinstance(inner, str) and isinstance(tree, dict) and form is not None:
            grown: dict[str, Tree] = {form: inner}
            tree[str(step)] = inner = grown
        tree = inner
    field = route[-1]
    original = under(tree, field)
    if isinstance(original, str):
        wordings: dict[str, Tree] = {_original_language(joined): original}
        if isinstance(tree, dict):
            tree[str(field)] = wordings
        elif isinstance(tree, list):
            tree[int(field)] = wordings
        return wordings
    return original if isinstance(original, dict) else None


def _original_language(joined: Joined) -> str:
    head = joined.data.get("strategy")
    languages = head.get("languages") if isinstance(head, dict) else None
    first = languages[0] if isinstance(languages, list) and languages else languages
    return first if isinstance(first, str) and LANGUAGE_TAG.match(first) else ""


def _lost(span: Span, name: str, near: str | None) -> Finding:
    if name in SECTIONS:
        mend = Message("write one line for each text: {form}", {"form": "id.title: {text: …}"})
    elif near is not None:
        mend = Message("did you mean “{id}”?", {"id": near})
    else:
        mend = Message("delete it, or correct the id")
    return Finding(
        "reference-dangling",
        Message("nothing here is called “{id}”", {"id": name}),
        mend,
        span=span,
    )
