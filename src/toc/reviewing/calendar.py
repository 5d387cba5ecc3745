"""When the next review is, which stage a day belongs to, and which version comes next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.analysis.days import later, told
from toc.errors import InputError
from toc.model import Date, Duration, Review
from toc.roadmap.reviews import due
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from toc.model import Strategy

__all__ = ["next_review", "next_version", "review_name", "stage_on"]

_LONGEST = 9
_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*\Z)")


def stage_on(strategy: Strategy, on: date) -> str:
    """Give the stage to which a day belongs, the last that began where there are several."""
    found = [
        (one.period.first or on, name)
        for name, one in strategy.stages.items()
        if one.period is not None
        and (one.period.first is None or one.period.first <= on)
        and (one.period.last is None or on <= one.period.last)
    ]
    return max(found, default=(on, ""), key=lambda pair: pair[0])[1]


def next_review(strategy: Strategy, on: date) -> Date:
    """Reckon when the next review is, after one that is held on a day.

    It is the first that falls due by the stages (`review: {every: P5M}`) when that one is
    held; where no further one is planned, the interval of the present stage after the day.

    Raises:
        InputError: when no stage says how often progress is reviewed.
    """
    name = review_name(strategy, on)
    held = Review(date=Date.of(on), stage=stage_on(strategy, on) or None)
    written = {**strategy.reviews, name: held}
    calendar = due(strategy.model_copy(update={"reviews": written}), on)
    coming = [one.when for one in calendar.sessions if one.when.first > on]
    return min(coming, key=lambda one: one.first) if coming else _after(strategy, on)


def _after(strategy: Strategy, on: date) -> Date:
    stage = strategy.stages.get(stage_on(strategy, on))
    every = None if stage is None or stage.review is None else stage.review.every
    if every is None or every == Duration():
        raise InputError(
            Message(
                "no stage says how often progress is reviewed after {date}: "
                "give the day of the next review, or write {form} in the stage",
                {"date": on.isoformat(), "form": "review: {every: P5M}"},
            )
        )
    exact = "day" if every.weeks or every.days else "month"
    return told(later(on, every), [exact])


def review_name(strategy: Strategy, on: date) -> str:
    """Give the id of the review on a day: the one that is written, else a new one."""
    for name, one in strategy.reviews.items():
        if one.date is not None and one.date.first <= on <= one.date.last:
            return name
    return _free(strategy.index, (f"rev_{on:%Y_%m}", f"rev_{on:%Y_%m_%d}"))


def _free(taken: Iterable[str], names: Iterable[str]) -> str:
    used = {name.lower() for name in taken}
    wanted = list(names)
    numbered = (f"{wanted[-1]}_{number}" for number in range(2, len(used) + 3))
    return next(name for name in (*wanted, *numbered) if name not in used)


def next_version(strategy: Strategy) -> str:
    """Give the version after the present one: its last number, one higher.

    Where that is in the changelog already, the next that is free.

    >>> from toc.model import Strategy
    >>> next_version(Strategy(strategy={"version": "1.9"}))
    '1.10'
    """
    used = {key.strip().lower() for key in strategy.changelog}
    version = strategy.head.version or "0.0"
    if _NUMBER.search(version) is None:
        version = f"{version}.0"
    while True:
        version = _NUMBER.sub(lambda found: _raised(found[0]), version)
        if version.strip().lower() not in used:
            return version


def _raised(digits: str) -> str:
    """Count a number up; one that is too long to be a version gets a part behind it."""
    return str(int(digits) + 1).zfill(len(digits)) if len(digits) <= _LONGEST else f"{digits}.1"
