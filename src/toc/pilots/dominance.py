"""Which pilots another one beats whatever counts how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.pilots.named import Named
    from toc.pilots.sheet import Mark, Sheet

__all__ = ["Dominance", "dominance"]


@dataclass(frozen=True, slots=True)
class Dominance(Result):
    """That one pilot is nowhere worse than another, and somewhere better.

    Attributes:
        pilot: the one that is beaten.
        by: the one that beats it.
        better: the criteria on which it does.
    """

    pilot: Named
    by: Named
    better: tuple[Named, ...]

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values = {"pilot": self.pilot, "by": self.by, "better": list(self.better)}
        return Message(
            "{by} is at least as good as {pilot} on everything, and better on {better}", values
        )

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "by": self.by.name,
            "better": [one.name for one in self.better],
        }


def dominance(sheet: Sheet) -> tuple[Dominance, ...]:
    """Find every pair of pilots of which one beats the other under all weightings.

    A missing score beats nothing, and only the best of its scale beats it.
    """
    rows = list(zip(sheet.pilots, sheet.marks, strict=True))
    return tuple(
        Dominance(pilot, other, better)
        for pilot, own in rows
        for other, theirs in rows
        if other != pilot and (better := _better(sheet, own, theirs))
    )


def _better(sheet: Sheet, own: Sequence[Mark], other: Sequence[Mark]) -> tuple[Named, ...]:
    """Give the criteria on which the other is better, if it is worse on none."""
    triples = list(zip(sheet.criteria, own, other, strict=True))
    if any(theirs.worst < mine.best for _, mine, theirs in triples):
        return ()
    return tuple(one for one, mine, theirs in triples if theirs.worst > mine.best)
