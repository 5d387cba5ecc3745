"""A strategy among others, called by its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.kinship import name_of
from toc.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from toc.model import Strategy, Text

__all__ = ["Region", "groups", "in_order"]


@dataclass(frozen=True, slots=True)
class Region:
    """A strategy among others.

    Attributes:
        name: what people call it: its place, else its title.
        strategy: the strategy.
    """

    name: Text
    strategy: Strategy = field(repr=False)


def in_order(strategies: Iterable[Strategy]) -> tuple[Region, ...]:
    """Put strategies in the order of the alphabet by place; of one place, as they come."""
    regions = (Region(name_of(one), one) for one in strategies)
    return tuple(sorted(regions, key=lambda region: folded(str(region.name))))


Entries = tuple[tuple[int, str], ...]


def groups(
    regions: Sequence[Region], section: str, are_one: Callable[[int, str, int, str], bool]
) -> Iterator[Entries]:
    """Gather the entries of a section that several regions have.

    Of each region a group holds one entry, the first.  Cost: the square of the entries.

    Args:
        regions: the regions.
        section: the section.
        are_one: whether an entry of one region, by number and id, is that of another.

    Yields:
        Entries of two regions or more, by number of the region and id.
    """
    every = [
        (at, name)
        for at, region in enumerate(regions)
        for name in getattr(region.strategy, section)
    ]
    found: list[dict[int, str]] = []
    for at, name in every:
        group = next(
            (
                one
                for one in found
                if at not in one and any(are_one(*member, at, name) for member in one.items())
            ),
            None,
        )
        if group is None:
            found.append({at: name})
        else:
            group[at] = name
    for one in found:
        if len(one) > 1:
            yield tuple(one.items())
