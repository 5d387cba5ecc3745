"""Which lane stands above which: those that lead to each other most are neighbours.

The order is a linear arrangement of least total length (Harper 1964; Petit 2003 on local
search for it): every arrow from one lane to another counts for as many lanes as it spans.
Two lanes leave the author's order only where that saves more arrows than an average pair
of lanes has between it.  So the author's order stands unless another one is much better,
and one more box does not turn the lanes over.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from toc.diagrams.chart import Chart

__all__ = ["stacked"]

_ALL = 6
"""So many lanes are tried in every order; more are moved one at a time."""


def stacked(chart: Chart) -> tuple[int, ...]:
    """Give the place of each lane from the top, also where lanes are not drawn."""
    count = max(len(chart.lanes), 1 + max((box.lane for box in chart.boxes), default=0))
    between = _between(chart)
    cost = _cost_of(between, count)
    order = _best(count, cost) if between else tuple(range(count))
    place = [0] * count
    for at, lane in enumerate(order):
        place[lane] = at
    return tuple(place)


def _between(chart: Chart) -> Mapping[tuple[int, int], int]:
    """Count the arrows between every two lanes."""
    lane = {box.id: box.lane for box in chart.boxes}
    ends = ((lane[arrow.cause], lane[arrow.effect]) for arrow in chart.arrows)
    return Counter((min(pair), max(pair)) for pair in ends if pair[0] != pair[1])


def _cost_of(
    between: Mapping[tuple[int, int], int], count: int
) -> Callable[[Sequence[int]], tuple[float, Sequence[int]]]:
    usual = sum(between.values()) / max(1, count * (count - 1) / 2)

    def cost(order: Sequence[int]) -> tuple[float, Sequence[int]]:
        place = {lane: at for at, lane in enumerate(order)}
        length = sum(many * abs(place[a] - place[b]) for (a, b), many in between.items())
        turned = sum(upper > lower for upper, lower in combinations(order, 2))
        return round(length + usual * turned, 6), order

    return cost


def _best(
    count: int, cost: Callable[[Sequence[int]], tuple[float, Sequence[int]]]
) -> Sequence[int]:
    if count <= _ALL:
        return min(permutations(range(count)), key=cost)
    order: Sequence[int] = tuple(range(count))
    while True:
        better = min((order, *_moved(order)), key=cost)
        if better == order:
            return order
        order = better


def _moved(order: Sequence[int]) -> Iterable[Sequence[int]]:
    """Move one lane to every other place."""
    for lane in order:
        others = [other for other in order if other != lane]
        for at in range(len(order)):
            yield (*others[:at], lane, *others[at:])
