"""The budget: by activity, by goal, by source of funding and by stage, against what there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.analysis.things import Thing, thing_of
from toc.graph import TheoryGraph
from toc.roadmap.amounts import Amount, amount, figure, summed
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["CURRENCY", "Budget", "Cost", "Slice", "budget"]

CURRENCY = "EUR"
"""What amounts are in when a strategy does not say."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one activity costs.

    Attributes:
        activity: the activity.
        amount: what it costs.
        funding: who or what pays for it, as its authors say; None where they do not.
        stage: the id of its stage, empty where it has none.
        goals: the ids of the goals that it leads to, in the order of the file.
    """

    activity: Thing
    amount: Amount
    funding: Sayable | None
    stage: str
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the budget: what leads to a goal, what one source pays, what a stage costs.

    Attributes:
        title: what it is.
        amount: what the activities in it cost together.
        activities: their ids, in the order of the file.
        shared: of a goal, how much of it leads to other goals, too.
        name: the id of the goal or of the stage; empty for a source, and for what has none.
    """

    title: Sayable
    amount: Amount
    activities: tuple[str, ...]
    shared: Amount | None = None
    name: str = ""

    def as_data(self, language: str = "en") -> dict[str, Plain]:
        """Give it as plain data."""
        return {
            "name": self.name,
            "title": self.title.say(language),
            "amount": self.amount.as_data(),
            "shared": None if self.shared is None else self.shared.as_data(),
            "activities": list(self.activities),
        }


