"""Pages of the Gantt picture: which rows stand on which, with the names of their groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.diagrams.gantt import rows
from toc.diagrams.gantt.measures import APART, GROUP, INDENT, LEAST_ROW, PAD, SMALL
from toc.diagrams.labels import clean
from toc.diagrams.sheet import setting
from toc.roadmap.months import said_period
from toc.words import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.gantt.measures import Format
    from toc.diagrams.gantt.plan import Group, Plan, Row

__all__ = ["Part", "cut"]


@dataclass(frozen=True, slots=True)
class Part:
    """A group on a page, or as much of it as stands there.

    Attributes:
        group: the group.
        at: which group it is, by place.
        rows: the rows that stand here.
        first: which row of the picture the first of them is, by place.
        goes_on: whether a part of it stands on the page before.
        format: the page's.
        language: of its words.
    """

    group: Group
    at: int
    rows: tuple[Row, ...]
    first: int
    goes_on: bool
    format: Format
    language: str

    @property
    def title(self) -> tuple[str, ...]:
        """The group's name, in lines."""
        title = self.group.name
        told = Message("{title} (continued)", {"title": title}) if self.goes_on else title
        return setting.rows(clean(say(told, self.language)), self.format.labels, GROUP)

    @property
    def period(self) -> tuple[str, ...]:
        """When its stage is, in lines."""
        stage = self.group.stage
        if stage is None:
            return ()
        told = stage.reason if stage.period is None else said_period(stage.period)
        return setting.rows(
            clean(say(told or "", self.language)), self.format.labels - INDENT, SMALL
        )

    @property
    def head(self) -> float:
        """How high its name is."""
        high = len(self.title) * GROUP.lead + len(self.period) * SMALL.lead
        return max(high + 2 * PAD, LEAST_ROW)

    def row_height(self, row: Row) -> float:
        """Give how high a row of it is."""
        return rows.height(row, self.format, self.language)

    @property
    def height(self) -> float:
        """How high it is as a whole."""
        return APART + self.head + sum(map(self.row_height, self.rows))


def cut(
    plan: Plan, format_: Format, room: float | None, language: str
) -> tuple[tuple[Part, ...], ...]:
    """Cut a plan into pages; a group's name never stands without a row beneath it.

    Args:
        plan: what is drawn.
        format_: the pages'.
        room: how high the rows of a page may be; None puts all on one.
        language: of all words.
    """
    pages: list[list[Part]] = [[]]
    left = room
    for part in _whole(plan, format_, language):
        rest: Part | None = part
        while rest is not None:
            taken, rest = _taken(rest, left)
            if taken is None and not pages[-1]:
                taken, rest = _first_row(rest)
            if taken is not None:
                pages[-1].append(taken)
                left = None if left is None else left - taken.height
            if rest is not None:
                pages.append([])
                left = room
    return tuple(tuple(page) for page in pages)


def _whole(plan: Plan, format_: Format, language: str) -> Iterator[Part]:
    first = 0
    for at, group in enumerate(plan.groups):
        yield Part(group, at, group.rows, first, goes_on=False, format=format_, language=language)
        first += len(group.rows)


def _taken(part: Part, room: float | None) -> tuple[Part | None, Part | None]:
    """Take of a group what has room, and leave the rest for the next page."""
    if room is None or part.height <= room:
        return part, None
    high, count = APART + part.head, 0
    for row in part.rows:
        high += part.row_height(row)
        if high > room:
            break
        count += 1
    return (None, part) if count == 0 else _split(part, count)


def _first_row(part: Part | None) -> tuple[Part | None, Part | None]:
    """Take one row, however high, so that every page has something on it."""
    if part is None or len(part.rows) <= 1:
        return part, None
    return _split(part, 1)


def _split(part: Part, count: int) -> tuple[Part, Part]:
    head = replace(part, rows=part.rows[:count])
    return head, replace(part, rows=part.rows[count:], first=part.first + count, goes_on=True)
