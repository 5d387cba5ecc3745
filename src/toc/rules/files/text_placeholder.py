"""A text that only keeps a place free."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from toc.findings import Route, Severity
from toc.lexicon import words_of
from toc.model import Noun, Text, link_ends
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Chain, Message, Sayable

_LIST = "placeholders"
_LONGEST, _MOST_SPACES = 60, 6
_MARKS = re.compile(r"[\s.…?!_*/\\–—-]+")
_THE_WHOLE = 2


@rule(Severity.WARNING, adopted=Severity.ERROR)
def text_placeholder(case: Case) -> Iterator[Complaint]:
    """Find texts that are nothing but an expression of the list, in any of its languages."""
    for route, text in _texts(case.strategy, ()):
        for tag, wording in text.wordings.items():
            if _keeps_a_place(case, wording):
                yield _complaint(case, route, (*route, tag) if tag else route, wording)


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, Text]]:
    if isinstance(value, Text):
        yield route, value
    else:
        for step, part in _parts(value):
            yield from _texts(part, (*route, step))


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, Noun):
        for name, key in _fields(type(value)):
            if part := getattr(value, name):
                yield key, part
    elif isinstance(value, Mapping):
        yield from ((str(key), item) for key, item in value.items())
    elif isinstance(value, tuple):
        yield from enumerate(value)


@cache
def _fields(noun: type[Noun]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, info.alias or name)
        for name, info in noun.model_fields.items()
        if _holds_text(info.annotation)
    )


def _holds_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Text | Noun):
        return True
    return any(map(_holds_text, get_args(annotation)))


def _keeps_a_place(case: Case, wording: str) -> bool:
    if not wording.strip() or len(wording) > _LONGEST or wording.count(" ") > _MOST_SPACES:
        return False
    if _MARKS.fullmatch(wording):
        return True
    words = [word for word in words_of(wording) if word.folded[:1].isalnum()]
    return bool(words) and any(
        case.lexicon.length_at(words, 0, language, _LIST) == len(words)
        for language in case.lexicon.languages
    )


def _complaint(case: Case, route: Route, place: Route, wording: str) -> Complaint:
    field = str(route[-1])
    values = {"text": wording.strip(), "field": field, "entry": _entry(case, route, field)}
    is_in_entry = len(route) > _THE_WHOLE
    return complaint(
        place,
        Message("“{field}” of “{entry}” says only “{text}”", values)
        if is_in_entry
        else Message("“{field}” says only “{text}”", values),
        Message("write what belongs there, or “tbd” where it is still to be decided"),
        question=Message("What belongs under “{field}” of “{entry}”?", values)
        if is_in_entry
        else None,
    )


def _entry(case: Case, route: Route, field: str) -> Sayable:
    key = str(route[1])
    ends = link_ends(key) if route[0] == "links" else None
    if ends is not None:
        return Chain((list(map(case.title, ends[0])), case.title(ends[1])))
    return Text.of(key) if field == "title" else case.title(key)
