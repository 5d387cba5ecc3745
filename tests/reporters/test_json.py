"""Findings for programs: the same fields for every finding, as the published schema has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.running import BROKEN, WARNED, toc, write
from hypothesis import given
from jsonschema import Draft202012Validator
from reporters.reports import hostile, reports, shapes, with_everything
from theories import strategies

from toc import Report, Severity, Strategy, check
from toc.api import report_schema
from toc.findings import MOST_PATHS
from toc.reporters import REPORTERS
from toc.reporters.json import VERSION, as_data

SCHEMA = report_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
ALL = shapes() | hostile()


def written(report: Report) -> Any:
    """Give what a program reads of a report."""
    return json.loads(REPORTERS["json"].render(report))


def refusals(data: Any) -> list[str]:
    """Give what the published schema says against a report."""
    return [f"{one.json_path}: {one.message}" for one in VALIDATOR.iter_errors(data)]


class TestSchema:
    """The published schema is what is written, no more and no less."""

    def test_it_is_a_schema_of_the_draft_that_it_names(self) -> None:
        """It is valid JSON Schema, draft 2020-12."""
        assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(SCHEMA)

    @pytest.mark.parametrize("name", ALL)
    def test_it_takes_every_shape(self, name: str) -> None:
        """Nothing found, waivers, failures, no files, any text: each report fits."""
        assert refusals(written(ALL[name])) == []

    @given(reports())
    def test_it_takes_any_text(self, report: Report) -> None:
        """Whatever anybody wrote, and wherever, the report fits."""
        assert refusals(written(report)) == []

    @given(strategies())
    def test_it_takes_whatever_is_found(self, strategy: Strategy) -> None:
        """The report on any strategy fits, and its numbers add up."""
        report = check(strategy, on=date(2027, 6, 30))
        data = written(report)
        assert refusals(data) == []
        assert data == json.loads(json.dumps(as_data(report, "en")))
        (told,) = data["strategies"]
        assert sum(data["counts"].values()) == len(told["findings"]) + len(told["waived"])

    def test_it_takes_what_the_command_prints(self, tmp_path: Path) -> None:
        """A report on files, in either language, fits."""
        path = write(tmp_path / "x.yaml", BROKEN)
        for language in ("en", "ro"):
            out = toc("check", path, "--format", "json", "--language", language).out
            assert refusals(json.loads(out)) == []

    def test_everything_in_it_is_written(self) -> None:
        """No field is described that no report has."""
        data = written(with_everything("said"))
        assert fields(SCHEMA) == {key for part in objects(data) for key in part}

    def test_a_changed_shape_is_refused(self) -> None:
        """A field that is missing, new or of another kind, at any level, does not pass."""
        data = written(with_everything("said"))
        assert refusals(data) == []
        changed = [*without_a_field(data), *with_another(data), *of_another_kind(data)]
        assert len(changed) > 100
        assert [one for one in changed if not refusals(one)] == []

    def test_every_field_is_described(self) -> None:
        """A reader of the schema learns of each field what it holds."""
        for part in objects(SCHEMA):
            for name, said in part.get("properties", {}).items():
                told = said if "description" in said else SCHEMA["$defs"][said["$ref"][8:]]
                assert len(told["description"]) > 8, name

    def test_the_command_prints_it(self, tmp_path: Path) -> None:
        """`toc schema report` prints it, or writes it to a file."""
        ran = toc("schema", "report")
        assert (ran.code, ran.err) == (0, "")
        assert json.loads(ran.out) == SCHEMA
        assert toc("schema", "report", "-o", tmp_path / "report.json").code == 0
        assert (tmp_path / "report.json").read_text("utf-8") == ran.out

    def test_the_command_prints_that_of_strategies_unless_asked(self) -> None:
        """`toc schema` and `toc schema strategy` are the same."""
        assert toc("schema").out == toc("schema", "strategy").out
        assert json.loads(toc("schema").out) != SCHEMA
        assert toc("schema", "portfolio").code == 2


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Give every object in a tree."""
    if isinstance(part, dict):
        yield part
        for one in part.values():
            yield from objects(one)
    elif isinstance(part, list):
        for one in part:
            yield from objects(one)


