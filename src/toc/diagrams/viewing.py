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
        A chart that bears the view's title, whose subtitle says what is shown, and which
        says what it leaves out.

    Raises:
        UnknownNameError: the view names something that is not there.
        NothingToDrawError: it shows nothing.
    """
    part = _part(chart, strategy, graph, view)
    drawn = folded(part, _folds(strategy, graph, view))
    told = view.model_copy(update={"fold": _done(drawn, strategy, view)})
    wholes = {one.language: one for one in chart.family}
    hidden = _counted(part, drawn)
    left_out = _counted(chart, part)

    def worded(one: Chart) -> Chart:
        title = view.title.say(one.language) if view.title else name
        whole = wholes[one.language]
        usual = [whole.title, whole.subtitle] if title else [whole.subtitle]
        return replace(
            one,
            title=title or whole.title,
            subtitle=_subtitle(usual, strategy, told, one.language),
            left_out=_said(left_out, hidden, one.language),
        )

    family = [worded(one) for one in drawn.family]
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


def _done(drawn: Chart, strategy: Strategy, view: View) -> tuple[str, ...]:
    """Give the areas that there was something to fold of."""
    ones = {box.id for box in drawn.boxes if box.holds}
    return tuple(area for area in spelled(strategy, "fold", view.fold) if area in ones)


def _subtitle(usual: list[str], strategy: Strategy, view: View, language: str) -> str:
    """Say what the sheet shows, before what every sheet says."""
    told = told_of(strategy, view)
    shown = told.say(language) if told else ""
    return " · ".join(part for part in (shown[:1].upper() + shown[1:], *usual) if part)


def _counted(whole: Chart, part: Chart) -> list[Message]:
    """Count the boxes, arrows and assumptions that a part of a chart has not."""
    boxes = _things(whole) - _things(part)
    arrows = _links(whole.arrows) - _links(part.arrows)
    notes = len(whole.notes) - len(part.notes)
    counts = [
        Message("{count} box", {"count": boxes}, plural="{count} boxes"),
        Message("{count} arrow", {"count": arrows}, plural="{count} arrows"),
        Message("{count} assumption", {"count": notes}, plural="{count} assumptions"),
    ]
    return [count for count in counts if count.values["count"]]


def _said(left_out: list[Message], hidden: list[Message], language: str) -> str:
    """Say what is not on the sheet, and what is there without being seen."""
    said: list[Message] = []
    if left_out:
        said.append(Message("Not on this sheet: {parts} of the strategy", {"parts": left_out}))
    if hidden:
        said.append(Message("Within the folded boxes: {parts}", {"parts": hidden}))
    return " · ".join(message.say(language) for message in said)


def _things(chart: Chart) -> int:
    return sum(box.holds or 1 for box in chart.boxes)


def _links(arrows: tuple[Arrow, ...]) -> int:
    return sum(arrow.stands_for for arrow in arrows)
