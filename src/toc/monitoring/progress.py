"""How far an indicator has come on a day, against what was expected by then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toc.monitoring.course import course_of
from toc.monitoring.judging import Judgement, judged
from toc.monitoring.moments import days_of
from toc.monitoring.telling import Account, amount, is_percent, spelled_out
from toc.words import Message

if TYPE_CHECKING:
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Date, Strategy, Text
    from toc.monitoring.course import Course, Method
    from toc.monitoring.telling import Standing
    from toc.words import Sayable

__all__ = ["Progress", "Value", "progress", "progress_of"]

_LARGE = 100


@dataclass(frozen=True, slots=True)
class Value:
    """A value at a date.

    Attributes:
        value: the number, or the level in words.
        date: when.
        flag: what statistics offices say of it, one letter each.
    """

    value: int | float | str
    date: Date
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Progress(Account):
    """How an indicator stands on a day.

    Attributes:
        indicator: the indicator.
        on: the day.
        standing: how it stands.
        away: whether it stands further from its target than where it began; told as far behind.
        before: what it would be if its last value were not too old; None where it is not.
        ratio: what was reached by what was expected; None where that cannot be said.
        share: how much of the way is reached; None where that cannot be said.
        reason: why it stands so, where that needs saying.
        last: the last value that counts; None where nothing was measured.
        expected: the value that was expected by then.
        baseline: the value to start from.
        target: the value to reach.
        band: the values between which it should stay.
        method: how it was reckoned.
        score: from -5 to 5, where it was reckoned by growth.
        unit: what its values count.
    """

    indicator: Thing
    on: date
    standing: Standing
    away: bool = False
    before: Standing | None = None
    ratio: float | None = None
    share: float | None = None
    reason: Message | None = None
    last: Value | None = None
    expected: float | None = None
    baseline: Value | None = None
    target: Value | None = None
    band: tuple[int | float, int | float] | None = None
    method: Method = "path"
    score: float | None = None
    unit: Text | None = None
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def value(self) -> int | float | str | None:
        """The last value that counts."""
        return None if self.last is None else self.last.value

    @property
    def is_known(self) -> bool:
        """Whether it can be said how it stands."""
        return self.standing in ("achieved", "on-track", "behind", "far-behind")

    @property
    def counted_in(self) -> Text | None:
        """The unit of its values, unless each value has its sign."""
        return None if self.unit is None or is_percent(self.unit) else self.unit

    @property
    def word(self) -> Message:
        """How it stands, in a word."""
        return spelled_out(self.standing, away=self.away)

    @property
    def told(self) -> Sayable:
        """How it stands, in a sentence."""
        values = {"indicator": self.indicator.title, "word": self.word, "why": self.why}
        if self.standing == "no-data":
            return Message("“{indicator}” has no data: {why}.", values)
        if self.standing == "stale":
            return Message("“{indicator}” has not been measured for too long: {why}.", values)
        return Message("“{indicator}” is {word}: {why}.", values)

    @property
    def why(self) -> Sayable:
        """What that is said from, without the indicator's name."""
        if self.last is None or not (self.is_known or self.standing == "stale"):
            return self.reason or Message("nothing is known of it")
        if self.band is not None:
            low, high = (amount(end, self.unit) for end in self.band)
            values = {**self._values, "low": low, "high": high}
            return self._with_reason(
                Message("{value} in {date}, and it should stay from {low} to {high}", values)
            )
        if self.target is None or self.baseline is None:
            return self._with_reason(Message("{value} in {date}", self._values))
        return self._with_reason(self._way())

    def _way(self) -> Message:
        values = self._values
        if self.standing == "achieved" or self.expected is None:
            return Message(
                "{value} in {date}; it was to come from {baseline} in {since} to {target} "
                "by {until}",
                values,
            )
        return Message(
            "{value} in {date}, where {expected} was expected on the way from {baseline} in "
            "{since} to {target} by {until}",
            values,
        )

    @property
    def shown_expected(self) -> float | None:
        """What was expected, rounded, so that it does not look as if it had been measured."""
        if self.expected is None:
            return None
        is_large = abs(self.expected) >= _LARGE
        return round(self.expected) if is_large else round(self.expected, 1)

    def _with_reason(self, told: Message) -> Message:
        if self.reason is None:
            return told
        return Message("{told} ({reason})", {"told": told, "reason": self.reason})

    @property
    def _values(self) -> dict[str, object]:
        found: dict[str, object] = {}
        points = (("value", "date", self.last), ("baseline", "since", self.baseline))
        for name, when, point in (*points, ("target", "until", self.target)):
            if point is not None:
                found |= {name: amount(point.value, self.unit), when: str(point.date)}
        if self.shown_expected is not None:
            found["expected"] = amount(self.shown_expected, self.unit)
        return found


