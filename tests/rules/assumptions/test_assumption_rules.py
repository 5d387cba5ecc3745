"""When an assumption is fatal, tested or our own doing, and when the whole strategy is asked."""

from __future__ import annotations

from typing import Any

import pytest
from theories import load_files

from toc.model import Strategy
from toc.rulebook import examine, find_rule


def _said(rule: str, data: dict[str, Any]) -> list[str]:
    findings = examine(Strategy.model_validate(data), rules=[find_rule(rule)])
    return [one.message.say("en") for one in findings]


def _of_file(rule: str, yaml: str) -> list[str]:
    loaded = load_files({"a.yaml": yaml})
    asked = [find_rule(rule)]
    found = examine(loaded.strategy, rules=asked, holes=loaded.holes)
    return [one.message.say("en") for one in found]


DOUBTS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"status": "doubtful"}, {}, "it is in doubt"),
    ({"status": "failed"}, {}, "it has failed"),
    ({"confidence": 29}, {}, "it is given a chance of 29 %"),
    ({"confidence": 30}, {}, ""),
    ({}, {"likelihood": "very likely"}, "the risk “Delay” is very likely"),
    ({}, {"likelihood": "almost certain"}, "the risk “Delay” is very likely"),
    ({}, {"likelihood": "likely"}, ""),
    ({}, {"likelihood": 70}, "the risk “Delay” is very likely"),
    ({}, {"likelihood": "69 %"}, ""),
    ({}, {}, ""),
    ({"status": "doubtful"}, {"response": "An advance"}, ""),
    ({"status": "doubtful", "test": "days"}, {}, ""),
    ({"status": "doubtful", "importance": "supporting"}, {}, ""),
]


@pytest.mark.parametrize(("assumption", "risk", "doubt"), DOUBTS)
def test_an_assumption_is_fatal_where_it_is_doubted_and_unanswered(
    assumption: dict[str, Any], risk: dict[str, Any], doubt: str
) -> None:
    """Each reason to doubt a critical assumption, its limits, and each answer."""
    data = {
        "assumptions": {"fast": {"title": "F", "importance": "critical", **assumption}},
        "risks": {"delay": {"title": "Delay", "of": "FAST", **risk}},
    }
    said = _said("assumption-fatal", data)
    assert [doubt in one for one in said] == ([True] if doubt else [])


@pytest.mark.parametrize("tests", ["fast", "FAST", "fasst", "a -> c", "a, b -> C"])
@pytest.mark.parametrize("rule", ["assumption-fatal", "assumption-untested"])
def test_a_pilot_answers_for_what_it_tests(rule: str, tests: str) -> None:
    """The assumption however it is spelled, or a link that assumes it."""
    data: dict[str, Any] = {
        "assumptions": {"fast": {"title": "F", "importance": "critical"}},
        "links": {"a, b -> c": {"assuming": ["Fast"]}},
        "pilots": {"pilot": {"title": "P"}},
    }
    if rule == "assumption-fatal":
        data["assumptions"]["fast"]["confidence"] = 5
    assert len(_said(rule, data)) == 1
    data["pilots"]["pilot"]["tests"] = [tests]
    assert _said(rule, data) == []


def test_a_fatal_assumption_is_not_also_told_as_untested() -> None:
    """One finding for one cause."""
    entry = {"title": "F", "importance": "critical", "confidence": 5}
    strategy = Strategy.model_validate({"assumptions": {"fast": entry}})
    rules = [find_rule("assumption-fatal"), find_rule("assumption-untested")]
    assert [one.rule for one in examine(strategy, rules=rules)] == ["assumption-fatal"]


TITLES = [
    ("Staff are trained", "The staff is trained", "en", True),
    ("Face-to-face meetings are held", "Face-to-face meetings held", "en", True),
    ("Employers know the rules", "Employees know the rules", "en", False),
    ("Locals trust migrants", "Migrants trust locals", "en", False),
    ("Staff have time", "Staff have no time", "en", False),
    ("150 officials trained", "200 officials trained", "en", False),
    ("Trust", "trust!", "en", True),
    ("Training", "The trainings", "en", False),
    ("Funcționarii au timp", "Funcționari nu au timp", "ro", False),
    ("Se presupune că funcționarul are timp", "Funcționarii are timp", "ro", True),
    ("Angajații știu legea", "Angajatorii știu legea", "ro", False),
    ("Az ügyintézők képzettek", "az ügyintézők KÉPZETTEK", "hu", True),
    ("…", "…", "en", False),
    ("", "", "en", False),
]


@pytest.mark.parametrize(("assumed", "delivered", "language", "same"), TITLES)
def test_titles_are_the_same_when_their_meaning_is(
    assumed: str, delivered: str, language: str, *, same: bool
) -> None:
    """Endings and little words make no difference; order, negations and numbers do."""
    data = {
        "strategy": {"languages": [language]},
        "outputs": {"out": delivered},
        "assumptions": {"a": assumed, "untitled": {}},
    }
    assert bool(_said("assumption-is-own-result", data)) == same


def test_whoever_tells_the_consequence_under_a_risk_has_told_it() -> None:
    """A risk of the assumption, however the assumption is spelled there."""
    data: dict[str, Any] = {
        "assumptions": {"trust": {"importance": "critical", "check_by": "2026"}},
        "risks": {},
    }
    assert len(_said("assumption-without-consequence", data)) == 1
    data["risks"]["r"] = {"of": "trst", "consequence": "Nobody comes"}
    assert _said("assumption-without-consequence", data) == []


WHOLE = (
    "strategy-without-assumptions",
    "strategy-without-external-factors",
    "strategy-without-unintended-effects",
)
CLAIM = "activities: {act: A}\noutcomes: {change: C}\n"


@pytest.mark.parametrize("rule", WHOLE)
@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        (f"{CLAIM}links: {{act -> change: So}}\n", 1),
        (f"{CLAIM}outputs: {{out: O}}\nlinks: {{act -> out: So, out -> change: So}}\n", 1),
        ("activities: {act: A}\noutputs: {out: O}\nlinks: {act -> out: So}\n", 0),
        (CLAIM, 0),
        ("toc: 1\n", 0),
        (f"{CLAIM}links: {{act -> change: So}}\nfactors: [torn]\nassumptions: [torn]\n", 0),
        (f"{CLAIM}links: {{act -> change: So}}\nfactors: tbd\nassumptions: tbd\n", 0),
        (
            f"{CLAIM}links: {{act -> change: So}}\nfactors: {{law: [torn]}}\nassumptions: {{b: [x]}}",
            0,
        ),
    ],
)
def test_a_strategy_is_asked_once_it_claims_a_change(rule: str, yaml: str, told: int) -> None:
    """And only where what it is said to lack cannot be among what was not read."""
    assert len(_of_file(rule, yaml)) == told
