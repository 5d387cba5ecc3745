"""What moved since the last review: each indicator now against then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.monitoring import progress, series
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.monitoring import Observation, Progress

__all__ = ["Movement", "movements"]


@dataclass(frozen=True, slots=True)
class Movement:
    """An indicator now against what it was at the last review.

    Attributes:
        now: how it stands.
        then: how it stood; None without a review before.
        readings: the values of the whole that were read since.
        people: who measures it.
    """

    now: Progress
    then: Progress | None
    readings: tuple[Observation, ...]
    people: tuple[str, ...]

    @property
    def has_moved(self) -> bool:
        """Whether it stands otherwise, or was measured anew."""
        return bool(self.readings) or (
            self.then is not None and self.then.standing != self.now.standing
        )

    @property
    def told(self) -> Message:
        """How it stands, and how it stood where that was otherwise."""
        if self.then is None or self.then.word.template == self.now.word.template:
            return self.now.word
        return Message("{now} (was: {then})", {"now": self.now.word, "then": self.then.word})

    def sentence(self, language: str = ORIGINAL) -> str:
        """Say how it stands and what that is said from."""
        return self.now.sentence(language)


def movements(strategy: Strategy, on: date, since: date | None) -> tuple[Movement, ...]:
    """Give every indicator of a strategy; those that have not moved too.

    Args:
        strategy: the strategy.
        on: the day.
        since: the day of the last review; None when there was none.
    """
    return tuple(_movement(strategy, name, on, since) for name in strategy.indicators)


def _movement(strategy: Strategy, name: str, on: date, since: date | None) -> Movement:
    read = series(strategy, name, on).measured
    return Movement(
        progress(strategy, name, on),
        None if since is None else progress(strategy, name, since),
        tuple(one for one in read if since is None or one.date.first > since),
        strategy.indicators[name].responsible,
    )
