"""The earliest date for everything, and the targets that cannot be met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import title
from toc.analysis.course import Bound, Course
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.plain import Plain
    from toc.analysis.schedule import Reading, Schedule
    from toc.findings import Route
    from toc.model import Date, Strategy
    from toc.words import Sayable

__all__ = ["Bound", "CriticalChain", "Missed", "Moment", "Timing", "timing"]


@dataclass(frozen=True, slots=True)
class Moment:
    """When one node can be there at the earliest.

    Attributes:
        node: its id.
        certain: the bound whatever is meant; None where no date says anything.
        possible: the bound if all causes are needed wherever nothing is said, and
            activities have to be over first.
        never: the reading in which it never comes about, for it waits for itself or for
            more causes than it has: `certain`, `possible`, or empty.
    """

    node: str
    certain: Bound | None
    possible: Bound | None
    never: str = ""


@dataclass(frozen=True, slots=True)
class CriticalChain:
    """The chain that decides when a goal can be there: whatever shortens it, helps.

    Attributes:
        goal: its id.
        reading: in which reading.
        nodes: from the date that everything hangs on to the goal.
    """

    goal: str
    reading: Reading
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A target that cannot be met.

    Attributes:
        node: what would have to be there.
        route: where the target is written.
        due: its date.
        reading: certain when it cannot be met whatever is meant; else possible.
        earliest: before when it cannot be there; None when it never comes about.
        chain: what decides that.
    """

    node: str
    route: Route
    due: Date
    reading: Reading
    earliest: Date | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """When things can be there.

    Attributes:
        moments: one for each node, in order of id.
        critical: the critical chain of each goal, in both readings.
        missed: the targets that cannot be met, the certain ones first.
        without_lag: the links of which nobody says how long they take.
        undated: what nothing leads to, and has no date of its own.
        titles: the titles of what is missed.
        assumed: what was taken to be so.
    """

    moments: tuple[Moment, ...]
    critical: tuple[CriticalChain, ...]
    missed: tuple[Missed, ...]
    without_lag: tuple[str, ...]
    undated: tuple[str, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting: the first target that cannot be met."""
        if self.missed:
            return self.said(self.missed[0]).say(language)
        if not any(one.certain or one.possible for one in self.moments):
            return Message("There is no date to reckon from.").say(language)
        return Message("No target is set for a time before it can be met.").say(language)

    def said(self, one: Missed) -> Message:
        """Say of one target that it cannot be met."""
        values = {"node": self.titles[one.node], "due": one.due, "earliest": one.earliest}
        if one.earliest is None and one.reading == "possible":
            return Message(
                "“{node}” is due {due}; if all its causes are needed it cannot come about, for it "
                "waits for itself.",
                values,
            )
        if one.earliest is None:
            return Message(
                "“{node}” is due {due} and cannot come about: it waits for itself, or for more "
                "causes than it has.",
                values,
            )
        if one.reading == "certain":
            return Message(
                "“{node}” is due {due} and cannot be there before {earliest}, even if all goes "
                "well.",
                values,
            )
        return Message(
            "“{node}” is due {due}; if all its causes are needed and activities have to be over "
            "first, it cannot be there before {earliest}.",
            values,
        )

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def timing(strategy: Strategy | TheoryGraph) -> Timing:
    """Find the earliest date of every node, and the targets that are set before it.

    A node is there when enough of its causes are, each after its lag; an activity begins
    when its period does, its causes are there and what it comes `after` is over.  Two
    readings bracket what nobody has said.  In the certain one any one cause is enough and
    an activity brings things about from its first day on; in the possible one all causes
    are needed and it has to be over.  Of a date the first day counts, of a target the last:
    what is called certain is so.

    Method: least fixed point by Knuth's generalisation of Dijkstra's algorithm (Inf.
    Process. Lett. 6(1), 1977), twice.
    Cost: arrows times the number of causes of an effect, and a logarithm.

    Args:
        strategy: the strategy, or its graph.

    >>> from toc.model import Strategy
    >>> late = Strategy(activities={"course": {"title": "A course", "period": "2027-03/2027-12"}},
    ...                 goals={"work": {"title": "Work", "due": "2027"}},
    ...                 links={"course -> work": {"lag": "P1Y"}})
    >>> timing(late).sentence()
    '“Work” is due 2027 and cannot be there before 2028-03, even if all goes well.'
    """
    graph = strategy if isinstance(strategy, TheoryGraph) else TheoryGraph(strategy)
    certain, possible = Course(graph, "certain"), Course(graph, "possible")
    missed = tuple(_missed(certain, possible))
    return Timing(
        tuple(_moment(node, certain, possible) for node in sorted(graph.nodes)),
        tuple(
            CriticalChain(goal, course.schedule.reading, course.chain(goal))
            for goal in sorted(graph.within("goals"))
            for course in (certain, possible)
            if course.bound(goal) is not None
        ),
        missed,
        without_lag := tuple(_without_lag(certain.schedule)),
        undated := tuple(_undated(certain.schedule)),
        {one.node: title(graph.strategy, one.node) for one in missed},
        tuple(_assumed(len(without_lag), len(undated))),
    )


def _moment(node: str, certain: Course, possible: Course) -> Moment:
    never = "" if node in possible.settled else "possible"
    never = never if node in certain.settled else "certain"
    return Moment(node, certain.bound(node), possible.bound(node), never)


def _missed(certain: Course, possible: Course) -> Iterator[Missed]:
    targets = sorted(
        _targets(certain.schedule.graph),
        key=lambda one: (one[2].last, tuple(map(str, one[1])), one[0]),
    )
    told_of: set[tuple[str, Route]] = set()
    for course in (certain, possible):
        for node, route, due in targets:
            if (node, route) in told_of:
                continue
            bound = course.bound(node, after=due.last)
            never = node not in course.settled
            if never or (bound is not None and bound.day > due.last):
                told_of.add((node, route))
                earliest = None if bound is None else bound.date
                reading = course.schedule.reading
                yield Missed(node, route, due, reading, earliest, course.chain(node))


def _targets(graph: TheoryGraph) -> Iterator[tuple[str, Route, Date]]:
    for node in graph.nodes:
        due: Date | None = getattr(graph.entry(node), "due", None)
        if due is not None:
            yield node, (graph.section_of(node), node, "due"), due
    for name, indicator in graph.strategy.indicators.items():
        nodes = {known for one in indicator.of if (known := graph.node(one)) is not None}
        for node in nodes:
            for due in indicator.target:
                yield node, ("indicators", name, "target", str(due)), due


def _without_lag(schedule: Schedule) -> Iterator[str]:
    nodes = schedule.graph.nodes
    found = {one.key for node in nodes for one in schedule.arrows(node) if one.link.lag is None}
    yield from sorted(found)


def _undated(schedule: Schedule) -> Iterator[str]:
    for node in sorted(schedule.graph.nodes):
        is_start = not schedule.arrows(node) and schedule.graph.section_of(node) != "needs"
        period = schedule.period(node)
        if is_start and (period is None or period.start is None):
            yield node


def _assumed(lags: int, starts: int) -> Iterator[Message]:
    if lags:
        yield Message(
            "{count} link does not say how long it takes; it is taken to take no time",
            {"count": lags},
            plural="{count} links do not say how long they take; they are taken to take no time",
        )
    if starts:
        yield Message(
            "{count} thing has no date to begin at; it is taken to begin with the strategy",
            {"count": starts},
            plural="{count} things have no date to begin at; they are taken to begin with the "
            "strategy",
        )
    yield Message("where nobody says how causes combine, one is enough or all are needed")
    yield Message("an activity leads on from its first day, or only when it is over")
