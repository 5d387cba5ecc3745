"""The golden pictures: a line for each, `"name": what makes it`.

Whoever draws something new adds a line and runs `pytest tests/diagrams --accept-pictures`.
Whatever a picture can be given belongs here: another engine, something laid over it, a part
of a chart.  Graphviz's own layout does not: it differs from version to version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from diagrams.charts.examples import CHARTS
from diagrams.conftest import timis_chart
from roadmap.roads import road
from views.small import small

from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane, Note
from toc.diagrams.drafting import chart_of
from toc.diagrams.gantt import Gantt, gantt
from toc.diagrams.matrix.raci import raci
from toc.diagrams.overlay import Look, Overlay
from toc.diagrams.picture import Picture
from toc.diagrams.plate import Plate
from toc.diagrams.readings import Reading, Standing, overlay_of
from toc.diagrams.viewing import seen
from toc.graph import TheoryGraph
from toc.model import View

__all__ = ["GALLERY"]

_COLUMNS = (
    Column("activity", "Activities", "what is done"),
    Column("output", "Outputs", "what it gives"),
    Column("goal", "Goals", "what it is for"),
)


def _arrow(cause: str, effect: str) -> Arrow:
    return Arrow(f"{cause} -> {effect}", cause, effect, "so it was in other towns")


def _one() -> Chart:
    return Chart("One goal", _COLUMNS[2:], (Box("equal", "goal", "Equal access", 0),))


def _gates() -> Chart:
    """Every gate, every state of an assumption, every sign of an arrow."""
    gates = ("all", "any", 2, None)
    causes = tuple(Box(f"c{at}", "activity", f"Course {at}", 0) for at in range(3))
    effects = tuple(
        Box(f"e{at}", "output", f"Output {at}", 1, gate=gate)  # type: ignore[arg-type]
        for at, gate in enumerate(gates)
    )
    states = ("untested", "holding", "doubtful", "failed")
    arrows = [_arrow(cause.id, effect.id) for cause in causes for effect in effects[:3]]
    arrows += [
        Arrow("c0 -> e3", "c0", "e3", assuming=(1, 2, 3, 4)),
        Arrow("c1 -> e3", "c1", "e3", hinders=True),
    ]
    notes = tuple(Note(at, state, f"it is {state}") for at, state in enumerate(states, start=1))  # type: ignore[arg-type]
    return Chart("Gates", _COLUMNS[:2], (*causes, *effects), tuple(arrows), notes=notes)


def _loops() -> Chart:
    """A loop within a column, one across columns, an arrow that skips one, and a twin."""
    boxes = (
        Box("meet", "activity", "Neighbours meet", 0),
        Box("help", "output", "Neighbours help each other", 1),
        Box("trust", "output", "Neighbours trust each other", 1),
        Box("home", "goal", "Everybody feels at home", 2),
    )
    arrows = (
        *(_arrow("meet", "help"), _arrow("help", "trust"), _arrow("trust", "home")),
        _arrow("meet", "home"),
        Arrow("trust -> help", "trust", "help", feedback="reinforcing"),
        Arrow("home -> meet", "home", "meet", feedback="balancing"),
        Arrow("meet -> home, too", "meet", "home", hinders=True),
    )
    return Chart("Loops", _COLUMNS, boxes, arrows)


def _bilingual() -> Chart:
    """Romanian with English beneath, in two lanes."""
    boxes = (
        Box("curs", "activity", "Cursuri pentru ghișeu", 0, 0, second="Courses for the desk"),
        Box("ghid", "activity", "Ghid de proceduri", 0, 1, second="A guide to procedures"),
        Box("stiu", "output", "Funcționarii știu ce să facă", 1, 0, second="Staff know what to do"),
        Box("egal", "goal", "Acces egal", 2, 0, second="Equal access"),
    )
    arrows = (_arrow("curs", "stiu"), _arrow("ghid", "stiu"), _arrow("stiu", "egal"))
    lanes = (Lane("servicii", "Servicii", ("Services",)), Lane("date", "Date", ("Records",)))
    return Chart("Acces egal", _COLUMNS, boxes, arrows, lanes=lanes, language="ro", second="en")


def _right_to_left() -> Chart:
    """Arabic, in two lanes, with an assumption."""
    columns = (Column("activity", "الأنشطة", "ما نفعله"), Column("goal", "الأهداف", "ما نريده"))
    boxes = (
        Box("course", "activity", "دورات لغة للقادمين الجدد", 0, 0),
        Box("meet", "activity", "لقاءات الجيران", 0, 1),
        Box("home", "goal", "الانتماء إلى المدينة", 1, 0),
    )
    arrows = (
        Arrow("course -> home", "course", "home", "من يفهم يشارك", (1,)),
        Arrow("meet -> home", "meet", "home"),
    )
    lanes = (Lane("language", "اللغة"), Lane("together", "العيش معًا"))
    notes = (Note(1, "doubtful", "للقادمين الجدد وقت للتعلم", "دورات لغة"),)
    return Chart("المدينة", columns, boxes, arrows, lanes=lanes, notes=notes, language="ar")


def _view() -> Chart:
    """Make what a view shows: a part, with an area as one box, that says what it leaves out."""
    strategy = small()
    graph = TheoryGraph(strategy)
    view = View(goal=["equal", "decent"], fold=["services"])
    return seen(chart_of(strategy, graph, language="ro"), strategy, graph, view)


def _marks() -> Chart:
    """Stacks, what is not on the sheet, several links in one, and how well each is supported."""
    boxes = (
        Box("course", "activity", "Courses of every kind", 0, holds=4, unseen_causes=2),
        Box("know", "output", "Staff know what to do", 1, gate="all", unseen_effects=12),
        Box("equal", "goal", "Equal access", 2, unseen_causes=1),
    )
    arrows = (
        Arrow("course -> know", "course", "know", evidence="strong", stands_for=3),
        Arrow("know -> equal", "know", "equal", evidence="gap"),
        Arrow("equal -> course", "equal", "course", evidence="limited", feedback="balancing"),
    )
    return Chart("Marks", _COLUMNS, boxes, arrows)


def _progress(chart: Chart) -> Overlay:
    """Lay over a chart what can be found out about its boxes, one standing after the other."""
    standings = get_args(Standing)
    readings = {
        box.id: Reading(standings[at % len(standings)], "61 of 80", 0.76)
        for at, box in enumerate(chart.boxes)
    }
    return overlay_of("progress", "What was found out", readings, chart)


GALLERY: Mapping[str, Callable[[], Gantt | Picture | Plate]] = {
    **CHARTS,
    "bilingual": lambda: Picture(_bilingual()),
    "gates": lambda: Picture(_gates()),
    "loops": lambda: Picture(_loops()),
    "marks": lambda: Picture(_marks(), look=Look(widths=True)),
    "one": lambda: Picture(_one()),
    "raci": lambda: raci(road()),
    "right-to-left": lambda: Picture(_right_to_left()),
    "roadmap": lambda: gantt(road(), on=date(2027, 1, 20)),
    "roadmap-by-area": lambda: gantt(road(), by="area", language="ar"),
    "timis": lambda: Picture(timis_chart()),
    "timis-laid-over": lambda: Picture(timis_chart(), lay=_progress),
    "timis-without-lanes": lambda: Picture(timis_chart(lanes=False)),
    "view": lambda: Picture(_view()),
}
