"""How a strategy wants its progress to be judged."""

from __future__ import annotations

from typing import Annotated

from toc.model.base import Noun
from toc.model.reads import Reads
from toc.model.refusals import refusal
from toc.model.values import Number, field, number
from toc.words import Message

__all__ = ["Monitoring", "part"]


def part(value: object) -> int | float:
    """Read a part of a whole, from 0 to 1.

    Raises:
        PydanticCustomError: when it is none.
    """
    found = number(value)
    if 0 <= found <= 1:
        return found
    raise refusal(
        Message("{number} is no part of a whole", {"number": str(value)}),
        Message("write a number from 0 to 1, such as 0.95"),
    )


_PART = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": r"^\s*(0?\.\d+|[01](\.\d+)?)\s*$"},
    ]
}
Part = Annotated[int | float, Reads(part, _PART)]


class Monitoring(Noun):
    """From where on an indicator is on track, behind, or not known any more."""

    on_track: Part = field(
        "The part of what was expected from which on it is on track.", default=0.95
    )
    behind: Part = field("The part of what was expected below which it is far behind.", default=0.6)
    stale: Number = field(
        "After how many times its frequency a value no longer counts.", default=1.5
    )
    smallest_group: Number = field(
        "The smallest number of people of a group that is shown.", default=10
    )
