"""What a chart shows: values that were computed elsewhere, in words that were already said.

Whoever makes a chart has chosen the language before: every text here is in it already.  A
value that is not a finite number is refused, because nothing could be drawn of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.readings import Standing

__all__ = ["Bar", "Bullet", "Names", "Panel", "Point", "Score", "Spoke", "refuse"]

_HUNDRED = 100
_LARGEST = 1e300


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100.

    Attributes:
        label: of what.
        value: what it is now; None where nobody knows.
        before: what it was at an earlier assessment.
        peers: the mean of those it is compared with.
        note: a few words beneath the label.

    Raises:
        ValueError: a value is not a number from 0 to 100.
    """

    label: str
    value: float | None
    before: float | None = None
    peers: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what no bar could show."""
        for value in (self.value, self.before, self.peers):
            refuse(self.label, value)
            if value is not None and not 0 <= value <= _HUNDRED:
                raise ValueError(self.label, value)


Bar: TypeAlias = Score
Spoke: TypeAlias = Score


@dataclass(frozen=True, slots=True)
class Names:
    """What the values of a score are called.

    Attributes:
        now: the value.
        before: the earlier one; empty where there is none.
        peers: the others' mean; empty where nothing is compared.
    """

    now: str
    before: str = ""
    peers: str = ""

    def of(self, scores: Sequence[Score]) -> Names:
        """Give the names of what any of some scores has: a row of dashes tells nothing."""
        return Names(
            self.now,
            self.before if any(score.before is not None for score in scores) else "",
            self.peers if any(score.peers is not None for score in scores) else "",
        )


@dataclass(frozen=True, slots=True)
class Bullet:
    """An indicator at one day: where it began, where it should be, where it is and must go.

    Attributes:
        label: its title.
        unit: of its values.
        baseline: the value to start from.
        expected: what it should be by now.
        now: what was measured.
        target: the value to reach.
        standing: how it stands.
        words: more to be read beside it: a reason, a date.
    """

    label: str
    unit: str
    baseline: float | None
    expected: float | None
    now: float | None
    target: float | None
    standing: Standing
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse what no scale could show."""
        for value in (self.baseline, self.expected, self.now, self.target):
            refuse(self.label, value)


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day.

    Attributes:
        when: the day.
        value: the number.
        flag: what to know of it, in the letters of SDMX: `b` a break in the series before
            it, `d` another definition, `e` estimated, `f` forecast, `p` provisional,
            `u` unreliable; several may stand together.
        dated: the date as it was written, where it is less exact than a day: `2026-10`.
    """

    when: date
    value: float
    flag: str = ""
    dated: str = ""

    def __post_init__(self) -> None:
        """Refuse what no scale could show."""
        refuse(self.when.isoformat(), self.value)


@dataclass(frozen=True, slots=True)
class Panel:
    """An indicator over time.

    Attributes:
        label: its title.
        unit: of its values.
        points: what was measured, in any order.
        milestones: values to be reached on the way.
        baseline: where it began.
        target: what it must reach, and when.
        standing: how it stands.
        words: more to be read beneath it.
        on: the day from which it is looked at.
    """

    label: str
    unit: str
    points: tuple[Point, ...]
    milestones: tuple[Point, ...]
    baseline: Point | None
    target: Point | None
    standing: Standing
    words: str
    on: date


def refuse(label: str, value: float | None) -> None:
    """Refuse a value that is not a finite number, or too large for any scale.

    Raises:
        ValueError: it is none.
    """
    if value is not None and not abs(value) <= _LARGEST:
        raise ValueError(label, value)
