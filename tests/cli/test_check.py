"""`toc check`: what it asks, what it says last, and how it ends."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.running import BROKEN, CLEAN, WARNED, Ran, toc, write

from toc.findings import Severity
from toc.rulebook import RULES, Rulebook

USUAL = Rulebook().usual
"""The rules that are asked where nobody says otherwise."""

SKETCH = WARNED.replace("status: draft", "status: sketch")
"""The same strategy as a sketch: its one finding is a note."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one strategy of each kind."""
    monkeypatch.chdir(tmp_path)
    kinds = {"clean": CLEAN, "noted": SKETCH, "warned": WARNED, "broken": BROKEN}
    for name, text in kinds.items():
        write(tmp_path / f"{name}.yaml", text)
    return tmp_path


def last_line(ran: Ran) -> str:
    """Give the last line that was printed."""
    return ran.out.splitlines()[-1]


def found(ran: Ran) -> list[dict[str, Any]]:
    """Give the findings that were printed as JSON."""
    report = json.loads(ran.out)
    return [finding for strategy in report["strategies"] for finding in strategy["findings"]]


@pytest.mark.parametrize(
    ("file", "threshold", "code"),
    [
        ("clean", None, 0),
        ("clean", "advice", 0),
        ("noted", None, 0),
        ("noted", "advice", 0),
        ("warned", None, 0),
        ("warned", "error", 0),
        ("warned", "warning", 1),
        ("warned", "advice", 1),
        ("warned", "never", 0),
        ("broken", None, 1),
        ("broken", "error", 1),
        ("broken", "warning", 1),
        ("broken", "advice", 1),
        ("broken", "never", 0),
    ],
)
def test_the_gate_closes_from_the_threshold_on(file: str, threshold: str | None, code: int) -> None:
    """Exit 1 where something is at least as grave as asked, errors by default; else 0."""
    asked = [] if threshold is None else ["--fail-on", threshold]
    ran = toc("check", f"{file}.yaml", *asked)
    assert (ran.code, ran.err) == (code, "")


@pytest.mark.parametrize(
    ("fault", "mended"),
    [
        ("apply -> equality:", "apply -> equal:"),
        ("outcome:", "outcomes:"),
        ("status: dratf", "status: draft"),
        ("title: A town: for all", "title: A town for all"),
    ],
)
def test_the_gate_is_proven_to_fail(fault: str, mended: str, here: Path) -> None:
    """The same file passes, fails with a planted error, and passes again when it is mended."""
    assert mended in CLEAN
    codes = []
    for text in (CLEAN, CLEAN.replace(mended, fault), CLEAN):
        write(here / "gate.yaml", text)
        codes.append(toc("check", "gate.yaml").code)
    assert codes == [0, 1, 0]


def test_one_bad_strategy_among_good_ones_closes_the_gate() -> None:
    """Several paths are one run: the gravest finding decides."""
    assert toc("check", "clean.yaml", "warned.yaml").code == 0
    assert toc("check", "clean.yaml", "broken.yaml", "clean.yaml").code == 1


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["clean"], "1 strategy with 6 nodes and 5 links, checked by {} rules: nothing to mend"),
        (["noted"], "1 strategy with 6 nodes and 5 links, checked by {} rules: nothing to mend"),
        (["warned"], "1 strategy with 6 nodes and 5 links, checked by {} rules: 1 warning"),
    ],
)
def test_the_last_line_counts(files: list[str], said: str) -> None:
    """The last line says what was checked, by how many rules, and what was found."""
    ran = toc("check", *(f"{name}.yaml" for name in files))
    assert last_line(ran) == said.format(len(USUAL))


def test_the_last_line_counts_by_gravity() -> None:
    """Over all strategies, the gravest first."""
    asked = ("files", "goal-without-path-from-activity", "activity-without-path-to-goal")
    selected = [word for name in asked for word in ("--select", name)]
    ran = toc("check", "clean.yaml", "broken.yaml", *selected)
    count = sum(RULES.chapter(name) == "files" for name in RULES) + 2
    told = "2 errors, 1 warning"
    assert last_line(ran) == (
        f"2 strategies with 12 nodes and 10 links, checked by {count} rules: {told}"
    )


def test_a_clean_run_says_one_line() -> None:
    """Where nothing was found, one line says what was checked."""
    assert toc("check", "clean.yaml").out.count("\n") == 1


def test_that_line_is_green() -> None:
    """On a terminal it is green from its first to its last character."""
    (line,) = toc("check", "clean.yaml", FORCE_COLOR="1").out.splitlines()
    assert line.startswith("\x1b[32;1m1 strategy")
    assert line.endswith("nothing to mend\x1b[0m")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        ({"FORCE_COLOR": ""}, False),
    ],
)
def test_the_environment_decides_about_colours(
    environment: dict[str, str], *, coloured: bool
) -> None:
    """No colour away from a terminal, unless FORCE_COLOR asks; NO_COLOR has the last word."""
    out = toc("check", "broken.yaml", "clean.yaml", **environment).out
    assert ("\x1b[" in out) is coloured


