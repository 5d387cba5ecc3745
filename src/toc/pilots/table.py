"""The table of a meeting: criteria × pilots, who gave which score, who is knocked out."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.columns import Column, column
from toc.pilots.computed import COMPUTED, LESS_IS_BETTER, Facts, quantity
from toc.pilots.named import Named, named
from toc.pilots.numbers import HUNDRED, ZERO, Shown, plain
from toc.pilots.result import Result
from toc.pilots.scores import Cell, cell
from toc.pilots.sheet import Mark, Sheet
from toc.words import Message, Said, Sayable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from toc.graph import TheoryGraph
    from toc.pilots.computed import Learning

__all__ = ["KnockOut", "Table", "table"]


@dataclass(frozen=True, slots=True)
class KnockOut(Result):
    """That a criterion rules a pilot out.

    Attributes:
        pilot: who is out.
        column: by which criterion.
        score: the mean score that did not do.
    """

    pilot: Named
    column: Column
    score: Fraction

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        assert self.column.least is not None
        values: dict[str, object] = {
            "pilot": self.pilot,
            "criterion": self.column.criterion,
            "score": Shown(self.score),
            "least": Shown(self.column.least),
        }
        if self.column.is_strict:
            return Message("{pilot} is out: it fails on {criterion}", values)
        if self.column.is_down:
            return Message(
                "{pilot} is out: {score} for {criterion}, where at most {least} is let through",
                values,
            )
        return Message(
            "{pilot} is out: {score} for {criterion}, where at least {least} is let through",
            values,
        )

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "criterion": self.column.criterion.name,
            "score": plain(self.score),
            "let_through": plain(self.column.least),
        }


@dataclass(frozen=True, slots=True)
class Table(Result):
    """All that the pilots are judged by.

    Attributes:
        pilots: every pilot, by id.
        columns: every criterion, by id; those that cannot be computed are left out.
        cells: for each pilot, one for each column.
        left_out: criteria that are to be computed, and nothing computes them.
        people: by id in lower case, the titles of those who may have scored.
    """

    pilots: tuple[Named, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]
    left_out: tuple[Named, ...]
    people: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)

    def person(self, name: str) -> Sayable:
        """Give who somebody is: a stakeholder by its title, others by their name."""
        return self.people.get(name.lower(), Said(name))

    def cell(self, pilot: str, criterion: str) -> Cell:
        """Give what was scored of a pilot for a criterion.

        Raises:
            KeyError: when there is no such pilot or no such criterion.
        """
        names = [one.name for one in self.pilots]
        criteria = [one.criterion.name for one in self.columns]
        if pilot not in names or criterion not in criteria:
            raise KeyError(pilot, criterion)
        return self.cells[names.index(pilot)][criteria.index(criterion)]

    def rows(self) -> Iterator[tuple[Named, tuple[tuple[Column, Cell], ...]]]:
        """Go through the pilots, each with its cells."""
        for pilot, cells in zip(self.pilots, self.cells, strict=True):
            yield pilot, tuple(zip(self.columns, cells, strict=True))

    @property
    def knocked_out(self) -> tuple[KnockOut, ...]:
        """Who is out, and by which criterion; the mean of all scorers counts."""
        return tuple(
            KnockOut(pilot, one, marked.mean)
            for pilot, row in self.rows()
            for one, marked in row
            if marked.mean is not None and not one.lets_through(marked.mean)
        )

    @property
    def missing(self) -> tuple[tuple[Named, Named], ...]:
        """Each pilot and criterion between which no score stands."""
        return tuple(
            (pilot, one.criterion)
            for pilot, row in self.rows()
            for one, marked in row
            if marked.mean is None
        )

    @property
    def weighing(self) -> tuple[Column, ...]:
        """The criteria that are added up; a bare knock-out only rules out.

        One with a weight is added up, and without any weights each that knocks nobody out.
        """
        weighted = tuple(one for one in self.columns if one.weight is not None)
        return weighted or tuple(one for one in self.columns if one.least is None)

    def sheet(self) -> Sheet:
        """Give what is added up: the pilots that are not out, in values from 0 to 100."""
        out = {one.pilot for one in self.knocked_out}
        return self.sheet_of([pilot for pilot in self.pilots if pilot not in out])

    def scored(self) -> Sheet:
        """Give what people scored, whatever it counts and whoever is out."""
        asked = tuple(one for one in self.columns if one.computed is None)
        return self.sheet_of(self.pilots, asked)

    def sheet_of(
        self, pilots: Collection[Named], columns: tuple[Column, ...] | None = None
    ) -> Sheet:
        """Give some pilots and criteria, in values from 0 to 100.

        Args:
            pilots: the pilots.
            columns: the criteria; without it, those that are added up.
        """
        columns = self.weighing if columns is None else columns
        rows = [(pilot, row) for pilot, row in self.rows() if pilot in pilots]
        return Sheet(
            tuple(pilot for pilot, _ in rows),
            columns,
            tuple(
                tuple(_mark(one, marked) for one, marked in row if one in columns)
                for _, row in rows
            ),
        )

    @property
    def told(self) -> Sayable:
        """Say in a sentence for a meeting who is judged, and by what."""
        out = {one.pilot.name for one in self.knocked_out}
        values = {
            "count": len(self.pilots),
            "criteria": [one.criterion for one in self.columns],
            "out": [pilot for pilot in self.pilots if pilot.name in out],
        }
        if not self.columns:
            return Message("the pilots are judged by nothing")
        said = Message(
            "{count} pilot, judged by {criteria}",
            values,
            plural="{count} pilots, judged by {criteria}",
        )
        if out:
            said = Message("{said}; out before that: {out}", {"said": said, **values})
        stretched = [one.criterion for one in self.columns if one.is_stretched]
        if stretched:
            said = Message(
                "{said}; {stretched} is computed and has no scale: the worst pilot counts 0 and "
                "the best 100",
                {"said": said, "stretched": stretched, "count": len(stretched)},
                plural="{said}; {stretched} are computed and have no scale: the worst pilot counts "
                "0 and the best 100",
            )
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "criteria": [_column_data(one) for one in self.columns],
            "pilots": [
                {"pilot": pilot.name, "scores": [_cell_data(one, marked) for one, marked in row]}
                for pilot, row in self.rows()
            ],
            "knocked_out": [one.plain() for one in self.knocked_out],
            "missing": [[pilot.name, one.name] for pilot, one in self.missing],
            "left_out": [one.name for one in self.left_out],
        }


def _mark(one: Column, marked: Cell) -> Mark:
    if marked.mean is None:
        return Mark(None, ZERO, HUNDRED)
    ends = sorted(one.value(number) for number in marked.range)
    return Mark(one.value(marked.mean), *ends)


def _column_data(one: Column) -> dict[str, object]:
    return {
        "criterion": one.criterion.name,
        "scale": [plain(one.low), plain(one.high)],
        "scale_declared": one.is_declared,
        "direction": "down" if one.is_down else "up",
        "weight": plain(one.weight),
        "knock_out": plain(one.least),
        "computed": one.computed,
    }


def _cell_data(one: Column, marked: Cell) -> dict[str, object]:
    return {
        "criterion": one.criterion.name,
        "given": {person or "": plain(number) for person, number in marked.given},
        "mean": plain(marked.mean),
        "spread": plain(marked.spread),
    }


def table(graph: TheoryGraph, *, learning: Learning | None = None) -> Table:
    """Collect what the pilots of a strategy are judged by.

    A score that is missing stays missing: it is never 0 and never a mean.  What a criterion
    computes is asked of the graph.  A criterion without a scale is measured from the worst
    to the best score that was given for it.

    Args:
        graph: the strategy.
        learning: for a pilot and by goal, the share of what is unknown that it would settle.
    """
    facts = Facts(graph, learning)
    strategy = graph.strategy
    pilots = sorted(strategy.pilots)
    columns: list[Column] = []
    found: list[list[Cell]] = []
    left_out: list[Named] = []
    for name in sorted(strategy.criteria):
        entry = strategy.criteria[name]
        cells = _cells(facts, name, entry.computed, pilots)
        if cells is None:
            left_out.append(named("criteria", name, entry))
            continue
        scores = [number for one in cells for _, number in one.given]
        less = quantity(entry.computed or "") in LESS_IS_BETTER
        columns.append(column(named("criteria", name, entry), entry, scores, less_is_better=less))
        found.append(cells)
    return Table(
        tuple(named("pilots", pilot, strategy.pilots[pilot]) for pilot in pilots),
        tuple(columns),
        tuple(tuple(cells[place] for cells in found) for place in range(len(pilots))),
        tuple(left_out),
        {name.lower(): who.title for name, who in strategy.stakeholders.items() if who.title},
    )


def _cells(
    facts: Facts, criterion: str, computed: str | None, pilots: Sequence[str]
) -> list[Cell] | None:
    if computed is None:
        entries = facts.graph.strategy.pilots
        return [cell(entries[pilot].scores, criterion) for pilot in pilots]
    name = quantity(computed)
    if name is None:
        return None
    numbers = [COMPUTED[name](facts, pilot) for pilot in pilots]
    if not any(number is not None for number in numbers):
        return None
    return [Cell(() if number is None else ((None, number),)) for number in numbers]
