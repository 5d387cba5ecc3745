"""GitHub's annotations: read back as its runner reads them, nothing is lost and nothing obeyed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from reporters.reports import finding, hostile, reports, shapes, verdict, with_everything

from toc import Report, Severity, Span
from toc.findings import Finding, Related
from toc.reporters import github
from toc.terminal import in_one_line
from toc.words import Said

ALL = shapes() | hostile()
COMMAND = re.compile(r"^::(?P<name>[\w-]+) (?P<properties>[^:]*)::(?P<message>.*)$")
UNESCAPED = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


@dataclass(frozen=True)
class Command:
    """A workflow command, as GitHub's runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def unescaped(text: str) -> str:
    """Undo what a workflow command escapes, the percent sign last."""
    for code, letter in UNESCAPED.items():
        text = text.replace(code, letter)
    return text


def commands(report: Report, language: str = "en") -> list[Command]:
    """Read what is printed as the runner does: all lines but the last must be commands."""
    *lines, _ = github.render(report, language=language).split("\n")[:-1]
    found = [COMMAND.match(line) for line in lines]
    assert None not in found
    return [
        Command(
            one["name"],
            {
                key: unescaped(value)
                for key, _, value in (part.partition("=") for part in one["properties"].split(","))
            },
            unescaped(one["message"]),
        )
        for one in found
        if one is not None
    ]


def assert_read_back(report: Report) -> None:
    """Hold that each finding and each failure is one command with its own text."""
    told = commands(report)
    assert len(told) == len(report.findings) + len(report.failures)
    for one, command in zip(report.findings, told, strict=False):
        assert command.properties["title"] == one.rule
        assert in_one_line(one.message.say()) in command.message.split("\n")[0]
    assert [one.properties["title"] for one in told[len(report.findings) :]] == [
        f"toc: {one.rule}" for one in report.failures
    ]


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_text_stays_within_its_annotation(name: str) -> None:
    """`::error` in a message, a comma in a path: the runner sees as many commands as findings."""
    assert_read_back(ALL[name])


@given(reports())
def test_any_text_stays_within_its_annotation(report: Report) -> None:
    """For any text in any place, the same holds."""
    assert_read_back(report)


def test_no_line_but_ours_is_a_command() -> None:
    """The last line counts, and holds no text of anybody's."""
    last = github.render(with_everything("::error::x")).splitlines()[-1]
    assert last == github.render(with_everything("said")).splitlines()[-1]
    assert last.startswith("2 strategies with 8 nodes")


def test_each_gravity_has_its_command() -> None:
    """GitHub knows three kinds; what is mild is a notice."""
    report = Report((verdict(*(finding(severity=one) for one in reversed(Severity))),))
    assert [one.name for one in commands(report)] == ["error", "warning", "notice", "notice"]


def test_a_place_in_one_line_has_columns() -> None:
    """The last column is inside, as GitHub counts it."""
    (command,) = commands(Report((verdict(finding(path="a, b: c.yaml")),)))
    assert command.properties == {
        "file": "a, b: c.yaml",
        "line": "3",
        "endLine": "3",
        "col": "3",
        "endColumn": "8",
        "title": "link-without-mechanism",
    }


def test_a_place_over_lines_has_none() -> None:
    """GitHub refuses columns where the lines differ."""
    span = Span("x.yaml", 1, 5, 3, 2)
    long = Finding("id-duplicate", Said("said"), Said("mended"), span=span)
    (command,) = commands(Report((verdict(long),)))
    assert command.properties == {
        "file": "x.yaml",
        "line": "1",
        "endLine": "3",
        "title": "id-duplicate",
    }


def test_a_path_has_slashes_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub names files with slashes, also where the runner is a Windows."""
    monkeypatch.setattr("toc.telling.PurePath", PureWindowsPath)
    (command,) = commands(Report((verdict(finding(path="strategies\\arad.yaml")),)))
    assert command.properties["file"] == "strategies/arad.yaml"


def test_what_was_built_in_python_is_told_by_its_route() -> None:
    """Without a file there is no place to annotate, and the message says which entry is meant."""
    (command,) = commands(Report((verdict(finding(path=None)),)))
    assert command.properties == {"title": "link-without-mechanism"}
    assert command.message.split("\n") == ["links.a -> b: said", "mend: mend said"]


def test_what_belongs_to_a_finding_stands_in_its_annotation() -> None:
    """The mend and each related place are further lines of the same message."""
    there = Related(Said("the other"), ("links", "a -> b"), Span("y.yaml", 7, 3, 7, 4))
    (command,) = commands(Report((verdict(finding(related=(there,))),)))
    assert command.message.split("\n") == ["said", "mend: mend said", "the other (y.yaml:7:3)"]
