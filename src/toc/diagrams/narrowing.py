"""A part of a chart: some of its boxes, with what stands between them and no more.

A sheet that shows a part says so on every box that has more arrows than can be seen, and
keeps the numbers of the assumptions.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from toc.diagrams.chart import Arrow, Box, Chart, Facet, Note

__all__ = ["narrowed"]


def narrowed(
    chart: Chart,
    boxes: Collection[str],
    *,
    arrows: Collection[str] | None = None,
    notes: Collection[int] | None = None,
) -> Chart:
    """Give the part of a chart that shows some of its boxes, in all its languages.

    Args:
        chart: the whole.
        boxes: the ids of the boxes to show; ids that are not there are passed over.
        arrows: the keys of the arrows to show between them, all when None.
        notes: the numbers of the assumptions to list, those upon the arrows when None.

    Returns:
        A chart without empty columns and lanes, whose boxes count what is not seen.
    """
    kept = [
        arrow
        for arrow in chart.arrows
        if arrow.cause in boxes
        and arrow.effect in boxes
        and (arrows is None or arrow.key in arrows)
    ]
    shown = [box for box in chart.boxes if box.id in boxes]
    columns = _used(len(chart.columns), [box.column for box in shown])
    lanes = _used(len(chart.lanes), [box.lane for box in shown]) if chart.lanes else {}
    unseen = _unseen(chart.arrows, kept)
    return replace(
        chart,
        columns=tuple(chart.columns[at] for at in columns) or chart.columns[-1:],
        lanes=tuple(chart.lanes[at] for at in lanes),
        boxes=tuple(_moved(box, columns, lanes, unseen) for box in shown),
        arrows=tuple(kept),
        notes=_noted(chart.notes, kept, notes),
        facets=tuple(_facet(facet, boxes) for facet in chart.facets),
        twins=tuple(narrowed(twin, boxes, arrows=arrows, notes=notes) for twin in chart.twins),
    )


def _used(count: int, places: Sequence[int]) -> dict[int, int]:
    """Number anew the columns or lanes in which something stands."""
    return {at: new for new, at in enumerate(at for at in range(count) if at in set(places))}


def _unseen(arrows: Sequence[Arrow], kept: Sequence[Arrow]) -> Mapping[tuple[str, str], int]:
    """Count by box the arrows into it and out of it that are not shown."""
    seen = {arrow.key for arrow in kept}
    count: Counter[tuple[str, str]] = Counter()
    for arrow in arrows:
        if arrow.key not in seen:
            count["into", arrow.effect] += arrow.stands_for
            count["out of", arrow.cause] += arrow.stands_for
    return count


def _moved(
    box: Box,
    columns: Mapping[int, int],
    lanes: Mapping[int, int],
    unseen: Mapping[tuple[str, str], int],
) -> Box:
    return replace(
        box,
        column=columns[box.column],
        lane=lanes.get(box.lane, box.lane),
        unseen_causes=box.unseen_causes + unseen["into", box.id],
        unseen_effects=box.unseen_effects + unseen["out of", box.id],
    )


def _noted(
    notes: Sequence[Note], arrows: Sequence[Arrow], wanted: Collection[int] | None
) -> tuple[Note, ...]:
    if wanted is None:
        wanted = {number for arrow in arrows for number in arrow.assuming}
    return tuple(note for note in notes if note.number in wanted)


def _facet(facet: Facet, boxes: Collection[str]) -> Facet:
    values = ((title, tuple(one for one in ids if one in boxes)) for title, ids in facet.values)
    return replace(facet, values=tuple((title, ids) for title, ids in values if ids))
