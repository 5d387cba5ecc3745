"""The legend of the Gantt picture: every sign that stands in it, and none that does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.diagrams.curves import moved
from toc.diagrams.gantt import bars
from toc.diagrams.gantt.axis import Axis
from toc.diagrams.gantt.measures import MARGIN, SMALL
from toc.diagrams.labels import clean, rightward
from toc.diagrams.scene import Figure
from toc.diagrams.sheet.setting import item, measured, paragraph
from toc.model import Interval
from toc.roadmap.reviews import STANDINGS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.gantt.plan import Plan
    from toc.diagrams.scene import Item
    from toc.roadmap.moments import Moment
    from toc.words import Sayable

__all__ = ["Key", "height", "keys_of", "legend"]

_ROW = 21.0
_SAMPLE, _MARK = 46.0, 20.0
_AFTER = 20.0
_AXIS = Axis(2026 * 12, 2026 * 12 + 3, 0.0, _SAMPLE)
_EXACT, _SOFT = Interval.of("2026-01-04/2026-03-27"), Interval.of("2026-01/2026-03")
_OPEN = Interval.of("2026-01-20/..")

Key = tuple[tuple[Figure, ...], float, "Sayable"]
"""A sample around the middle line, how wide it is, and what it means."""


def keys_of(plan: Plan) -> tuple[Key, ...]:
    """Give the signs of a plan with their meaning, in one order."""
    return tuple(_keys(plan.moments))


def _keys(moments: Sequence[Moment]) -> Iterator[Key]:
    kinds = {one.kind for one in moments}
    ends = {end for one in moments for end in one.precision if one.kind in bars.LOOKS}
    shaped: tuple[tuple[str, Message], ...] = (
        ("stage", Message("stage")),
        ("activity", Message("activity")),
        ("pilot", Message("pilot project")),
    )
    for kind, meaning in shaped:
        if kind in kinds:
            yield _sample(kind, _EXACT), _SAMPLE, meaning
    if ends & {"month", "quarter", "year"}:
        told = Message("dashed and pale: it may begin or end here, the date is not more exact")
        yield _sample("activity", _SOFT), _SAMPLE, told
    if "open" in ends:
        yield _sample("activity", _OPEN), _SAMPLE, Message("arrow: no beginning or end is given")
    if any(one.period is None and one.kind != "review" for one in moments):
        drawn = bars.missing(_EXACT, _AXIS, 0)
        yield (drawn.outline,), _SAMPLE, Message("dotted: no date, as long as its stage")
    if "event" in kinds:
        yield (bars.diamond(_MARK / 2, 0),), _MARK, Message("event")
    if any(one.quick_win for one in moments):
        yield (bars.star(_MARK / 2, 0),), _MARK, Message("quick win: a result within six months")
    yield from _reviews(moments)


def _reviews(moments: Sequence[Moment]) -> Iterator[Key]:
    found = {one.standing for one in moments}
    for standing, meaning in STANDINGS.items():
        if standing in found:
            yield bars.review(standing, _MARK / 2, 0), _MARK, meaning
    if any(one.joint for one in moments):
        told = Message("second ring: common session of several regions")
        yield bars.review("due", _MARK / 2, 0, joint=True), _MARK, told


def _sample(kind: str, period: Interval) -> tuple[Figure, ...]:
    drawn = bars.bar(kind, period, _AXIS, 0)
    return (drawn.outline, *drawn.ground)


def _flowed(keys: Sequence[Key], right: float, language: str) -> list[tuple[float, float]]:
    """Give the place of each key, side by side, and below when a row is full."""
    places: list[tuple[float, float]] = []
    x, y = MARGIN, 0.0
    for _, wide, meaning in keys:
        room = wide + 6 + measured(clean(meaning.say(language)), SMALL) + _AFTER
        if x > MARGIN and x + room - _AFTER > right:
            x, y = MARGIN, y + _ROW
        places.append((x, y))
        x += room
    return places


def height(keys: Sequence[Key], right: float, language: str) -> float:
    """Give how high the legend is."""
    places = _flowed(keys, right, language)
    return places[-1][1] + _ROW + 6 if places else 0.0


def legend(keys: Sequence[Key], right: float, top: float, language: str) -> Iterator[Item]:
    """Set the signs in rows."""
    run = rightward(language)
    for (figures, wide, meaning), (x, y) in zip(keys, _flowed(keys, right, language), strict=True):
        middle = top + y + _ROW / 2
        placed = [replace(one, path=moved(one.path, x, middle)) for one in figures]
        text = clean(meaning.say(language))
        words = paragraph([text], x + wide + 6, middle - 6.5, SMALL, rightward=run)
        yield item("key", placed, words)
