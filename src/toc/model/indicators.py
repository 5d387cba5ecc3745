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
from toc.model.reads import Reads
from toc.model.references import Refers
from toc.model.refusals import refusal
from toc.model.taking import Takes
from toc.model.values import Labels, Number, NumberOrLabel, entries, field, label, number
from toc.words import Message

__all__ = ["FLAGS", "Indicator", "Measurement", "Reading", "band", "observed"]

FLAGS = "bdefpuz"
"""What SDMX says of an observation: break in the series, definition differs, estimated,
forecast, provisional, unreliable, not applicable."""


def observed(value: object) -> str:
    """Read what is to be known of an observation, one letter each, as statistics offices write it.

    Raises:
        PydanticCustomError: when a letter is none of theirs.
    """
    text = label(value).strip().lower()
    if not set(text) <= set(FLAGS):
        raise refusal(
            Message("“{text}” says nothing that is known of a value", {"text": text}),
            Message(
                "write b (break), d (definition differs), e (estimated), f (forecast), "
                "p (provisional), u (unreliable) or z (not applicable)"
            ),
        )
    return "".join(sorted(set(text)))


def band(value: object) -> tuple[int | float, int | float]:
    """Read the lowest and the highest value between which it should stay.

    Raises:
        PydanticCustomError: when these are not two numbers in order.
    """
    if isinstance(value, list | tuple) and len(value) == 2:  # noqa: PLR2004 - lowest and highest
        low, high = (number(end) for end in value)
        if low <= high:
            return low, high
    raise refusal(
        Message("a band has a lowest and a highest value"),
        Message("write [12, 20]"),
    )


_ENDS = {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2}
_LETTERS = {"type": "string", "pattern": f"^\\s*[{FLAGS}{FLAGS.upper()}]*\\s*$"}
Flags = Annotated[str, Reads(observed, _LETTERS)]
Band = Annotated[tuple[int | float, int | float], Reads(band, _ENDS)]


class Measurement(Noun):
    """One value of an indicator."""

    short_form = "value"

    value: NumberOrLabel | None = field("The number, or the level in words.")
    source: TextField = field("Where it is from.")
    note: TextField = field("What to know about it.")
    flag: Flags = field(
        "What statistics offices say of it: b break in the series, d definition differs, "
        "e estimated, f forecast, p provisional, u unreliable, z not applicable.",
        default="",
    )
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
    levels: Labels = field("The levels of an ordinal measure, the lowest first.", default=())
    band: Band | None = field("The lowest and the highest value between which it should stay.")
    limit: Number | None = field("The value that it cannot pass, such as 100 for a share.")
    progress: Literal["path", "milestones", "cagr"] | None = field(
        "How its progress is reckoned: along a straight line, from milestone to milestone, "
        "or by its compound annual growth rate; by its milestones where it has any."
    )
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
        flag: what statistics offices say of it, one letter each.
    """

    indicator: str
    date: Date
    value: int | float | str
    source: str = ""
    note: str = ""
    by: dict[str, str] = part(default_factory=dict, hash=False)
    flag: str = ""
