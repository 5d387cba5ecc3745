"""Who takes part, and in which field of policy."""

from __future__ import annotations

from typing import Annotated, Literal

from toc.model.base import Entry
from toc.model.questionnaire import Weight
from toc.model.references import Refers
from toc.model.values import Flag, Label, Labels, Number, field

__all__ = ["Area", "Level", "Stakeholder"]

Level = Literal["low", "medium", "high"]


class Area(Entry):
    """A policy area; also a lane of the picture."""

    part_of: Annotated[Label | None, Refers(("areas",))] = field("The wider area.")
    weight: Weight | None = field("Its weight in a composite score.")
    optional: Flag | None = field("Whether an assessment may leave it out.")


class Stakeholder(Entry):
    """A person, an organisation or a group with a part in the strategy."""

    kind: Literal["person", "organisation", "group"] | None = field("What it is.")
    roles: Labels = field(
        "Its parts: target group, beneficiary, partner, funder, decision-maker, facilitator …",
        default=(),
    )
    influence: Level | None = field("How much it can move.")
    interest: Level | None = field("How much it cares.")
    size: Number | None = field("How many people it is.")
