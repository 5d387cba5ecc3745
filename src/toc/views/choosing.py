"""From a view to what is in sight: each field narrows, several values of one field widen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.errors import NothingToDrawError
from toc.graph.naming import named
from toc.model import View
from toc.views.query import QUERIES, query_of
from toc.views.sight import Sight
from toc.views.spelled import known_of, offering, quoted, spelled, titles_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.graph import TheoryGraph
    from toc.model import Strategy
    from toc.views.query import Names

__all__ = ["QUERIED", "sight_of", "told_of"]

QUERIED = tuple(name for name in View.model_fields if name in QUERIES)
"""The fields of a view that ask for something, in the order of the format."""


class _Condition(NamedTuple):
    field: str
    names: Names
    sight: Sight


def sight_of(strategy: Strategy, graph: TheoryGraph, view: View) -> Sight:
    """Give the part of a strategy that a view shows.

    The fields narrow: what is shown is what each of them shows.  Several values of one
    field widen: what any of them shows.  What each field means is said in
    `toc.views.queries`.  A view without conditions shows everything.

    Args:
        strategy: the strategy.
        graph: its graph.
        view: what is asked.

    Raises:
        UnknownNameError: the view names something that is not there.
        NothingToDrawError: nothing is left; it says which condition left nothing.

    >>> from toc.graph import TheoryGraph
    >>> from toc.model import Strategy
    >>> strategy = Strategy(
    ...     activities={"course": "A course", "guide": "A guide"},
    ...     goals={"equal": "Equal access"}, links={"course -> equal": "It helps"},
    ...     views={"way": {"goal": "equal"}})
    >>> sorted(sight_of(strategy, TheoryGraph(strategy), strategy.views["way"]).boxes)
    ['course', 'equal']
    """
    conditions = list(_conditions(strategy, graph, view))
    shown = Sight(frozenset(graph.nodes))
    for at, condition in enumerate(conditions):
        if not condition.sight.boxes:
            raise _nothing(graph, condition)
        shown = _trimmed(graph, shown.narrowed(condition.sight))
        if not shown.boxes:
            raise _nothing_together(strategy, [one.field for one in conditions[: at + 1]], view)
    return shown


def _conditions(strategy: Strategy, graph: TheoryGraph, view: View) -> Iterator[_Condition]:
    for field in QUERIED:
        names = spelled(strategy, field, getattr(view, field))
        if names:
            yield _Condition(field, names, query_of(field).sight(graph, names))


def _trimmed(graph: TheoryGraph, sight: Sight) -> Sight:
    """Where arrows are chosen, leave out nodes and assumptions that none of them needs."""
    if sight.arrows is None:
        return sight
    arrows = named(graph.arrows)
    kept = {name for name in sight.arrows if sight.boxes.issuperset(arrows[name].ends)}
    boxes = frozenset().union(*(arrows[name].ends for name in kept))
    assumed = {one.lower() for name in kept for one in arrows[name].link.assuming}
    notes = None if sight.notes is None else sight.notes & assumed
    return Sight(boxes, frozenset(kept), notes)


def told_of(strategy: Strategy, view: View) -> Message | None:
    """Say what a view shows, and what it folds; nothing for the whole.

    Raises:
        UnknownNameError: the view names something that is not there.
    """
    told = _together([_told(strategy, field, view) for field in QUERIED if getattr(view, field)])
    folds = spelled(strategy, "fold", view.fold)
    if not folds:
        return told
    values = {"titles": [quoted(strategy, name) for name in folds], "count": len(folds)}
    as_one = Message("{titles} as one box", values, plural="{titles} as one box each")
    return Message("{told}; {more}", {"told": told, "more": as_one}) if told else as_one


def _together(parts: list[Message]) -> Message | None:
    """Say several conditions as one: each leaves something of what the ones before show."""
    if not parts:
        return None
    *before, last = parts
    first = _together(before)
    if first is None:
        return last
    return Message("{first}; of these, {second}", {"first": first, "second": last})


def _told(strategy: Strategy, field: str, view: View) -> Message:
    names = spelled(strategy, field, getattr(view, field))
    return query_of(field).told(titles_of(strategy, field, names))


def _nothing(graph: TheoryGraph, condition: _Condition) -> NothingToDrawError:
    query = query_of(condition.field)
    titles = titles_of(graph.strategy, condition.field, condition.names)
    known = [name for name in known_of(graph, condition.field) if query.sight(graph, (name,)).boxes]
    return NothingToDrawError(offering(query.lacking(titles), known))


def _nothing_together(strategy: Strategy, fields: list[str], view: View) -> NothingToDrawError:
    """Say which conditions, one after the other, leave nothing."""
    told = _together([_told(strategy, field, view) for field in fields])
    return NothingToDrawError(Message("nothing is left: {told}", {"told": told}))