def test_colours_change_nothing_but_the_colour() -> None:
    """Without its escapes, a coloured run is the plain one."""
    plain = toc("check", "broken.yaml").out
    coloured = toc("check", "broken.yaml", FORCE_COLOR="1").out
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert coloured != plain


def test_json_has_no_colours() -> None:
    """What programs read is never coloured."""
    assert "\x1b" not in toc("check", "broken.yaml", "--format", "json", FORCE_COLOR="1").out


def test_a_selected_rule_is_the_only_one_asked() -> None:
    """`--select` asks that rule alone, and may be repeated."""
    one = toc("check", "broken.yaml", "--select", "reference-dangling")
    two = toc("check", "broken.yaml", "--select", "reference-dangling", "--select", "id-duplicate")
    assert last_line(one).endswith("checked by 1 rule: 1 error")
    assert last_line(two).endswith("checked by 2 rules: 1 error")
    for ran in (one, two):
        assert re.findall(r"^\w+\[.*\]", ran.out, re.MULTILINE) == ["error[reference-dangling]"]


def test_an_ignored_rule_is_not_asked() -> None:
    """`--ignore` leaves that rule out, and may be repeated."""
    asked = ("check", "broken.yaml", "--format", "json")
    first, second, *others = sorted({finding["rule"] for finding in found(toc(*asked))})
    ran = toc(*asked, "--ignore", first, "--ignore", second)
    assert others
    assert set(others) <= {finding["rule"] for finding in found(ran)}
    assert json.loads(ran.out)["rules"] == sorted(USUAL - {first, second})


def test_ignoring_wins_over_selecting() -> None:
    """A rule that is both selected and ignored is not asked."""
    name = "reference-dangling"
    ran = toc("check", "broken.yaml", "--select", name, "--ignore", name)
    assert last_line(ran).endswith("checked by 0 rules: nothing to mend")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelled_rule_is_answered_with_the_nearest(option: str) -> None:
    """An unknown rule is a wrong call: exit 2, nothing printed, and what was meant."""
    ran = toc("check", "clean.yaml", option, "cycle-undeclred")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "toc: no rule is called “cycle-undeclred”; did you mean “cycle-undeclared”?\n"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_like_no_other_is_answered_with_where_they_are_listed(option: str) -> None:
    """Where no name is near, the message says which command lists the rules."""
    ran = toc("check", "clean.yaml", option, "ZZZ")
    assert ran.code == 2
    assert "“toc rules” lists them" in ran.err


def test_the_day_decides_whether_a_waiver_holds(here: Path) -> None:
    """`--on` gives the day: a waiver holds until its last day and no longer."""
    accepted = "because: the questionnaire comes first, by: hall, until: 2027-06"
    waiver = f"waivers:\n  w: {{rule: result-without-indicator, {accepted}}}\n"
    write(here / "waived.yaml", WARNED + waiver)
    gate = ("check", "waived.yaml", "--fail-on", "warning", "--on")
    assert toc(*gate, "2027-06-30").code == 0
    assert toc(*gate, "2027-07-01").code == 1


def test_today_is_printed_with_the_verdict() -> None:
    """Without `--on` it is today, and the JSON says which day that was."""
    days = {date.today().isoformat()}  # noqa: DTZ011
    on = json.loads(toc("check", "clean.yaml", "--format", "json").out)["on"]
    days.add(date.today().isoformat())  # noqa: DTZ011
    assert on in days


