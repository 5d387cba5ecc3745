"""What a view shows of a chart, what it is called, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.diagrams.drafting.notes import numbers_of
from toc.diagrams.folding import Fold, folded
from toc.diagrams.narrowing import narrowed
from toc.model import Text
from toc.views import sight_of, told_of
from toc.views.areas import nearest_of
from toc.views.spelled import spelled
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.chart import Arrow, Chart
    from toc.graph import TheoryGraph
    from toc.model import Strategy, View

__all__ = ["seen"]


def seen(
    chart: Chart, strategy: Strategy, graph: TheoryGraph, view: View, *, name: str = ""
) -> Chart:
    """Give what a view shows of a whole chart, in all its languages.

    Args:
        chart: the chart of the whole strategy.
        strategy: the strategy.
        graph: its graph.
        view: what is asked.
        name: what the view is called, where it has no title of its own.

    Returns:
        A chart whose subtitle says what is shown, and which says what it leaves out.

    Raises:
        UnknownNameError: the view names something that is not there.
        NothingToDrawError: it shows nothing.
    """
    part = _part(chart, strategy, graph, view)
    drawn = folded(part, _folds(strategy, graph, view))
    wholes = {one.language: one for one in chart.family}
    family = [_worded(one, wholes[one.language], strategy, view, name) for one in drawn.family]
    return replace(family[0], twins=tuple(family[1:]))


def _part(chart: Chart, strategy: Strategy, graph: TheoryGraph, view: View) -> Chart:
    sight = sight_of(strategy, graph, view)
    if len(sight.boxes) == len(graph.nodes) and sight.arrows is None:
        return chart
    numbers = numbers_of(strategy)
    notes = None if sight.notes is None else {numbers[note] for note in sight.notes}
    return narrowed(chart, sight.boxes, arrows=sight.arrows, notes=notes)


def _folds(strategy: Strategy, graph: TheoryGraph, view: View) -> Iterator[Fold]:
    """Make a fold of each area that the view folds; a part that is folded too stays apart."""
    areas = spelled(strategy, "fold", view.fold)
    nearest = nearest_of(strategy, graph, areas)
    for area in areas:
        entry = strategy.areas[area]
        boxes = frozenset(node for node, near in nearest.items() if near == area)
        yield Fold(area, entry.short or entry.title or Text.of(area), boxes)


def _worded(chart: Chart, whole: Chart, strategy: Strategy, view: View, name: str) -> Chart:
    """Say what the sheet shows and what it does not, in the chart's language."""
    title = view.title.say(chart.language) if view.title else name
    told = told_of(strategy, view)
    said = told.say(chart.language) if told else ""
    shown = ": ".join(part for part in (title, said) if part)
    subtitle = " · ".join(part for part in (shown, whole.subtitle) if part)
    return replace(chart, subtitle=subtitle, left_out=_left_out(chart, whole))


def _left_out(chart: Chart, whole: Chart) -> str:
    """Count the boxes, arrows and assumptions that are not on the sheet."""
    boxes = len(whole.boxes) - sum(box.holds or 1 for box in chart.boxes)
    arrows = _links(whole.arrows) - _links(chart.arrows)
    notes = len(whole.notes) - len(chart.notes)
    parts = [
        Message("{count} box", {"count": boxes}, plural="{count} boxes"),
        Message("{count} arrow", {"count": arrows}, plural="{count} arrows"),
        Message("{count} assumption", {"count": notes}, plural="{count} assumptions"),
    ]
    left = [part for part in parts if part.values["count"]]
    if not left:
        return ""
    return Message("Not on this sheet: {parts} of the strategy", {"parts": left}).say(
        chart.language
    )


def _links(arrows: tuple[Arrow, ...]) -> int:
    return sum(arrow.stands_for for arrow in arrows)
