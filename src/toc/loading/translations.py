"""Translations that live in files of their own, put beside the original wordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Route, Span
from toc.model.anatomy import is_text
from toc.model.base import EXTENSION
from toc.model.language import LANGUAGE_TAG
from toc.model.links import link_ends
from toc.model.strategy import SECTIONS, SHORT_FORMS
from toc.spelling import nearest
from toc.text.source import unreadable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.loading.joined import Joined
    from toc.text.document import Document
    from toc.text.places import Tree

__all__ = ["Translation", "translate"]


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


def translate(joined: Joined, language: str, document: Document) -> Iterator[Translation | Finding]:
    """Put the wordings of one file of translations into the tree.

    Yields:
        Each translation that found its text, and a finding for each that did not.
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
        if key[:2] != EXTENSION:
            yield _translate_one(joined, language, document, ids, key, value)


def _translate_one(
    joined: Joined,
    language: str,
    document: Document,
    ids: dict[str, Route],
    key: str,
    value: Tree,
) -> Translation | Finding:
    span = document.locate((key, KEY))
    name, _, path = key.strip().partition(".")
    route = ids.get(_folded(name))
    if route is None:
        return _lost(span, name, nearest(name, ids))
    text, stamp = _wording(value)
    field = (*route, *(int(step) if step.isdecimal() else step for step in path.split(".")))
    if text is None:
        return Finding(
            "value-malformed",
            Message("a wording is expected here"),
            Message("write {form}", {"form": "{text: …}"}),
            field,
            span=document.locate((key,)),
        )
    if not path or not is_text(field) or not _put(joined, field, language, text):
        return Finding(
            "reference-dangling",
            Message("“{key}” is no text of this strategy", {"key": key}),
            Message("correct the field, or write the original first"),
            field,
            span=span,
        )
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


def _put(joined: Joined, route: Route, language: str, text: str) -> bool:
    """Put a wording beside the original; False where there is no original."""
    section, key = str(route[0]), str(route[1])
    entries = joined.data[section]
    assert isinstance(entries, dict)
    if section != "strategy" and isinstance(entries[key], str):
        entries[key] = {SHORT_FORMS[section]: entries[key]}
    tree: Tree = joined.data
    for step in route[:-1]:
        if isinstance(tree, dict):
            tree = tree.get(str(step))
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return False
    if not isinstance(tree, dict) or str(route[-1]) not in tree:
        return False
    return _beside(joined, tree, str(route[-1]), language, text)


def _beside(joined: Joined, tree: dict[str, Tree], field: str, language: str, text: str) -> bool:
    original = tree[field]
    if isinstance(original, str):
        tree[field] = {_original_language(joined): original, language: text}
        return True
    if isinstance(original, dict):
        tree[field] = {**original, language: original.get(language) or text}
        return True
    return False


def _original_language(joined: Joined) -> str:
    head = joined.data.get("strategy")
    languages = head.get("languages") if isinstance(head, dict) else None
    first = languages[0] if isinstance(languages, list) and languages else languages
    return first if isinstance(first, str) and LANGUAGE_TAG.match(first) else ""


def _lost(span: Span, name: str, near: str | None) -> Finding:
    mend = (
        Message("did you mean “{id}”?", {"id": near})
        if near is not None
        else Message("delete it, or correct the id")
    )
    return Finding(
        "reference-dangling",
        Message("nothing here is called “{id}”", {"id": name}),
        mend,
        span=span,
    )
