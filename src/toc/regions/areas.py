"""Policy areas side by side, with the scores of each region's last assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.kinship import are_one
from toc.analysis.things import thing_of
from toc.assessing import assessed
from toc.regions.region import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Date, Text
    from toc.regions.region import Region

__all__ = ["AreaRow", "Mark", "area_rows"]


@dataclass(frozen=True, slots=True)
class Mark:
    """How a region scored in an area.

    Attributes:
        region: what people call the region.
        area: the area, as the region calls it.
        score: 0 to 100; None where the area was not assessed.
        date: when it was assessed.
        peers: the mean of the sample that the assessment was held against.
        method: the questionnaire.
    """

    region: Text
    area: Thing
    score: float | None = None
    date: Date | None = None
    peers: float | None = None
    method: Text | None = None


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A policy area that several regions have.

    Attributes:
        marks: the area in each region, in the order of the regions.
    """

    marks: tuple[Mark, ...]


def area_rows(regions: Sequence[Region], on: date) -> Iterator[AreaRow]:
    """Go through the areas that two regions or more have: the same code, id or name.

    Args:
        regions: the regions, in order.
        on: the day; what was assessed later does not count.
    """

    def alike(first: int, one: str, second: int, other: str) -> bool:
        strategies = regions[first].strategy, regions[second].strategy
        entries = strategies[0].areas[one], strategies[1].areas[other]
        return one.lower() == other.lower() or are_one(*entries, *strategies)

    marks = [_marks(region, on) for region in regions]
    for members in groups(regions, "areas", alike):
        yield AreaRow(tuple(marks[at][name] for at, name in members))


def _marks(region: Region, on: date) -> Mapping[str, Mark]:
    """Give each area its last score."""
    strategy = region.strategy
    found = {name: Mark(region.name, thing_of(strategy, name)) for name in strategy.areas}
    dated = [
        (one.date.last, one.date, name)
        for name, one in strategy.assessments.items()
        if one.date is not None and one.date.first <= on
    ]
    for _, when, name in sorted(dated, key=lambda one: one[0]):
        result = assessed(strategy, name)
        for area in (*result.composites, *result.areas):
            if area.area in found and area.score is not None:
                method = strategy.assessments[name].method
                thing = found[area.area].area
                found[area.area] = Mark(region.name, thing, area.score, when, area.peers, method)
    return found
