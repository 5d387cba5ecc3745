"""One chart in several languages: the same places in each, and two at once on request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Box, Chart, Lane

__all__ = ["with_second", "with_twins"]


def with_second(chart: Chart, other: Chart) -> Chart:
    """Set the words of another language beneath a chart's own, where they differ."""
    labels = {box.id: box.label for box in other.boxes}
    boxes = tuple(
        replace(box, second=labels[box.id] if labels[box.id] != box.label else "")
        for box in chart.boxes
    )
    return replace(chart, boxes=boxes, second=other.language)


def with_twins(chart: Chart, twins: Sequence[Chart]) -> Chart:
    """Let every box and lane know its names in the other languages, and leave room for them.

    Each twin knows the names of all the others in turn, so that whichever is drawn has
    the same places.
    """
    family = (chart, *twins)
    grown = tuple(_knowing(one, [other for other in family if other is not one]) for one in family)
    return replace(grown[0], twins=grown[1:])


def _knowing(chart: Chart, others: Sequence[Chart]) -> Chart:
    labels = [{box.id: box.label for box in other.boxes} for other in others]
    titles = [{lane.key: lane.title for lane in other.lanes} for other in others]

    def box(one: Box) -> Box:
        said = (known[one.id] for known in labels)
        return replace(one, others=tuple(dict.fromkeys(said)))

    def lane(one: Lane) -> Lane:
        said = (known[one.key] for known in titles)
        return replace(one, others=tuple(dict.fromkeys(said)))

    boxes, lanes = tuple(map(box, chart.boxes)), tuple(map(lane, chart.lanes))
    return replace(chart, boxes=boxes, lanes=lanes)
