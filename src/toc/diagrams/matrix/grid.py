"""What stands in the matrix: pilots, what they could test, goals, and what meets where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.diagrams.drafting.notes import numbers_of
from toc.pilots.coverage import coverage
from toc.pilots.named import named_node
from toc.pilots.reach import reach
from toc.vocabulary import STATES
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from toc.diagrams.chart import State
    from toc.graph import TheoryGraph
    from toc.pilots.coverage import Coverage, Target
    from toc.pilots.named import Named

__all__ = ["WORDS", "Cell", "Column", "Grid", "Meeting", "grid_of"]

Meeting: TypeAlias = Literal["tests", "only", "reaches", "misses"]
"""It tests it, as others do or as no other does; it leads to it, or only claims to."""

WORDS: dict[Meeting, Message] = {
    "tests": Message("tests it, as another does"),
    "only": Message("tests it, as no other does"),
    "reaches": Message("leads to it"),
    "misses": Message("claims it, and nothing leads there"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """An assumption, a link or a goal.

    Attributes:
        kind: which of these.
        sign: what stands above its cells: a number, or a letter for a link.
        thing: the thing itself.
        state: what is known of an assumption.
        told: what is said of it in the list.
        is_gap: whether it is open and nobody tests it.
    """

    kind: Literal["assumption", "link", "goal"]
    sign: str
    thing: Named
    state: State
    told: Sayable
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A pilot that meets a column.

    Attributes:
        row: which pilot, by place.
        column: which column, by place.
        meeting: how they meet.
    """

    row: int
    column: int
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole matrix, without geometry.

    Attributes:
        pilots: its rows, by id.
        columns: assumptions by number, then links, then goals.
        cells: what is not empty, row by row.
        told: how much of what is open is tested, in a sentence.
    """

    pilots: tuple[Named, ...]
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    told: Sayable


def grid_of(graph: TheoryGraph) -> Grid:
    """Set the pilots of a strategy against what they test and the goals that they lead to."""
    found = coverage(graph)
    columns = (*_tested(graph, found), *_goals(graph))
    return Grid(
        tuple(trial.pilot for trial in found.trials),
        columns,
        tuple(_cells(graph, found, columns)),
        _summary(found),
    )


def _summary(found: Coverage) -> Message:
    # The gaps are outlined, and named beneath: here they are counted.
    open_ones = [one for one in found.targets if one.is_open and one.goals]
    tested = sum(1 for one in open_ones if found.tested_by(one))
    return Message(
        "Of {count} thing that is open on the way to a goal, {tested} is tested.",
        {"count": len(open_ones), "tested": tested},
        plural="Of {count} things that are open on the way to a goal, {tested} are tested.",
    )


def _tested(graph: TheoryGraph, found: Coverage) -> Iterator[Column]:
    numbers = numbers_of(graph.strategy)
    beliefs = [one for one in found.targets if one.kind == "assumption"]
    for one in sorted(beliefs, key=lambda one: numbers[one.thing.name.lower()]):
        state = graph.strategy.assumptions[one.thing.name].status or "untested"
        number = str(numbers[one.thing.name.lower()])
        yield Column("assumption", number, one.thing, state, *_told(found, one, STATES[state]))
    links = sorted(one.thing.name for one in found.targets if one.kind == "link")
    by_name = {one.thing.name: one for one in found.targets}
    for at, name in enumerate(links):
        one = by_name[name]
        told = _told(found, one, Message("link"))
        yield Column("link", _letter(at), one.thing, "untested", *told)


def _told(found: Coverage, one: Target, first: Sayable) -> tuple[Sayable, bool]:
    """Say what it is and who tests it, and whether that is a gap."""
    testers = found.tested_by(one)
    if testers:
        values = {"state": first, "pilots": list(testers)}
        return Message("{state} · tested by {pilots}", values), False
    if one in found.gaps:
        return Message("{state} · nobody tests it", {"state": first}), True
    return first, False


def _goals(graph: TheoryGraph) -> Iterator[Column]:
    goals = sorted(graph.within("goals"))
    for at, goal in enumerate(goals, 1):
        thing = named_node(graph, goal)
        yield Column("goal", str(at), thing, "untested", Message("goal"))


def _letter(at: int) -> str:
    """Count in letters: a to z, then aa.

    >>> _letter(0), _letter(25), _letter(26)
    ('a', 'z', 'aa')
    """
    before, last = divmod(at, 26)
    return (_letter(before - 1) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _cells(graph: TheoryGraph, found: Coverage, columns: tuple[Column, ...]) -> Iterator[Cell]:
    places = {column.thing.name: at for at, column in enumerate(columns)}
    for row, trial in enumerate(found.trials):
        alone = {one.thing.name for one in trial.only}
        tested = {one.thing.name for one in (*trial.tests, *trial.through)}
        leads = reach(graph, trial.pilot.name)
        meetings: dict[int, Meeting] = {
            places[name]: "only" if name in alone else "tests" for name in tested
        }
        meetings |= {places[way.goal.name]: "reaches" for way in leads.ways}
        # What is claimed and is no goal has no column; the rules and the sheet tell of it.
        claims = [one.name for one in leads.missed if one.name in places]
        meetings |= {places[name]: "misses" for name in claims}
        yield from (Cell(row, at, meetings[at]) for at in sorted(meetings))
