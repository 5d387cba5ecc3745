"""The words for what the authors choose from a list, and for dates, spans and money."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.diagrams.telling import EVIDENCE, POLARITIES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Date
    from toc.model.dates import Duration, Interval

__all__ = ["WORDS", "figure", "span", "worded"]

WORDS: Mapping[str, Mapping[str, Message]] = MappingProxyType(
    {
        "evidence": EVIDENCE,
        "direction": {
            "supports": Message("supports it"),
            "mixed": Message("mixed results"),
            "contradicts": Message("contradicts it"),
        },
        "role": {
            "contributes": Message("contributes to the effect"),
            "necessary": Message("necessary for the effect"),
            "sufficient": Message("sufficient for the effect"),
            "enables": Message("makes the effect possible"),
            "hinders": Message("stands in the way of the effect"),
        },
        "feedback": POLARITIES,
        "horizon": {
            "short": Message("short term"),
            "medium": Message("medium term"),
            "long": Message("long term"),
        },
        "change": {
            "reach": Message("people are reached"),
            "reaction": Message("people respond to it"),
            "capacity": Message("people or institutions can do something new"),
            "behaviour": Message("people or institutions do something differently"),
            "benefit": Message("people are better off"),
            "condition": Message("living conditions change"),
            "policy": Message("a policy changes"),
        },
        "importance": {
            "critical": Message("critical"),
            "supporting": Message("supporting"),
            "context": Message("context"),
        },
        "about": {
            "causal": Message("the causal step itself"),
            "reach": Message("who is reached"),
            "capability": Message("what people are able to do"),
            "opportunity": Message("what circumstances let people do"),
            "motivation": Message("what people want to do"),
            "context": Message("what happens outside"),
            "values": Message("values and beliefs"),
            "implementation": Message("how it is carried out"),
            "rationale": Message("why it should work here"),
        },
        "requires": {
            "all": Message("every cause is needed"),
            "any": Message("one cause is enough"),
        },
        "quick_win": {"true": Message("it shows a result within six months")},
        "new": {"true": Message("the region has never done it before")},
    }
)
"""By field and value."""


def worded(field: str, value: object) -> Message | str:
    """Give the words for a value, itself where there are none."""
    known = str(value).lower() if isinstance(value, bool) else str(value)
    return WORDS[field].get(known, "" if isinstance(value, bool) else known)


def span(value: Interval | Date) -> str | Message:
    """Write a period with a dash, and one that is open at an end in words."""
    start, end = getattr(value, "start", value), getattr(value, "end", value)
    if start is None and end is not None:
        return Message("until {date}", {"date": str(end)})
    if end is None and start is not None:
        return Message("from {date}", {"date": str(start)})
    return str(start) if start == end else f"{start} – {end}"


def lasting(duration: Duration) -> Iterator[Message]:
    """Write a duration in words, part by part."""
    if duration.years:
        yield Message("{count} year", {"count": duration.years}, plural="{count} years")
    if duration.months:
        yield Message("{count} month", {"count": duration.months}, plural="{count} months")
    if duration.weeks:
        yield Message("{count} week", {"count": duration.weeks}, plural="{count} weeks")
    if duration.days:
        yield Message("{count} day", {"count": duration.days}, plural="{count} days")


def figure(value: float | str) -> str:
    """Write a number with its thousands apart, a level as it is.

    >>> figure(42000), figure(0.5), figure("high")
    ('42\N{NO-BREAK SPACE}000', '0.5', 'high')
    """
    if isinstance(value, str):
        return value
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
