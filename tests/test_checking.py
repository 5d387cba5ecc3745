"""A verdict: what is told, what is waived and for how long, and what the gate makes of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.running import toc, write
from hypothesis import given
from theories import strategies

from toc import Report, Severity, Strategy, check

RULE = "link-without-mechanism"
BASE: dict[str, Any] = {
    "activities": {"course": "A course", "walk": "A walk"},
    "outcomes": {"apply": "Staff use it"},
    "goals": {"equal": "Equal access", "near": "Good neighbours"},
    "links": {"course, walk -> apply": "They practise", "apply -> equal": {}, "apply -> near": {}},
}
"""A strategy with two links of which nothing says why."""

LAST_DAY = date(2027, 6, 30)
CHAIN = (
    "activities: {a: A}\noutputs: {p: P}\noutcomes: {o: O}\ngoals: {g: G}\n"
    "links: {a -> p: B, p -> o: B, o -> g: B}\n"
)
AGREED = {"because": "Agreed in the meeting", "by": "hall", "until": "2027-06-30"}
"""What a waiver needs beside its rule to hold."""


def checked(*waivers: dict[str, Any], on: date | None = LAST_DAY) -> Report:
    """Check the strategy with some waivers, asking one rule."""
    named = {f"w{number}": waiver for number, waiver in enumerate(waivers)}
    return check(Strategy.model_validate(BASE | {"waivers": named}), on=on, select=[RULE])


def places(findings: Sequence[Any]) -> list[str]:
    """Give the links that findings are about."""
    return [str(finding.route[1]) for finding in findings]


def test_without_a_waiver_everything_is_told() -> None:
    """Both links are told of, and nothing is waived."""
    report = checked()
    assert places(report.findings) == ["apply -> equal", "apply -> near"]
    assert report.waived == ()


@pytest.mark.parametrize(
    "at",
    [
        "apply -> equal",
        "apply->equal",
        "  Apply  ->  EQUAL ",
        "apply → equal",
        ["apply -> equal"],
        ["apply -> equal", "course"],
        ["course, apply -> equal"],
    ],
)
def test_a_waiver_is_honoured_where_it_points(at: str | list[str]) -> None:
    """However the link is spelled, that finding is waived and the other one told."""
    report = checked({"rule": RULE, "at": at, **AGREED})
    assert places(report.waived) == ["apply -> equal"]
    assert places(report.findings) == ["apply -> near"]


def test_a_waiver_without_a_place_holds_everywhere() -> None:
    """Where no entry is named, every finding of the rule is accepted."""
    report = checked({"rule": RULE, **AGREED})
    assert places(report.waived) == ["apply -> equal", "apply -> near"]
    assert report.findings == ()


@pytest.mark.parametrize(
    "waiver",
    [
        pytest.param({"rule": "id-duplicate", "at": "apply -> equal"}, id="another-rule"),
        pytest.param({"rule": RULE, "at": "course -> apply"}, id="another-place"),
        pytest.param({"rule": RULE, "at": "apply"}, id="the-cause-alone"),
        pytest.param({"rule": RULE, "at": "equal -> apply"}, id="the-link-reversed"),
        pytest.param({"at": "apply -> equal"}, id="no-rule"),
    ],
)
def test_a_waiver_for_something_else_waives_nothing(waiver: dict[str, Any]) -> None:
    """The finding is told as if the waiver were not there."""
    report = checked({**waiver, **AGREED})
    assert places(report.findings) == ["apply -> equal", "apply -> near"]
    assert report.waived == ()
    assert [finding.related for finding in report.findings] == [(), ()]


@pytest.mark.parametrize(
    ("until", "on", "holds"),
    [
        ("2027-06-30", date(2027, 6, 30), True),
        ("2027-06-30", date(2027, 7, 1), False),
        ("2027-06", date(2027, 6, 30), True),
        ("2027-06", date(2027, 7, 1), False),
        ("2027-Q2", date(2027, 6, 30), True),
        ("2027", date(2027, 12, 31), True),
        ("2027", date(2028, 1, 1), False),
        (None, date(2027, 6, 30), False),
        (None, None, False),
        ("2001", None, True),
    ],
)
def test_a_waiver_holds_to_the_end_of_its_last_day(
    until: str | None, on: date | None, *, holds: bool
) -> None:
    """It ends with what its date covers; without a day to check for, nothing has ended yet."""
    report = checked({"rule": RULE, **AGREED, "until": until}, on=on)
    assert bool(report.waived) is holds
    assert bool(report.findings) is not holds


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        ({"until": "2027-05"}, "the waiver ended on 2027-05"),
        ({"because": None}, "the waiver gives no reason"),
        ({"because": "  "}, "the waiver gives no reason"),
        ({"by": []}, "the waiver names nobody who accepts it"),
        ({"until": None}, "the waiver has no end date"),
    ],
)
def test_a_spent_waiver_is_shown_with_the_finding(waiver: dict[str, Any], said: str) -> None:
    """What was accepted and is no more is told again, and the waiver pointed at."""
    report = checked({"rule": RULE, "at": "apply -> equal", **AGREED, **waiver})
    first, second = report.findings
    assert [(there.message.say(), there.route) for there in first.related] == [
        (said, ("waivers", "w0"))
    ]
    assert second.related == ()


def test_one_waiver_that_holds_is_enough() -> None:
    """A spent waiver does not spoil another one."""
    spent = {"rule": RULE, **AGREED, "until": "2020"}
    assert checked(spent, {"rule": RULE, **AGREED}).findings == ()


@pytest.mark.parametrize("bound", ["at: tbd", "at: {a: b}", "until: tbd", "until: 30.06.2030"])
def test_a_waiver_whose_bounds_are_not_known_is_not_honoured(bound: str, tmp_path: Path) -> None:
    """Where its place or its end is open or unreadable, a waiver does not hold everywhere."""
    text = (
        f"toc: 1\nstrategy: {{id: t, title: T, status: draft}}\n{CHAIN}"
        f"waivers: {{w: {{rule: result-without-indicator, because: Agreed, by: hall, {bound}}}}}\n"
    )
    report = check(write(tmp_path / "x.yaml", text), on=LAST_DAY)
    assert "result-without-indicator" in {finding.rule for finding in report.findings}
    assert report.waived == ()


def test_waived_findings_are_counted_and_do_not_close_the_gate(tmp_path: Path) -> None:
    """The last line counts them; an accepted error is no failure."""
    text = (
        "toc: 1\nstrategy: {id: t, title: T, status: draft}\n"
        f"{CHAIN.replace(', o -> g: B', '')}"
        "waivers: {w: {rule: goal-without-path-from-activity, at: G, because: Agreed, by: hall, until: 2999}}\n"
    )
    write(tmp_path / "x.yaml", text)
    gate = ("check", tmp_path / "x.yaml", "--select", "goal-without-path-from-activity")
    ran = toc(*gate)
    assert ran.code == 0
    assert ran.out == (
        "1 strategy with 4 nodes and 2 links, checked by 1 rule: nothing to mend; 1 finding waived\n"
    )
    write(tmp_path / "x.yaml", text.replace("at: G", "at: other"))
    assert toc(*gate).code == 1


def test_a_waived_finding_is_told_to_programs(tmp_path: Path) -> None:
    """As JSON it stands under `waived`, with its place, and is counted there alone."""
    text = (
        f"toc: 1\n{CHAIN}waivers: {{w: {{rule: result-without-indicator, because: Agreed, "
        "at: g, by: hall, until: 2999}}\n"
    )
    write(tmp_path / "x.yaml", text)
    select = ("--select", "result-without-indicator")
    report = json.loads(toc("check", tmp_path / "x.yaml", *select, "--format", "json").out)
    (strategy,) = report["strategies"]
    assert [one["route"][1] for one in strategy["findings"]] == ["o"]
    assert [one["rule"] for one in strategy["waived"]] == ["result-without-indicator"]
    assert strategy["waived"][0]["place"]["line"] == 5
    assert report["counts"] == {"error": 0, "warning": 1, "advice": 0, "note": 0, "waived": 1}


@pytest.mark.parametrize("severity", Severity)
def test_the_gate_closes_at_what_is_at_least_so_grave(severity: Severity) -> None:
    """A report fails where its gravest finding reaches the threshold, and never without one."""
    report = check(Strategy.model_validate(BASE))
    gravest = max(finding.severity for finding in report.findings)
    assert report.fails(severity) is (gravest >= severity)
    assert not report.fails(None)
    assert not Report(()).fails(Severity.NOTE)


@given(strategies())
def test_a_report_adds_up(strategy: Strategy) -> None:
    """Every finding has a rule that was asked, is counted once, and is told or waived."""
    report = check(strategy, on=LAST_DAY)
    assert sum(report.counts.values()) == len(report.findings)
    assert {finding.rule for finding in (*report.findings, *report.waived)} <= set(report.rules)
    assert not set(map(id, report.findings)) & set(map(id, report.waived))


@given(strategies())
def test_waiving_every_rule_leaves_nothing_to_tell(strategy: Strategy) -> None:
    """A waiver for each rule accepts exactly what was told; the others accept nothing."""
    bare = strategy.model_copy(update={"waivers": {}})
    told = check(bare, on=LAST_DAY)
    waivers = {f"w{number}": {"rule": rule, **AGREED} for number, rule in enumerate(told.rules)}
    named = Strategy.model_validate({"waivers": waivers}).waivers
    report = check(bare.model_copy(update={"waivers": named}), on=LAST_DAY)
    assert {one.rule for one in report.findings} <= {"waiver-unused"}
    assert [(one.rule, one.route) for one in report.waived] == [
        (one.rule, one.route) for one in told.findings
    ]
