"""An acronym that is explained nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Route, Severity
from toc.lexicon import words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import folded
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text

_FIELDS = ("title", "text", "because")
_IN_ENTRY = 3
_LEFT_OUT = ("strategy", "glossary", "sources", "waivers", "changelog", "feedback")
_ACRONYM = re.compile(r"(?<![\w/.\-])([A-ZĂÂÎȘȚ]{2,6})(?=s?\b(?![/.]\w|-[A-Z]))")
_MAY_BE = re.compile(r"[A-ZĂÂÎȘȚ]{2}")
_ROMAN = re.compile(r"[XVI]+")
_LONG, _SEVERAL = 4, 3


@rule(
    Severity.ADVICE,
    relies_on=("glossary", "glossary.title", "glossary.text"),
)
def acronym_unexplained(case: Case) -> Iterator[Complaint]:
    """Find acronyms, each once, that neither the glossary nor a bracket explains."""
    texts = list(_texts(case))
    places: dict[str, list[Route]] = {}
    for route, text in texts:
        for acronym in _acronyms(case, text):
            places.setdefault(acronym, []).append(route)
    explained = _explained(case, texts) if places else frozenset()
    for acronym, routes in places.items():
        if folded(acronym) not in explained:
            yield _told(acronym, routes)


def _told(acronym: str, routes: list[Route]) -> Complaint:
    more, values = len(routes) - 1, {"acronym": acronym}
    message = Message("nothing explains “{acronym}”", values)
    if more:
        message = Message(
            "nothing explains “{acronym}”, here and in {count} more place",
            {**values, "count": more},
            plural="nothing explains “{acronym}”, here and in {count} more places",
        )
    return complaint(
        routes[0],
        message,
        Message("write it out where it stands first, or add it to “glossary:”"),
        question=Message("What does “{acronym}” stand for, and does everybody here know?", values),
    )


def _texts(case: Case) -> Iterator[tuple[Route, Text]]:
    for route, text in case.texts:
        if len(route) == _IN_ENTRY and route[-1] in _FIELDS and route[0] not in _LEFT_OUT:
            yield route, text


def _acronyms(case: Case, text: Text) -> Iterator[str]:
    """Give the acronyms of a text, each once, that not everybody knows."""
    told = set()
    for language, wording in case.wordings(text):
        if _MAY_BE.search(wording) is None or _is_shouted(wording):
            continue
        for found in _ACRONYM.finditer(wording):
            acronym = found.group(1)
            if acronym not in told and not _is_known(case, acronym, language):
                told.add(acronym)
                yield acronym


def _is_known(case: Case, acronym: str, language: str) -> bool:
    word = words_of(acronym)
    in_a_list = any(
        case.lexicon.length_at(word, 0, one, "known-acronyms") for one in case.lexicon.languages
    )
    # A word of every day in capitals is stressed, and no acronym.
    is_stressed = case.lexicon.length_at(word, 0, language, "stop-words") > 0
    return in_a_list or is_stressed or _ROMAN.fullmatch(acronym) is not None


def _is_shouted(wording: str) -> bool:
    """Whether a wording is in capitals altogether, so that they say nothing."""
    long = [word for word in re.findall(r"[^\W\d_]+", wording) if len(word) >= _LONG]
    return len(long) >= _SEVERAL and sum(word.isupper() for word in long) * 2 > len(long)


def _explained(case: Case, texts: list[tuple[Route, Text]]) -> frozenset[str]:
    """Give, folded, all words that the glossary, a bracket or a short label explains."""
    strategy = case.strategy
    told = [*strategy.glossary]
    for term in strategy.glossary.values():
        told += [*_all(term.title), *_all(term.text)]
    for route, text in case.texts:
        if len(route) == _IN_ENTRY and route[-1] == "short":
            told += _all(text)
    told += [one for _, text in texts for wording in _all(text) for one in _in_brackets(wording)]
    return frozenset(re.findall(r"\w+", folded("\n".join(told))))


def _all(text: Text | None) -> list[str]:
    return [] if text is None else list(text.wordings.values())


def _in_brackets(wording: str) -> Iterator[str]:
    """Give what stands in brackets after words, or is followed by words in brackets."""
    if "(" not in wording:
        return
    for found in re.finditer(r"(\w{2,})?\W*\(([^()]{2,})\)", wording):
        before, inside = found.group(1) or "", found.group(2)
        if inside.isupper() or re.fullmatch(r"[A-ZĂÂÎȘȚ]{2,6}[^a-z]*.*", inside):
            yield inside
        elif " " in inside.strip():
            yield before
