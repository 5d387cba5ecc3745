"""The best-supported way to a goal: what each of its links rests on, and which to raise first."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.analysis.grades import GRADE_WORDS, GRADES, Grade, grade
from toc.analysis.logic import Logic
from toc.analysis.remains import remains
from toc.analysis.strength import evidence_words, strength
from toc.diagrams.readings import Reading, overlay_of
from toc.views.spelled import quoted
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from toc.analysis.strength import Strength
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.readings import Standing

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


_DELIVERED = ("inputs", "activities", "outputs")


def lay(case: Case) -> Overlay:
    """Dress the best-supported way to the goals that are asked about; to the first when none."""
    logic = Logic.of(case.graph)
    every = [strength(logic, goal) for goal in case.goals]
    first = {key: one for found in every for key, one in _first(case, found).items()}
    way = frozenset[str]().union(*(_way(case, logic, found) for found in every))
    ends = {end for key in first for end in case.links[key].ends}
    kept = case.boxes_of(way | ends) | case.arrows_of(way)
    title = Message("The best-supported way to each goal")
    title = _title(case, every[0]) if len(every) == 1 else title
    found = case.carried(first | {**_graded(case, way), **first})
    return overlay_of("strength", title, found, case.chart, kept)


def _title(case: Case, found: Strength) -> Message:
    support, goal = found.support.if_any, quoted(case.strategy, found.goal.name)
    if support.possible is None:
        return Message("{goal} is out of reach", {"goal": goal})
    values = {"goal": goal, "known": evidence_words(support.known)}
    return Message("The best-supported way to {goal}: {known}", values)


def _way(case: Case, logic: Logic, found: Strength) -> frozenset[str]:
    """Give what brings the goal about over links that are at least as good as what is reached.

    Where no way is graded throughout, links without a grade count as good.
    """
    known, possible = found.support.if_any.known, found.support.if_any.possible
    least, bare = GRADES.index(grade(known or possible)), "gap" if known else "strong"
    asked = {case.links[key].key for key in _asked(case)}
    places = {key: case.strategy.links[key].evidence for key in asked}
    weaker = {
        key
        for key, own in places.items()
        if GRADES.index(grade(own or bare)) < least or (known and not own)
    }
    left = remains(logic, found.goal.name, weaker)
    arrows = {key for key, one in case.links.items() if (one.cause, one.key) in left.arrows}
    return left.nodes | arrows


def _asked(case: Case) -> Iterator[str]:
    """Give the links that have a grade or should: to what is done or delivered none is asked."""
    for key, arrow in case.links.items():
        if arrow.link.evidence or case.graph.section_of(arrow.effect) not in _DELIVERED:
            yield key


def _graded(case: Case, way: Collection[str]) -> Mapping[str, Reading]:
    """Give the links of the way by their grades, the weakest first."""
    grades: dict[str, Grade] = {
        key: grade(case.links[key].link.evidence) for key in _asked(case) if key in way
    }
    weakest_first = sorted(grades, key=lambda key: GRADES.index(grades[key]))
    return {key: Reading(_STANDINGS[grades[key]]) for key in weakest_first}


def _first(case: Case, found: Strength) -> Mapping[str, Reading]:
    """Give the links of which a better grade, or any, would lift what is known."""
    links = [key for one in found.support.if_any.improve for key in case.written(one.name)]
    return {
        key: Reading("first", words=GRADE_WORDS[grade(case.links[key].link.evidence)])
        for key in links
    }
