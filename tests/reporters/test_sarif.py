"""SARIF 2.1.0: the official schema takes it, and code scanning finds files, rules and reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from cli.running import BROKEN, WARNED, toc, write
from hypothesis import given
from jsonschema import Draft7Validator
from reporters.reports import (
    SCHEMAS,
    accepted,
    finding,
    hostile,
    reports,
    shapes,
    verdict,
    with_everything,
)

from toc import Report, Severity, Verdict, check
from toc.findings import MOST_PATHS, Route
from toc.reporters import sarif

ALL = shapes() | hostile()
OFFICIAL = SCHEMAS / "sarif-schema-2.1.0.json"


@cache
def validator() -> Draft7Validator:
    """Read the official schema."""
    if not OFFICIAL.is_file():
        pytest.skip(f"{OFFICIAL} is not on this machine")
    return Draft7Validator(json.loads(OFFICIAL.read_text(encoding="utf-8")))


def run_of(report: Report, language: str = "en") -> dict[str, Any]:
    """Give the one run that is written of a report."""
    log = json.loads(sarif.render(report, language=language))
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def refusals(log: Any) -> list[str]:
    """Give what the official schema says against a log."""
    return [f"{one.json_path}: {one.message}" for one in validator().iter_errors(log)]


@pytest.mark.parametrize("name", ALL)
def test_the_official_schema_takes_it(name: str) -> None:
    """Every shape of report, with every hostile text, fits the schema of OASIS."""
    assert refusals(json.loads(sarif.render(ALL[name], language="ro_RO.UTF-8"))) == []


@given(reports())
def test_any_text_is_taken(report: Report) -> None:
    """Whatever anybody wrote, and wherever, the schema takes it."""
    assert refusals(json.loads(sarif.render(report))) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"level": "error"', '"level": "grave"'),
        ('"version": "2.1.0"', '"version": "2"'),
        ('"startLine": 3', '"startLine": 0'),
        ('"text": "said; mend said"', '"texts": "said"'),
    ],
)
def test_the_schema_is_no_formality(right: str, wrong: str) -> None:
    """With one thing misspelled it refuses the log."""
    told = sarif.render(Report((verdict(finding()),)))
    assert right in told
    assert refusals(json.loads(told)) == []
    assert refusals(json.loads(told.replace(right, wrong))) != []


def test_each_gravity_has_its_level() -> None:
    """A note is for information; whatever is graver is a fault."""
    results = run_of(Report((verdict(*(finding(severity=one) for one in Severity)),)))["results"]
    assert [(one["kind"], one["level"]) for one in results] == [
        ("informational", "none"),
        ("fail", "note"),
        ("fail", "warning"),
        ("fail", "error"),
    ]


class TestRules:
    """What the log says of the rules."""

    def test_every_result_points_at_its_rule(self) -> None:
        """Its index is that of the rule of its name, also where the rule was not asked."""
        for report in ALL.values():
            run = run_of(report)
            rules = run["tool"]["driver"]["rules"]
            told = [*run["results"], *run["invocations"][0]["toolExecutionNotifications"]]
            assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
            assert len(told) == len(report.findings) + len(report.waived) + len(report.failures)

    @pytest.mark.parametrize("language", ["en", "ro"])
    def test_a_rule_that_found_something_is_described(self, language: str, tmp_path: Path) -> None:
        """Its page says what is looked for, and why that matters, in the language asked for."""
        name = "reference-dangling"
        report = check(write(tmp_path / "x.yaml", BROKEN), select=[name])
        (rule,) = run_of(report, language)["tool"]["driver"]["rules"]
        (told,) = report.verdicts
        summary, reason = told.summaries[name].say(language), told.reasons[name].say(language)
        assert rule == {
            "id": name,
            "shortDescription": {"text": summary},
            "fullDescription": {"text": f"{summary} {reason}"},
            "help": {"text": reason},
        }
        assert len(summary) > 20
        assert len(reason) > 20

    def test_a_rule_without_words_is_named(self) -> None:
        """A rule of somebody's own without a page, or one that found nothing, has its name."""
        (rule,) = run_of(Report((verdict(),)))["tool"]["driver"]["rules"]
        assert rule["id"] == "id-duplicate"
        bare = Verdict("", verdict().subject, (), rules=("own",))
        assert run_of(Report((bare,)))["tool"]["driver"]["rules"] == [{"id": "own"}]

    def test_a_rule_that_failed_is_told_of(self) -> None:
        """The run was not successful, and says which rule failed with what."""
        (invocation,) = run_of(with_everything("said"))["invocations"]
        (told,) = invocation["toolExecutionNotifications"]
        assert invocation["executionSuccessful"] is False
        assert told["associatedRule"]["id"] == "rule-failed"
        assert told["message"]["text"] == "ValueError: said (rules/said.py:12)"


