"""Which boxes stand together on a page: whole lanes or goals, then parts of them.

A part that is too wide is cut between levels, and the level at the cut stands on both
pages so that the reader finds the way on; one that is too high is cut between lanes, or
half-way down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.grid.order import ordered
from toc.diagrams.grid.slots import board_of
from toc.diagrams.narrowing import narrowed
from toc.diagrams.paging.fit import Fit, hopeless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.paging.fit import Fits

__all__ = ["Part", "goals_of", "lanes_of", "pieces"]

Part = frozenset[str]
"""The ids of the boxes on a page."""

_SHARED = 3
"""From so many levels on, the level at a cut stands on both pages."""


def lanes_of(chart: Chart, fits: Fits) -> list[Part]:
    """Gather lanes from top to bottom, as many on a page as can be read."""
    lanes = [
        frozenset(box.id for box in chart.boxes if box.lane == at) for at in range(len(chart.lanes))
    ]
    gathered: list[Part] = []
    for lane in (lane for lane in lanes if lane):
        if gathered and _fits(chart, gathered[-1] | lane, fits):
            gathered[-1] |= lane
        else:
            gathered.append(lane)
    return gathered


def goals_of(chart: Chart) -> list[Part]:
    """Give for each goal what leads to it, and at last what leads to none.

    Goals stand in the order of the picture.
    """
    causes: dict[str, list[str]] = {box.id: [] for box in chart.boxes}
    for arrow in chart.arrows:
        if not arrow.feedback:
            causes[arrow.effect].append(arrow.cause)
    goals = sorted(
        (box for box in chart.boxes if box.kind == "goal"),
        key=lambda box: (box.lane, box.id.casefold(), box.id),
    )
    parts = [_led_to(goal.id, causes) for goal in goals]
    rest = frozenset(causes).difference(*parts)
    return [*parts, rest] if rest else parts


def _led_to(goal: str, causes: Mapping[str, Sequence[str]]) -> Part:
    found, waiting = {goal}, [goal]
    while waiting:
        fresh = [cause for cause in causes[waiting.pop()] if cause not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)


def pieces(part: Part, page_of: Callable[[Part], Chart], fits: Fits) -> Iterator[Part]:
    """Cut a part until the page of every piece can be read, or shows a single box.

    Args:
        part: the ids of the boxes.
        page_of: makes the page of some of them.
        fits: lays a page out and says how much of its paper it needs.
    """
    page = page_of(part)
    fit = Fit(0.0, 2.0) if hopeless(page) else fits(page)
    if fit or len(part) <= 1:
        yield part
        return
    for half in _cut(page, wide=fit.across > max(1.0, fit.down)):
        yield from pieces(half, page_of, fits)


def _cut(shown: Chart, *, wide: bool) -> tuple[Part, Part]:
    """Cut between levels, between lanes, or half-way down the fullest level."""
    if len(shown.columns) > 1 and (wide or _is_flat(shown)):
        return _between_levels(shown)
    if len(shown.lanes) > 1:
        middle = len(shown.lanes) // 2
        upper = frozenset(box.id for box in shown.boxes if box.lane < middle)
        return upper, frozenset(box.id for box in shown.boxes) - upper
    return _half_way(shown)


def _is_flat(shown: Chart) -> bool:
    """Tell a part with one box in every level: no cut across makes it lower."""
    return len(shown.boxes) <= len(shown.columns)


def _between_levels(shown: Chart) -> tuple[Part, Part]:
    count = len(shown.columns)
    shared = count >= _SHARED
    last = (count + shared + 1) // 2 - 1
    left = frozenset(box.id for box in shown.boxes if box.column <= last)
    first = last if shared else last + 1
    return left, frozenset(box.id for box in shown.boxes if box.column >= first)


def _half_way(shown: Chart) -> tuple[Part, Part]:
    """Cut every level in two where it lies in the picture, so that neighbours stay together."""
    board = board_of(shown)
    upper: set[str] = set()
    for column in ordered(board):
        ids = [board.boxes[slot].id for cell in column for slot in cell if board.is_box(slot)]
        upper.update(ids[: (len(ids) + 1) // 2])
    return frozenset(upper), frozenset(box.id for box in shown.boxes) - upper


def _fits(chart: Chart, part: Part, fits: Fits) -> bool:
    shown = narrowed(chart, part)
    return not hopeless(shown) and bool(fits(shown))
