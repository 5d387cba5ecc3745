"""Scenarios in a file: read with their places, told side by side against the strategy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from toc import api
from toc.analysis.logic import Logic
from toc.analysis.scenario import Scenario
from toc.analysis.what_if import WhatIf, what_if
from toc.asking.scenario_files import Scenarios, scenarios_of
from toc.errors import InputError, StrategyError
from toc.model import Duration, Interval, Strategy
from toc.text.source import Source

WHOLE: dict[str, Any] = {
    "strategy": {"id": "s", "period": "2026-01/2028-12"},
    "stakeholders": {"town": "The town"},
    "activities": {
        "desk": {"title": "A desk", "accountable": "town", "period": "2026-03/2026-06"},
        "guide": {"title": "A guide", "period": "2026-09/2026-12"},
    },
    "outcomes": {"know": "They know"},
    "goals": {"equal": "Equal access"},
    "assumptions": {"vote": {"title": "They vote", "confidence": 60}},
    "risks": {"late": {"title": "Permits take long", "likelihood": "unlikely"}},
    "links": {
        "desk -> know": {"because": "It is explained", "evidence": "limited"},
        "guide -> know": {"because": "It is read", "evidence": "moderate"},
        "know -> equal": {
            "because": "They ask", "assuming": ["vote"], "risks": ["late"],
            "evidence": "strong", "lag": "P3M",
        },
    },
}  # fmt: skip


def strategy() -> Strategy:
    """Give two ways to know, one later and better supported than the other."""
    return Strategy.model_validate(WHOLE)


def asked(**scenario: Any) -> WhatIf:
    """Ask what a scenario changes."""
    return what_if(Logic.of(strategy()), Scenario(**scenario))


def read(text: str) -> Scenarios:
    """Read scenarios as the file `s.yaml`."""
    return scenarios_of(Source("s.yaml", text), Logic.of(strategy()))


def dates(found: WhatIf) -> list[str]:
    """Give the earliest dates of the goal, before and after, in both readings."""
    change = found.changes[0]
    bounds = (
        change.baseline.earliest.if_any, change.baseline.earliest.if_all,
        change.outlook.earliest.if_any, change.outlook.earliest.if_all,
    )  # fmt: skip
    return [str(bound.date) if bound else "" for bound in bounds]


def test_without_the_earlier_way_the_goal_is_later_and_no_longer_sure() -> None:
    """The desk opens in March, the guide comes in September: three months after that."""
    found = asked(without=("desk",))
    assert dates(found) == ["2026-06", "2027-03", "2026-12", ""]
    assert found.changes[0].after.if_any
    assert not found.changes[0].after.if_all


def test_who_is_gone_takes_along_what_only_they_answer_for() -> None:
    """Without the town there is no desk."""
    assert dates(asked(without=("town",))) == dates(asked(without=("desk",)))


def test_without_the_better_supported_way_the_other_grade_counts() -> None:
    """Moderate, by the guide; limited, by the desk alone."""
    change = asked(without=("guide",)).changes[0]
    assert change.baseline.support.if_any == ("moderate", "moderate")
    assert change.outlook.support.if_any == ("limited", "limited")


def test_a_better_grade_a_gate_a_lag_and_a_date_count_against_the_baseline() -> None:
    """What is drawn otherwise is drawn otherwise in the scenario alone."""
    logic = Logic.of(strategy())
    scenario = Scenario(
        requires={"know": "all"},
        grades={"desk->know": "strong", "guide -> know": "strong"},
        lags={"know -> equal": Duration.of("P1Y")},
        dates={"DESK": Interval.of("2026-10/2026-11")},
    )
    change = what_if(logic, scenario).changes[0]
    assert change.outlook.support.if_any == ("strong", "strong")
    assert str(change.outlook.earliest.if_any and change.outlook.earliest.if_any.date) == "2027-10"
    assert change.single_points.if_any[0].name == "desk"
    assert what_if(logic, Scenario()).changes[0].baseline == change.baseline


def test_what_is_gone_has_no_chance_and_what_is_given_counts() -> None:
    """Chances are asked where some are given: of the strategy's own and of the scenario's."""
    pytest.importorskip("oxidd")
    change = asked(chances={"vote": 0.9}, fails=()).changes[0]
    assert change.baseline.chance is not None
    assert change.outlook.chance is not None
    was, now = change.baseline.chance.estimate, change.outlook.chance.estimate
    assert was is not None
    assert now is not None
    assert now.if_any.high > was.if_any.high
    lost = asked(chances={"vote": 0.9}, fails=("late",)).changes[0].outlook.chance
    assert lost is not None
    assert lost.estimate is not None
    assert lost.estimate.if_any.high == 0


GOOD = """\
scenarios:
  no_desk:
    title: {ro: Fără ghișeu, en: No desk}
    without: desk
    fails: [vote]
    holds: [vote]
  other:
    requires: {know: all}
    grades: {"desk -> know": strong}
    chances: {vote: likely, late: 20}
    lags: {"know->equal": P1Y}
    dates: {desk: 2027-01}
