"""Overlays by name: what is asked of a picture, one module each in the folder `overlays`.

A module has `lay(case) -> Overlay` and `ABOUT`, a message that says what it shows; its
name is the overlay's name.  Whoever reckons something new about a strategy writes down
what came out as readings and hands them to `toc.diagrams.readings.overlay_of`; that is
all there is to a module for monitoring, for single points of failure, for changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from toc.diagrams.drafting.notes import numbers_of
from toc.graph.naming import named
from toc.shelves import Shelf
from toc.views.spelled import spelled, unknown
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from toc.diagrams.chart import Chart
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.readings import Reading
    from toc.graph import TheoryGraph
    from toc.model import Arrow, Strategy
    from toc.rulebook import Rulebook

__all__ = ["OVERLAYS", "Case", "Laying", "laid"]

OVERLAYS = Shelf("toc.diagrams.overlays")
"""What can be laid over a picture, by name."""


@dataclass(frozen=True)
class Case:
    """What an overlay may look at.

    Attributes:
        strategy: the strategy.
        graph: its graph.
        chart: what the picture shows of it.
        language: of the picture; an overlay's words wait for theirs, so most need it not.
        on: the day for which is asked; None where time plays no part.
        about: which pilots, which goals …; all of them when empty.
        readings: what later work found out, by id of a box or key of an arrow.
        book: the rules that a project goes by; the usual ones when None.
    """

    strategy: Strategy
    graph: TheoryGraph
    chart: Chart
    language: str = "en"
    on: date | None = None
    about: tuple[str, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    book: Rulebook | None = None

    @cached_property
    def links(self) -> Mapping[str, Arrow]:
        """The strategy's arrows by the keys that they have in a chart."""
        return named(self.graph.arrows)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers that assumptions have in a chart, by their ids in lower case."""
        return numbers_of(self.strategy)

    @cached_property
    def seated(self) -> frozenset[int]:
        """The numbers of the assumptions that have a badge on this sheet."""
        known = {note.number for note in self.chart.notes}
        return frozenset(
            number for arrow in self.chart.arrows for number in arrow.assuming if number in known
        )

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """The goals that are asked about; the first of the strategy where none is named.

        Raises:
            UnknownNameError: one that is asked about is no goal.
        """
        return spelled(self.strategy, "goal", self.about) or tuple(self.strategy.goals)[:1]

    def written(self, link: str) -> tuple[str, ...]:
        """Give the keys, in a chart, of the arrows of a link as it is written."""
        return tuple(key for key, arrow in self.links.items() if arrow.key == link)

    def carried(self, found: Mapping[str, Reading]) -> dict[str, Reading]:
        """Give what was found out of nodes and links to what stands for them on this sheet.

        Of several that are folded into one, the first that was found counts.
        """
        places = {name: place for place, name in enumerate(found)}
        items = {box.id: box.folded for box in self.chart.boxes}
        items |= {arrow.key: arrow.folded for arrow in self.chart.arrows}
        here = {own: places.keys() & {own, *folded} for own, folded in items.items()}
        return {
            own: found[min(names, key=places.__getitem__)] for own, names in here.items() if names
        }

    def boxes_of(self, nodes: Collection[str]) -> frozenset[str]:
        """Give the boxes of this sheet that stand for any of some nodes, or hold one."""
        return frozenset(
            box.id
            for box in self.chart.boxes
            if box.id in nodes or not frozenset(box.folded).isdisjoint(nodes)
        )

    def arrows_of(self, links: Collection[str]) -> frozenset[str]:
        """Give the arrows of this sheet that stand for any of some links, by their keys."""
        return frozenset(
            arrow.key
            for arrow in self.chart.arrows
            if arrow.key in links or not frozenset(arrow.folded).isdisjoint(links)
        )


class Laying(Protocol):
    """What each module of the folder of overlays has."""

    ABOUT: Message
    """What it shows, in a few words."""

    def lay(self, case: Case, /) -> Overlay:
        """Dress a picture."""
        ...


def laid(name: str, case: Case) -> Overlay:
    """Give an overlay for a picture.

    Args:
        name: "pilots", "chain", "assumptions", "findings", "stages", "data", or an overlay
            of somebody else's.
        case: what it is laid over, and what is asked.

    Raises:
        UnknownNameError: there is no such overlay, or what is asked about is not there.
    """
    if name not in OVERLAYS:
        message = Message("no overlay is called “{name}”", {"name": name})
        raise unknown(message, name, tuple(OVERLAYS))
    return cast("Laying", OVERLAYS[name]).lay(case)
