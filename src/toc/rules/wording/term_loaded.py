"""A word that offends, or says the contrary of what an intercultural strategy wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Route, Severity
from toc.model.strategy import SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Found
    from toc.model.language import Text

_FIELDS = ("title", "short", "text", "because")
# A harm may be named, a participant and a law quoted, and a term explained.
_LEFT_OUT = ("factors", "risks", "feedback", "sources", "glossary", "waivers", "changelog")
_QUOTED = re.compile(r"[„“\"«][^„“”\"«»]*[”“\"»]")


@rule(Severity.WARNING)
def term_loaded(case: Case) -> Iterator[Complaint]:
    """Find loaded terms, the first of each entry."""
    for route, texts in _texts(case):
        for field, text in texts:
            found = _loaded(case, text)
            if found is not None:
                yield _told((*route, field), found)
                break


def _told(route: Route, found: Found) -> Complaint:
    mend = Message("say it in the words that the people meant would use of themselves")
    if found.instead:
        mend = Message(
            "say “{instead}”, or what the people meant call themselves",
            {"instead": found.instead},
        )
    return complaint(
        route,
        Message("“{words}” hurts, or says what no intercultural strategy wants", _words(found)),
        mend,
        question=Message(
            "What would the people whom we call “{words}” like us to say?", _words(found)
        ),
    )


def _words(found: Found) -> dict[str, object]:
    return {"words": found.text}


def _texts(case: Case) -> Iterator[tuple[Route, list[tuple[str, Text]]]]:
    head = case.strategy.head
    yield ("strategy",), _said(head, ("title", "short", "text", "vision"))
    for section in SECTIONS:
        if section not in _LEFT_OUT:
            for key, entry in getattr(case.strategy, section).items():
                yield (section, key), _said(entry, _FIELDS)


def _said(entry: object, fields: tuple[str, ...]) -> list[tuple[str, Text]]:
    return [(field, text) for field in fields if (text := getattr(entry, field, None))]


def _loaded(case: Case, text: Text) -> Found | None:
    for language, wording in case.wordings(text):
        quoted = [found.span() for found in _QUOTED.finditer(wording)]
        for found in case.lexicon.each(wording, language, "loaded"):
            if not any(start <= found.start and found.end <= end for start, end in quoted):
                return found
    return None