"""


def test_a_file_of_scenarios_is_read_whole() -> None:
    """Each field becomes what the scenario has; the chance of a risk is turned round."""
    found = read(GOOD)
    assert found.findings == ()
    first, other = found.imagined
    assert (first.name, first.title.say("en")) == ("no_desk", "No desk")
    assert first.scenario == Scenario(without=("desk",), fails=("vote",), kept=("vote",))
    assert other.title.say("en") == "other"
    assert other.scenario.requires == {"know": "all"}
    assert other.scenario.grades == {"desk -> know": "strong"}
    assert other.scenario.lags == {"know -> equal": Duration.of("P1Y")}
    chances = {name: (one.low, one.high) for name, one in other.scenario.chances.items()}  # type: ignore[union-attr]
    assert chances == {"vote": (0.55, 0.8), "late": (0.8, 0.8)}


def test_a_file_may_be_one_scenario() -> None:
    """Without a list the file is a scenario, called as the file is."""
    (one,) = read("without: [desk]\n").imagined
    assert (one.name, one.scenario) == ("s", Scenario(without=("desk",)))


WRONG = {
    "an unknown field": ("scenarios:\n  a:\n    witout: [desk]\n", 3, 5, "key-unknown", "without"),
    "an unknown section": ("scenarios: {}\nscenario: x\n", 2, 1, "key-unknown", "scenarios"),
    "an unknown id": ("fails: [vote, vots]\n", 1, 15, "reference-dangling", "vote"),
    "an unknown key": ("chances: {vots: likely}\n", 1, 11, "reference-dangling", "vote"),
    "another kind": ("lags: {desk: P1Y}\n", 1, 8, "reference-of-wrong-kind", "links"),
    "no duration": ('lags: {"know -> equal": long}\n', 1, 25, "value-malformed", "P5M"),
    "no grade": ('grades: {"know -> equal": good}\n', 1, 27, "value-malformed", "moderate"),
    "no chance": ("chances: {vote: sure}\n", 1, 17, "value-malformed", "percentage"),
    "no gate": ("requires: {know: both}\n", 1, 18, "value-malformed", "all, any"),
    "no list": ("without: {desk: 1}\n", 1, 1, "value-malformed", "brackets"),
    "no mapping": ("chances: [vote]\n", 1, 1, "value-malformed", "below the key"),
    "no scenarios": ("scenarios: [a]\n", 1, 1, "value-malformed", "below the key"),
    "no entry": ("scenarios: {a: b}\n", 1, 16, "value-malformed", "below the key"),
    "no YAML": ("without: [desk\n", 1, 10, "yaml-unreadable", ""),
}


@pytest.mark.parametrize(("text", "line", "column", "rule", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_where_it_stands(
    text: str, line: int, column: int, rule: str, words: str
) -> None:
    """File, line, column, and the nearest thing that was meant."""
    (found,) = read(text).findings
    assert found.span is not None
    assert (found.span.path, found.span.line, found.span.column) == ("s.yaml", line, column)
    assert found.rule == rule
    assert words in found.message.say() + found.mend.say()


def test_scenarios_are_told_side_by_side(tmp_path: Path) -> None:
    """Each under its title, each goal with what is otherwise."""
    pytest.importorskip("oxidd")
    file = tmp_path / "s.yaml"
    file.write_text(GOOD, encoding="utf-8")
    told = api.what_if_scenarios(strategy(), file).text("en")
    assert "\nNo desk\nWithout “A desk” no goal is lost for certain. “Equal" in told
    assert "not before 2026-12; before: not before 2026-06, or 2027-03 if all" in told
    assert "the best-supported way has moderate evidence; before" not in told
    assert "how likely, as far as was said: between " in told
    data = api.what_if_scenarios(strategy(), file).as_data("en")
    assert [one["name"] for one in data["answers"]] == ["no_desk", "other"]  # type: ignore[attr-defined]


def test_a_file_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    """Nothing is told of half a scenario."""
    file = tmp_path / "s.yaml"
    file.write_text("witout: [desk]\nfails: [vots]\n", encoding="utf-8")
    with pytest.raises(StrategyError, match="has 2 faults") as caught:
        api.what_if_scenarios(strategy(), file)
    assert [one.rule for one in caught.value.findings] == ["key-unknown", "reference-dangling"]


def test_a_file_without_scenarios_says_so(tmp_path: Path) -> None:
    """An empty file is no answer."""
    (tmp_path / "s.yaml").write_text("# later\n", encoding="utf-8")
    with pytest.raises(InputError, match="holds no scenario"):
        api.what_if_scenarios(strategy(), tmp_path / "s.yaml")
    with pytest.raises(InputError, match="there is no file"):
        api.what_if_scenarios(strategy(), tmp_path / "none.yaml")


ROOT = Path(__file__).parents[2]


def test_the_scenarios_of_the_manual_are_those_of_a_county() -> None:
    """What the page shows can be asked of Timiș as it is printed."""
    page = (ROOT / "docs" / "analysis.md").read_text(encoding="utf-8")
    (text,) = [
        block
        for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
        if "scenarios:" in block
    ]
    logic = Logic.of(api.load(ROOT / "strategies" / "timis"))
    found = scenarios_of(Source("docs/analysis.md", text), logic)
    assert found.findings == ()
    assert [one.name for one in found.imagined] == ["no_university", "late_and_tested"]
