"""Links without graded evidence, first those that a goal stands or falls with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.gap_map import evidence_gap_map
from toc.analysis.grades import GRADE_WORDS
from toc.analysis.logic import Logic
from toc.analysis.single_points import single_points
from toc.diagrams.readings import Reading, overlay_of
from toc.views.spelled import spelled
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.gap_map import Gap
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay

ABOUT = Message("which links nobody has graded evidence for, first those of single points")


def lay(case: Case) -> Overlay:
    """Dress the gaps on chains to the goals that are asked about; to all when none is."""
    found = {key: one for gap in _gaps(case) for key, one in _readings(case, gap).items()}
    ends = {end for key in found for end in case.links[key].ends}
    title = Message("Links without graded evidence")
    return overlay_of("gaps", title, case.carried(found), case.chart, case.boxes_of(ends))


def _gaps(case: Case) -> list[Gap]:
    """Give the gaps in the order in which to fill them."""
    logic = Logic.of(case.graph)
    goals = spelled(case.strategy, "goal", case.about) or logic.goals
    points = [one for goal in goals for one in single_points(logic, goal).certain]
    links = frozenset[str]().union(*(logic.parts_of(goal) for goal in goals))
    every = evidence_gap_map(case.strategy, ranks={one.name: 1 for one in points}).gaps
    asked = [one for one in every if one.on_chain and one.grade in ("gap", "unknown")]
    return [one for one in asked if not case.about or one.route[1] in links]


def _readings(case: Case, gap: Gap) -> Mapping[str, Reading]:
    one = Reading("no-evidence" if gap.grade == "gap" else "ungraded")
    if gap.rank is not None:
        falls = Message(
            "{grade}; a goal stands or falls with it", {"grade": GRADE_WORDS[gap.grade]}
        )
        one = Reading("first", words=falls)
    names = case.written(str(gap.route[1]))
    return {key: one for key in names if case.links[key].name == gap.arrow}
