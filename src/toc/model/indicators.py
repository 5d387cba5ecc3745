"""How change is seen: indicators, their values, and readings from a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass, field as part
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from toc.model.base import Entry, Noun
from toc.model.dates import Date, Duration
from toc.model.language import Text
from toc.model.references import Refers
from toc.model.values import Label, Labels, NumberOrLabel, as_list, entries, field

__all__ = ["NODE_SECTIONS", "Indicator", "Measurement", "Reading"]

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


class Measurement(Noun):
    """One value of an indicator."""

    short_form = "value"

    value: NumberOrLabel | None = field("The number, or the level in words.")
    source: Text | None = field("Where it is from.")
    note: Text | None = field("What to know about it.")
    by: dict[str, NumberOrLabel] = Field(
        default_factory=dict, description="The value for each group."
    )


class Indicator(Entry):
    """A measure of a node."""

    of: Annotated[
        tuple[Label, ...], BeforeValidator(as_list), Refers((*NODE_SECTIONS, "assumptions"))
    ] = field("What it measures.", default=())
    definition: Text | None = field("What exactly is counted, of whom.")
    unit: Text | None = field("The unit of its values.")
    measure: Literal["number", "percentage", "ordinal", "qualitative"] | None = field(
        "What kind of value it has."
    )
    direction: Literal["up", "down", "maintain"] | None = field("Which way is better.")
    baseline: dict[Date, Measurement] = entries("The value to start from, by date.")
    milestones: dict[Date, Measurement] = entries("Values on the way, by date.")
    target: dict[Date, Measurement] = entries("The value to reach, by date.")
    actual: dict[Date, Measurement] = entries("Values that were measured, by date.")
    source: Text | None = field("The means of verification.")
    method: Text | None = field("How it is measured.")
    frequency: Duration | None = field("How often it is measured.")
    responsible: Annotated[
        tuple[Label, ...], BeforeValidator(as_list), Refers(("stakeholders",))
    ] = field("Who measures it.", default=())
    by: Labels = field("What it is disaggregated by.", default=())
    aggregate: Literal["sum", "mean", "distinct", "none"] | None = field(
        "How values of several places are joined."
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of the spreadsheet of readings.

    Attributes:
        indicator: the indicator's id.
        date: when.
        value: what was read.
        source: where it is from.
        note: what to know about it.
        by: the group that the row is about, by disaggregation.
    """

    indicator: str
    date: Date
    value: int | float | str
    source: str = ""
    note: str = ""
    by: dict[str, str] = part(default_factory=dict, hash=False)
