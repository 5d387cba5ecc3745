"""A text that stands under a language that it is not written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Route, Severity
from toc.lexicon import words_of
from toc.model.language import Text
from toc.model.strategy import SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model.base import Noun

_LEFT_OUT = ("sources", "feedback")
_ENOUGH = 3
_TWICE = 2
_LONG = 4


@rule(Severity.ADVICE)
def text_in_wrong_language(case: Case) -> Iterator[Complaint]:
    """Find wordings whose frequent words are of another language, and untranslated copies."""
    for route, text in _texts(case):
        wrong = dict(_wrong(case, text)) or dict(_copied(case, text))
        for tag, message in wrong.items():
            yield complaint(
                (*route, tag) if tag else route,
                message,
                Message(
                    "write it in that language, or put it under its own; "
                    "leave a translation out until there is one"
                ),
            )
            break


def _texts(case: Case) -> Iterator[tuple[Route, Text]]:
    yield from _of(case.strategy.head, ("strategy",))
    for section in SECTIONS:
        if section not in _LEFT_OUT:
            for key, entry in getattr(case.strategy, section).items():
                yield from _of(entry, (section, key))


def _of(entry: Noun, route: Route) -> Iterator[tuple[Route, Text]]:
    for name, info in type(entry).model_fields.items():
        value = getattr(entry, name)
        if isinstance(value, Text):
            yield (*route, info.alias or name), value


def _wrong(case: Case, text: Text) -> Iterator[tuple[str, Message]]:
    for tag, wording in text.wordings.items():
        own = _language(case, tag)
        if own not in case.lexicon.languages:
            continue
        counts = _frequent(case, wording)
        other = max(counts, key=lambda one: (one != own, counts[one]), default=own)
        if other != own and counts[other] >= max(_ENOUGH, _TWICE * counts[own]):
            yield (
                tag,
                Message(
                    "“{text}” stands under “{own}”, and its words are those of “{other}”",
                    {"text": wording, "own": own, "other": other},
                ),
            )


def _frequent(case: Case, wording: str) -> Mapping[str, int]:
    return Counter(
        {
            language: sum(1 for _ in case.lexicon.each(wording, language, "stop-words"))
            for language in sorted(case.lexicon.languages)
        }
    )


def _copied(case: Case, text: Text) -> Iterator[tuple[str, Message]]:
    first: dict[str, str] = {}
    for tag, wording in text.wordings.items():
        language = _language(case, tag)
        said = " ".join(word.folded for word in words_of(wording))
        # Names are the same in every language.
        is_long = sum(word.islower() for word in wording.split()) >= _LONG - 1
        other = first.setdefault(said, language)
        if language and other and other != language and is_long and said.count(" ") >= _LONG - 1:
            yield (
                tag,
                Message(
                    "“{text}” is the same under “{own}” and under “{other}”",
                    {"text": wording, "own": language, "other": other},
                ),
            )


def _language(case: Case, tag: str) -> str:
    original = next(iter(case.strategy.languages), "")
    return (tag or original).split("-", maxsplit=1)[0].lower()
