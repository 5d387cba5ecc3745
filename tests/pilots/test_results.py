"""After the pilot: what was agreed, what came of it, what to update, what that changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from pilots.desk import DESK, desk
from theories import strategies

from toc.graph import TheoryGraph
from toc.lexicon import Lexicon
from toc.model import Strategy, Text
from toc.pilots.effects import effects, updated
from toc.pilots.results import VERDICTS, after
from toc.pilots.thresholds import meets
from toc.words import Message, Sayable

GRADED = {
    "course -> apply": {"because": "They practise", "evidence": "strong"},
    "apply -> access": {"because": "It fits", "assuming": ["time", "known"], "evidence": "gap"},
}


def ended(pilot: str = "A", **fields: Any) -> TheoryGraph:
    """Give the small strategy with more said of a pilot."""
    return desk(pilots={**DESK["pilots"], pilot: {**DESK["pilots"][pilot], **fields}})


@pytest.mark.parametrize(
    ("condition", "result", "is_met"),
    [
        ("at least 60 % return", "64 % returned", True),
        ("at least 60 % return", "60% returned", True),
        ("more than 60 % return", "60% returned", False),
        ("at least 60 % return", "59.9 % returned", False),
        ("under 30 % return", "12 % returned", True),
        ("no more than 30 % leave", "30 % left", True),
        ("between 40 and 60 % return", "40 % returned", True),
        ("between 40 and 60 % return", "61 % returned", False),
        pytest.param("at least 60 % return", "most returned", None, id="no number"),
        pytest.param("at least 60 % return", "64 people returned", None, id="no percentage"),
        pytest.param("at least 60 % return", "64 % of 80 % returned", None, id="two percentages"),
        pytest.param("many return", "64 % returned", None, id="no threshold"),
        pytest.param("60 % return", "64 % returned", None, id="not said whether at least"),
        pytest.param("at least 60 % of 90 % return", "64 %", None, id="two in the condition"),
        pytest.param({"ro": "cel puțin 60 % revin"}, {"ro": "64,5 % au revenit"}, True, id="ro"),
        pytest.param({"ro": "sub 30 % revin"}, {"ro": "64 % au revenit"}, False, id="ro, under"),
        pytest.param({"ro": "cel puțin 60 %"}, {"en": "64 %"}, None, id="not the same language"),
        pytest.param({"hu": "legalább 60 %"}, {"hu": "64 %"}, None, id="no list in that language"),
    ],
)
def test_only_what_is_plain_is_read(condition: Any, result: Any, is_met: bool | None) -> None:  # noqa: FBT001 - a row of the table
    """One percentage against one threshold; everything else is left to people."""
    assert meets(Text.of(condition), Text.of(result), Lexicon(), "en") is is_met


def test_without_a_result_nothing_is_proposed() -> None:
    """And that nobody has written it down is said."""
    found = after(ended(scale_if="at least 60 % return"), "A")
    assert (found.verdict, found.proposals) == (None, ())
    assert found.told.say() == ("nobody has written down what came of “Course in two offices”")


def test_a_result_that_meets_one_condition_is_read() -> None:
    """All that it tests held, so holding is proposed, and only what was open changes."""
    found = after(
        ended(scale_if="at least 60 % use it", stop_if="under 30 % use it", result="64 % use it"),
        "A",
    )
    assert (found.verdict, found.is_read) == ("scale", True)
    assert [(one.verdict, one.is_met) for one in found.conditions] == [
        ("scale", True),
        ("stop", False),
    ]
    assert found.told.say() == (
        "what came of “Course in two offices” reads as agreed: it is scaled up; "
        "to update: “Managers leave time”: holding"
    )


def test_a_result_that_meets_two_conditions_is_for_people() -> None:
    """Contradicting rules decide nothing."""
    found = after(
        ended(scale_if="at least 60 % use it", stop_if="over 50 % use it", result="64 % use it"),
        "A",
    )
    assert found.verdict is None
    assert found.told.say() == (
        "compare what came of “Course in two offices” with what was agreed before: "
        "it is for people to read"
    )


def test_what_people_decided_goes_before_what_is_read() -> None:
    """A stopped pilot that tested one thing has refuted it."""
    graph = ended(scale_if="at least 60 % use it", result="64 % use it")
    found = after(graph, "A", verdict="stop")
    assert (found.verdict, found.is_read) == ("stop", False)
    assert [(one.target.name, one.proposed) for one in found.proposals] == [("time", "failed")]
    assert found.told.say() == (
        "“Course in two offices”: it is stopped; to update: “Managers leave time”: failed"
    )


@pytest.mark.parametrize(
    ("verdict", "proposed"),
    [
        ("scale", [("calm", "holding"), ("known", "holding"), ("apply -> access", "limited")]),
        ("adapt", [("known", "doubtful")]),
        ("stop", [("known", "doubtful")]),
    ],
)
def test_of_several_things_one_has_failed(verdict: str, proposed: list[tuple[str, str]]) -> None:
    """Which one is not known, so all are in doubt; a success is limited evidence for a link."""
    found = after(ended("B", result="It went as it went"), "B", verdict=verdict)
    assert [(one.target.name, one.proposed) for one in found.proposals] == proposed


def test_what_was_settled_is_not_overturned() -> None:
    """What holds by other evidence stays, whatever one pilot shows."""
    found = after(ended(tests=["wish"], result="Nobody wanted to"), "A", verdict="stop")
    assert found.proposals == ()


def strong(graph: TheoryGraph) -> dict[str, Sayable]:
    """Say of each goal how many assumptions hold."""
    held = sum(one.status == "holding" for one in graph.strategy.assumptions.values())
    return {goal: Message("{count} hold", {"count": held}) for goal in graph.within("goals")}


def test_before_and_after_are_set_side_by_side() -> None:
    """What is open of each goal, and whatever else is measured of it."""
    graph = ended("B", result="It worked")
    proposals = after(graph, "B", verdict="scale").proposals
    found = effects(graph, proposals, measures={"held": strong})
    assert [
        ([one.name for one in effect.open_before], [one.name for one in effect.open_after])
        for effect in found
    ] == [(["time", "known"], ["time"]), (["calm"], [])]
    assert found[0].told.say() == (
        "“Equal access”: 2 open assumptions before, 1 after; held: 1 hold, then 3 hold"
    )
    assert found[0].as_data()["measures"] == {"held": ["1 hold", "3 hold"]}


def test_strength_and_chance_are_measured_where_nothing_else_is_asked() -> None:
    """A link that was a gap has limited evidence then; what holds is no longer in doubt."""
    doubted = {**DESK["assumptions"], "known": {"title": "Known", "confidence": 60}}
    graph = desk(assumptions=doubted, links=GRADED)
    proposals = after(graph, "B", verdict="scale").proposals
    found = {one.goal.name: one for one in effects(graph, proposals)}["access"]
    assert found.told.say() == (
        "“Equal access”: 2 open assumptions before, 0 after; best-supported way: no evidence, "
        "then limited evidence; chance: likely, then almost certain"
    )


def test_without_chances_none_are_told() -> None:
    """Nobody's chances are made up."""
    assert all("chance" not in one.measures for one in effects(desk(), ()))


