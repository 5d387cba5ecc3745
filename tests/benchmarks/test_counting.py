"""The gate on instructions: it fails when a cost is planted."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from benchmarks import run
from benchmarks.bench import Bench
from benchmarks.counting import AGREED, MOST, Count, agreed, count_instructions, exceeding
from benchmarks.formats import FORMATS, Theory

AS_AGREED = Count({"Python": "3.11"}, {"import toc": 2.0, "toc --help": 10.0})


def slower(count: Count, times: float) -> Count:
    return replace(count, ratios={name: one * times for name, one in count.ratios.items()})


def test_what_is_agreed_names_its_versions_and_what_is_counted() -> None:
    assert AGREED.is_file()
    assert "Python" in agreed().versions
    assert all(ratio > 1 for ratio in agreed().ratios.values())


def test_as_many_as_agreed_are_not_too_many() -> None:
    assert exceeding(AS_AGREED, AS_AGREED) == []
    assert exceeding(slower(AS_AGREED, MOST - 0.001), AS_AGREED) == []


def test_a_planted_cost_is_too_much() -> None:
    planted = replace(AS_AGREED, ratios={**AS_AGREED.ratios, "import toc": 2.0 * 1.04})
    (said,) = exceeding(planted, AS_AGREED)
    assert "import toc" in said
    assert "+4.0%" in said


def test_other_versions_are_not_compared_in_silence() -> None:
    (said,) = exceeding(replace(AS_AGREED, versions={"Python": "3.13"}), AS_AGREED)
    assert "agree anew" in said


def test_what_was_never_agreed_is_told() -> None:
    more = replace(AS_AGREED, ratios={**AS_AGREED.ratios, "toc new": 1.0})
    assert exceeding(more, AS_AGREED) == ["toc new: nothing agreed"]


def test_the_gate_fails_on_a_planted_cost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "_keep_to", lambda _folder: None)
    monkeypatch.setattr(run, "agreed", lambda: AS_AGREED)
    monkeypatch.setattr(run, "counted_now", lambda _bench: slower(AS_AGREED, 1.04))
    assert run.count(agree=False) == 1
    assert "toc --help" in capsys.readouterr().out
    monkeypatch.setattr(run, "counted_now", lambda _bench: AS_AGREED)
    assert run.count(agree=False) == 0
    monkeypatch.setattr(run, "counted_now", lambda _bench: None)
    assert run.count(agree=False) == 2


def test_an_instruction_more_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count for real, a cost planted into a process: where valgrind is installed."""
    valgrind = Bench(AGREED.parent).program("valgrind")
    if valgrind is None:
        pytest.skip("valgrind is not installed")
    monkeypatch.delenv("COVERAGE_PROCESS_START", raising=False)
    plain = count_instructions(valgrind, (sys.executable, "-S", "-c", "pass"))
    costly = count_instructions(valgrind, (sys.executable, "-S", "-c", "sum(range(200_000))"))
    ratios = [Count({}, {"it": count / plain}) for count in (plain, costly)]
    assert exceeding(ratios[0], ratios[0]) == []
    assert exceeding(ratios[1], ratios[0])


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_holds_every_node_and_arrow(name: str) -> None:
    theory = Theory({"course": "A course", "equal": "Equal"}, {"course": ("equal",), "equal": ()})
    text = "".join(said for _, said in FORMATS[name](theory))
    assert all(title in text for title in theory.titles.values())
    assert theory.arrows == 1
    assert text.count("equal") >= 2 or "links: [N00002]" in text
