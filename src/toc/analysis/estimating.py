"""How likely a goal is, exactly where diagrams are small enough, and from a sample where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.answers import Method
from toc.analysis.worlds import drawn, held

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading

__all__ = ["chance_of", "method_of", "slopes_of"]

_WORLDS = 10_000
"""Worlds of a sample: half a per cent of standard error at most."""


def method_of(logic: Logic, goal: str, reading: Reading) -> Method:
    """Say how chances of a goal are found in a reading."""
    return Method.SAMPLED if logic.diagram(goal, reading) is None else Method.EXACT


def chance_of(logic: Logic, goal: str, reading: Reading, chances: Mapping[str, float]) -> float:
    """Give how likely a goal is, if each thing holds by itself with its chance.

    Args:
        logic: the logic of a strategy.
        goal: the name of the goal.
        reading: how undeclared causes combine.
        chances: the chance of everything that may fail.
    """
    diagram = logic.diagram(goal, reading)
    if diagram is not None:
        return diagram.chance(chances)
    return _share(logic, goal, reading, _worlds(logic, goal, chances))


def slopes_of(
    logic: Logic, goal: str, reading: Reading, chances: Mapping[str, float]
) -> dict[str, float]:
    """Give for each thing how much more likely a goal is with it than without (Birnbaum).

    In a sample both are counted in the same worlds, so that only what the thing changes
    is left of the noise.
    """
    diagram = logic.diagram(goal, reading)
    if diagram is not None:
        return diagram.slopes(chances)
    worlds = _worlds(logic, goal, chances)
    always = (1 << _WORLDS) - 1
    return {
        thing: _share(logic, goal, reading, {**worlds, thing: always})
        - _share(logic, goal, reading, {**worlds, thing: 0})
        for thing in sorted(worlds)
    }


def _worlds(logic: Logic, goal: str, chances: Mapping[str, float]) -> Mapping[str, int]:
    return drawn({thing: chances[thing] for thing in logic.part(goal).may_fail}, _WORLDS)


def _share(logic: Logic, goal: str, reading: Reading, worlds: Mapping[str, int]) -> float:
    return held(logic.part(goal), reading, worlds, _WORLDS)[goal].bit_count() / _WORLDS
