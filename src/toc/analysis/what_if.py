"""What changes in a scenario: goals lost and regained, and what becomes a single point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both
from toc.analysis.logic import Logic
from toc.analysis.outlook import Future, Outlook
from toc.analysis.reaching import in_a_row
from toc.analysis.scenario import Scenario, imagined
from toc.analysis.system import Reading
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import deadly_singles
from toc.words import Message

if TYPE_CHECKING:
    from toc.words import Sayable

__all__ = ["Change", "Scenario", "WhatIf", "what_if"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a scenario does to one goal.

    Attributes:
        goal: the goal.
        before: whether it is reached in the baseline.
        after: whether it is reached in the scenario.
        single_points: what brings it down by itself in the scenario, and did not before.
        baseline: how it stands in the baseline: support, earliest date, chance.
        outlook: the same in the scenario.
    """

    goal: Thing
    before: Both[bool]
    after: Both[bool]
    single_points: Both[tuple[Thing, ...]]
    baseline: Outlook
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class WhatIf(Answer):
    """What changes in a scenario.

    Attributes:
        gone: what does not hold in the scenario.
        name: the scenario's name; empty where it has none.
        changes: what it does to each goal.
        assumed: what the answer takes for granted.
    """

    gone: tuple[Thing, ...]
    changes: tuple[Change, ...]
    assumed: tuple[Message, ...] = ()
    name: str = ""

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
        values = {"things": listed(self.gone), "goals": listed(self.lost), "count": len(self.lost)}
        if not self.lost:
            none = Message("Without {things} no goal is lost for certain.", values)
            return none if self.gone else Message("In this scenario no goal is lost for certain.")
        if not self.gone:
            return Message(
                "In this scenario {count} goal is lost: {goals}.",
                values,
                plural="In this scenario {count} goals are lost: {goals}.",
            )
        return Message(
            "Without {things} {count} goal is lost: {goals}.",
            values,
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


def what_if(
    logic: Logic, scenario: Scenario, baseline: Scenario | None = None, *, name: str = ""
) -> WhatIf:
    """Find what a scenario changes, goal by goal, against a baseline.

    Least fixed points and knock-outs of single things, the best-supported way (max-min) and
    the earliest dates (Knuth 1977) without what is gone; exact at any size.  Chances are
    asked only where the scenario gives some, and need decision diagrams.

    Args:
        logic: the logic of a strategy.
        scenario: what is gone, what fails, what holds all the same, what is drawn otherwise.
        baseline: what it is compared with; without it, that nothing fails.
        name: what the scenario is called.

    Raises:
        UnknownNameError: when there is no such thing.
        MissingExtraError: when chances are given and oxidd is not installed.
    """
    asks_chances = bool(scenario.chances)
    before = _future(logic, baseline or Scenario(), asks_chances)
    after = _future(logic, scenario, asks_chances)
    messages = dict.fromkeys(
        message for goal in logic.goals for message in after.logic.assumed(goal)
    )
    return WhatIf(
        logic.things(after.gone),
        tuple(_change(goal, before, after) for goal in logic.goals),
        tuple(messages),
        name,
    )


def _future(logic: Logic, scenario: Scenario, asks_chances: bool) -> Future:  # noqa: FBT001
    gone = {logic.thing(name).name for name in (*scenario.without, *scenario.fails)}
    gone -= {logic.thing(name).name for name in scenario.kept}
    if scenario.is_drawn_otherwise and logic.strategy is not None:
        drawn = imagined(logic.strategy, scenario, lambda name: logic.thing(name).name)
        logic = Logic.of(drawn, budget=logic.budget)
    return Future(logic, gone, scenario.chances if asks_chances else None)


def _change(goal: str, before: Future, after: Future) -> Change:
    def new(reading: Reading) -> tuple[Thing, ...]:
        now = _single(after.logic, goal, reading, after.gone)
        return after.logic.things(now - _single(before.logic, goal, reading, before.gone))

    was, now = before.outlook(goal), after.outlook(goal)
    return Change(
        after.logic.thing(goal),
        was.reached,
        now.reached,
        Both(new(Reading.ANY), new(Reading.ALL)),
        was,
        now,
    )


def _single(logic: Logic, goal: str, reading: Reading, gone: frozenset[str]) -> frozenset[str]:
    """Give what brings a goal down by itself, beside what is gone; nothing if it is lost."""
    if not logic.comes_about(goal, reading, gone):
        return frozenset()
    tried = logic.parts_of(goal)
    return frozenset(deadly_singles(logic.part(goal), reading, tried, goal, gone))