@dataclass(frozen=True, slots=True)
class Budget:
    """What the strategy costs, cut in four ways.

    Attributes:
        currency: of all amounts.
        envelope: the money there is in all; None where nobody says.
        total: what the activities cost, each counted once.
        costs: each activity, in the order of the file.
        by_goal: each goal, then what leads to none.
        by_funding: each source, the largest first, then what nobody pays for yet.
        by_stage: each stage in the order of the file, then what belongs to none.
        pilots: what each pilot costs: a part of the activities that it tries, not added.
        split: whether an activity that leads to several goals is divided evenly among them.
    """

    currency: str
    envelope: Fraction | None
    total: Amount
    costs: tuple[Cost, ...]
    by_goal: tuple[Slice, ...]
    by_funding: tuple[Slice, ...]
    by_stage: tuple[Slice, ...]
    pilots: tuple[Slice, ...]
    split: bool

    @property
    def rest(self) -> Fraction | None:
        """What is left of the envelope, or less than nothing; what is unknown not counted."""
        return None if self.envelope is None else self.envelope - self.total.known

    @property
    def method(self) -> tuple[Message, ...]:
        """How it was reckoned, for whoever reads the tables."""
        shared = (
            Message("What leads to several goals is divided evenly among them.")
            if self.split
            else Message(
                "What leads to several goals is shown in full under each of them, so the goals "
                "may add up to more than the total."
            )
        )
        return (
            shared,
            Message("The total counts each activity once."),
            Message("What a pilot costs is part of the activities that it tries."),
            Message("What nobody has costed is unknown, and not zero."),
        )

    def sentence(self, language: str = "en") -> str:
        """Say what it costs, and what is left of the envelope."""
        return " ".join(part.say(language) for part in self._said())

    def _said(self) -> Iterator[Message]:
        if not self.costs:
            yield Message("There are no activities to cost.")
            return
        if self.total.is_unknown:
            yield Message("Nobody has said yet what the activities cost.")
            return
        total = self.total.said(self.currency)
        yield Message("The activities cost {total}.", {"total": total})
        if self.envelope is None or self.rest is None:
            yield Message("No budget is written to set this against.")
            return
        values = {
            "budget": figure(self.envelope),
            "rest": figure(abs(self.rest)),
            "currency": self.currency,
        }
        if self.rest < 0:
            yield Message("That is {rest} {currency} more than the {budget} there are.", values)
        elif self.total.unknown:
            yield Message(
                "Of the {budget} {currency} there are, {rest} are left for what is unknown.", values
            )
        else:
            yield Message("Of the {budget} {currency} there are, {rest} are left.", values)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data; an unknown amount is null."""
        return {
            "currency": self.currency,
            "envelope": None if self.envelope is None else Amount(self.envelope).as_data(),
            "total": self.total.as_data(),
            "activities": [_cost_as_data(one, language) for one in self.costs],
            "by_goal": [one.as_data(language) for one in self.by_goal],
            "by_funding": [one.as_data(language) for one in self.by_funding],
            "by_stage": [one.as_data(language) for one in self.by_stage],
            "pilots": [one.as_data(language) for one in self.pilots],
            "method": [one.say(language) for one in self.method],
        }


def _cost_as_data(one: Cost, language: str) -> dict[str, Plain]:
    return {
        "name": one.activity.name,
        "title": one.activity.title.say(language),
        "amount": one.amount.as_data(),
        "funding": None if one.funding is None else one.funding.say(language),
        "stage": one.stage,
        "goals": list(one.goals),
    }


def budget(strategy: Strategy, *, split: bool = False) -> Budget:
    """Add up what the activities of a strategy cost.

    An activity leads to a goal when a chain of arrows runs there that neither hinder nor feed
    back.  Sums are exact.

    Args:
        strategy: the strategy.
        split: whether an activity that leads to several goals is divided evenly among them;
            else it stands in full under each.
    """
    envelope = strategy.head.budget
    costs = _costs(strategy)
    return Budget(
        currency=strategy.head.currency or CURRENCY,
        envelope=None if envelope is None else Fraction(str(envelope)),
        total=summed(one.amount for one in costs),
        costs=costs,
        by_goal=tuple(_by_goal(strategy, costs, split=split)),
        by_funding=tuple(_by_funding(costs)),
        by_stage=tuple(_by_stage(strategy, costs)),
        pilots=tuple(_pilots(strategy)),
        split=split,
    )


def _costs(strategy: Strategy) -> tuple[Cost, ...]:
    graph = TheoryGraph(strategy)
    leading = {goal: graph.leading_to([goal]) for goal in graph.within("goals")}
    goals = [goal for goal in strategy.goals if goal in leading]
    return tuple(
        Cost(
            thing_of(strategy, name),
            amount(activity.cost),
            activity.funding or None,
            _stage(strategy, activity.stage),
            tuple(goal for goal in goals if name in leading[goal]),
        )
        for name, activity in strategy.activities.items()
    )


def _stage(strategy: Strategy, name: str | None) -> str:
    section, key = strategy.index.get((name or "").lower(), ("", ""))
    return key if section == "stages" else ""


def _slice(title: Sayable, costs: Iterable[Cost], name: str = "") -> Slice:
    costs = tuple(costs)
    named = tuple(one.activity.name for one in costs)
    return Slice(title, summed(one.amount for one in costs), named, name=name)


def _by_goal(strategy: Strategy, costs: tuple[Cost, ...], *, split: bool) -> Iterator[Slice]:
    for goal in strategy.goals:
        own = [one for one in costs if goal in one.goals]
        shared = summed(_share(one, split=split) for one in own if len(one.goals) > 1)
        found = _slice(thing_of(strategy, goal).title, own, goal)
        whole = summed(_share(one, split=split) for one in own)
        yield replace(found, amount=whole, shared=shared)
    left = [one for one in costs if not one.goals]
    if left:
        yield _slice(Message("leads to no goal"), left)


def _share(cost: Cost, *, split: bool) -> Amount:
    """Give what of a cost stands under one goal."""
    if not split:
        return cost.amount
    return replace(cost.amount, known=cost.amount.known / len(cost.goals))


def _by_funding(costs: tuple[Cost, ...]) -> Iterator[Slice]:
    """Group by the wording of the source; what costs nothing needs none."""
    groups: dict[str, list[Cost]] = {}
    for one in costs:
        if one.funding is not None:
            groups.setdefault(" ".join(str(one.funding).casefold().split()), []).append(one)
    found = [_slice(own[0].funding or Message("{name}"), own) for own in groups.values()]
    yield from sorted(found, key=lambda one: -one.amount.known)
    left = [one for one in costs if one.funding is None]
    open_ones = [one for one in left if one.amount.is_unknown or one.amount.known]
    if open_ones:
        yield _slice(Message("nobody has said who pays"), open_ones)
    free = [one for one in left if one not in open_ones]
    if free:
        yield _slice(Message("costs nothing"), free)


def _by_stage(strategy: Strategy, costs: tuple[Cost, ...]) -> Iterator[Slice]:
    for stage in strategy.stages:
        own = [one for one in costs if one.stage == stage]
        yield _slice(thing_of(strategy, stage).title, own, stage)
    left = [one for one in costs if not one.stage]
    if left:
        yield _slice(Message("in no stage"), left)


def _pilots(strategy: Strategy) -> Iterator[Slice]:
    for name, pilot in strategy.pilots.items():
        measures = (strategy.index.get(one.lower(), ("", "")) for one in pilot.of)
        own = tuple(key for section, key in measures if section == "activities")
        yield Slice(thing_of(strategy, name).title, amount(pilot.cost), own, name=name)
