"""The pack of a review: what moved, what is overdue, what is in doubt, what is to be decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer
from toc.analysis.due import Due, due
from toc.analysis.plain import plain
from toc.analysis.things import Thing
from toc.graph import TheoryGraph
from toc.model import Date
from toc.monitoring.diagnosis import Diagnosis, diagnoses
from toc.monitoring.due import due_readings
from toc.reviewing.movement import Movement, movements
from toc.reviewing.since import Last, Since, last_review, later_reviews, since_then
from toc.reviewing.supports import Support, supports
from toc.roadmap.months import said
from toc.roadmap.reviews import ReviewCalendar
from toc.roadmap.reviews import due as reviews_due
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.findings import Finding
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["DECISIONS", "ReviewPack", "review_pack"]

DECISIONS = ("assumption", "pilot", "result", "waiver", "decision")
"""The kinds of what is due that a review decides about; the others are work to be done."""


@dataclass(frozen=True, slots=True)
class ReviewPack(Answer):
    """What a review is held with.

    Attributes:
        on: the day of the review.
        title: the strategy's.
        last: the last review that was held; None when there was none.
        later: reviews that are written with a date after the day, and count as not held.
        calendar: all reviews, with those that are overdue and the next one.
        moved: every indicator, now against then.
        diagnoses: where it is known whether delivery or theory is at fault.
        due: all that has to be done or decided by the day, the earliest first.
        coming: what falls due between the day and the next review.
        supports: the assumptions, those that do not hold first.
        since: what happened since the last review.
        findings: what the check finds, the gravest first.
    """

    on: date
    title: Sayable
    last: Last | None
    later: tuple[Thing, ...]
    calendar: ReviewCalendar = field(repr=False)
    moved: tuple[Movement, ...]
    diagnoses: tuple[Diagnosis, ...]
    due: tuple[Due, ...]
    coming: tuple[Due, ...]
    supports: tuple[Support, ...]
    since: Since
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def overdue(self) -> tuple[Due, ...]:
        """What should have been done or decided before the day."""
        return tuple(one for one in self.due if one.is_late(self.on))

    @property
    def to_decide(self) -> tuple[Due, ...]:
        """What this review has to decide, late or not."""
        return tuple(one for one in self.due if one.kind in DECISIONS)

    @property
    def to_do(self) -> tuple[Due, ...]:
        """What is to be done and asks for no decision."""
        return tuple(one for one in self.due if one.kind not in DECISIONS)

    @property
    def in_doubt(self) -> tuple[Support, ...]:
        """The assumptions that failed or are doubtful."""
        return tuple(one for one in self.supports if one.is_in_doubt)

    @property
    def told(self) -> Message:
        """The review in one sentence; what is late and to be decided counts as the latter."""
        values = {
            "moved": _count(sum(one.has_moved for one in self.moved)),
            "late": Message(
                "{count} thing is overdue",
                {"count": sum(one.is_late(self.on) for one in self.to_do)},
                plural="{count} things are overdue",
            ),
            "decide": Message(
                "{count} is to be decided",
                {"count": len(self.to_decide)},
                plural="{count} are to be decided",
            ),
            "doubt": Message(
                "{count} assumption is in doubt",
                {"count": len(self.in_doubt)},
                plural="{count} assumptions are in doubt",
            ),
        }
        if self.last is None:
            return Message("so far {moved}; {late}, {decide}, {doubt}", values)
        return Message("since the last review {moved}; {late}, {decide}, {doubt}", values)

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give the pack as plain data for programs."""
        data = plain(self, language)
        assert isinstance(data, dict)
        return {"sentence": self.sentence(language), **data}


def _count(moved: int) -> Message:
    return Message(
        "{count} indicator has moved", {"count": moved}, plural="{count} indicators have moved"
    )


def review_pack(strategy: Strategy, on: date, findings: Sequence[Finding] = ()) -> ReviewPack:
    """Gather what a review on a day needs.

    What is dated on the day itself belongs to this review, and what is dated later has
    not happened.

    Args:
        strategy: the strategy.
        on: the day of the review.
        findings: what the check finds on that day.
    """
    last, calendar = last_review(strategy, on), reviews_due(strategy, on)
    since = None if last is None else last.day
    moved = movements(strategy, on, since)
    delivered = [
        of
        for one in moved
        if one.now.standing == "achieved"
        for of in strategy.indicators[one.now.indicator.name].of
    ]
    open_ones = due(strategy, on, delivered=delivered)
    until = on if calendar.next is None else max(on, calendar.next.when.last)
    known = {one.route for one in open_ones}
    later = due(strategy, until, delivered=delivered)
    return ReviewPack(
        on,
        strategy.title,
        last,
        later_reviews(strategy, on),
        calendar,
        moved,
        diagnoses(TheoryGraph(strategy), [one.now for one in moved]),
        (*_reviews(strategy, calendar), *_readings(strategy, on), *open_ones),
        tuple(one for one in later if one.route not in known),
        supports(strategy),
        since_then(strategy, on, since),
        tuple(findings),
    )


def _readings(strategy: Strategy, on: date) -> Iterator[Due]:
    """Give the values that should have been measured before the day."""
    for one in due_readings(strategy, on):
        if one.is_late:
            people = tuple(thing.name for thing in one.by)
            route = ("indicators", one.indicator.name, "frequency")
            yield Due("reading", (one.indicator,), route, Date.of(one.day), people)


def _reviews(strategy: Strategy, calendar: ReviewCalendar) -> Iterator[Due]:
    """Give the reviews whose time has passed."""
    for one in calendar.overdue:
        route = ("stages", one.stage, "review") if one.stage else ("reviews", one.agreed_by, "next")
        title = Message("the review of {date}", {"date": said(one.when)})
        yield Due("review", (Thing("", route, title),), route, one.when, strategy.head.led_by)