class TestWaivers:
    """What is accepted."""

    def test_it_is_suppressed_with_its_reason(self, tmp_path: Path) -> None:
        """Who accepts it, until when and why, and where the waiver stands."""
        waiver = "{rule: result-without-indicator, because: In May, by: ana, until: 2027-12}"
        path = write(tmp_path / "x.yaml", f"{WARNED}waivers:\n  later: {waiver}\n")
        report = check(path, on=date(2027, 6, 30), select=["result-without-indicator"])
        (result,) = run_of(report)["results"]
        (suppression,) = result["suppressions"]
        assert suppression["kind"] == "inSource"
        assert suppression["status"] == "accepted"
        assert suppression["justification"] == "accepted by ana until 2027-12: In May"
        region = suppression["location"]["physicalLocation"]["region"]
        assert path.read_text().splitlines()[region["startLine"] - 1].startswith("  later:")

    def test_what_is_told_is_not_suppressed(self) -> None:
        """All results say whether they are, as the standard wants it."""
        told = Verdict("x.yaml", verdict().subject, (finding(),), (accepted(),))
        results = run_of(Report((told,)))["results"]
        assert [len(one["suppressions"]) for one in results] == [0, 1]

    def test_a_waived_finding_of_a_rule_that_was_not_asked_is_not_told(
        self, tmp_path: Path
    ) -> None:
        """A waiver is looked at all the same, and what it accepts is nobody's question."""
        waiver = "{rule: result-without-indicator, because: In May, by: ana, until: 2027-12}"
        path = write(tmp_path / "x.yaml", f"{WARNED}waivers:\n  later: {waiver}\n")
        report = check(path, on=date(2027, 6, 30), select=["waiver-unused"])
        assert (report.findings, report.waived) == ((), ())


class TestPlaces:
    """Where code scanning looks for a file."""

    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand in a folder of one's own."""
        (tmp_path / "work").mkdir()
        monkeypatch.chdir(tmp_path / "work")

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("x.yaml", "x.yaml"),
            ("./deep/../x.yaml", "x.yaml"),
            ("{here}/deep/x.yaml", "deep/x.yaml"),
            ("my strategies/țară 100%.yaml", "my%20strategies/%C8%9Bar%C4%83%20100%25.yaml"),
            ("a:b#c?d.yaml", "a%3Ab%23c%3Fd.yaml"),
            ("\udcff.yaml", "%FF.yaml"),
            ("../beside.yaml", "file://{above}/beside.yaml"),
            ("/elsewhere/x.yaml", "file:///elsewhere/x.yaml"),
        ],
    )
    def test_a_file_is_named_from_the_folder_or_from_the_root(self, path: str, uri: str) -> None:
        """Within the working folder a path leads from there, with slashes; outside, from the root."""
        here = Path.cwd()
        report = Report((verdict(finding(path=path.format(here=here))),))
        (place,) = run_of(report)["results"][0]["locations"]
        found = place["physicalLocation"]["artifactLocation"]["uri"]
        assert found == uri.format(above=here.parent)

    @given(reports())
    def test_no_path_leads_elsewhere(self, report: Report) -> None:
        """A path from the folder has no step up, and reads back as it was."""
        for uri in _uris(run_of(report)):
            assert uri.startswith("file:///") or ".." not in unquote(uri).split("/")
            assert uri.isascii()

    def test_what_was_built_in_python_has_a_logical_place(self) -> None:
        """Without a file the route says what is meant, and `strategy` for the whole."""
        routes: tuple[Route, ...] = (("links", "a -> b"), ())
        found = [finding(path=None, route=route) for route in routes]
        results = run_of(Report((verdict(*found),)))["results"]
        assert [one["locations"] for one in results] == [
            [{"logicalLocations": [{"fullyQualifiedName": name}]}]
            for name in ("links.a -> b", "strategy")
        ]

    def test_what_belongs_to_a_finding_is_shown(self) -> None:
        """Each related place has a number, its words and its stretch of a file."""
        result = run_of(with_everything("said"))["results"][0]
        (there,) = result["relatedLocations"]
        assert there["message"]["text"] == "said"
        assert there["physicalLocation"]["region"]["startLine"] == 1


def _uris(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "uri" in part:
            yield part["uri"]
        for one in part.values():
            yield from _uris(one)
    elif isinstance(part, list):
        for one in part:
            yield from _uris(one)


def test_a_finding_is_known_again_when_its_line_has_moved() -> None:
    """Its fingerprint is made of its rule, its file and what it is about."""
    here, below, other = (
        run_of(Report((verdict(one),)))["results"][0]["partialFingerprints"]
        for one in (finding(), finding("else", line=9), finding(route=("links", "b -> c")))
    )
    assert here == below
    assert here != other


def test_a_count_beyond_all_numbers_is_the_largest_that_programs_hold() -> None:
    """Chains multiply: there may be more than any reader of JSON can hold."""
    (result,) = run_of(ALL["many-chains"])["results"]
    assert result["properties"]["goalPaths"] == MOST_PATHS


def test_the_command_writes_it(tmp_path: Path) -> None:
    """`toc check --format sarif` prints one log."""
    ran = toc("check", write(tmp_path / "x.yaml", WARNED), "--format", "sarif")
    assert json.loads(ran.out)["version"] == "2.1.0"
