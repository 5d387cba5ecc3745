"""The indicators that several regions measure, and why some cannot be compared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from toc.analysis.kinship import common_code, words_between
from toc.analysis.things import thing_of
from toc.monitoring import Value, progress, series
from toc.regions.region import groups
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Indicator, Text
    from toc.monitoring import Progress
    from toc.regions.region import Region

__all__ = ["Measure", "SharedIndicator", "shared_indicators"]


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator as one region measures it.

    Attributes:
        region: what people call the region.
        indicator: the indicator.
        then: its last value in the common year; None where it has none.
        progress: how it stands on the day.
    """

    region: Text
    indicator: Thing
    then: Value | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class SharedIndicator:
    """An indicator that several regions measure.

    Attributes:
        known_by: by what they are known to be one: a code of a list, or the same id.
        year: the last year in which most regions have a value, two of them at least; None
            where there is none.
        measures: the indicator in each region, in the order of the regions.
        obstacles: why the values cannot be compared; none where they can.
    """

    known_by: Message
    year: int | None
    measures: tuple[Measure, ...]
    obstacles: tuple[Message, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether nothing speaks against reading the values side by side."""
        return not self.obstacles and self.year is not None


def shared_indicators(regions: Sequence[Region], on: date) -> Iterator[SharedIndicator]:
    """Go through the indicators that two regions or more measure.

    Two are one when they carry the same code of a list under `refs`, or when they have the
    same id and the same unit or none.

    Args:
        regions: the regions, in order.
        on: the day; what is dated later does not count.
    """

    def are_one(first: int, one: str, second: int, other: str) -> bool:
        entries = [
            regions[at].strategy.indicators[name] for at, name in ((first, one), (second, other))
        ]
        return common_code(*entries) is not None or one.lower() == other.lower()

    for members in groups(regions, "indicators", are_one):
        yield _shared([(regions[at], name) for at, name in members], on)


def _shared(members: Sequence[tuple[Region, str]], on: date) -> SharedIndicator:
    points = [_points(region, name, on) for region, name in members]
    year = _common_year(points)
    measures = tuple(
        Measure(
            region.name,
            thing_of(region.strategy, name),
            _of_year(own, year),
            progress(region.strategy, name, on),
        )
        for (region, name), own in zip(members, points, strict=True)
    )
    return SharedIndicator(_known_by(members), year, measures, tuple(_obstacles(members, measures)))


def _common_year(points: Sequence[Sequence[Value]]) -> int | None:
    """Give the year in which most regions have a value, two at least; of several the last."""
    counts = Counter(year for one in points for year in {value.date.last.year for value in one})
    best = max(counts, key=lambda year: (counts[year], year), default=None)
    return best if best is not None and counts[best] > 1 else None


def _known_by(members: Sequence[tuple[Region, str]]) -> Message:
    first, second = (region.strategy.indicators[name] for region, name in members[:2])
    code = common_code(first, second)
    if code is None:
        return Message("the same id: {id}", {"id": members[0][1]})
    return Message("the code {list} {code}", dict(zip(("list", "code"), code, strict=True)))


def _points(region: Region, name: str, on: date) -> tuple[Value, ...]:
    """Give the values of the whole that were observed by the day, the baseline too."""
    indicator = region.strategy.indicators[name]
    starts = (
        Value(one.value, dated, one.flag)
        for dated, one in indicator.baseline.items()
        if one.value is not None and dated.first <= on
    )
    read = series(region.strategy, name, on).measured
    every = [*starts, *(Value(one.value, one.date, one.flag) for one in read)]
    return tuple(sorted(every, key=lambda value: (value.date.last, value.date.first)))


def _of_year(points: Sequence[Value], year: int | None) -> Value | None:
    found = [value for value in points if value.date.last.year == year]
    return found[-1] if found else None


def _obstacles(
    members: Sequence[tuple[Region, str]], measures: Sequence[Measure]
) -> Iterator[Message]:
    """Say what speaks against a comparison: of two regions what differs, of one what broke."""
    for (first, one), (second, other) in combinations(members, 2):
        pair = (first, first.strategy.indicators[one], second, second.strategy.indicators[other])
        yield from _unlike(*pair)
    for measure in measures:
        if measure.progress.standing == "not-comparable":
            values = {"region": measure.region, "why": measure.progress.why}
            yield Message("{region}: {why}", values)


def _unlike(first: Region, one: Indicator, second: Region, other: Indicator) -> Iterator[Message]:
    values: dict[str, object] = {"first": first.name, "second": second.name}
    if one.measure and other.measure and one.measure != other.measure:
        yield Message("{first} and {second} have values of another kind", values)
    for kind, frame in _DIFFER.items():
        mine, theirs = getattr(one, kind), getattr(other, kind)
        if mine and theirs and not _say_the_same(kind, mine, theirs, first, second):
            yield replace(frame, values={**values, "one": mine, "other": theirs})


_DIFFER = {
    "unit": Message("{first} counts in “{one}”, {second} in “{other}”"),
    "definition": Message("{first} defines it as “{one}”, {second} as “{other}”"),
    "method": Message("{first} measures by “{one}”, {second} by “{other}”"),
}


def _say_the_same(kind: str, mine: Text, theirs: Text, first: Region, second: Region) -> bool:
    words = words_between(mine, theirs, first.strategy, second.strategy)
    if words is None:
        return str(mine).strip() == str(theirs).strip()
    if not words.likeness.most:
        return str(mine).split() == str(theirs).split()
    return words.likeness.is_one_name if kind == "unit" else words.likeness.says_the_same
