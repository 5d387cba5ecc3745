"""One thing with a date, or one that should have one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.words import Message

if TYPE_CHECKING:
    from datetime import date

    from toc.findings import Route
    from toc.model import Interval
    from toc.roadmap.reviews import Standing
    from toc.words import Sayable

__all__ = ["KINDS", "Kind", "Moment"]

Kind: TypeAlias = Literal[
    "stage",
    "activity",
    "pilot",
    "event",
    "review",
    "output",
    "outcome",
    "goal",
    "milestone",
    "target",
    "check",
    "decision",
    "message",
]

KINDS: dict[Kind, Message] = {
    "stage": Message("stage"),
    "activity": Message("activity"),
    "pilot": Message("pilot project"),
    "event": Message("event"),
    "review": Message("review"),
    "output": Message("output due"),
    "outcome": Message("outcome due"),
    "goal": Message("goal due"),
    "milestone": Message("milestone"),
    "target": Message("target"),
    "check": Message("assumption to look at again"),
    "decision": Message("decision to carry out"),
    "message": Message("message"),
}
"""What each thing on the time line is, in the order of the roadmap."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of the strategy that has a time.

    Attributes:
        kind: what it is.
        name: its id: of a milestone or a target the indicator's, of a review that nobody has
            written down the stage's.
        title: what its authors call it.
        route: where its date stands, or would stand.
        period: from when to when; a date alone is a period of its own length, and None is
            one that nobody has written, or that runs backwards.
        stage: the id of its stage, empty where it has none.
        within: where it has no period, that of its stage.
        area: the id of its policy area, empty where it has none.
        quick_win: whether it shows a result within six months.
        standing: of a review, how it stands on the day.
        joint: of a review, whether it is a common session.
        number: of a review, which one of those that its stage plans, from 1; else 0.
        set_aside: of a pilot, whether others were chosen.
        reason: of what has no period, why.
    """

    kind: Kind
    name: str
    title: Sayable
    route: Route
    period: Interval | None
    stage: str = ""
    within: Interval | None = None
    area: str = ""
    quick_win: bool = False
    standing: Standing | None = None
    joint: bool = False
    number: int = 0
    set_aside: bool = False
    reason: Message | None = None

    @property
    def precision(self) -> tuple[str, str]:
        """How exact both ends are: `day`, `month`, `quarter`, `year`, `open`; else `unknown`."""
        if self.period is None:
            return "unknown", "unknown"
        start, end = self.period.start, self.period.end
        return (start.precision if start else "open", end.precision if end else "open")

    def runs(self, on: date) -> bool:
        """Whether a day lies in its period, as far as that is known."""
        if self.period is None:
            return False
        first, last = self.period.first, self.period.last
        return (first is None or first <= on) and (last is None or on <= last)

    def is_ahead(self, on: date) -> bool:
        """Whether it begins after a day."""
        return self.period is not None and self.period.first is not None and self.period.first > on

    def is_over(self, on: date) -> bool:
        """Whether it ended before a day."""
        return self.period is not None and self.period.last is not None and self.period.last < on
