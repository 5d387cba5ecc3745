"""What changes in a scenario: goals lost and regained, and what becomes a single point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both
from toc.analysis.reaching import in_a_row
from toc.analysis.system import Reading
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import deadly_singles
from toc.words import Message

if TYPE_CHECKING:
    from toc.analysis.logic import Logic
    from toc.words import Sayable

__all__ = ["Change", "Scenario", "WhatIf", "what_if"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A future that is thought through.

    Attributes:
        without: ids of what is gone: an activity, a stakeholder, an input, a link.
        fails: ids of what turns out not to hold: assumptions; ids of risks that occur.
        kept: ids of what holds all the same, though the two others name it.
    """

    without: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a scenario does to one goal.

    Attributes:
        goal: the goal.
        before: whether it is reached in the baseline.
        after: whether it is reached in the scenario.
        single_points: what brings it down by itself in the scenario, and did not before.
    """

    goal: Thing
    before: Both[bool]
    after: Both[bool]
    single_points: Both[tuple[Thing, ...]]


@dataclass(frozen=True, slots=True)
class WhatIf(Answer):
    """What changes in a scenario.

    Attributes:
        gone: what does not hold in the scenario.
        changes: what it does to each goal.
        assumed: what the answer takes for granted.
    """

    gone: tuple[Thing, ...]
    changes: tuple[Change, ...]
    assumed: tuple[Message, ...] = ()

    @property
    def lost(self) -> tuple[Thing, ...]:
        """The goals that are reached in the baseline and not in the scenario, for certain."""
        return _where(self.changes, before=True)

    @property
    def regained(self) -> tuple[Thing, ...]:
        """The goals that are reached in the scenario and not in the baseline, for certain."""
        return _where(self.changes, before=False)

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        return in_a_row(self._lost(), *self._regained(), *self._exposed())

    def _lost(self) -> Message:
        values = {"things": listed(self.gone), "goals": listed(self.lost)}
        if not self.gone:
            return Message("Nothing is gone in this scenario.")
        if not self.lost:
            return Message("Without {things} no goal is lost for certain.", values)
        return Message(
            "Without {things} {count} goal is lost: {goals}.",
            {**values, "count": len(self.lost)},
            plural="Without {things} {count} goals are lost: {goals}.",
        )

    def _regained(self) -> list[Message]:
        values = {"count": len(self.regained), "goals": listed(self.regained)}
        told = Message(
            "{count} goal is regained: {goals}.",
            values,
            plural="{count} goals are regained: {goals}.",
        )
        return [told] if self.regained else []

    def _exposed(self) -> list[Message]:
        exposed = [one for one in self.changes if one.single_points.if_any]
        return [
            Message(
                "“{goal}” now also stands or falls with {things}.",
                {"goal": one.goal.title, "things": listed(one.single_points.if_any)},
            )
            for one in exposed
        ]


def _where(changes: tuple[Change, ...], *, before: bool) -> tuple[Thing, ...]:
    return tuple(
        one.goal
        for one in changes
        if one.before.if_any is before and one.after.if_any is not before
    )


def what_if(logic: Logic, scenario: Scenario, baseline: Scenario | None = None) -> WhatIf:
    """Find what a scenario changes, goal by goal, against a baseline.

    Least fixed points and knock-outs of single things; exact at any size.

    Args:
        logic: the logic of a strategy.
        scenario: what is gone, what fails, what holds all the same.
        baseline: what it is compared with; without it, that nothing fails.

    Raises:
        UnknownNameError: when there is no such thing.
    """
    before, after = _gone(logic, baseline or Scenario()), _gone(logic, scenario)
    messages = dict.fromkeys(message for goal in logic.goals for message in logic.assumed(goal))
    return WhatIf(
        logic.things(after),
        tuple(_change(logic, goal, before, after) for goal in logic.goals),
        tuple(messages),
    )


def _gone(logic: Logic, scenario: Scenario) -> frozenset[str]:
    names = {logic.thing(name).name for name in (*scenario.without, *scenario.fails)}
    return frozenset(names - {logic.thing(name).name for name in scenario.kept})


def _change(logic: Logic, goal: str, before: frozenset[str], after: frozenset[str]) -> Change:
    def new(reading: Reading) -> tuple[Thing, ...]:
        now = _single(logic, goal, reading, after)
        return logic.things(now - _single(logic, goal, reading, before))

    return Change(
        logic.thing(goal),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading, before)),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading, after)),
        logic.both(goal, new),
    )


def _single(logic: Logic, goal: str, reading: Reading, gone: frozenset[str]) -> frozenset[str]:
    """Give what brings a goal down by itself, beside what is gone; nothing if it is lost."""
    if not logic.comes_about(goal, reading, gone):
        return frozenset()
    tried = logic.parts_of(goal)
    return frozenset(deadly_singles(logic.part(goal), reading, tried, goal, gone))
