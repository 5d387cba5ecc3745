"""Who assumes what kind of thing, and who puts it to the test."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from toc.analysis.kinship import words_of
from toc.analysis.things import thing_of
from toc.vocabulary import ASSUMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.analysis.kinship import Words
    from toc.analysis.things import Thing
    from toc.model import Text
    from toc.regions.region import Region

__all__ = ["Assumed", "KindRow", "Pair", "kind_rows", "pairs"]


@dataclass(frozen=True, slots=True)
class Assumed:
    """An assumption of a region.

    Attributes:
        region: what people call the region.
        assumption: the assumption.
        status: what is known of it; untested where nothing is said.
        pilots: the pilots that put it to the test.
    """

    region: Text
    assumption: Thing
    status: str
    pilots: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of assumption, and who tests it.

    Attributes:
        kind: the kind; empty where none is said.
        assumed: the assumptions of that kind, in the order of the regions.
    """

    kind: str
    assumed: tuple[Assumed, ...]

    def tested_in(self, region: Text) -> tuple[Assumed, ...]:
        """Give the assumptions of a region that a pilot puts to the test."""
        return tuple(one for one in self.of(region) if one.pilots)

    def of(self, region: Text) -> tuple[Assumed, ...]:
        """Give the assumptions of a region."""
        return tuple(one for one in self.assumed if one.region == region)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two assumptions of two regions that say nearly the same.

    Attributes:
        one: that of the first region.
        other: that of the second.
        words: the words that they have in common.
    """

    one: Assumed
    other: Assumed
    words: Words


def kind_rows(regions: Sequence[Region]) -> Iterator[KindRow]:
    """Go through the kinds of assumption that anybody makes, in the order of the format."""
    kinds: dict[str, list[Assumed]] = {}
    for region in regions:
        for one, kind in _assumed(region):
            kinds.setdefault(kind, []).append(one)
    for kind in sorted(kinds, key=_place):
        yield KindRow(kind, tuple(kinds[kind]))


def _place(kind: str) -> int:
    return list(ASSUMED).index(kind) if kind in ASSUMED else len(ASSUMED)


def _assumed(region: Region) -> Iterator[tuple[Assumed, str]]:
    tested = _tested(region)
    for name, entry in region.strategy.assumptions.items():
        thing = thing_of(region.strategy, name)
        pilots = tested.get(name.lower(), ())
        status = entry.status or "untested"
        yield Assumed(region.name, thing, status, tuple(pilots)), entry.kind or ""


def _tested(region: Region) -> Mapping[str, list[Thing]]:
    """Give for each assumption, in lower case, the pilots that say they test it, or it of them."""
    strategy = region.strategy
    found: dict[str, dict[str, None]] = {}
    for pilot, entry in strategy.pilots.items():
        for name in entry.tests:
            found.setdefault(name.lower(), {})[pilot] = None
    for name, assumption in strategy.assumptions.items():
        for test in assumption.test:
            section, key = strategy.index.get(test.lower(), ("", ""))
            if section == "pilots":
                found.setdefault(name.lower(), {})[key] = None
    return {name: [thing_of(strategy, one) for one in pilots] for name, pilots in found.items()}


def pairs(regions: Sequence[Region]) -> Iterator[Pair]:
    """Go through the pairs of assumptions of different regions that say nearly the same."""
    every = [[one for one, _ in _assumed(region)] for region in regions]
    for first, second in combinations(range(len(regions)), 2):
        strategies = regions[first].strategy, regions[second].strategy
        for one, other in product(every[first], every[second]):
            entries = (
                strategies[0].assumptions[one.assumption.name],
                strategies[1].assumptions[other.assumption.name],
            )
            words = words_of(*entries, *strategies)
            if words is not None and words.likeness.is_close:
                yield Pair(one, other, words)
