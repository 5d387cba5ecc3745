"""Which clues are worth looking for, and what those that were found say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer
from toc.analysis.clues import KIND_WORDS
from toc.analysis.likelihood import range_in_words
from toc.analysis.tracing import tracing
from toc.asking.asked import Part, Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.tracing import Traced, Worth
    from toc.asking.case import Case

ABOUT = Message("which clues are worth looking for, and what those that were found say")
WANTS = ""


@dataclass(frozen=True, slots=True)
class NoClues(Answer):
    """That no clue is written down."""

    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        return Message(
            "No clue is written down: under an assumption or a link, “clues:” says what would "
            "be seen if it is true."
        )


def ask(case: Case) -> Iterator[Told]:
    """Ask of each assumption and link that has clues; of the whole strategy, whatever the goal."""
    found = tracing(case.strategy)
    if not found:
        yield Told(NoClues())
    for one in found:
        yield Told(one, more=tuple(_parts(one)))


def _parts(one: Traced) -> Iterator[Part]:
    if one.worth:
        yield Part(Message("Before looking:"), tuple(map(_before, one.worth)))
    if one.sought:
        lines = (
            Message(
                "“{clue}” was {found}; {kind}",
                {
                    "clue": clue.clue,
                    "found": Message("found") if clue.found else Message("looked for in vain"),
                    "kind": KIND_WORDS[clue.kind],
                },
            )
            for clue in one.sought
        )
        yield Part(Message("What was looked for:"), tuple(lines))
    if one.unsaid:
        head = Message("Nobody has said how likely these would be seen, so they do not count:")
        yield Part(head, tuple(Message("“{clue}”", {"clue": clue}) for clue in one.unsaid))


def _before(one: Worth) -> Message:
    values = {
        "clue": one.clue,
        "kind": KIND_WORDS[one.kind],
        "found": range_in_words(one.if_found.low, one.if_found.high),
        "not_found": range_in_words(one.if_not_found.low, one.if_not_found.high),
    }
    return Message(
        "“{clue}”, {kind}; if found: {found}, if looked for in vain: {not_found}", values
    )