@pytest.mark.parametrize("day", ["yesterday", "2027-02-30", "2027-06", "30.06.2027", ""])
def test_what_is_no_day_is_refused_with_the_way_to_write_one(day: str) -> None:
    """A day that is none is a wrong call: exit 2, and an example."""
    ran = toc("check", "clean.yaml", "--on", day)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"toc: “{day}” is no day: write it as 2027-06-30\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--fail-on", "sometimes", "clean.yaml"],
        ["check", "--format", "xml", "clean.yaml"],
        ["check", "--language", "la", "clean.yaml"],
        ["check", "--selekt", "id-duplicate", "clean.yaml"],
        ["chekc", "clean.yaml"],
        [],
    ],
)
def test_a_wrong_call_is_answered_with_the_usage(arguments: list[str]) -> None:
    """What the command does not know ends with 2 and says how it is called."""
    ran = toc(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: toc")


def test_json_says_everything_in_fields() -> None:
    """`--format json` is one document: version, day, rules, counts, and each finding's place."""
    ran = toc("check", "broken.yaml", "--format", "json", "--on", "2027-06-30")
    report = json.loads(ran.out)
    assert ran.code == 1
    assert report["version"] == 1
    assert report["language"] == "en"
    assert report["on"] == "2027-06-30"
    listed = Counter(one["severity"] for one in found(ran))
    assert report["counts"] == {severity.word: listed[severity.word] for severity in Severity} | {
        "waived": 0
    }
    assert listed["error"] == 2
    assert (report["known"], report["failures"]) == (0, [])
    (strategy,) = report["strategies"]
    assert (strategy["path"], strategy["id"]) == ("broken.yaml", "town")
    dangling = next(one for one in found(ran) if one["rule"] == "reference-dangling")
    (line,) = (
        number
        for number, text in enumerate(BROKEN.splitlines(), start=1)
        if text.startswith("  apply -> equality: ")
    )
    assert dangling == {
        "rule": "reference-dangling",
        "severity": "error",
        "message": "nothing here is called “equality”",
        "mend": "did you mean “equal”?",
        "question": None,
        "route": ["links", "apply -> equality"],
        "goal_paths": 0,
        "place": {
            "path": "broken.yaml",
            "line": line,
            "column": 3,
            "end_line": line,
            "end_column": 20,
        },
        "related": [],
    }


def test_what_hinders_most_comes_first(here: Path) -> None:
    """The gravest first, then that through which most chains run, then the order of the file."""
    write(here / "bare.yaml", re.sub(r", horizon: short|title: |cost: none", "", BROKEN))
    findings = found(toc("check", "bare.yaml", "--format", "json"))
    order = [
        (
            -Severity[one["severity"].upper()],
            -one["goal_paths"],
            one["place"]["line"],
            one["place"]["column"],
        )
        for one in findings
    ]
    assert order == sorted(order)
    assert all(len(set(part)) > 1 for part in list(zip(*order, strict=True))[:3])


def test_strategies_come_in_the_order_of_the_call() -> None:
    """Several paths are told of as they were named."""
    report = json.loads(toc("check", "warned.yaml", "clean.yaml", "--format", "json").out)
    assert [one["path"] for one in report["strategies"]] == ["warned.yaml", "clean.yaml"]


@pytest.mark.parametrize(
    "again", ["clean.yaml", "./clean.yaml", "{here}/clean.yaml", "../{name}/clean.yaml", "."]
)
def test_the_same_strategy_is_checked_once(again: str, here: Path) -> None:
    """However a strategy is named a second time, it is checked and counted once."""
    second = again.format(here=here, name=here.name)
    ran = toc("check", "clean.yaml", second, "--format", "json")
    paths = [Path(one["path"]).resolve() for one in json.loads(ran.out)["strategies"]]
    assert paths.count(here / "clean.yaml") == 1


def test_a_folder_of_strategies_is_a_collection() -> None:
    """Every strategy in a folder is checked and named by its path."""
    report = json.loads(toc("check", ".", "--format", "json").out)
    assert [one["path"] for one in report["strategies"]] == [
        "broken.yaml",
        "clean.yaml",
        "noted.yaml",
        "warned.yaml",
    ]


def test_a_strategy_in_parts_is_one(here: Path) -> None:
    """A folder with one `strategy:` is one strategy; findings name the part that they are in."""
    head, links = BROKEN.split("links:")
    write(here / "parts" / "head.yaml", head)
    write(here / "parts" / "links.yaml", f"links:{links}")
    ran = toc("check", "parts", "--format", "json")
    (strategy,) = json.loads(ran.out)["strategies"]
    assert strategy["path"] == "parts"
    assert {one["place"]["path"] for one in strategy["findings"]} == {
        "parts/head.yaml",
        "parts/links.yaml",
    }


def test_one_run_tells_all_strategies_of_a_collection(here: Path) -> None:
    """A collection may mix files and folders, and each finding says which it is about."""
    write(here / "all" / "one.yaml", WARNED)
    write(here / "all" / "two" / "strategy.yaml", BROKEN)
    out = toc("check", "all").out
    assert "--> all/one.yaml:" in out
    assert "--> all/two/strategy.yaml:" in out
    assert out.splitlines()[-1].startswith("2 strategies with 12 nodes")


@pytest.mark.parametrize("option", ["--report=sarif={}", "--write-baseline={}"])
@pytest.mark.parametrize("target", ["broken.yaml", "./broken.yaml"])
def test_nothing_is_written_over_a_strategy(option: str, target: str, here: Path) -> None:
    """A slip of the hand costs nobody a file."""
    before = (here / "broken.yaml").read_bytes()
    ran = toc("check", "broken.yaml", option.format(target))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("is a strategy’s own file: write somewhere else\n")
    assert (here / "broken.yaml").read_bytes() == before
