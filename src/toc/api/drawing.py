"""Drawing: a strategy, or a part of it, as a picture that can become a file of many kinds."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toc.api.reading import original, strategy_of
from toc.errors import NothingToDrawError, UnknownNameError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from toc.diagrams.chart import Chart
    from toc.diagrams.drafting import Lanes
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.paging import By
    from toc.diagrams.picture import Picture
    from toc.diagrams.readings import Reading
    from toc.model import Strategy, View
    from toc.rulebook import Rulebook

__all__ = ["draw", "engines", "meeting_set", "overlays", "papers", "picture_endings", "view_of"]


def draw(  # noqa: PLR0913 - each is a wish of its own, and all have a default
    what: str | os.PathLike[str] | Strategy,
    *,
    language: str | None = None,
    second: str = "",
    lanes: Lanes | None = None,
    engine: str | None = None,
    view: View | str | None = None,
    overlay: str | None = None,
    about: Iterable[str] = (),
    on: date | None = None,
    readings: Mapping[str, Reading] | None = None,
    book: Rulebook | None = None,
    widths: bool = False,
    tints: bool = False,
    fonts: Iterable[str | os.PathLike[str]] = (),
    link: str = "",
    paper: str = "A3",
    tiles: str = "",
    by: By = "lane",
) -> Picture:
    """Draw a strategy; the picture knows how to become SVG, PNG, PDF, HTML, DOT or Mermaid.

    Args:
        what: a strategy, or the path of one.
        language: the language of its texts and of ours, the original when None.
        second: a language that is set smaller beneath.
        lanes: what the lanes are: `area` (when neither call nor view says), `stakeholder`
            or `none`.
        engine: who places the boxes: `grid` (when neither call nor view says), `pathway`,
            or Graphviz's `dot`.
        view: what of it is shown: a view, or the name of one in the strategy; everything
            when None.
        overlay: one thing laid over it: `pilots`, `chain`, `assumptions`, `findings`,
            `stages`, or `data`; nothing moves by it.
        about: which pilots, which goals … the overlay is about; all of them when empty.
        on: the day for which findings are asked; without one, nothing has ended yet.
        readings: what the overlay `data` shows, by id of a node or name of an arrow.
        book: the rules that the overlay `findings` goes by; the usual ones when None.
        widths: whether links are drawn the wider the better they are supported.
        tints: whether boxes are tinted by level.
        fonts: font files for letters that the bundled font has not.
        link: where the strategy can be read; it stands on the sheet as a QR code.
        paper: what it is printed on where a form has pages: `A4` to `A0`, or `slide`.
        tiles: the smaller paper on which a poster is printed in parts.
        by: what each page is for where there are several: a `lane` or a `goal`.

    Raises:
        InputError: when nothing is there, or it or a font cannot be read.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when the view, or something that it names, is not there.
        NothingToDrawError: when the view shows nothing.
    """
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Look
    from toc.diagrams.picture import Printing, picture_of
    from toc.graph import TheoryGraph
    from toc.typeface import fonts_of

    strategy = strategy_of(what)
    graph = TheoryGraph(strategy)
    shown = view_of(strategy, view) if isinstance(view, str) else view
    picture = picture_of(
        strategy,
        graph,
        language=language or original(strategy),
        second=second,
        lanes=lanes or _lanes(shown),
        engine=engine or (shown.layout if shown else None) or "grid",
        view=shown,
        facts=(str(on),) if on else (),
        fonts=fonts_of(fonts),
    )
    asked = overlay or (shown.overlay if shown else None)
    case = Case(strategy, graph, picture.chart, "", on, tuple(about), readings or {}, book)
    return replace(
        picture,
        chart=replace(picture.chart, link=link),
        printing=Printing(paper, tiles, by),
        lay=_laid(asked, case) if asked else None,
        look=Look(widths=widths, tints=tints),
    )


def _laid(name: str, case: Case) -> Callable[[Chart], Overlay]:
    """Lay an overlay over whichever chart or page comes."""
    from toc.diagrams.laying import laid

    return lambda chart: laid(name, replace(case, chart=chart, language=chart.language))


def _lanes(view: View | None) -> Lanes:
    """Give what a view says of its lanes."""
    from toc.views.choices import LANES

    said = LANES.get((view.lanes or "").lower(), "area") if view else "area"
    return "stakeholder" if said == "stakeholder" else "none" if said == "none" else "area"


def view_of(
    strategy: Strategy, name: str = "", asked: Mapping[str, Iterable[str]] | None = None
) -> View:
    """Give a strategy's view by its name, or make one of conditions, or both.

    Args:
        strategy: the strategy.
        name: the name of one of its views; none when empty.
        asked: for each field of a view the values that are asked for; a field takes the
            place of the named view's own, and narrows what its other fields show.

    Raises:
        UnknownNameError: when it has no view of that name.
    """
    from toc.model import Text
    from toc.views import asked as made
    from toc.views import found

    view = made(asked or {}, found(strategy, name) if name else None)
    return view.model_copy(update={"title": view.title or Text.of(name)}) if name else view


def meeting_set(strategy: Strategy, **wishes: Any) -> Iterator[tuple[str, str, Picture]]:
    """Give all that a co-design meeting needs, in every language of the strategy.

    Args:
        strategy: the strategy.
        wishes: how all of it is shown, such as `fonts` and `link`: any keyword of `draw` but
            language, view, paper, tiles and by, which the set chooses itself.

    Yields:
        The end of a file's name, the form, and the picture: the whole theory for the wall,
        the table, the projector and the browser, and each of the strategy's views.
    """
    languages = strategy.languages or (original(strategy),)
    for at, language in enumerate(languages):
        said = {**wishes, "language": language}
        whole = draw(strategy, **said)
        if at == 0:
            yield ".html", "html", whole
        yield f".{language}.svg", "svg", whole
        yield f".{language}.png", "png", whole
        for ending, wish in _PRINTED.items():
            yield f".{language}.{ending}.pdf", "pdf", draw(strategy, **said, **wish)
        for name in strategy.views:
            with _naming(name):
                picture = draw(strategy, **said, view=name)
            yield f".{language}.{name}.svg", "svg", picture


@contextmanager
def _naming(view: str) -> Iterator[None]:
    """Say of which view something is so: a set has many."""
    try:
        yield
    except (NothingToDrawError, UnknownNameError) as error:
        values = {"view": view, "message": error.message}
        raise type(error)(Message("the view “{view}”: {message}", values)) from error


_PRINTED: Mapping[str, Mapping[str, Any]] = {
    "handout": {"paper": "A3"},
    "poster": {"paper": "A0"},
    "slides": {"paper": "slide", "by": "lane"},
}
"""What is printed for a meeting: what lies on the table, hangs on the wall, is projected."""


def picture_endings() -> dict[str, str]:
    """Give, for each ending of a picture's file name, the form that it stands for."""
    from toc.diagrams.picture import RENDERERS

    return {ending: form for form in RENDERERS for ending in RENDERERS[form].ENDINGS}


def engines() -> tuple[str, ...]:
    """Give the names of those who can place a picture's boxes."""
    from toc.diagrams.picture import ENGINES

    return tuple(ENGINES)


def papers() -> tuple[str, ...]:
    """Give the names of the papers, and of the slide."""
    from toc.diagrams.paper import PAPERS

    return tuple(PAPERS)


def overlays() -> tuple[str, ...]:
    """Give the names of what can be laid over a picture."""
    from toc.diagrams.laying import OVERLAYS

    return tuple(OVERLAYS)
