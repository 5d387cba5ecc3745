"""Where each region stands in its roadmap, and when several could review together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from toc.analysis.things import thing_of
from toc.roadmap.reviews import due

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Date, Text
    from toc.regions.region import Region

__all__ = ["Schedule", "Together", "schedules", "together"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a region stands in its roadmap.

    Attributes:
        region: what people call the region.
        stages: the stages that the day falls into.
        held: how many reviews were held.
        overdue: how many were not, though their time has passed.
        next: when the next one is; None where none is planned.
        joint: the common sessions that are still to come.
    """

    region: Text
    stages: tuple[Thing, ...]
    held: int
    overdue: int
    next: Date | None
    joint: tuple[Date, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A time at which two regions have a common session each.

    Attributes:
        regions: what people call them.
        when: when each of them has it.
    """

    regions: tuple[Text, Text]
    when: tuple[Date, Date]


def schedules(regions: Sequence[Region], on: date) -> Iterator[Schedule]:
    """Say of each region where it stands in its roadmap on a day."""
    for region in regions:
        calendar = due(region.strategy, on)
        coming = [one for one in calendar.sessions if one.standing in ("planned", "due")]
        joint = tuple(one.when for one in coming if one.joint)
        following = calendar.next.when if calendar.next is not None else None
        yield Schedule(
            region.name,
            tuple(_stages(region, on)),
            len(calendar.held),
            len(calendar.overdue),
            following,
            joint,
        )


def _stages(region: Region, on: date) -> Iterator[Thing]:
    for name, stage in region.strategy.stages.items():
        period = stage.period
        if period is None:
            continue
        begun = period.first is None or period.first <= on
        over = period.last is not None and period.last < on
        if begun and not over:
            yield thing_of(region.strategy, name)


def together(schedule: Sequence[Schedule]) -> Iterator[Together]:
    """Go through the common sessions of two regions that fall into the same time."""
    for one, other in combinations(schedule, 2):
        for mine in one.joint:
            for theirs in other.joint:
                if mine.first <= theirs.last and theirs.first <= mine.last:
                    yield Together((one.region, other.region), (mine, theirs))
