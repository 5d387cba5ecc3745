"""In which areas a node stands."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from toc.model import Strategy
from toc.rulebook import Case, examine, find_rule
from toc.rulebook.areas import areas_of

NODES = [f"n{number}" for number in range(7)]
AREAS = ["a", "b", "c"]


@st.composite
def strategies(draw: st.DrawFn) -> Strategy:
    """Give strategies of activities and goals, without loops, some of them in areas."""
    arrows = st.sampled_from([ends for ends in product(NODES, NODES) if ends[0] < ends[1]])
    links = draw(st.lists(arrows, unique=True, max_size=12))
    areas = draw(st.dictionaries(st.sampled_from(NODES), st.sampled_from(AREAS)))
    nodes = {name: {"area": areas[name]} if name in areas else {} for name in NODES}
    return Strategy.model_validate(
        {
            "areas": {name: name.upper() for name in AREAS},
            "activities": {name: nodes[name] for name in NODES[:-1]},
            "goals": {NODES[-1]: nodes[NODES[-1]]},
            "links": {f"{cause} -> {effect}": "…" for cause, effect in links},
        }
    )


def nearest(case: Case, node: str) -> frozenset[str]:
    """Look for areas level by level, among the causes and then among the effects."""
    for near in (case.graph.causes_of, case.graph.effects_of):
        level = {node}
        while level:
            found = {area for one in level if (area := case.graph.entry(one).area)}
            if found:
                return frozenset(found)
            level = {other for one in level for other in near(one)}
    return frozenset()


@given(strategies())
def test_areas_are_those_of_the_nearest_that_have_one(strategy: Strategy) -> None:
    """Handing areas on along the arrows gives what looking for them gives."""
    case = Case(strategy)
    assert areas_of(case) == {node: nearest(case, node) for node in case.graph.nodes}


@given(strategies())
def test_an_area_is_told_of_exactly_when_no_activity_of_it_leads_to_a_goal(
    strategy: Strategy,
) -> None:
    """The rule agrees with asking for each area and each activity."""
    case = Case(strategy)
    scores = {"assessments": {"first": {"scores": dict.fromkeys(AREAS, 30)}}}
    scored = Strategy.model_validate(strategy.model_dump(exclude_unset=True) | scores)
    leading = case.graph.leading_to(case.graph.within("goals"))
    served = {area for one in NODES[:-1] if one in leading for area in nearest(case, one)}
    told = examine(scored, rules=[find_rule("area-without-measure")])
    assert {finding.route[1] for finding in told} == set(AREAS) - served
