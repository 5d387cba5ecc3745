"""Which chains to a goal were lost between two versions, and which are new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.arrows import backwards, beginnings, helping, reached
from toc.analysis.chains import counted
from toc.analysis.differences import new_names
from toc.graph import TheoryGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.analysis.arrows import Effects
    from toc.model import Strategy

__all__ = ["ChainChange", "chain_changes"]


@dataclass(frozen=True, slots=True)
class ChainChange:
    """What became of the chains to one goal.

    Attributes:
        goal: its id in the later version, or in the earlier one if it is gone.
        before: how many chains led to it; None where links on the way run in a circle.
        after: how many lead to it now; likewise.
        lost: how many of the earlier ones have an arrow that is gone; likewise.
        new: how many of the later ones have an arrow that was not there; likewise.
        lost_example: a shortest one that is lost.
        new_example: a shortest one that is new.
        lost_activities: the activities that led to it and do not any more.
        new_activities: the activities that lead to it and did not.
        is_gone: whether it is no goal in the later version.
    """

    goal: str
    before: int | None
    after: int | None
    lost: int | None
    new: int | None
    lost_example: tuple[str, ...]
    new_example: tuple[str, ...]
    lost_activities: tuple[str, ...]
    new_activities: tuple[str, ...]
    is_gone: bool

    @property
    def is_cut_off(self) -> bool:
        """Whether chains led to it and none does any more."""
        return bool(self.before) and self.after == 0


@dataclass(frozen=True, slots=True)
class _Version:
    """The arrows of one version by the ids of the later one."""

    effects: Effects
    goals: frozenset[str]
    activities: frozenset[str]

    @classmethod
    def of(cls, strategy: Strategy, names: Mapping[str, str]) -> _Version:
        graph = TheoryGraph(strategy)
        return cls(
            _renamed(helping(graph), names),
            frozenset(_new(graph.within("goals"), names)),
            frozenset(_new(graph.within("activities"), names)),
        )

    def leading_to(self, goal: str) -> frozenset[str]:
        """Give the activities that lead to a goal."""
        if goal not in self.effects:
            return frozenset()
        return self.activities & reached([goal], backwards(self.effects)).keys()


def chain_changes(before: Strategy, after: Strategy) -> tuple[ChainChange, ...]:
    """Give for each goal of either version what became of its chains, in order of id.

    Args:
        before: the earlier version.
        after: the later one.
    """
    old, new = _Version.of(before, new_names(before, after)), _Version.of(after, {})
    lost, gained = _Missing(old.effects, new.effects), _Missing(new.effects, old.effects)
    return tuple(
        ChainChange(
            goal,
            lost.count(goal),
            gained.count(goal),
            lost.missing(goal),
            gained.missing(goal),
            lost.example(goal),
            gained.example(goal),
            tuple(sorted(old.leading_to(goal) - new.leading_to(goal))),
            tuple(sorted(new.leading_to(goal) - old.leading_to(goal))),
            goal not in new.goals,
        )
        for goal in sorted(old.goals | new.goals)
    )


def _new(nodes: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(node.lower(), node) for node in nodes]


def _renamed(effects: Effects, names: Mapping[str, str]) -> Effects:
    """Give the same arrows between the new ids; two nodes that became one are one."""
    found: dict[str, set[str]] = {node: set() for node in sorted(_new(effects, names))}
    for cause, after in effects.items():
        found[names.get(cause.lower(), cause)].update(_new(after, names))
    return {node: tuple(sorted(after)) for node, after in found.items()}


class _Missing:
    """The chains of one version that the other does not have."""

    def __init__(self, here: Effects, there: Effects) -> None:
        kept = {
            node: tuple(one for one in after if one in there.get(node, ()))
            for node, after in here.items()
        }
        self._here, self._kept = here, kept
        self._starts = beginnings(here)
        self._all = counted(here, self._starts)
        self._both = counted(kept, self._starts)
        self._before = self._searched()

    def count(self, goal: str) -> int | None:
        if goal not in self._here:
            return 0
        counts = self._all[goal]
        return None if counts is None else counts.total()

    def missing(self, goal: str) -> int | None:
        every = self.count(goal)
        both = self._both.get(goal)
        return None if every is None else every - (0 if both is None else both.total())

    def example(self, goal: str) -> tuple[str, ...]:
        if (goal, True) not in self._before:
            return ()
        chain: list[str] = []
        state: tuple[str, bool] | None = (goal, True)
        while state is not None:
            chain.append(state[0])
            state = self._before[state]
        return tuple(reversed(chain))

    def _searched(self) -> Mapping[tuple[str, bool], tuple[str, bool] | None]:
        """Walk breadth first, and know of each step whether an arrow was missing so far."""
        found: dict[tuple[str, bool], tuple[str, bool] | None] = {
            (start, False): None for start in self._starts
        }
        waiting = list(found)
        for node, is_missing in waiting:
            for effect in self._here[node]:
                state = effect, is_missing or effect not in self._kept[node]
                if state not in found:
                    found[state] = node, is_missing
                    waiting.append(state)
        return found
