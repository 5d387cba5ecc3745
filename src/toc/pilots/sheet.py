"""The sheet that is added up: pilots × criteria, in values from 0 to 100."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.columns import Column
from toc.pilots.named import Named
from toc.pilots.numbers import HUNDRED, ZERO, exact
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Mark", "Sheet", "sheet_of"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a pilot is worth by one criterion.

    Attributes:
        value: the mean of all scorers, from 0 to 100; None where a score is missing.
        low: by the scorer who sees it worst; 0 where a score is missing.
        high: by the scorer who sees it best; 100 where a score is missing.
    """

    value: Fraction | None
    low: Fraction
    high: Fraction

    @property
    def worst(self) -> Fraction:
        """What it is worth at the least: its value, or 0 while nobody knows."""
        return ZERO if self.value is None else self.value

    @property
    def best(self) -> Fraction:
        """What it is worth at the most: its value, or 100 while nobody knows."""
        return HUNDRED if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is added up.

    Attributes:
        pilots: those that are not knocked out, by id.
        columns: the criteria that count, by id.
        marks: for each pilot, one for each column.
    """

    pilots: tuple[Named, ...]
    columns: tuple[Column, ...]
    marks: tuple[tuple[Mark, ...], ...]

    @property
    def criteria(self) -> tuple[Named, ...]:
        """The criteria that count."""
        return tuple(one.criterion for one in self.columns)

    @property
    def is_uncertain(self) -> bool:
        """Whether scorers differ, or a score is missing."""
        return any(mark.low != mark.high for row in self.marks for mark in row)

    @property
    def incomplete(self) -> tuple[Named, ...]:
        """The pilots of which a score is missing."""
        return tuple(
            pilot
            for pilot, row in zip(self.pilots, self.marks, strict=True)
            if any(mark.value is None for mark in row)
        )

    def complete(self) -> Sheet:
        """Give the sheet without the pilots of which a score is missing."""
        return self.only(set(self.pilots).difference(self.incomplete))

    def only(self, pilots: Iterable[Named]) -> Sheet:
        """Give the sheet with some of its pilots."""
        kept = {pilot.name for pilot in pilots}
        rows = [
            (pilot, row)
            for pilot, row in zip(self.pilots, self.marks, strict=True)
            if pilot.name in kept
        ]
        return Sheet(tuple(pilot for pilot, _ in rows), self.columns, tuple(row for _, row in rows))

    def values(self) -> tuple[tuple[Fraction, ...], ...]:
        """Give the values of a sheet on which none is missing."""
        return tuple(
            tuple(mark.value for mark in row if mark.value is not None) for row in self.marks
        )


def sheet_of(values: Mapping[str, Sequence[float | None]], criteria: Sequence[str] = ()) -> Sheet:
    """Make a sheet from values that are 0 to 100 already, None where one is missing.

    Args:
        values: by pilot, one value for each criterion.
        criteria: their names; numbered where none are given.

    >>> sheet_of({"desk": [80, 20], "bus": [40, None]}).incomplete[0].name
    'bus'
    """
    width = len(next(iter(values.values()), ()))
    names = list(criteria) or [f"c{place + 1}" for place in range(width)]
    order = sorted(range(width), key=names.__getitem__)
    return Sheet(
        tuple(_called(name) for name in sorted(values)),
        tuple(Column(_called(names[place])) for place in order),
        tuple(tuple(_mark(values[name][place]) for place in order) for name in sorted(values)),
    )


def _called(name: str) -> Named:
    return Named(name, Message("{name}", {"name": name}))


def _mark(value: float | None) -> Mark:
    if value is None:
        return Mark(None, ZERO, HUNDRED)
    return Mark(exact(value), exact(value), exact(value))
