"""What stands in the Gantt picture: groups and rows, without geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.roadmap.moments import Moment
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Strategy
    from toc.roadmap.timeline import TimeLine
    from toc.words import Sayable

__all__ = ["BY", "By", "Group", "Plan", "Row", "plan_of"]

By: TypeAlias = Literal["stage", "area"]
BY: tuple[By, ...] = ("stage", "area")

_ROWS = ("activity", "pilot", "event")
"""What has a row of its own, in this order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture.

    Attributes:
        label: what stands before it.
        moments: what stands in it: one, or all reviews of a group that have a date.
    """

    label: Sayable
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together.

    Attributes:
        title: what they are called.
        stage: the stage that they belong to, if it is one.
        rows: the rows.
        number: its number in the strategy document, if it has one.
    """

    title: Sayable
    stage: Moment | None
    rows: tuple[Row, ...]
    number: str = ""

    @property
    def name(self) -> Sayable:
        """The title, after the number that the document gives it."""
        if not self.number:
            return self.title
        return Message("{number} · {title}", {"number": self.number, "title": self.title})


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is drawn.

    Attributes:
        groups: in order of time, or as the areas stand in the file.
        by: what they are.
    """

    groups: tuple[Group, ...]
    by: By

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Everything in it, group by group."""
        return tuple(
            moment
            for group in self.groups
            for moment in (
                *((group.stage,) if group.stage is not None else ()),
                *(moment for row in group.rows for moment in row.moments),
            )
        )


def plan_of(strategy: Strategy, line: TimeLine, by: By = "stage") -> Plan:
    """Set the activities, pilots, events and reviews of a time line in rows.

    Args:
        strategy: the strategy.
        line: its time line.
        by: whether rows stand by the stage that they belong to, or by policy area.
    """
    every = (*line.moments, *line.undated)
    groups = _by_stage(strategy, every) if by == "stage" else _by_area(strategy, every)
    return Plan(tuple(group for group in groups if group.rows or group.stage), by)


def _by_stage(strategy: Strategy, every: tuple[Moment, ...]) -> Iterator[Group]:
    stages = [one for one in every if one.kind == "stage"]
    for stage in stages:
        own = [one for one in every if _stage_of(one, stages) == stage.name]
        number = strategy.stages[stage.name].number or ""
        yield Group(stage.title, stage, tuple(_rows(strategy, own)), number)
    left = [one for one in every if not _stage_of(one, stages)]
    title = Message("Across the stages") if stages else Message("What is planned")
    yield Group(title, None, tuple(_rows(strategy, left)))


def _stage_of(moment: Moment, stages: Iterable[Moment]) -> str:
    """Give the stage of a moment; a review that names none stands in the one that runs then."""
    if moment.kind != "review" or moment.stage or moment.period is None:
        return moment.stage
    day = moment.period.first
    running = (stage.name for stage in stages if day is not None and stage.runs(day))
    return next(running, "")


def _by_area(strategy: Strategy, every: tuple[Moment, ...]) -> Iterator[Group]:
    stages = [one for one in every if one.kind == "stage"]
    yield Group(Message("Stages"), None, tuple(Row(one.title, (one,)) for one in stages))
    work = [one for one in every if one.kind in ("activity", "pilot")]
    placed = {one.name: one.area or _area_of_pilot(strategy, one, work) for one in work}
    for area, entry in strategy.areas.items():
        own = [one for one in work if placed[one.name] == area]
        title = entry.title or Message("{name}", {"name": area})
        yield Group(title, None, tuple(_rows(strategy, own)))
    left = [one for one in work if placed[one.name] not in strategy.areas]
    title = Message("In no policy area") if strategy.areas else Message("What is planned")
    yield Group(title, None, tuple(_rows(strategy, left)))
    met = [one for one in every if one.kind in ("event", "review")]
    yield Group(Message("Meetings and reviews"), None, tuple(_rows(strategy, met)))


def _area_of_pilot(strategy: Strategy, moment: Moment, work: Iterable[Moment]) -> str:
    """Give the area of the first measure that a pilot tries."""
    if moment.kind != "pilot":
        return ""
    tried = {name.lower() for name in strategy.pilots[moment.name].of}
    return next((one.area for one in work if one.area and one.name.lower() in tried), "")


def _rows(strategy: Strategy, own: Iterable[Moment]) -> Iterator[Row]:
    own = tuple(own)
    for kind in _ROWS:
        for one in own:
            if one.kind == kind:
                yield Row(_label(strategy, one), (one,))
    reviews = [one for one in own if one.kind == "review"]
    dated = tuple(one for one in reviews if one.period is not None)
    if dated:
        yield Row(Message("Reviews"), dated)
    yield from (Row(one.title, (one,)) for one in reviews if one.period is None)


def _label(strategy: Strategy, moment: Moment) -> Sayable:
    entry = strategy.entry(moment.name)
    label = (entry.short if entry is not None else None) or moment.title
    if moment.kind == "pilot":
        return Message("{title} (pilot project)", {"title": label})
    return label
