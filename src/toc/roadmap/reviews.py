"""The calendar of reviews: which fell due, which were held, which is next, which are late."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.plain import plain
from toc.analysis.things import thing_of
from toc.roadmap.held import agreed, apart, counted, held
from toc.roadmap.months import said
from toc.roadmap.planned import Unreckoned, planned, unreckoned
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from toc.analysis.plain import Plain
    from toc.model import Date, Strategy
    from toc.roadmap.held import Agreement, Held
    from toc.roadmap.planned import Planned

__all__ = ["STANDINGS", "ReviewCalendar", "Session", "Standing", "due"]

Standing: TypeAlias = Literal["held", "planned", "due", "overdue", "missed"]
"""Held; has a date that is yet to come; falls due later; its time has passed and it was not
held; left out, because a later one was held since or the last one agreed on a later date."""

STANDINGS: Mapping[Standing, Message] = {
    "held": Message("review held"),
    "planned": Message("review with a date"),
    "due": Message("review due"),
    "overdue": Message("review overdue"),
    "missed": Message("review left out"),
}


_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Session:
    """One review in the calendar.

    Attributes:
        standing: how it stands on the day.
        stage: the id of its stage, empty where none is known.
        due: when it falls due, by the stage or as the last review agreed; None for one that
            was held and that nobody had planned.
        review: the id of what is written of it under `reviews`, else empty.
        date: when it was or will be held, as that says.
        joint: whether it is held together with other regions.
        agreed_by: the id of the review that agreed on `due`, empty where a stage says it.
        number: which one of those that its stage plans, from 1; 0 for one that no stage plans.
    """

    standing: Standing
    stage: str
    due: Date | None
    review: str = ""
    date: Date | None = None
    joint: bool = False
    agreed_by: str = ""
    number: int = 0

    @property
    def when(self) -> Date:
        """When it was held, else when it falls due."""
        when = self.date or self.due
        assert when is not None
        return when


@dataclass(frozen=True, slots=True)
class ReviewCalendar:
    """All reviews of a strategy, as they stand on a day.

    Attributes:
        on: the day.
        sessions: all of them, in order of time.
        undated: the ids of what is written under `reviews` without a date.
        unreckoned: the stages whose reviews cannot be reckoned, with the reason.
        titles: what the stages are called.
    """

    on: date
    sessions: tuple[Session, ...]
    undated: tuple[str, ...] = ()
    unreckoned: tuple[Unreckoned, ...] = ()
    titles: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)

    @property
    def held(self) -> tuple[Session, ...]:
        """Those that were held."""
        return self._standing("held")

    @property
    def overdue(self) -> tuple[Session, ...]:
        """Those whose time has passed, and that nobody has held since."""
        return self._standing("overdue")

    @property
    def next(self) -> Session | None:
        """The first one that is still to come."""
        return next(iter(self._standing("planned", "due")), None)

    def _standing(self, *standings: Standing) -> tuple[Session, ...]:
        return tuple(one for one in self.sessions if one.standing in standings)

    def sentence(self, language: str = "en") -> str:
        """Say what is overdue, and when the next one is."""
        return " ".join(part.say(language) for part in self._parts())

    def _parts(self) -> Iterator[Message]:
        late, coming = self.overdue, self.next
        if late:
            yield _late([said(one.when) for one in late])
        if coming is not None:
            yield self.told(coming)
        elif not self.sessions:
            yield Message("No review is planned.")
        elif not late:
            yield Message("No further review is planned.")

    def told(self, session: Session) -> Message:
        """Say of a review that is to come when it is, and whether it is a common session."""
        values = {"date": said(session.when), "stage": self.titles.get(session.stage, "")}
        if session.joint and session.stage:
            return Message(
                "The next review is due {date}, in a common session of several regions "
                "(stage “{stage}”).",
                values,
            )
        if session.stage:
            return Message("The next review is due {date} (stage “{stage}”).", values)
        return Message("The next review is due {date}, as the last one agreed.", values)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def _late(dates: Sequence[Message]) -> Message:
    """Say when they fell due; of many, when the last ones did."""
    if len(dates) <= _MOST_NAMED:
        return Message(
            "The review due {dates} has not been held.",
            {"count": len(dates), "dates": dates},
            plural="{count} reviews have not been held: due {dates}.",
        )
    values = {"count": len(dates), "date": dates[-1]}
    return Message(
        "{count} review has not been held, the last one due {date}.",
        values,
        plural="{count} reviews have not been held, the last one due {date}.",
    )


def due(strategy: Strategy, on: date) -> ReviewCalendar:
    """Give the reviews of a strategy as they stand on a day.

    Reviews fall due as the stages say (`review: {every: P5M}`), reckoned from the first day of
    each stage.  A review that is written under `reviews` counts as the nearest one that falls
    due within half the interval of it, of the stage that it names, or of any when it names
    none; each counts once.  What the last review agreed on as `next` takes the place of what
    falls due within reach of it, and leaves out what falls due before.

    Args:
        strategy: the strategy.
        on: the day.
    """
    written, undated = held(strategy, on)
    found = counted(planned(strategy, on), written)
    sessions = [_session(one, review, on) for one, review in found.pairs]
    sessions += [_unplanned(review) for review in found.others]
    agreement = agreed(written)
    if agreement is not None:
        sessions = _agreed(sessions, [one for one, _ in found.pairs], agreement, on)
    is_closed = strategy.status == "closed"
    return ReviewCalendar(
        on,
        tuple(sorted(_settled(sessions, is_closed=is_closed), key=_place)),
        undated,
        unreckoned(strategy, on),
        {name: thing_of(strategy, name).title for name in strategy.stages},
    )


def _place(one: Session) -> tuple[date, date, str, str]:
    return one.when.first, one.when.last, one.stage, one.review


def _session(one: Planned, review: Held | None, on: date) -> Session:
    if review is None:
        return Session(_open(one.due, on), one.stage, one.due, joint=one.joint, number=one.number)
    return Session(
        "held" if review.is_past else "planned",
        one.stage,
        one.due,
        review.name,
        review.date,
        one.joint,
        number=one.number,
    )


def _open(when: Date, on: date) -> Standing:
    return "overdue" if when.last < on else "due"


def _unplanned(review: Held) -> Session:
    standing: Standing = "held" if review.is_past else "planned"
    return Session(standing, review.stage, None, review.name, review.date)


def _agreed(
    sessions: list[Session], plans: list[Planned], agreement: Agreement, on: date
) -> list[Session]:
    """Put what was agreed on in the place of what is within its reach, or beside it."""
    by, since, when = agreement
    near = [
        (apart(plan.due, when), at)
        for at, plan in enumerate(plans)
        if not sessions[at].review and apart(plan.due, when) <= plan.reach
    ]
    _, at = min(near, default=(0, len(sessions)))
    first = sessions[at] if near else Session("due", "", None)
    moved = replace(first, standing=_open(when, on), due=when, agreed_by=by)
    others = [
        replace(one, standing="missed")
        if not one.review and one.due is not None and since <= one.due.last < when.first
        else one
        for place, one in enumerate(sessions)
        if place != at
    ]
    return [*others, moved]


def _settled(sessions: list[Session], *, is_closed: bool) -> Iterator[Session]:
    """Tell what can still be made up for from what a later review has left behind."""
    last = max((one.when.first for one in sessions if one.standing == "held"), default=None)
    for one in sessions:
        is_behind = is_closed or (last is not None and one.when.last < last)
        yield replace(one, standing="missed") if one.standing == "overdue" and is_behind else one