def fields(schema: dict[str, Any]) -> set[str]:
    """Give the names of all fields that a schema describes."""
    return {name for part in objects(schema) for name in part.get("properties", {})}


def changes(data: Any) -> Iterator[tuple[Any, int, str]]:
    """Give a copy of a report for each field in it, the object that has it, and its name."""
    for number, part in enumerate(objects(data)):
        for name in part:
            yield deepcopy(data), number, name


def nth(data: Any, number: int) -> dict[str, Any]:
    """Give an object in a tree by its number."""
    return list(objects(data))[number]


def without_a_field(data: Any) -> Iterator[Any]:
    """Give the report with each of its fields left out."""
    for copy, number, name in changes(data):
        del nth(copy, number)[name]
        yield copy


def with_another(data: Any) -> Iterator[Any]:
    """Give the report with a field more in each object."""
    for number, _ in enumerate(objects(data)):
        copy = deepcopy(data)
        nth(copy, number)["another"] = 1
        yield copy


def of_another_kind(data: Any) -> Iterator[Any]:
    """Give the report with each of its fields as something that no field is."""
    for copy, number, name in changes(data):
        nth(copy, number)[name] = 1.5
        yield copy


def test_the_version_is_the_first() -> None:
    """It grows when a field is renamed, taken away, or means something else."""
    assert written(Report(()))["version"] == VERSION == 1


def test_a_report_without_a_day_says_so() -> None:
    """Where no day was given, `on` is null; a strategy from Python has no places."""
    data = as_data(check(Strategy(goals={"g": "G"})), "en")
    assert data["on"] is None
    assert {finding["place"] for finding in data["strategies"][0]["findings"]} == {None}


def test_every_gravity_is_counted() -> None:
    """Each gravity has a number, 0 where nothing was found."""
    counts = as_data(Report(()), "en")["counts"]
    assert set(counts) == {severity.word for severity in Severity} | {"waived"}
    assert set(counts.values()) == {0}


def test_what_a_baseline_knows_is_counted() -> None:
    """A program sees that something is not told."""
    assert written(with_everything("said"))["known"] == 2


def test_a_route_has_no_marks_of_ours() -> None:
    """The last step that means the key itself is left out."""
    (told, _) = written(with_everything("said"))["strategies"]
    assert told["findings"][0]["route"] == ["links", "a -> b"]


def test_a_count_beyond_all_numbers_is_the_largest_that_programs_hold() -> None:
    """Chains multiply: there may be more than any reader of JSON can hold."""
    (strategy,) = written(ALL["many-chains"])["strategies"]
    assert strategy["findings"][0]["goal_paths"] == MOST_PATHS


@given(reports())
def test_a_program_reads_every_text_as_it_was(report: Report) -> None:
    """What a terminal would obey is written as JSON's own codes, and read back unchanged."""
    told = [one for strategy in written(report)["strategies"] for one in strategy["findings"]]
    assert [one["message"] for one in told] == [one.message.say() for one in report.findings]
    paths = [None if one.span is None else one.span.path for one in report.findings]
    assert [one["place"] and one["place"]["path"] for one in told] == paths


def test_letters_are_written_as_letters() -> None:
    """What people wrote can be read and searched for in the file."""
    strategy = Strategy.model_validate({"strategy": {"title": "Țară, 移民, 🌍"}})
    assert '"title": "Țară, 移民, 🌍"' in REPORTERS["json"].render(check(strategy))


def test_a_waived_finding_says_who_accepts_it(tmp_path: Path) -> None:
    """The last of what belongs to it is the waiver, with its place."""
    waiver = "{rule: result-without-indicator, because: In May, by: ana, until: 2027-12}"
    path = write(tmp_path / "x.yaml", f"{WARNED}waivers:\n  later: {waiver}\n")
    asked = ("--select", "result-without-indicator", "--on", "2027-06-30")
    (strategy,) = json.loads(toc("check", path, *asked, "--format", "json").out)["strategies"]
    (found,) = strategy["waived"]
    assert found["related"][-1]["message"] == "accepted by ana until 2027-12: In May"
    assert found["related"][-1]["place"]["line"] == len(path.read_text().splitlines())
