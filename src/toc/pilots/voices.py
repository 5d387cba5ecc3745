"""Where the scorers disagree, and whom each of them would choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.choice import weighted_sum
from toc.pilots.numbers import HUNDRED, Shown, per_cent, plain
from toc.pilots.result import Result
from toc.pilots.scores import Cell
from toc.words import Chain, Message, Sayable

if TYPE_CHECKING:
    from toc.pilots.columns import Column
    from toc.pilots.named import Named
    from toc.pilots.table import Table
    from toc.pilots.weights import Weights

__all__ = ["Dissent", "Voice", "Voices", "voices"]


@dataclass(frozen=True, slots=True)
class Dissent(Result):
    """That scorers are apart on one pilot by one criterion.

    Attributes:
        pilot: the pilot.
        column: the criterion.
        cell: who gave what.
        share: how far they are apart, as a share of the scale.
        below: who gave the least.
        above: who gave the most.
    """

    pilot: Named
    column: Column
    cell: Cell
    share: Fraction
    below: tuple[Sayable, ...] = ()
    above: tuple[Sayable, ...] = ()

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        low, high = self.cell.range
        values = {
            "pilot": self.pilot,
            "criterion": self.column.criterion,
            "low": Shown(low),
            "high": Shown(high),
            "below": self.below,
            "above": self.above,
        }
        return Message("{pilot}, {criterion}: {low} from {below}, {high} from {above}", values)

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "criterion": self.column.criterion.name,
            "given": {person or "": plain(score) for person, score in self.cell.given},
            "share_of_scale": plain(self.share),
        }


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom one person would choose.

    Attributes:
        person: who, by id or by name.
        title: who, as people read it.
        first: who comes first by the scores of this person; several where scores tie or miss.
    """

    person: str
    title: Sayable
    first: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Voices(Result):
    """How the scorers differ.

    Attributes:
        dissents: where they are apart, farthest first.
        voices: whom each would choose, by name.
    """

    dissents: tuple[Dissent, ...]
    voices: tuple[Voice, ...]

    @property
    def agree(self) -> bool:
        """Whether all would choose the same."""
        return len({one.first for one in self.voices}) <= 1

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        if not self.voices:
            return Message("nobody in particular gave the scores")
        said = self._chosen()
        if self.dissents:
            far = self.dissents[0]
            values = {
                "said": said,
                "pilot": far.pilot,
                "criterion": far.column.criterion,
                "share": per_cent(far.share),
            }
            said = Message(
                "{said}; they are farthest apart on {criterion} of {pilot}, by {share} % of the "
                "scale",
                values,
            )
        return said

    def _chosen(self) -> Message:
        if self.agree:
            return Message("all who scored would choose the same")
        parts = Chain(tuple(map(_chosen_by, self.voices)), "; ")
        common = set(self.voices[0].first).intersection(*(one.first for one in self.voices))
        values = {"parts": parts, "common": sorted(common, key=lambda one: one.name)}
        if common:
            return Message("all who scored might choose {common}: {parts}", values)
        return Message("those who scored would choose differently: {parts}", values)

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "dissents": [one.plain() for one in self.dissents],
            "voices": [
                {"person": one.person, "first": [pilot.name for pilot in one.first]}
                for one in self.voices
            ],
        }


def _chosen_by(one: Voice) -> Message:
    values = {"person": one.title, "pilots": list(one.first)}
    if len(one.first) > 1:
        return Message("{person}: any of {pilots}", values)
    return Message("{person}: {pilots}", values)


def voices(table: Table, weights: Weights) -> Voices:
    """Find where the scorers are apart, and who would come first by each one alone.

    Scores that nobody in particular gave, and what is computed, are everybody's.

    Args:
        table: all scores.
        weights: what each criterion counts.
    """
    dissents = [
        Dissent(
            pilot,
            column,
            cell,
            _share(column, cell),
            *(tuple(map(table.person, cell.by(end))) for end in cell.range),
        )
        for pilot, row in table.rows()
        for column, cell in row
        if cell.spread
    ]
    people: dict[str, str] = {}
    for _, row in table.rows():
        for _, cell in row:
            for person, _ in cell.given:
                if person is not None:
                    people.setdefault(person.lower(), person)
    kept = table.sheet().pilots
    return Voices(
        tuple(sorted(dissents, key=_by_distance)),
        tuple(
            Voice(
                people[name],
                table.person(people[name]),
                weighted_sum(_seen_by(table, name).sheet_of(kept), weights).first,
            )
            for name in sorted(people)
        ),
    )


def _by_distance(one: Dissent) -> tuple[Fraction, str, str]:
    return -one.share, one.pilot.name, one.column.criterion.name


def _share(column: Column, cell: Cell) -> Fraction:
    low, high = cell.range
    return abs(column.value(high) - column.value(low)) / HUNDRED


def _seen_by(table: Table, person: str) -> Table:
    """Give the table as one person filled it in."""
    return replace(
        table, cells=tuple(tuple(_own(cell, person) for cell in row) for row in table.cells)
    )


def _own(cell: Cell, person: str) -> Cell:
    return Cell(tuple(one for one in cell.given if one[0] is None or one[0].lower() == person))
