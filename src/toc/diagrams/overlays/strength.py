"""The best-supported way to a goal: what each of its links rests on, and which to raise first."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.analysis.grades import GRADE_WORDS, GRADES, Grade, grade
from toc.analysis.logic import Logic
from toc.analysis.remains import remains
from toc.analysis.strength import evidence_words, strength
from toc.diagrams.readings import Reading, overlay_of
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.strength import Strength
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.readings import Standing
    from toc.words import Sayable

ABOUT = Message("what the best-supported way to a goal rests on, and which link to raise first")

_STANDINGS: Mapping[Grade, Standing] = MappingProxyType(
    {
        "gap": "no-evidence",
        "unknown": "ungraded",
        "limited": "limited",
        "moderate": "moderate",
        "strong": "strong",
    }
)


def lay(case: Case) -> Overlay:
    """Dress the best-supported way to the goals that are asked about; to the first when none."""
    logic = Logic.of(case.graph)
    found: dict[str, Reading] = {}
    usual: set[str] = set()
    titles: list[Sayable] = []
    for goal in case.goals:
        support = strength(logic, goal)
        usual |= _way(case, logic, support)
        found |= _first(case, support)
        titles.append(_title(support))
    asked = {key for key in usual if key in case.links and _is_asked(case, key)}
    grades = {key: grade(case.links[key].link.evidence) for key in sorted(asked - found.keys())}
    for key in sorted(grades, key=lambda one: GRADES.index(grades[one])):
        found[key] = Reading(_STANDINGS[grades[key]])
    kept = case.boxes_of(usual) | case.arrows_of(usual)
    title = Chain(tuple(titles), "; ") if titles else Message("The best-supported way to a goal")
    return overlay_of("strength", title, case.carried(found), case.chart, kept)


def _title(found: Strength) -> Message:
    values = {"goal": found.goal.title, "known": evidence_words(found.support.if_any.known)}
    return Message("The best-supported way to “{goal}”: {known}", values)


def _way(case: Case, logic: Logic, found: Strength) -> set[str]:
    """Give what brings the goal about over links that are at least as good as what is reached.

    Where no way is graded throughout, links without a grade count as good.
    """
    support = found.support.if_any
    least = GRADES.index(grade(support.known or support.possible))
    asked = {key for key in case.links if _is_asked(case, key)}
    fails = {
        case.links[key].key
        for key in asked
        if (is_graded := case.links[key].link.evidence is not None) or support.known is not None
        if GRADES.index(grade(case.links[key].link.evidence)) < least or not is_graded
    }
    left = remains(logic, found.goal.name, fails)
    arrows = {key for key, one in case.links.items() if (one.cause, one.key) in left.arrows}
    return {*left.nodes, *arrows}


def _is_asked(case: Case, key: str) -> bool:
    """Whether a grade is given, or is asked for: of what leads to a deed or an output it is not."""
    arrow = case.links[key]
    section = case.graph.section_of(arrow.effect)
    return arrow.link.evidence is not None or section in ("outcomes", "goals")


def _first(case: Case, found: Strength) -> Mapping[str, Reading]:
    """Give the links of which a better grade, or any, would lift what is known."""
    links = [key for one in found.support.if_any.improve for key in case.written(one.name)]
    return {
        key: Reading("first", words=GRADE_WORDS[grade(case.links[key].link.evidence)])
        for key in links
    }
