"""`toc pilots`: what a pilot has shown, and which pilots a budget pays for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

PILOTED = f"""{CLEAN}pilots:
  desk:
    title: A mediator at one desk
    of: [course]
    tests: [time]
    contributes_to: [equal]
    cost: 9000
    scale_if: at least 60 % return
    stop_if: under 30 % return
    result: 64 % returned   # counted by the hall
  office:
    title: A course in one office
    of: [course]
    tests: [time]
    cost: 20000
  street:
    title: Talks in the street
    of: [course]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy that has three pilots."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", PILOTED)
    return tmp_path


def changed(out: str) -> list[str]:
    """Give the lines that a diff takes away or adds."""
    lines = [line for line in out.splitlines() if line[:1] in ("+", "-")]
    return [line for line in lines if line[:3] not in ("+++", "---")]


def test_the_result_of_a_pilot_is_set_against_what_was_agreed() -> None:
    """Which condition is met, what to update, what that changes, and the edit; nothing is written."""
    ran = toc("pilots", "town.yaml", "--after", "DESK")
    assert (ran.code, ran.err) == (0, "")
    assert "it is scaled up; to update: “Managers leave staff the time”: holding." in ran.out
    assert "scale it up if: at least 60 % return (met)" in ran.out
    assert "stop it if: under 30 % return (not met)" in ran.out
    assert "what came of it: 64 % returned" in ran.out
    assert "1 open assumption before, 0 after" in ran.out
    before = "  time: {title: Managers leave staff the time, kind: opportunity"
    assert changed(ran.out) == [f"-{before}}}", f"+{before}, status: holding}}"]
    assert Path("town.yaml").read_text(encoding="utf-8") == PILOTED


def test_the_update_is_written_on_request() -> None:
    """The file says the new status, and keeps its comments."""
    ran = toc("pilots", "town.yaml", "--after", "desk", "--write")
    assert ran.out.endswith("wrote town.yaml\n")
    text = Path("town.yaml").read_text(encoding="utf-8")
    assert "status: holding" in text
    assert "# counted by the hall" in text


def test_the_result_is_data_too() -> None:
    """JSON alone on the way out, whether something is written or not."""
    for more in ([], ["--write"]):
        ran = toc("pilots", "town.yaml", "--after", "desk", "--format", "json", *more)
        (found,) = json.loads(ran.out)["strategies"]
        assert found["after"]["verdict"] == "scale"
        assert found["effects"][0]["open_after"] == []


def test_people_may_say_what_was_decided() -> None:
    """Whatever the texts read like: with what was decided the proposals are others."""
    ran = toc("pilots", "town.yaml", "--after", "desk", "--verdict", "stop")
    assert "“A mediator at one desk”: it is stopped; to update" in ran.out
    assert "failed" in ran.out


def test_a_pilot_without_a_result_proposes_nothing() -> None:
    """That nobody wrote one down is said."""
    ran = toc("pilots", "town.yaml", "--after", "office")
    assert "Nobody has written down what came of “A course in one office”." in ran.out
    assert changed(ran.out) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--after", "desks"], "did you mean “desk”?"),
        (["--after", "desk", "--verdict", "maybe"], "write scale, adapt, stop"),
        (["--budget", "much"], "write it as 60000"),
        (["--budget", "-5"], "is no amount"),
        (["--budget", "5", "--must", "streets"], "did you mean “street”?"),
        (["--budget", "5", "--must", "street"], "nobody says what “street” costs"),
        (["--budget", "5", "--must", "desk"], "no selection of pilots keeps to the budget"),
        (
            [
                "--budget",
                "50000",
                "--must",
                "desk",
                "--must",
                "office",
                "--not-with",
                "desk, office",
            ],
            "no selection",
        ),
    ],
)
def test_what_cannot_be_asked_is_said(words: list[str], said: str) -> None:
    """Exit 2, with what to write."""
    ran = toc("pilots", "town.yaml", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_budget_pays_for_the_pilots_that_together_test_most() -> None:
    """The cheaper of two that test the same, what is left, and why nothing is better."""
    ran = toc("pilots", "town.yaml", "--budget", "60000")
    assert (ran.code, ran.err) == (0, "")
    assert "With 60,000, “A mediator at one desk”: 1 of 1 assumption or link is tested." in ran.out
    assert "\n  without a cost, and so left out:\n    - “Talks in the street”\n" in ran.out
    assert "together they cost 9,000; 51,000 is left" in ran.out
    assert "no other selection within the budget tests more" in ran.out


def test_what_must_be_is_chosen_and_what_excludes_each_other_is_not() -> None:
    """Said on the command line, and kept to."""
    ran = toc("pilots", "town.yaml", "--budget", "60000", "--must", "office", "--format", "json")
    (found,) = json.loads(ran.out)["strategies"]
    assert "office" in found["portfolio"]["chosen"]
    assert found["portfolio"]["proven"] is True
