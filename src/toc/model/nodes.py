"""The nodes of a theory of change, from what a region starts from to what it commits to."""

from __future__ import annotations

from typing import Annotated, Literal

from toc.model.base import Node
from toc.model.dates import DateField, IntervalField
from toc.model.language import TextField
from toc.model.references import Refers
from toc.model.values import Cost, Flag, Label, Labels, Number, field

__all__ = [
    "NODE_SECTIONS",
    "Activity",
    "Asset",
    "Factor",
    "Goal",
    "Groups",
    "Input",
    "Need",
    "Outcome",
    "Output",
]

NODE_SECTIONS = (
    "needs",
    "assets",
    "inputs",
    "activities",
    "outputs",
    "outcomes",
    "goals",
    "factors",
)
"""The sections whose entries arrows may join, in the order of the chain."""

Groups = Annotated[Labels, Refers(("stakeholders",))]
Group = Annotated[Label | None, Refers(("stakeholders",))]


class Need(Node):
    """A problem that the region starts from."""

    source: TextField = field("Where this is known from.")
    out_of_scope: TextField = field("Why the strategy leaves it to others.")


class Asset(Node):
    """A strength or potential that the region starts from."""

    source: TextField = field("Where this is known from.")
    out_of_scope: TextField = field("Why the strategy does not build on it.")


class Input(Node):
    """People, money, places or data that go in."""

    amount: Number | None = field("How much of it.")
    unit: TextField = field("What the amount counts.")
    from_: Groups = field("The stakeholders who give it.", alias="from", default=())


class Activity(Node):
    """A measure that someone carries out."""

    accountable: Group = field("The one stakeholder who answers for it.")
    responsible: Groups = field("The stakeholders who carry it out.", default=())
    consulted: Groups = field("The stakeholders who are asked.", default=())
    informed: Groups = field("The stakeholders who are told.", default=())
    for_: Groups = field("The target groups.", alias="for", default=())
    stage: Annotated[Label | None, Refers(("stages",))] = field("The stage of the roadmap.")
    period: IntervalField = field("When it happens.")
    cost: Cost | None = field("What it costs; `none` when it costs nothing.")
    funding: TextField = field("Who or what pays for it.")
    quick_win: Flag | None = field("Whether it shows a result within six months.")
    new: Flag | None = field("Whether the region has never done it before.")
    after: Annotated[Labels, Refers(("activities",))] = field(
        "The activities that must be over first: sequence, not cause.", default=()
    )


class Output(Node):
    """What is delivered."""

    amount: Number | None = field("How much or how many.")
    due: DateField = field("By when.")
    delivered: DateField = field("When it was delivered.")


class Outcome(Node):
    """What changes, in whom."""

    horizon: Literal["short", "medium", "long"] | None = field("When the change is expected.")
    change: (
        Literal["reach", "reaction", "capacity", "behaviour", "benefit", "condition", "policy"]
        | None
    ) = field("What kind of change it is, from being reached to a changed policy.")
    for_: Groups = field("In whom it changes.", alias="for", default=())
    due: DateField = field("By when.")
    terminal: TextField = field("Why nothing has to follow from it.")


class Goal(Node):
    """What the strategy commits to."""

    for_: Groups = field("For whose benefit.", alias="for", default=())
    due: DateField = field("By when.")


class Factor(Node):
    """Something outside the strategy's hands, or an effect that nobody intends."""

    kind: Literal["barrier", "enabler", "external", "unintended"] | None = field(
        "What it does: a barrier, an enabler, another external factor, an unintended effect."
    )
    watch: Annotated[Labels, Refers(("indicators", "stakeholders"))] = field(
        "The indicators or stakeholders that keep an eye on it.", default=()
    )
