"""The arrows that rest on critical assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.graph.naming import named
from toc.views.choices import ANY_STATE
from toc.views.sight import Sight
from toc.vocabulary import STATES
from toc.words import Message, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.graph import TheoryGraph
    from toc.views.query import Names, Titles


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give the arrows that rest on critical assumptions of any of the states."""
    wanted = frozenset(STATES) if set(ANY_STATE) & set(names) else frozenset(names)
    critical = frozenset(
        name.lower()
        for name, assumption in graph.strategy.assumptions.items()
        if assumption.importance == "critical" and (assumption.status or "untested") in wanted
    )
    resting = {
        name: arrow
        for name, arrow in named(graph.arrows).items()
        if not critical.isdisjoint(map(str.lower, arrow.link.assuming))
    }
    ends = (arrow.ends for arrow in resting.values())
    return Sight(frozenset().union(*ends), frozenset(resting), critical)


def known(_graph: TheoryGraph) -> Iterable[str]:
    """Give the states that an assumption may be in, and the word for all of them."""
    return (*STATES, ANY_STATE[0])


def titles(names: Names) -> Titles:
    """Give the states' words, none where all are meant."""
    return [] if set(ANY_STATE) & set(names) else [STATES.get(name, Said(name)) for name in names]


def told(titles: Titles) -> Message:
    """Say what is shown."""
    if not titles:
        return Message("what rests on critical assumptions")
    return Message("what rests on critical assumptions: {states}", {"states": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    if not titles:
        return Message("no link rests on a critical assumption")
    return Message("no link rests on a critical assumption: {states}", {"states": titles})
