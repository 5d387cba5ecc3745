"""A word that offends, or says the contrary of what an intercultural strategy wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Route, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Found
    from toc.model.language import Text

_FIELDS = ("title", "short", "text", "because", "vision")
_IN_HEAD = frozenset(_FIELDS) - {"because"}
_IN_ENTRY = frozenset(_FIELDS) - {"vision"}
# A harm may be named, a participant and a law quoted, and a term explained.
_LEFT_OUT = ("factors", "risks", "feedback", "sources", "glossary", "waivers", "changelog")
_LISTS = ("loaded", "loaded-tolerance")
_QUOTED = re.compile(r"[„“\"«][^„“”\"«»]*[”“\"»]")


@rule(Severity.WARNING)
def term_loaded(case: Case) -> Iterator[Complaint]:
    """Find loaded terms, the first of each entry."""
    found: dict[Route, dict[str, tuple[str, Found]]] = {}
    for route, text in _texts(case):
        loaded = _loaded(case, text)
        if loaded is not None:
            found.setdefault(route[:-1], {})[str(route[-1])] = loaded
    for entry, by_field in found.items():
        field = min(by_field, key=_FIELDS.index)
        yield _told((*entry, field), *by_field[field])


def _told(route: Route, words: str, found: Found) -> Complaint:
    mend = Message("say it in the words that the people meant would use of themselves")
    if found.instead:
        mend = Message(
            "say “{instead}”, or what the people meant call themselves",
            {"instead": found.instead},
        )
    return complaint(
        route,
        _message(words, found),
        mend,
        question=Message(
            "What would the people whom we call “{words}” like us to say?", _words(found)
        ),
    )


def _message(words: str, found: Found) -> Message:
    if words == "loaded-tolerance":
        return Message("“{words}” places one group above the other", _words(found))
    return Message("“{words}” hurts, or says what no intercultural strategy wants", _words(found))


def _words(found: Found) -> dict[str, object]:
    return {"words": found.text}


def _texts(case: Case) -> Iterator[tuple[Route, Text]]:
    for route, text in case.texts:
        is_in_head = route[0] == "strategy"
        fields, depth = (_IN_HEAD, 2) if is_in_head else (_IN_ENTRY, 3)
        if len(route) == depth and route[-1] in fields and route[0] not in _LEFT_OUT:
            yield route, text


def _loaded(case: Case, text: Text) -> tuple[str, Found] | None:
    """Give the first loaded term of a text that is not quoted, with the list that it is in."""
    for language, wording in case.wordings(text):
        for words in _LISTS:
            for found in case.lexicon.each(wording, language, words):
                quoted = [there.span() for there in _QUOTED.finditer(wording)]
                if not any(start <= found.start and found.end <= end for start, end in quoted):
                    return words, found
    return None
