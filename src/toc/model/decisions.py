"""Every decision that a strategy records, with the sitting that took it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc.model.dates import Date, Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.findings import Route
    from toc.model.calendar import Decision, Event, Review
    from toc.model.strategy import Strategy

__all__ = ["Taken", "decisions_taken"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision as it was taken.

    Attributes:
        sitting: the section and the id of the event or the review that took it.
        number: its place among those of the sitting, from 0 on.
        decision: what was decided.
        when: when the sitting was, as it is written.
    """

    sitting: tuple[str, str]
    number: int
    decision: Decision
    when: Date | Interval | None

    @property
    def route(self) -> Route:
        """The route to it."""
        return (*self.sitting, "decisions", self.number)

    @property
    def day(self) -> date | None:
        """The last day of the sitting, its first where it has no end; None without a date."""
        return None if self.when is None else self.when.last or self.when.first

    def is_done(self, on: date) -> bool:
        """Whether something says that it was carried out by a day."""
        done = self.decision.done
        return bool(self.decision.changed) if done is None else done.first <= on

    def is_waiting(self, on: date) -> bool:
        """Whether somebody has still to do something because of it.

        To keep a thing is done with the word, unless a day was set by which to do more.
        """
        asks = self.decision.decision in ("change", "stop") or self.decision.due is not None
        return asks and not self.is_done(on)


def decisions_taken(strategy: Strategy, on: date | None = None) -> tuple[Taken, ...]:
    """Give all decisions in the order in which they were taken, undated ones first.

    Args:
        strategy: the strategy.
        on: the day of whoever asks; sittings that begin later have decided nothing yet.
    """
    found = [*_of("events", strategy.events), *_of("reviews", strategy.reviews)]
    taken = [one for one in found if on is None or one.when is None or _began(one.when, on)]
    return tuple(sorted(taken, key=lambda one: one.day or date.min))


def _began(when: Date | Interval, on: date) -> bool:
    return (when.first or date.min) <= on


def _of(section: str, sittings: Mapping[str, Event] | Mapping[str, Review]) -> Iterator[Taken]:
    for name, sitting in sittings.items():
        for number, decision in enumerate(sitting.decisions):
            yield Taken((section, name), number, decision, sitting.date)
