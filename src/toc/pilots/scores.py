"""One score by one person or several, and who sees it otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.pilots.numbers import ZERO, exact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

__all__ = ["Cell", "cell"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What was scored of one pilot for one criterion.

    Attributes:
        given: each person with the score; no person where nobody in particular gave it.
    """

    given: tuple[tuple[str | None, Fraction], ...]

    @property
    def mean(self) -> Fraction | None:
        """The mean of all scorers, None where there is no score."""
        if not self.given:
            return None
        return sum((number for _, number in self.given), ZERO) / len(self.given)

    @property
    def range(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest score.

        Raises:
            ValueError: when there is no score.
        """
        numbers = [number for _, number in self.given]
        return min(numbers), max(numbers)

    @property
    def spread(self) -> Fraction | None:
        """How far the scorers are apart, None where there is no score."""
        if not self.given:
            return None
        low, high = self.range
        return high - low

    def by(self, number: Fraction) -> tuple[str, ...]:
        """Give the people who gave a score."""
        return tuple(person for person, own in self.given if person is not None and own == number)


def cell(scores: Mapping[str, object], criterion: str) -> Cell:
    """Take a pilot's score for a criterion, however its id is spelled."""
    given: dict[str | None, Fraction] = {}
    for name, score in scores.items():
        if name.lower() != criterion.lower():
            continue
        if isinstance(score, dict):
            given |= {str(person).strip(): exact(number) for person, number in score.items()}
        elif isinstance(score, int | float):
            given[None] = exact(score)
    return Cell(tuple(sorted(given.items(), key=lambda one: (one[0] or "", one[1]))))
