"""Systems made by hand, and what holds in them, found in the plainest way.

The oracle walks sets of names round by round: it shares no line with what it is held
against.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from hypothesis import strategies as st

from toc.analysis.logic import Logic
from toc.analysis.system import Package, Reading, Step, System

__all__ = [
    "GOAL",
    "comes_about",
    "fault_tree",
    "minimal",
    "network",
    "small_logics",
    "subsets",
    "worlds_of",
]

GOAL = "goal"
_MOST_THINGS = 5
_MOST_STEPS = 5


def comes_about(system: System, reading: Reading, holds: Collection[str], goal: str) -> bool:
    """Say whether a goal comes about, round by round from nothing."""
    found: set[str] = set()
    while True:
        more = {
            name
            for name, step in system.steps.items()
            if (name in holds or name not in system.may_fail)
            and _is_on(step, reading, holds, found)
        }
        if more == found:
            return goal in found
        found = more


def _is_on(step: Step, reading: Reading, holds: Collection[str], found: Collection[str]) -> bool:
    working = sum(
        one.cause in found and all(need in holds for need in one.needs) for one in step.packages
    )
    least = step.least
    if least is None:
        least = len(step.packages) if reading is Reading.ALL else 1
    return working >= least and all(need in holds for need in step.needs)


def subsets(things: Collection[str]) -> Iterator[frozenset[str]]:
    """Go through all sets of some things, the smaller first."""
    sizes = range(len(things) + 1)
    each = chain.from_iterable(combinations(sorted(things), size) for size in sizes)
    return map(frozenset, each)


def minimal(
    things: Collection[str], is_enough: Callable[[frozenset[str]], bool]
) -> set[frozenset[str]]:
    """Give the smallest sets that are enough, by trying all."""
    found: list[frozenset[str]] = []
    for one in subsets(things):
        if not any(known <= one for known in found) and is_enough(one):
            found.append(one)
    return set(found)


def worlds_of(
    chances: Mapping[str, float],
) -> Iterator[tuple[float, frozenset[str]]]:
    """Go through all worlds: how likely each is, and what holds in it."""
    for holds in subsets(chances):
        likely = 1.0
        for thing, chance in chances.items():
            likely *= chance if thing in holds else 1 - chance
        yield likely, holds


def fault_tree(gates: Mapping[str, str], events: Iterable[str], top: str) -> Logic:
    """Give a fault tree as the system of what does not fail.

    Args:
        gates: for each gate its kind and what it joins, as in `or A B` or `2 of A B C`.
        events: what may happen; here each is something that holds as long as it does not.
        top: what is to be avoided.
    """
    steps = {event: Step() for event in events}
    for gate, said in gates.items():
        kind, *joined = said.replace(" of ", " ").split()
        packages = tuple(map(Package, joined))
        enough = {"and": 1, "or": len(joined)}
        least = enough[kind] if kind in enough else len(joined) - int(kind) + 1
        steps[gate] = Step((), packages, least)
    return Logic(System(steps, frozenset(events)), [top])


def network(edges: Sequence[tuple[str, str]], start: str, *, both_ways: bool) -> System:
    """Give the system of what is connected with a start; the edges may fail.

    Args:
        edges: the edges; number `i` is called `ei`.
        start: where it begins.
        both_ways: whether edges can be walked backwards as well.
    """
    nodes = sorted({end for edge in edges for end in edge})
    into: dict[str, list[Package]] = {node: [] for node in nodes}
    for number, (cause, effect) in enumerate(edges):
        into[effect].append(Package(cause, (f"e{number}",)))
        if both_ways:
            into[cause].append(Package(effect, (f"e{number}",)))
    steps = {node: Step((), tuple(into[node]), 1) for node in nodes}
    steps[start] = Step()
    return System(steps, frozenset(f"e{number}" for number in range(len(edges))))


@st.composite
def small_logics(draw: st.DrawFn) -> Logic:
    """Give systems of few steps and things, with gates of every kind, and with loops."""
    things = [f"x{number}" for number in range(draw(st.integers(1, _MOST_THINGS)))]
    names = [GOAL, *(f"s{number}" for number in range(draw(st.integers(1, _MOST_STEPS))))]
    some = st.lists(st.sampled_from(things), max_size=2, unique=True).map(tuple)
    steps: dict[str, Step] = {}
    for name in names:
        packages = [
            Package(cause, draw(some))
            for cause in draw(st.lists(st.sampled_from(names), max_size=3))
        ]
        least = draw(st.one_of(st.none(), st.integers(0, len(packages))))
        steps[name] = Step(draw(some), tuple(packages), least if packages else 0)
    failing = draw(st.sets(st.sampled_from(names[1:]), max_size=2))
    return Logic(System(steps, frozenset({*things, *failing})), [GOAL])
