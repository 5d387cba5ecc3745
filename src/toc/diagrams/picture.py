"""A picture: what is shown, and the engine that places it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.diagrams.sheet import compose, extra
from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart
    from toc.diagrams.drafting import Lanes
    from toc.diagrams.layout import Layout
    from toc.diagrams.scene import Scene
    from toc.graph import TheoryGraph
    from toc.model import Strategy

__all__ = ["ENGINES", "RENDERERS", "Picture", "picture_of", "render"]

ENGINES = Shelf("toc.diagrams.engines")
RENDERERS = Shelf("toc.diagrams.renderers")


@dataclass(frozen=True)
class Picture:
    """A chart that is to be drawn by an engine; the scene is made when first asked for.

    Attributes:
        chart: what is shown.
        engine: who places it: "grid" or "dot".
    """

    chart: Chart
    engine: str = "grid"

    @cached_property
    def scene(self) -> Scene:
        """The placed picture.

        Raises:
            UnknownNameError: there is no such engine.
            MissingExtraError: the engine's program is not installed.
        """
        if self.engine not in ENGINES:
            known = ", ".join(ENGINES)
            raise UnknownNameError(
                Message("no engine is called {name}; there are: {known}", {"name": self.engine, "known": known})
            )
        layout: Layout = ENGINES[self.engine].arrange(self.chart, extra(self.chart))
        return compose(self.chart, layout)


def render(picture: Picture, form: str) -> bytes:
    """Draw a picture in the form of a renderer: "svg", "png", "dot" or "mermaid".

    Raises:
        UnknownNameError: there is no such renderer.
    """
    if form not in RENDERERS:
        known = ", ".join(RENDERERS)
        raise UnknownNameError(Message("no picture form is called {name}; there are: {known}", {"name": form, "known": known}))
    drawn: bytes = RENDERERS[form].render(picture)
    return drawn


def picture_of(
    strategy: Strategy,
    graph: TheoryGraph,
    *,
    language: str = "en",
    lanes: Lanes = "area",
    engine: str = "grid",
    facts: tuple[str, ...] = (),
) -> Picture:
    """Make the picture of a whole strategy.

    Args:
        strategy: the strategy.
        graph: its graph.
        language: the BCP 47 tag of the words.
        lanes: what the bands are: "area", "stakeholder" or "none".
        engine: who places the boxes: "grid" or "dot".
        facts: more to stand in the footer, such as the date of printing.
    """
    from toc.diagrams.drafting import chart_of  # noqa: PLC0415 - a hand-made chart needs no model

    return Picture(chart_of(strategy, graph, language=language, lanes=lanes, facts=facts), engine)
