"""What each pilot tests, what only it tests, and what nobody tests."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import link_ends
from toc.pilots.named import Named, named, named_arrow
from toc.pilots.reach import measures
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.graph import TheoryGraph
    from toc.model import Arrow

__all__ = ["Coverage", "Target", "Trial", "coverage"]

_GRADES = ("critical", "supporting", "context", None)


@dataclass(frozen=True, slots=True)
class Target:
    """An assumption or a link that a pilot tests, or could.

    Attributes:
        thing: which.
        kind: `assumption` or `link`.
        goals: the ids of the goals that a chain through it leads to.
        importance: what the authors say hangs on it.
        is_open: whether it is still to be shown: an assumption that neither holds nor has
            failed, a link without strong evidence.
    """

    thing: Named
    kind: str
    goals: tuple[str, ...]
    importance: str | None
    is_open: bool

    @property
    def rank(self) -> tuple[int, int, str]:
        """Its place among all, gravest first."""
        return _GRADES.index(self.importance), -len(self.goals), self.thing.name


@dataclass(frozen=True, slots=True)
class Trial(Result):
    """What a pilot puts to the test.

    Attributes:
        pilot: the pilot.
        tests: what it names under `tests`.
        through: the assumptions of the links that it names: they are tested with these.
        only: what no other pilot tests.
        leaves: the open assumptions on its own way to the goals that it does not test.
    """

    pilot: Named
    tests: tuple[Target, ...]
    through: tuple[Target, ...]
    only: tuple[Target, ...]
    leaves: tuple[Target, ...]

    def covers(self, target: Target) -> bool:
        """Whether it tests something, by itself or through a link."""
        return target in self.tests or target in self.through

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values = {
            "pilot": self.pilot,
            "tests": [one.thing for one in (*self.tests, *self.through)],
            "only": [one.thing for one in self.only],
        }
        if not self.tests:
            return Message("{pilot} tests nothing", values)
        if not self.only:
            said = Message("{pilot} tests {tests}; others test the same", values)
        elif len(self.only) == len(self.tests) + len(self.through):
            said = Message("{pilot} tests {tests}, as no other does", values)
        else:
            said = Message("{pilot} tests {tests}; no other tests {only}", values)
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "tests": _names(self.tests),
            "through_links": _names(self.through),
            "only": _names(self.only),
            "leaves": _names(self.leaves),
        }


@dataclass(frozen=True, slots=True)
class Coverage(Result):
    """The matrix of pilots and what they test, with what is left.

    Attributes:
        trials: the pilots, by id.
        targets: every assumption, and every link that is tested or of which nothing is
            known, gravest first.
        gaps: what is open, lies on a way to a goal, and is tested by nobody.
    """

    trials: tuple[Trial, ...]
    targets: tuple[Target, ...]
    gaps: tuple[Target, ...]

    def tested_by(self, target: Target) -> tuple[Named, ...]:
        """Give the pilots that test something."""
        return tuple(trial.pilot for trial in self.trials if trial.covers(target))

    @property
    def told(self) -> Sayable:
        """Say in a sentence for a meeting what nobody tests."""
        open_ones = [one for one in self.targets if one.is_open and one.goals]
        tested = sum(1 for one in open_ones if self.tested_by(one))
        values = {
            "count": len(open_ones),
            "tested": tested,
            "gaps": [one.thing for one in self.gaps],
        }
        if not open_ones:
            return Message("nothing on the way to a goal is open")
        if not self.gaps:
            return Message(
                "the pilots test the {count} thing that is open on the way to a goal",
                values,
                plural="the pilots test all {count} things that are open on the way to a goal",
            )
        return Message(
            "the pilots test {tested} of the {count} thing that is open on the way to a goal; "
            "nobody tests {gaps}",
            values,
            plural="the pilots test {tested} of the {count} things that are open on the way "
            "to a goal; nobody tests {gaps}",
        )

    def plain(self) -> dict[str, object]:
        """Give the matrix as plain data, a row for each target."""
        return {
            "pilots": [trial.plain() for trial in self.trials],
            "targets": [
                {
                    "target": one.thing.name,
                    "kind": one.kind,
                    "goals": list(one.goals),
                    "open": one.is_open,
                    "tested_by": [pilot.name for pilot in self.tested_by(one)],
                }
                for one in self.targets
            ],
            "gaps": _names(self.gaps),
        }


def _names(targets: Iterable[Target]) -> list[str]:
    return [one.thing.name for one in targets]


def coverage(graph: TheoryGraph) -> Coverage:
    """Find what the pilots test and what they leave, with the goals that hang on it.

    Only what a pilot names counts: an assumption, or a link together with the assumptions
    that it carries.  Cost: linear in nodes and arrows for each goal, and in pilots × targets.
    """
    targets = {one.thing.name: one for one in _targets(graph)}
    named_by = {name: _tested(graph, name, targets) for name in sorted(graph.strategy.pilots)}
    covers = {name: {*tests, *through} for name, (tests, through) in named_by.items()}
    trials = tuple(
        Trial(
            named("pilots", name, graph.strategy.pilots[name]),
            tests=_sorted(targets, tests),
            through=_sorted(targets, through),
            only=_sorted(targets, covers[name].difference(*_others(covers, name))),
            leaves=_sorted(targets, _open_on_the_way(graph, name, targets) - covers[name]),
        )
        for name, (tests, through) in named_by.items()
    )
    anybody = set().union(*covers.values())
    gaps = {
        name for name, one in targets.items() if one.is_open and one.goals and name not in anybody
    }
    return Coverage(trials, _sorted(targets, targets), _sorted(targets, gaps))


def _others(covers: Mapping[str, set[str]], name: str) -> Iterator[set[str]]:
    return (tested for other, tested in covers.items() if other != name)


def _sorted(targets: Mapping[str, Target], names: Iterable[str]) -> tuple[Target, ...]:
    return tuple(sorted((targets[name] for name in names), key=lambda one: one.rank))


def _targets(graph: TheoryGraph) -> Iterator[Target]:
    """Go through all assumptions, and the links that are tested or of which nothing is known."""
    goals = _goals_by_node(graph)
    carried: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in graph.arrows:
        for name in arrow.link.assuming:
            carried[name.lower()].append(arrow)
    for name, entry in graph.strategy.assumptions.items():
        arrows = carried[name.lower()]
        yield _target(
            (named("assumptions", name, entry), "assumption", arrows),
            goals,
            entry.importance,
            is_open=entry.status not in ("holding", "failed"),
        )
    for arrows in _links(graph).values():
        yield _target(
            (named_arrow(graph, arrows[0]), "link", arrows),
            goals,
            None,
            is_open=any(arrow.link.evidence != "strong" for arrow in arrows),
        )


def _target(
    what: tuple[Named, str, list[Arrow]],
    goals: Mapping[str, frozenset[str]],
    importance: str | None,
    *,
    is_open: bool,
) -> Target:
    thing, kind, arrows = what
    ways = [arrow for arrow in arrows if not (arrow.hinders or arrow.feeds_back)]
    reached = frozenset[str]().union(*(goals[arrow.effect] for arrow in ways))
    return Target(thing, kind, tuple(sorted(reached)), importance, is_open)


def _goals_by_node(graph: TheoryGraph) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for goal in graph.within("goals"):
        for node in graph.leading_to([goal]):
            found[node].add(goal)
    return {node: frozenset(found[node]) for node in graph.nodes}


def _links(graph: TheoryGraph) -> Mapping[str, list[Arrow]]:
    """Give the links that a pilot names, or of which their evidence says that it is a gap."""
    tested = {
        name.lower()
        for pilot in graph.strategy.pilots.values()
        for test in pilot.tests
        for name in _arrow_names(test)
    }
    found: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in graph.arrows:
        if arrow.name.lower() in tested or arrow.link.evidence == "gap":
            found[arrow.name].append(arrow)
    return found


def _arrow_names(test: str) -> list[str]:
    causes, effect = link_ends(test) or ((), "")
    return [f"{cause} -> {effect}" for cause in causes]


def _tested(
    graph: TheoryGraph, pilot: str, targets: Mapping[str, Target]
) -> tuple[set[str], set[str]]:
    """Give what a pilot names, and what it tests through the links among that."""
    spelled = {name.lower(): name for name in targets}
    tests: set[str] = set()
    for test in graph.strategy.pilots[pilot].tests:
        for name in _arrow_names(test) or [test]:
            # What is misspelled is told of by the rules.
            if name.lower() in spelled:
                tests.add(spelled[name.lower()])
    through = {
        spelled[name.lower()]
        for arrow in graph.arrows
        if arrow.name in tests
        for name in arrow.link.assuming
        if name.lower() in spelled
    }
    return tests, through - tests


def _open_on_the_way(graph: TheoryGraph, pilot: str, targets: Mapping[str, Target]) -> set[str]:
    reached = graph.reached_from(measures(graph, graph.strategy.pilots[pilot]))
    way = reached & graph.leading_to(graph.within("goals"))
    carried = {
        name.lower()
        for arrow in graph.arrows
        if not (arrow.hinders or arrow.feeds_back) and {*arrow.ends} <= way
        for name in arrow.link.assuming
    }
    return {name for name, one in targets.items() if one.is_open and name.lower() in carried}
