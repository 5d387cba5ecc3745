"""The first of several pages: the whole theory, with each lane or level as one box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.diagrams.chart import Column
from toc.diagrams.folding import Fold, folded
from toc.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.paging.fit import Fits

__all__ = ["overview"]


def overview(chart: Chart, fits: Fits) -> Chart:
    """Fold each lane into one box and keep the goals, or fold levels where that reads better.

    Assumptions are for the pages that follow: here they would hide what leads where.
    """
    bare = _without_assumptions(chart)
    drafts = [_unheaded(folded(bare, _lanes(bare)))] if len(chart.lanes) > 1 else []
    drafts.append(folded(bare, _levels(bare)))
    return min(drafts, key=lambda draft: max(1.0, fits(draft).across, fits(draft).down))


def _without_assumptions(chart: Chart) -> Chart:
    def bare(one: Chart) -> Chart:
        arrows = tuple(replace(arrow, assuming=()) for arrow in one.arrows)
        return replace(one, arrows=arrows, notes=(), twins=())

    family = tuple(map(bare, chart.family))
    return replace(family[0], twins=family[1:])


def _unheaded(chart: Chart) -> Chart:
    """Leave out the names of levels over boxes that hold several levels."""
    mixed = {box.column for box in chart.boxes if box.holds}

    def unheaded(one: Chart) -> Chart:
        columns = tuple(
            Column(column.level, "") if at in mixed else column
            for at, column in enumerate(one.columns)
        )
        return replace(one, columns=columns, twins=())

    family = tuple(map(unheaded, chart.family))
    return replace(family[0], twins=family[1:])


def _lanes(chart: Chart) -> Iterator[Fold]:
    for at, lane in enumerate(chart.lanes):
        names = [one.lanes[at].title for one in chart.family]
        ids = frozenset(box.id for box in chart.boxes if box.lane == at)
        yield Fold(lane.key or "cross-cutting", _said(chart, names), ids)


def _levels(chart: Chart) -> Iterator[Fold]:
    for at, column in enumerate(chart.columns):
        names = [one.columns[at].title for one in chart.family]
        ids = frozenset(box.id for box in chart.boxes if box.column == at)
        yield Fold(column.level, _said(chart, names), ids)


def _said(chart: Chart, names: Sequence[str]) -> Text:
    languages = (one.language for one in chart.family)
    return Text.of(dict(zip(languages, names, strict=True)))
