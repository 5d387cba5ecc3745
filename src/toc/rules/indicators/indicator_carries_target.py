"""An indicator whose title already says what should come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.lexicon import head_of, words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text


@rule(Severity.ADVICE)
def indicator_carries_target(case: Case) -> Iterator[Complaint]:
    """Find indicators with a direction or a target in their title."""
    for name, indicator in case.strategy.indicators.items():
        words = _target(case, indicator.title)
        if words is None:
            continue
        yield complaint(
            ("indicators", name, "title"),
            Message(
                "“{indicator}” says what should come out (“{words}”), and not what is measured",
                {"indicator": case.title(name), "words": words},
            ),
            Message(
                "name what is measured, “Share of …”, and write the rest under "
                "“direction:” and “target:”"
            ),
            question=Message(
                "What exactly do we measure for “{indicator}”, whatever comes out?",
                {"indicator": case.title(name)},
            ),
        )


def _target(case: Case, title: Text | None) -> str | None:
    for language, wording in case.wordings(title):
        number = _leading_number(case, wording, language)
        head = head_of(case.lexicon, wording, language)
        if number is not None:
            return number
        if head is not None and head.kind == "change":
            return head.text
        direction = _direction(case, wording, language)
        if direction is not None:
            return direction
    return case.expression(title, "target-words")


def _direction(case: Case, wording: str, language: str) -> str | None:
    """Give the direction that a title begins with: of a number even “reduced debt” is one."""
    there = words_of(wording)
    length = case.lexicon.length_at(there, 0, language, "change-of-state")
    return wording[: there[length - 1].end] if length else None


def _leading_number(case: Case, wording: str, language: str) -> str | None:
    """Give the number that a title begins with, unless it is a code, a year or an age."""
    there = words_of(wording)
    place = case.lexicon.length_at(there, 0, language, "at-least") if there else 0
    if place >= len(there) or not there[place].folded.isdigit():
        return None
    after = there[place + 1].folded if place + 1 < len(there) else ""
    is_label = not place and (after in {"", ":"} or wording[there[place].end :][:1] in ".)-–:")
    return None if is_label else wording[: there[place].end]
