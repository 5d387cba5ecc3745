"""A picture: what is shown, and the engine that places it.

>>> from toc.diagrams.chart import Box, Chart, Column
>>> chart = Chart("Start", (Column("goal", "Goals"),), (Box("equal", "goal", "Equal access", 0),))
>>> picture = Picture(chart)
>>> [line.text for box in picture.scene.boxes for line in box.lines]
['Equal access']
>>> picture.render("svg")[:4]
b'<svg'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams.lettering import lost
from toc.diagrams.overlay import USUAL, Look
from toc.diagrams.sheet import blank, compose, extra
from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from toc.diagrams.chart import Chart
    from toc.diagrams.drafting import Lanes
    from toc.diagrams.layout import Layout
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.paging import By
    from toc.diagrams.scene import Scene
    from toc.graph import TheoryGraph
    from toc.model import Strategy, View
    from toc.typeface import Fonts

__all__ = ["ENGINES", "RENDERERS", "Picture", "Printing", "picture_of"]

ENGINES = Shelf("toc.diagrams.engines")
"""Who can place a chart, by name."""

RENDERERS = Shelf("toc.diagrams.renderers")
"""What a picture can become, by name."""


@dataclass(frozen=True, slots=True)
class Printing:
    """On what a picture is printed or shown.

    Attributes:
        paper: the name of a paper: "A4" to "A0", or "slide".
        tiles: the name of the smaller paper on which a poster is printed in parts, if it is.
        by: what each page is for, where there are several.
    """

    paper: str = "A3"
    tiles: str = ""
    by: By = "lane"


@dataclass(frozen=True)
class Picture:
    """A chart that is to be drawn by an engine; the scene is made when first asked for.

    Attributes:
        chart: what is shown.
        engine: who places it: "grid", "pathway" or "dot".
        printing: on what it is printed, for forms that have pages.
        lay: makes what is laid over a chart, if anything is.
        look: what of its look is chosen.
        known: where everything stands, where that has been found before.
    """

    chart: Chart
    engine: str = "grid"
    printing: Printing = Printing()
    lay: Callable[[Chart], Overlay] | None = None
    look: Look = USUAL
    known: Layout | None = None

    @cached_property
    def layout(self) -> Layout:
        """Where everything stands, whatever is laid over it and in whichever language.

        Raises:
            UnknownNameError: there is no such engine.
            MissingExtraError: the engine's program is not installed.
        """
        if self.known:
            return self.known
        if not self.chart.columns:
            return blank(self.chart)
        with typeface.using(self.chart.fonts):
            placed: Layout = _taken(ENGINES, self.engine).arrange(self.chart, extra(self.chart))
        return placed

    @cached_property
    def scene(self) -> Scene:
        """The placed picture.

        Raises:
            UnknownNameError: there is no such engine.
            MissingExtraError: the engine's program is not installed.
        """
        return self.scene_in(self.chart.language)

    def scene_in(self, language: str) -> Scene:
        """Give the picture in another of the chart's languages, with everything in its place."""
        chart = self.chart.spoken(language)
        return compose(chart, self.layout, self.lay and self.lay(chart), self.look)

    @cached_property
    def pages(self) -> tuple[Picture, ...]:
        """The picture as pages that can be read on its paper: one, where one is enough.

        Raises:
            UnknownNameError: there is no such engine or paper.
            MissingExtraError: the engine's program is not installed.
        """
        from toc.diagrams.paging import Fit, overview, pages_of, room_on  # noqa: PLC0415
        from toc.diagrams.paper import named  # noqa: PLC0415

        layouts: dict[tuple[object, ...], Layout] = {}

        def fits(chart: Chart) -> Fit:
            tried = replace(self, chart=chart, lay=None, known=layouts.get(_sameness(chart)))
            layouts[_sameness(chart)] = tried.layout
            scene = tried.scene
            return Fit(scene.width / chart.room[0], scene.height / chart.room[1])

        upright: bool = getattr(_taken(ENGINES, self.engine), "UPRIGHT", False)
        chart = self.chart.on(room_on(named(self.printing.paper), upright=upright))
        pages = pages_of(chart, fits, lambda whole: overview(whole, fits), by=self.printing.by)
        return tuple(
            replace(self, chart=page, known=layouts.get(_sameness(page))) for page in pages
        )

    @property
    def letters_lacking(self) -> str:
        """The letters that none of its fonts has: on paper and in pixels they are left out."""
        with typeface.using(self.chart.fonts):
            return "".join(lost(self.scene))

    def render(self, form: str = "svg") -> bytes:
        """Give the picture as a file's content.

        Args:
            form: "svg", "png", "dot" or "mermaid", or a renderer of somebody else's.

        Raises:
            UnknownNameError: there is no such form.
            MissingExtraError: what the form needs is not installed.
            OutputError: no font has the letters of a label, or one may not be embedded.
        """
        with typeface.using(self.chart.fonts):
            drawn: bytes = _taken(RENDERERS, form).render(self)
        return drawn

    def __repr__(self) -> str:
        """Name what is drawn; the whole chart would fill a screen."""
        boxes, arrows = len(self.chart.boxes), len(self.chart.arrows)
        return f"<Picture {self.chart.title!r}: {boxes} boxes, {arrows} arrows, {self.engine}>"

    def _repr_svg_(self) -> str:
        return self.render("svg").decode()


def _sameness(page: Chart) -> tuple[object, ...]:
    """Say by what the layout of one page differs from that of another; its number is not it."""
    said = (page.title, page.subtitle, page.left_out, page.tabled)
    return (*said, tuple(box.id for box in page.boxes), len(page.arrows), len(page.notes))


def picture_of(  # noqa: PLR0913 - each is a wish of its own, and all have a default
    strategy: Strategy,
    graph: TheoryGraph,
    *,
    language: str = "en",
    second: str = "",
    lanes: Lanes = "area",
    engine: str = "grid",
    view: View | None = None,
    name: str = "",
    facts: tuple[str, ...] = (),
    fonts: Fonts = typeface.BUNDLED,
) -> Picture:
    """Make the picture of a strategy, or of a part of it.

    Args:
        strategy: the strategy.
        graph: its graph.
        language: the BCP 47 tag of the words.
        second: the tag of a language that is set smaller beneath; empty for none.
        lanes: what the bands are: "area", "stakeholder" or "none".
        engine: who places the boxes: "grid", "pathway" or "dot".
        view: what of it is shown; everything when None.
        name: what the view is called, where it has no title of its own.
        facts: more to stand in the footer, such as the date of printing.
        fonts: the fonts for letters that the bundled one has not.

    Raises:
        UnknownNameError: the view names something that is not there.
        NothingToDrawError: the view shows nothing.
        MissingExtraError: a font is given, and what shapes its letters is not installed.
    """
    from toc.diagrams.drafting import chart_of  # noqa: PLC0415 - a hand-made chart needs no model
    from toc.diagrams.viewing import seen  # noqa: PLC0415

    chart = chart_of(strategy, graph, language=language, lanes=lanes, second=second, facts=facts)
    typeface.see_to_shaping(fonts)
    shown = seen(chart, strategy, graph, view, name=name) if view else chart
    return Picture(replace(shown, fonts=fonts), engine)


def _taken(shelf: Shelf, name: str) -> ModuleType:
    if name not in shelf:
        values = {"name": name, "known": ", ".join(shelf)}
        raise UnknownNameError(
            Message("there is no “{name}” to draw with; there are: {known}", values)
        )
    return shelf[name]
