"""Findings for programs: the same fields for every finding, and what they mean."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from theories import strategies

from toc import Severity, Strategy, check
from toc.reporters import REPORTERS
from toc.reporters.json import VERSION, as_data

FINDING = {"rule", "severity", "message", "mend", "route", "place", "related"}
STRATEGY = {"path", "id", "title", "status", "findings", "waived"}


@given(strategies())
def test_every_report_has_the_same_fields(strategy: Strategy) -> None:
    """Whatever was found, a program finds each field where it looks for it."""
    report = check(strategy, on=date(2027, 6, 30))
    data = json.loads(REPORTERS["json"].render(report))
    assert data == json.loads(json.dumps(as_data(report, "en")))
    assert set(data) == {"version", "language", "on", "rules", "counts", "strategies"}
    assert data["version"] == VERSION == 1
    (told,) = data["strategies"]
    assert set(told) == STRATEGY
    for finding in (*told["findings"], *told["waived"]):
        assert set(finding) == FINDING
        assert finding["severity"] in data["counts"]
        assert "[key]" not in finding["route"]
    assert sum(data["counts"].values()) == len(told["findings"]) + len(told["waived"])


def test_a_report_without_a_day_says_so() -> None:
    """Where no day was given, `on` is null; a strategy from Python has no places."""
    data = as_data(check(Strategy(goals={"g": "G"})), "en")
    assert data["on"] is None
    assert {finding["place"] for finding in data["strategies"][0]["findings"]} == {None}


def test_every_gravity_is_counted() -> None:
    """Each gravity has a number, 0 where nothing was found."""
    counts = as_data(check(Strategy()), "en")["counts"]
    assert set(counts) == {severity.word for severity in Severity} | {"waived"}
    assert set(counts.values()) == {0}


def test_letters_are_written_as_letters() -> None:
    """What people wrote can be read and searched for in the file."""
    strategy = Strategy.model_validate({"strategy": {"title": "Țară, 移民, 🌍"}})
    assert '"title": "Țară, 移民, 🌍"' in REPORTERS["json"].render(check(strategy))


def test_the_reporters_are_those_in_the_folder() -> None:
    """One module is one format; `--format` offers what stands there."""
    assert list(REPORTERS) == ["json", "plain"]
