"""What happened since the last review: meetings, what was said, decided and learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc.analysis.due import named
from toc.model.decisions import Taken, decisions_taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.things import Thing
    from toc.model import Date, Interval, Strategy

__all__ = ["Last", "Since", "last_review", "later_reviews", "since_then"]


@dataclass(frozen=True, slots=True)
class Last:
    """The last review that was held.

    Attributes:
        review: the review.
        when: when it was, as it is written.
        day: its last day.
    """

    review: Thing
    when: Date
    day: date


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since a day.

    Attributes:
        events: the events that were held.
        feedback: what participants said.
        decisions: what was decided at events and reviews.
        lessons: what was learned, with what was learned at no known time.
    """

    events: tuple[Thing, ...]
    feedback: tuple[Thing, ...]
    decisions: tuple[Taken, ...]
    lessons: tuple[Thing, ...]


def last_review(strategy: Strategy, on: date) -> Last | None:
    """Give the last review that was over before a day.

    What is dated on the day itself is the review that is being held; what is dated later
    has not been held.
    """
    past = [
        (one.date, name)
        for name, one in strategy.reviews.items()
        if one.date is not None and one.date.last < on
    ]
    last = max(past, key=lambda pair: (pair[0].last, pair[0].first), default=None)
    return None if last is None else Last(named(strategy, last[1]), last[0], last[0].last)


def later_reviews(strategy: Strategy, on: date) -> tuple[Thing, ...]:
    """Give the reviews that are written with a date after a day: they count as not held."""
    return tuple(
        named(strategy, name)
        for name, one in strategy.reviews.items()
        if one.date is not None and one.date.first > on
    )


def since_then(strategy: Strategy, on: date, since: date | None) -> Since:
    """Gather what happened after a day and until another.

    Args:
        strategy: the strategy.
        on: the day of the review.
        since: the day of the last one; None when there was none.
    """
    after = date.min if since is None else since
    events = {
        name: one
        for name, one in strategy.events.items()
        if one.date is not None and _is_between(one.date, after, on)
    }
    known = {name.lower() for name in events}
    return Since(
        tuple(named(strategy, name) for name in events),
        tuple(
            named(strategy, name)
            for name, one in strategy.feedback.items()
            if (one.from_ or "").lower() in known
        ),
        tuple(
            one
            for one in decisions_taken(strategy, on)
            if one.when is not None and _is_between(one.when, after, on)
        ),
        tuple(_lessons(strategy, after, on)),
    )


def _is_between(when: Date | Interval, after: date, on: date) -> bool:
    begins, ends = when.first or date.min, when.last or when.first or date.max
    return begins <= on and ends > after


def _lessons(strategy: Strategy, after: date, on: date) -> Iterator[Thing]:
    for name, lesson in strategy.lessons.items():
        known = list(_occasions(strategy, lesson.from_))
        if not known or any(_is_between(when, after, on) for when in known):
            yield named(strategy, name)


def _occasions(strategy: Strategy, names: tuple[str, ...]) -> Iterator[Date | Interval]:
    """Give the dates of the events and reviews that some names stand for, feedback followed."""
    for name in names:
        entry = strategy.entry(name)
        from_ = getattr(entry, "from_", None)
        event = strategy.entry(from_) if isinstance(from_, str) else entry
        when: Date | Interval | None = getattr(event, "date", None)
        if when is not None:
            yield when
