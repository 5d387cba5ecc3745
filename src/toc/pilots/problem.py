"""Which pilots there are to choose from, as a problem in whole numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Problem", "Unit", "Whole", "mask_of"]

Pairs: TypeAlias = Collection[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Problem:
    """Which pilots there are to choose from, and what counts.

    Attributes:
        names: their ids, sorted.
        costs: what each costs.
        tests: what each tests of what counts.
        worth: by target, how much it counts.
        budget: what there is.
        must: the places of those that are chosen in any case.
        not_with: pairs of places of which at most one is chosen.
        together: pairs of which both are, or neither.
    """

    names: tuple[str, ...]
    costs: tuple[Fraction, ...]
    tests: tuple[frozenset[str], ...]
    worth: Mapping[str, Fraction]
    budget: Fraction
    must: frozenset[int] = frozenset()
    not_with: Pairs = ()
    together: Pairs = ()

    @classmethod
    def of(
        cls,
        costs: Mapping[str, Fraction],
        tests: Mapping[str, Collection[str]],
        worth: Mapping[str, Fraction],
        budget: Fraction,
        *,
        must: Iterable[str] = (),
        not_with: Iterable[tuple[str, str]] = (),
        together: Iterable[tuple[str, str]] = (),
    ) -> Problem:
        """Take pilots by their ids.

        Raises:
            KeyError: when something is said of a pilot that has no cost, or that is not there.
        """
        names = tuple(sorted(costs))
        place = {name: one for one, name in enumerate(names)}
        return cls(
            names,
            tuple(costs[name] for name in names),
            tuple(frozenset(tests[name]) & worth.keys() for name in names),
            worth,
            budget,
            frozenset(place[name] for name in must),
            tuple((place[one], place[other]) for one, other in not_with),
            tuple((place[one], place[other]) for one, other in together),
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """Pilots that go together, in whole numbers.

    Attributes:
        members: their places.
        cost: what they cost together.
        mask: what they test, a bit for each target.
    """

    members: tuple[int, ...]
    cost: int
    mask: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A problem in whole numbers, so that nothing is rounded.

    Attributes:
        units: what can be chosen, each for itself.
        budget: what there is.
        classes: how much a target counts, with a bit for each target that counts so much.
        excluded: for each unit those that it excludes.
        forced: the units that are chosen in any case; None where that cannot be.
        scale: by how much what counts was multiplied.
    """

    units: tuple[Unit, ...]
    budget: int
    classes: tuple[tuple[int, int], ...]
    excluded: tuple[frozenset[int], ...]
    forced: frozenset[int] | None
    scale: int

    def worth(self, mask: int) -> int:
        """Give how much a set of targets counts."""
        return sum(number * (mask & own).bit_count() for number, own in self.classes)

    @classmethod
    def of(cls, problem: Problem) -> Whole:
        """Take a problem apart."""
        money = lcm(1, *(cost.denominator for cost in problem.costs))
        scale = lcm(1, *(number.denominator for number in problem.worth.values()))
        bits = {name: 1 << place for place, name in enumerate(sorted(problem.worth))}
        classes: dict[int, int] = {}
        for name, bit in bits.items():
            number = int(problem.worth[name] * scale)
            classes[number] = classes.get(number, 0) | bit
        groups = list(_groups(len(problem.names), problem.together))
        units = tuple(
            Unit(
                group,
                sum(int(problem.costs[one] * money) for one in group),
                mask_of(bits[name] for one in group for name in problem.tests[one]),
            )
            for group in groups
        )
        home = {one: place for place, group in enumerate(groups) for one in group}
        pairs = {(home[one], home[other]) for one, other in problem.not_with}
        excluded = tuple(
            frozenset({b for a, b in pairs if a == one} | {a for a, b in pairs if b == one})
            for one in range(len(units))
        )
        forced: frozenset[int] | None = frozenset(home[one] for one in problem.must)
        if any(excluded[one] & (forced or frozenset()) for one in forced or ()):
            forced = None
        budget = problem.budget * money
        return cls(
            units,
            budget.numerator // budget.denominator,
            tuple(sorted(classes.items())),
            excluded,
            forced,
            scale,
        )


def mask_of(bits: Iterable[int]) -> int:
    """Put several bits together."""
    found = 0
    for bit in bits:
        found |= bit
    return found


def _groups(count: int, together: Pairs) -> Iterator[tuple[int, ...]]:
    """Give the places in groups that go together, first by first."""
    group = {one: {one} for one in range(count)}
    for one, other in together:
        joined = group[one] | group[other]
        for each in joined:
            group[each] = joined
    for one in range(count):
        if min(group[one]) == one:
            yield tuple(sorted(group[one]))
