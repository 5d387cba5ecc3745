"""Reviews as they are written down, and which of the planned ones each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toc.model import Date, Review, Strategy
    from toc.roadmap.planned import Planned

__all__ = ["Agreement", "Counted", "Held", "agreed", "apart", "counted", "held"]


@dataclass(frozen=True, slots=True)
class Held:
    """A review that is written down with a date.

    Attributes:
        name: its id.
        date: when it was held, or will be.
        stage: the id of the stage that it names, empty where it names none.
        is_past: whether it has been held.
        next: when the next one is, as it says.
    """

    name: str
    date: Date
    stage: str
    is_past: bool
    next: Date | None


class Agreement(NamedTuple):
    """What the last review agreed on: by which one, since when, and for when."""

    by: str
    since: date
    next: Date


class Counted(NamedTuple):
    """Planned reviews, each with the one that was held as such; and those that nobody planned."""

    pairs: tuple[tuple[Planned, Held | None], ...]
    others: tuple[Held, ...]


def held(strategy: Strategy, on: date) -> tuple[tuple[Held, ...], tuple[str, ...]]:
    """Give the reviews that are written down in order of time, and the ids of those without a date.

    One that falls into the days around the given one has been held when it decided something.

    Args:
        strategy: the strategy.
        on: the day.
    """
    dated = [
        Held(name, review.date, _stage(strategy, review), _is_past(review, on), review.next)
        for name, review in strategy.reviews.items()
        if review.date is not None
    ]
    undated = tuple(name for name, review in strategy.reviews.items() if review.date is None)
    return tuple(sorted(dated, key=_time)), undated


def _time(one: Held) -> tuple[date, date, str]:
    return one.date.last, one.date.first, one.name


def _stage(strategy: Strategy, review: Review) -> str:
    section, name = strategy.index.get((review.stage or "").lower(), ("", ""))
    return name if section == "stages" else ""


def _is_past(review: Review, on: date) -> bool:
    if review.date is None or review.date.first > on:
        return False
    return review.date.last <= on or any(one.decision for one in review.decisions)


def apart(one: Date, other: Date) -> int:
    """Give how many days lie between two dates, at the least; nothing where they overlap."""
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def counted(plans: Sequence[Planned], reviews: Iterable[Held]) -> Counted:
    """Take every review for the nearest planned one within reach, each for one alone.

    The nearest pair comes first.  A review that names a stage counts for that stage only.

    Args:
        plans: what falls due, in order of time.
        reviews: what is written down, in order of time.
    """
    reviews = tuple(reviews)
    near = sorted(
        (apart(plan.due, review.date), abs((plan.day - review.date.last).days), at, place)
        for at, plan in enumerate(plans)
        for place, review in enumerate(reviews)
        if review.stage in ("", plan.stage) and apart(plan.due, review.date) <= plan.reach
    )
    taken: dict[int, int] = {}
    for *_, at, place in near:
        if at not in taken and place not in taken.values():
            taken[at] = place
    pairs = tuple(
        (plan, reviews[taken[at]] if at in taken else None) for at, plan in enumerate(plans)
    )
    others = (one for place, one in enumerate(reviews) if place not in taken.values())
    return Counted(pairs, tuple(others))


def agreed(reviews: Sequence[Held]) -> Agreement | None:
    """Give what the last review agreed on, as long as no later one is written down.

    Args:
        reviews: what is written down, in order of time.
    """
    if not reviews or not reviews[-1].is_past or reviews[-1].next is None:
        return None
    last = reviews[-1]
    return Agreement(last.name, last.date.last, reviews[-1].next)
