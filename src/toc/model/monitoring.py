"""How a strategy wants its progress to be judged."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from toc.model.base import Noun
from toc.model.refusals import refusal
from toc.model.values import Number, field
from toc.words import Message

__all__ = ["Monitoring"]


class Monitoring(Noun):
    """From where on an indicator is on track, behind, or not known any more."""

    on_track: Number = field(
        "The share of what was expected from which on it is on track.", default=0.95
    )
    behind: Number = field(
        "The share of what was expected below which it is far behind.", default=0.6
    )
    stale: Number = field(
        "After how many times its frequency a value no longer counts.", default=1.5
    )
    smallest_group: Number = field(
        "The smallest number of people of a group that is shown.", default=10
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if 0 < self.behind <= self.on_track <= 1 and self.stale >= 1:
            return self
        raise refusal(
            Message("these thresholds do not lie in order"),
            Message(
                "write shares from 0 to 1, with “behind” below “on_track”, and “stale” of 1 or more"
            ),
        )
