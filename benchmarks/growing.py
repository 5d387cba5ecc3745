"""How time grows: the same question of a thing and of one four times as large.

Only ratios within one run are judged, and each is the ratio of the fastest calls, which are
those that nothing disturbed.  Four times the time is linear; sixteen times is quadratic.
What looks steep is asked again: noise goes away, a quadratic function stays.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from benchmarks.measuring import WrongAnswerError, time_call

__all__ = ["LIMIT", "TIMES", "Growth", "Question", "growths"]

TIMES = 4
LIMIT = 5.0
"""What t(4n)/t(n) must stay below."""

_ROUNDS, _MOST_ROUNDS, _TRIES = 3, 50, 3
_ENOUGH = 0.05


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked of things of any size.

    Attributes:
        name: what is asked.
        given: makes, for a size, what makes a fresh thing; neither is timed.
        ask: asks the question; this is timed.
        is_right: whether the answer is what it should be for a size.
        size: the smaller of the two sizes.
    """

    name: str
    given: Callable[[int], Callable[[], Any]]
    ask: Callable[[Any], Any]
    is_right: Callable[[int, Any], bool] = lambda _size, _answer: True
    size: int = 1_000


@dataclass(frozen=True, slots=True)
class Growth:
    """What came out: the fastest call at either size, in seconds."""

    question: Question
    small: float
    large: float

    @property
    def ratio(self) -> float:
        """How many times as long the larger one took."""
        return self.large / self.small

    @property
    def is_steep(self) -> bool:
        """Whether it grows faster than it may."""
        return self.ratio >= LIMIT


def growths(
    questions: Iterable[Question], clock: Callable[[], float] = time.process_time
) -> Iterator[Growth]:
    """Ask each question at both sizes, in turn, until the fastest calls are known.

    Raises:
        WrongAnswerError: when an answer is wrong.
    """
    for question in questions:
        tries = (_growth(question, clock) for _ in range(_TRIES))
        found = next(tries)
        while found.is_steep and (again := next(tries, None)) is not None:
            found = min(found, again, key=lambda growth: growth.ratio)
        yield found


def _growth(question: Question, clock: Callable[[], float]) -> Growth:
    sizes = (question.size, question.size * TIMES)
    fresh = {size: question.given(size) for size in sizes}
    for size in sizes:
        if not question.is_right(size, question.ask(fresh[size]())):
            raise WrongAnswerError(question.name, f"the answer is wrong at {size}")
    gc.collect()
    taken: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(_MOST_ROUNDS):
        for size in sizes:
            thing = fresh[size]()
            taken[size].append(time_call(partial(question.ask, thing), clock))
        if len(taken[question.size]) >= _ROUNDS and sum(taken[question.size]) >= _ENOUGH:
            break
    return Growth(question, *(min(taken[size]) for size in sizes))