def test_the_updated_strategy_is_another_and_says_it_everywhere() -> None:
    """Nothing that was computed of the old one is kept, and the old one stays as it was."""
    graph = ended("B", result="It worked")
    assert graph.strategy.arrows
    later = updated(graph.strategy, after(graph, "B", verdict="scale").proposals)
    evidence = {arrow.name: arrow.link.evidence for arrow in later.arrows}
    assert evidence["apply -> access"] == "limited"
    assert later.assumptions["calm"].status == "holding"
    assert graph.strategy.assumptions["calm"].status == "doubtful"
    assert updated(graph.strategy, ()) == graph.strategy


@given(strategies(max_nodes=5))
def test_any_strategy_is_answered(strategy: Strategy) -> None:
    """Every pilot with every verdict: proposals are of what was open, and an update is accepted."""
    graph = TheoryGraph(strategy)
    for pilot in strategy.pilots:
        for verdict in (None, *VERDICTS):
            found = after(graph, pilot, verdict=verdict)
            assert found.sentence("ro")
            for effect in effects(graph, found.proposals):
                assert set(effect.open_after) <= set(effect.open_before)
                assert effect.sentence("ro")
            Strategy.model_validate(
                updated(strategy, found.proposals).model_dump(mode="json", exclude_defaults=True)
            )
