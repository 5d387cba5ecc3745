"""Which groups are not shown, so that nobody can be recognised, not even by subtracting."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Group", "hidden"]

Group: TypeAlias = "tuple[tuple[str, str], ...]"
"""Pairs of a disaggregation and a group in it; several for a crossing, none for the whole."""


def hidden(counts: Mapping[Group, float], smallest: float) -> frozenset[Group]:
    """Give the groups whose number of people is not to be shown.

    Those with at least one person and fewer than the smallest number; and, wherever one of
    several groups that make up a whole could be reckoned from the others, the next smallest
    as well, until none can.

    Method: primary and complementary cell suppression as statistics offices do it (Hundepool
    and others, Statistical Disclosure Control, 2012, ch. 4), one sum at a time.  What could
    be found by solving several sums together is not looked for.

    Args:
        counts: how many people are in each group; the whole has no pairs.
        smallest: the smallest number that is shown.

    >>> women, men, others = ((("sex", one),) for one in ("f", "m", "x"))
    >>> sorted(hidden({women: 40, men: 25, others: 3}, 10)) == [men, others]
    True
    """
    found = {group for group, count in counts.items() if group and 0 < count < smallest}
    sums = list(_sums(frozenset(counts)))
    while True:
        more = {group for one in sums if (group := _next(one, counts, found)) is not None}
        if not more:
            return frozenset(found)
        found |= more


def _sums(groups: frozenset[Group]) -> Iterator[frozenset[Group]]:
    """Give what adds up: a group, or the whole, with the groups that it is made of."""
    wholes = {tuple(some) for one in groups for some in combinations(one, max(len(one) - 1, 0))}
    for whole in sorted(wholes | {()}):
        kinds = {kind for kind, _ in whole}
        parts: dict[str, set[Group]] = {}
        for group in groups:
            rest = [pair for pair in group if pair not in whole]
            if len(group) == len(whole) + 1 and len(rest) == 1 and rest[0][0] not in kinds:
                parts.setdefault(rest[0][0], set()).add(group)
        for some in parts.values():
            yield frozenset(some | ({whole} if whole else set()))


def _next(one: frozenset[Group], counts: Mapping[Group, float], found: set[Group]) -> Group | None:
    """Give what has to be hidden beside the only hidden one of a sum."""
    if len(one & found) != 1:
        return None
    shown = [group for group in one - found if group in counts]
    return min(shown, key=lambda group: (counts[group], group), default=None)
