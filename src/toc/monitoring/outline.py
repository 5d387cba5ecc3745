"""The status of a strategy as a calm text, worst first, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.monitoring.diagnosis import in_short
from toc.monitoring.telling import SIGNS, STANDINGS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.monitoring.diagnosis import Diagnosis
    from toc.monitoring.progress import Progress
    from toc.monitoring.status import Status
    from toc.monitoring.telling import Standing
    from toc.words import Sayable

__all__ = ["outlined"]

_WORST_FIRST: tuple[Standing, ...] = (
    "far-behind",
    "behind",
    "stale",
    "not-comparable",
    "no-data",
    "on-track",
    "achieved",
)


def outlined(status: Status, language: str) -> str:
    """Write how a strategy is doing: each indicator with a sign and a word, worst first."""
    parts = (
        _standing(status, language),
        _part(Message("By goal"), [one.told for one in status.goals], language),
        _doubted(status.diagnoses, language),
        _part(Message("Where it is heading"), [one.told for one in status.forecasts], language),
        _part(Message("Groups"), [one.told for one in status.groups], language),
        _part(Message("Values that are due"), [one.told for one in status.due], language),
    )
    blocks = ["\n".join(lines) for part in parts if (lines := list(part))]
    return "\n\n".join((status.sentence(language), *blocks)) + "\n"


def _standing(status: Status, language: str) -> Iterator[str]:
    for standing in _WORST_FIRST:
        some = [one for one in status.indicators if one.standing == standing]
        if some:
            yield f"{SIGNS[standing]} {STANDINGS[standing].say(language)} ({len(some)})"
            yield from (f"  - {_line(one).say(language)}" for one in some)


def _line(one: Progress) -> Message:
    more = [part for part in (one.counted_in, one.word if one.away else None) if part is not None]
    values = {"indicator": one.indicator.title, "why": one.why, "word": more}
    if more:
        return Message("“{indicator}” ({word}): {why}", values)
    return Message("“{indicator}”: {why}", values)


def _doubted(some: Sequence[Diagnosis], language: str) -> Iterator[str]:
    if some:
        yield Message("Delivery and theory").say(language)
    for told, doubts in in_short(some):
        yield f"  - {told.say(language)}"
        yield from (f"    - {doubt.told.say(language)}" for doubt in doubts)


def _part(head: Message, told: Sequence[Sayable], language: str) -> Iterator[str]:
    if told:
        yield head.say(language)
    yield from (f"  - {one.say(language)}" for one in told)
