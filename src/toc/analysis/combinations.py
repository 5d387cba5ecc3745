"""Smallest combinations of things: some of them in full, all of them counted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from toc.analysis.answers import Method
from toc.analysis.things import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.analysis.family import Family
    from toc.analysis.logic import Logic

__all__ = ["Combinations", "of_family", "of_sets"]


@dataclass(frozen=True, slots=True)
class Combinations:
    """Smallest combinations: none holds another.

    Attributes:
        sets: some of them in full, the smaller first.
        sizes: how many there are of no thing, of one, of two …, as far as they were counted.
        method: exact when all were counted; knock-outs when only the sets that are shown.
    """

    sets: tuple[tuple[Thing, ...], ...]
    sizes: tuple[int, ...]
    method: Method = Method.EXACT

    @property
    def count(self) -> int:
        """How many there are, as far as they were counted."""
        return sum(self.sizes)

    @property
    def smallest(self) -> int | None:
        """The size of the smallest; None where there is none."""
        return next((size for size, count in enumerate(self.sizes) if count), None)


def of_family(logic: Logic, family: Family, max_size: int | None, limit: int) -> Combinations:
    """Give the combinations of a family, those up to a size in full, up to a limit."""
    sizes = family.sizes()
    most = len(sizes) - 1 if max_size is None else min(max_size, len(sizes) - 1)
    sets = [one for size in range(most + 1) for one in sorted(islice(family.of_size(size), limit))]
    return Combinations(tuple(map(logic.things, sets[:limit])), sizes)


def of_sets(logic: Logic, sets: Iterable[tuple[str, ...]], limit: int) -> Combinations:
    """Give combinations that were found by trying, the smaller first."""
    found = sorted(sets, key=lambda one: (len(one), one))
    most = max(map(len, found), default=-1)
    sizes = tuple(sum(len(one) == size for one in found) for size in range(most + 1))
    return Combinations(tuple(map(logic.things, found[:limit])), sizes, Method.TRIED)
