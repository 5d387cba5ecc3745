"""Pilot projects: what is tried first, and what it would show."""

from __future__ import annotations

from typing import Annotated, Any

from toc.model.base import Entry, Noun
from toc.model.dates import DateField, IntervalField
from toc.model.language import TextField
from toc.model.reads import Reads, mapped
from toc.model.references import Refers
from toc.model.refusals import Refusal, refusal
from toc.model.values import Cost, Label, Labels, entries, field, number
from toc.words import Message

__all__ = ["Choice", "Pilot", "Score"]


def score(value: Any) -> int | float | dict[str, int | float]:
    """Read one score, or one for each person.

    Raises:
        PydanticCustomError: when a score is no number.
    """
    return mapped(value, _given) if isinstance(value, dict) else number(value)


def _given(_person: str, value: Any) -> int | float:
    try:
        return number(value)
    except Refusal:
        raise refusal(
            Message("“{text}” is no number", {"text": str(value)}),
            Message("write the score that this person gave"),
        ) from None


_SCORE = {"type": ["number", "string"]}
_SCORES = {"anyOf": [_SCORE, {"type": "object", "additionalProperties": _SCORE}]}
Score = Annotated[int | float | dict[str, int | float], Reads(score, _SCORES)]


class Choice(Noun):
    """That a pilot was chosen."""

    on: DateField = field("When.")
    by: Labels = field("By whom.", default=())
    because: TextField = field("Why.")


class Pilot(Entry):
    """A pilot project."""

    of: Annotated[Labels, Refers(("activities",))] = field(
        "The measures of the strategy that it tries; its path to a goal runs from these.",
        default=(),
    )
    new: TextField = field("What is new about it.")
    tests: Annotated[Labels, Refers(("assumptions", "links"))] = field(
        "The assumptions and links that it puts to the test.", default=()
    )
    contributes_to: Annotated[Labels, Refers(("goals", "outcomes"))] = field(
        "The goals or outcomes that it claims; checked against its path.", default=()
    )
    where: TextField = field("Where it takes place.")
    period: IntervalField = field("When it takes place.")
    stage: Annotated[Label | None, Refers(("stages",))] = field("The stage of the roadmap.")
    cost: Cost | None = field("What it costs; `none` when it costs nothing.")
    scores: Annotated[dict[str, Score], Refers(("criteria",), keys=True)] = entries(
        "For each criterion the score, or the score that each person gave."
    )
    chosen: Choice | None = field("That it was chosen: when, by whom, why.")
    scale_if: TextField = field("The result at which it is scaled up.")
    adapt_if: TextField = field("The result at which it is changed.")
    stop_if: TextField = field("The result at which it is stopped.")
    result: TextField = field("What came of it.")
