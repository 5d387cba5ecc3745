"""How change is seen: indicators, their values, and readings from a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as part
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from toc.model.base import AreaRef, Entry, Noun
from toc.model.dates import Date, DurationField
from toc.model.language import TextField
from toc.model.nodes import NODE_SECTIONS
from toc.model.references import Refers
from toc.model.taking import Takes
from toc.model.values import Labels, NumberOrLabel, entries, field

__all__ = ["Indicator", "Measurement", "Reading"]


class Measurement(Noun):
    """One value of an indicator."""

    short_form = "value"

    value: NumberOrLabel | None = field("The number, or the level in words.")
    source: TextField = field("Where it is from.")
    note: TextField = field("What to know about it.")
    by: dict[str, NumberOrLabel] = Field(
        default_factory=dict, description="The value for each group."
    )


if TYPE_CHECKING:
    Measured = Measurement | float | str | Mapping[str, object]
    Measurements = Takes[dict[Date, Measurement], Mapping[Date | str | int, Measured]]
else:
    Measurements = dict[Date, Measurement]


class Indicator(Entry):
    """A measure of a node."""

    of: Annotated[Labels, Refers((*NODE_SECTIONS, "assumptions"))] = field(
        "What it measures.", default=()
    )
    assessed: AreaRef = field(
        "The policy area whose score it is: its values are those of the assessments."
    )
    definition: TextField = field("What exactly is counted, of whom.")
    unit: TextField = field("The unit of its values.")
    measure: Literal["number", "percentage", "ordinal", "qualitative"] | None = field(
        "What kind of value it has."
    )
    direction: Literal["up", "down", "maintain"] | None = field("Which way is better.")
    baseline: Measurements = entries("The value to start from, by date.")
    milestones: Measurements = entries("Values on the way, by date.")
    target: Measurements = entries("The value to reach, by date.")
    actual: Measurements = entries("Values that were measured, by date.")
    source: TextField = field("The means of verification.")
    method: TextField = field("How it is measured.")
    frequency: DurationField = field("How often it is measured.")
    responsible: Annotated[Labels, Refers(("stakeholders",))] = field(
        "Who measures it.", default=()
    )
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
