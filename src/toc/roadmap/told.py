"""The roadmap on a day, written for a terminal and as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import Date
from toc.roadmap.budget import Budget, budget
from toc.roadmap.moments import KINDS
from toc.roadmap.months import said, said_period
from toc.roadmap.responsibilities import Responsibilities, responsibilities
from toc.roadmap.reviews import STANDINGS
from toc.roadmap.timeline import TimeLine, time_line
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from toc.model import Strategy
    from toc.roadmap.moments import Moment
    from toc.words import Sayable

__all__ = ["Roadmap", "roadmap"]

_MOST = 12
"""So many things of one kind are named on a terminal."""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """A strategy's roadmap, as it stands on a day.

    Attributes:
        title: the strategy's.
        line: everything with a date.
        responsibilities: who does what.
        budget: what it costs.
    """

    title: Sayable
    line: TimeLine
    responsibilities: Responsibilities
    budget: Budget

    def text(self, language: str = "en") -> str:
        """Write what runs, what comes, what is late and what has no date.

        Args:
            language: a tag such as `ro`.
        """
        return "\n\n".join("\n".join(block) for block in self._blocks(language)) + "\n"

    def _blocks(self, language: str) -> Iterator[list[str]]:
        line = self.line
        day = Message("as of {date}", {"date": said(Date.of(line.on))}).say(language)
        yield [part for part in (self.title.say(language), day) if part]
        parts: tuple[tuple[Message, Iterable[Moment], Message | None], ...] = (
            (Message("Now"), (*line.stages, *line.running), Message("nothing that is dated")),
            (Message("Next"), line.next, Message("nothing that is dated")),
            (Message("Quick wins"), line.quick_wins, None),
            (Message("Late: nothing tells whether it came"), line.late, None),
            (Message("Without a date"), line.undated, None),
        )
        for title, moments, nothing in parts:
            lines = list(_lines(tuple(moments), language))
            if lines or nothing is not None:
                empty = [f"  {nothing.say(language)}"] if nothing is not None else []
                yield [title.say(language), *(lines or empty)]
        yield [Message("Reviews").say(language), f"  {line.reviews.sentence(language)}"]
        for one in line.reviews.unreckoned:
            yield [_unreckoned(one.stage, one.reason, line).say(language)]
        yield [self.responsibilities.sentence(language), self.budget.sentence(language)]

    def as_data(self, language: str = "en") -> dict[str, object]:
        """Give it as plain data for JSON.

        Args:
            language: a tag such as `ro`.
        """
        return {
            "strategy": self.title.say(language),
            "on": self.line.on.isoformat(),
            "timeline": self.line.as_data(language),
            "running": [one.name for one in self.line.running],
            "next": [one.name for one in self.line.next],
            "quick_wins": [one.name for one in self.line.quick_wins],
            "responsibilities": self.responsibilities.as_data(language),
            "budget": self.budget.as_data(language),
        }


def _unreckoned(stage: str, reason: Message, line: TimeLine) -> Message:
    values = {"stage": line.titles.get(stage, stage), "reason": reason}
    return Message("The reviews of “{stage}” cannot all be reckoned: {reason}.", values)


def _lines(moments: tuple[Moment, ...], language: str) -> Iterator[str]:
    for one in moments[:_MOST]:
        yield f"  {_line(one).say(language)}"
    if len(moments) > _MOST:
        more = Message("… and {count} more", {"count": len(moments) - _MOST})
        yield f"  {more.say(language)}"


def _line(one: Moment) -> Message:
    """Say what it is and when: what is not dated says why."""
    what = KINDS[one.kind] if one.standing is None else STANDINGS[one.standing]
    when = one.reason or "" if one.period is None else said_period(one.period)
    values: dict[str, object] = {"title": one.title, "kind": what, "when": when}
    if one.kind == "activity":
        return Message("{title}: {when}", values)
    return Message("{title} ({kind}): {when}", values)


def roadmap(strategy: Strategy, on: date) -> Roadmap:
    """Take a strategy's roadmap on a day.

    Args:
        strategy: the strategy.
        on: the day.
    """
    return Roadmap(
        strategy.title, time_line(strategy, on), responsibilities(strategy), budget(strategy)
    )