def progress(strategy: Strategy, indicator: str, on: date, method: str | None = None) -> Progress:
    """Say how an indicator stands on a day.

    What was reached, a = (y - y0) / (yT - y0), is held against what was expected when the
    last value counts: along the straight line from baseline to target (`path`), or on the
    lines from milestone to milestone (`milestones`).  Their ratio, a / e, is on track from
    0.95 on, behind from 0.6 on and far behind below; below 0 it moves away.  `cagr` holds
    the growth in a year against the growth that would lead to the target.  The direction
    is that from baseline to target, never a separate guess.  Thresholds are those that
    Eurostat and Statistics Canada publish; a strategy may set its own.

    A value counts at the end of its date, and only where its date has begun by the day.
    Where the target's date has passed and it was not reached, it is behind at best.

    Args:
        strategy: the strategy.
        indicator: the id of the indicator.
        on: the day.
        method: `path`, `milestones` or `cagr`; the indicator's own when None.

    Raises:
        UnknownNameError: when there is no such indicator, or no such method.

    >>> from datetime import date
    >>> from toc.model import Strategy
    >>> halfway = Strategy(indicators={"speak": {"title": "People who speak Romanian",
    ...     "baseline": {"2025": 20}, "target": {"2029": 60}, "actual": {"2027": 32}}})
    >>> found = progress(halfway, "speak", date(2028, 1, 31))
    >>> found.standing, found.ratio, found.share
    ('behind', 0.6, 0.3)
    >>> found.why.say()
    '32 in 2027, where 40 was expected on the way from 20 in 2025 to 60 by 2029'
    """
    return progress_of(course_of(strategy, indicator, on, method))


def progress_of(course: Course) -> Progress:
    """Say how an indicator stands, of which everything is gathered."""
    return _aged(course, _told(course, judged(course)))


def _told(course: Course, found: Judgement) -> Progress:
    start, end, last = course.baseline, course.target, course.latest
    return Progress(
        course.thing,
        course.on,
        found.standing,
        found.away,
        None,
        found.ratio,
        found.share,
        found.reason,
        None if last is None else Value(last.value, last.date, last.flag),
        found.expected,
        None if start is None else Value(start.value, start.date, start.flag),
        None if end is None else Value(end.value, end.date, end.flag),
        found.band,
        course.method,
        found.score,
        course.indicator.unit,
        tuple(found.assumed),
    )


def _aged(course: Course, found: Progress) -> Progress:
    """Say that the last value is too old, where it is and a newer one could have come."""
    frequency, last = course.indicator.frequency, course.latest
    if not found.is_known or frequency is None or last is None:
        return found
    is_over = course.target is not None and last.date.last >= course.target.date.first
    if is_over or course.strategy.status == "closed":
        return found
    age, most = (course.on - last.date.last).days, course.limits.stale * days_of(frequency)
    if not 0 < most < age:
        return found
    reason = Message("nothing has been measured since")
    return replace(found, standing="stale", before=found.standing, away=False, reason=reason)
