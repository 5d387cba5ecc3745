"""Why a row of readings is not taken: what is so, and the mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.model.indicators import FLAGS
from toc.model.refusals import refusal
from toc.tables.numbers import read_value
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Finding
    from toc.loading.columns import Columns
    from toc.model import Indicator
    from toc.spelling import Speller
    from toc.tables import Row, Sheet

__all__ = [
    "MERGED",
    "TOO_LONG",
    "doubled_columns",
    "empty",
    "unknown_flag",
    "unknown_indicator",
    "value_of",
]

_MEASURED: Final = ("number", "percentage")

TOO_LONG = (
    Message("this row has more cells than the table has columns"),
    Message("put quotes around a cell with a comma in it, and write decimals with a point"),
)
MERGED = (
    Message("this value stands in a cell that is merged over several rows"),
    Message("unmerge it, and write the value of each row"),
)


def value_of(text: str, *, indicator: Indicator, has_commas: bool) -> int | float | str:
    """Read a value of an indicator: what is measured in numbers takes no words.

    Args:
        text: what stands in the cell.
        indicator: the indicator.
        has_commas: whether a comma may part decimals in this table.

    Raises:
        PydanticCustomError: when it cannot be one.
    """
    value = read_value(text, has_commas=has_commas)
    if indicator.measure in _MEASURED and isinstance(value, str):
        raise refusal(
            Message("“{text}” is no number", {"text": text}),
            Message("write the number, and what else there is to say as a note"),
        )
    return value


def unknown_indicator(name: str, known: Speller) -> tuple[Message, Message]:
    """Say that no indicator has a name, and which one was meant."""
    near = known.nearest(name)
    mend = (
        Message("did you mean “{id}”?", {"id": near})
        if near is not None
        else Message("write the id of an indicator of the strategy")
    )
    return Message("no indicator is called “{id}”", {"id": name}), mend


def doubled_columns(sheet: Sheet, head: Row, columns: Columns) -> Iterator[Finding]:
    """Tell of names that stand over several columns, of which only the last is read."""
    if columns.doubled:
        yield sheet.fault(
            head,
            None,
            Message(
                "several columns are called {names}: the last was read",
                {"names": list(columns.doubled)},
            ),
            Message("give each column a name of its own"),
            rule="table-ambiguous",
        )


def unknown_flag(text: str) -> tuple[Message, Message]:
    """Say that a flag is none that statistics offices use."""
    values = {"text": text, "known": sorted(FLAGS)}
    return (
        Message("“{text}” is no flag of an observation", values),
        Message("write one of {known}, or nothing", values),
    )


def empty(column: str) -> tuple[Message, Message]:
    """Say that a cell is empty that must not be."""
    return (
        Message("this row has no {column}", {"column": column}),
        Message("fill it in, or delete the row"),
    )
