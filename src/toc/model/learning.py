"""What was learned, said and accepted: lessons, messages, terms, waivers, views, versions."""

from __future__ import annotations

from typing import Annotated

from toc.model.base import Entry, Noun
from toc.model.dates import DateField
from toc.model.language import TextField
from toc.model.nodes import NODE_SECTIONS, Groups
from toc.model.references import ANY, AnyRefs, Refers
from toc.model.values import Label, Labels, field

__all__ = ["Change", "Lesson", "Publication", "Term", "View", "Waiver"]

Nodes = Annotated[Labels, Refers(NODE_SECTIONS)]


class Lesson(Entry):
    """A lesson learned."""

    from_: AnyRefs = field("What it was learned from.", alias="from", default=())
    about: AnyRefs = field("What it is about.", default=())
    action: TextField = field("What follows from it.")
    for_: Groups = field("Who should know.", alias="for", default=())


class Publication(Entry):
    """A message of the communication plan: what is told to whom."""

    for_: Groups = field("Who is told.", alias="for", default=())
    channel: TextField = field("Through what.")
    date: DateField = field("When.")
    about: AnyRefs = field("What it is about.", default=())
    by: Labels = field("Who tells it.", default=())


class Term(Entry):
    """A term or an acronym."""


class Waiver(Entry):
    """A finding that is accepted: of which rule, where, why, by whom, until when."""

    rule: Label | None = field("The name of the rule.")
    at: Annotated[Labels, Refers((ANY,))] = field(
        "The entries where it is accepted; everywhere when none is named.", default=()
    )
    because: TextField = field("Why it is accepted.")
    by: Labels = field("Who accepts it.", default=())
    until: DateField = field("Until when.")


class View(Entry):
    """A named picture: a query over the strategy."""

    goal: Annotated[Labels, Refers(("goals",))] = field("What leads to these goals.", default=())
    area: Annotated[Labels, Refers(("areas",))] = field(
        "What belongs to these policy areas.", default=()
    )
    stakeholder: Groups = field("What these stakeholders have a part in.", default=())
    stage: Annotated[Labels, Refers(("stages",))] = field(
        "What happens in these stages.", default=()
    )
    tag: Labels = field("What has one of these tags.", default=())
    pilot: Annotated[Labels, Refers(("pilots",))] = field(
        "These pilots, with the chains to their goals.", default=()
    )
    upstream: Nodes = field("What leads to these.", default=())
    downstream: Nodes = field("What follows from these.", default=())
    between: Nodes = field("What lies between these two.", default=())
    critical: Labels = field("What critical assumptions carry, by their status.", default=())
    fold: Annotated[Labels, Refers(("areas",))] = field(
        "Policy areas that become one box.", default=()
    )
    overlay: Label | None = field("What is laid over the picture.")
    layout: Label | None = field("How it is arranged.")
    lanes: Label | None = field("What its lanes are: areas, stakeholders, or none.")


class Change(Noun):
    """A version of the strategy."""

    short_form = "because"

    title: TextField = field("What changed.")
    date: DateField = field("When.")
    by: Labels = field("Who took part.", default=())
    approved: TextField = field("The act that approved it.")
    because: TextField = field("Why.")
