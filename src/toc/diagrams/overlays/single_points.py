"""What brings a goal down by itself: nodes and links ringed, dashed where it depends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.logic import Logic
from toc.analysis.single_points import single_points
from toc.diagrams.readings import Reading, overlay_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.readings import Standing

ABOUT = Message("what brings a goal down by itself, for certain or possibly")


def lay(case: Case) -> Overlay:
    """Ring the single points of the goals that are asked about; of all when none is."""
    standings = _standings(case)
    keys = {key: arrow.key for key, arrow in case.links.items()}
    boxes = {name: Reading(standing) for name, standing in standings.items()}
    arrows = {key: Reading(standings[name]) for key, name in keys.items() if name in standings}
    title = Message("What brings a goal down by itself")
    return overlay_of("single-points", title, {**boxes, **arrows}, case.chart)


def _standings(case: Case) -> Mapping[str, Standing]:
    logic = Logic.of(case.graph)
    goals = [logic.goal(name) for name in case.about] or logic.goals
    found = [single_points(logic, goal) for goal in goals]
    possible: dict[str, Standing] = {
        one.name: "possible" for goal in found for one in goal.possible
    }
    return {**possible, **{one.name: "certain" for goal in found for one in goal.certain}}
