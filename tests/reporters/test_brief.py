"""One line for each finding: the documented expression takes every line apart again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from reporters.reports import finding, hostile, reports, verdict

from toc import Report, Severity
from toc.findings import Route
from toc.reporters import brief
from toc.terminal import in_one_line

PAGE = Path(__file__).parents[2] / "docs" / "in-ci.md"
LINE = re.compile(brief.LINE)
ALL_HOSTILE = hostile()


def lines_of(report: Report) -> list[str]:
    """Give the lines in which findings are told."""
    told = brief.render(report).split("\n")[:-1]
    return [line for line in told if not line.startswith("toc: ")]


def test_a_finding_is_one_line() -> None:
    """Path, line, column, gravity, rule, message and mend, as compilers have it."""
    (line,) = lines_of(Report((verdict(finding()),)))
    assert line == "x.yaml:3:3: error[link-without-mechanism]: said; mend said"


def test_where_nothing_is_found_nothing_is_said() -> None:
    """No line is a finding that is not."""
    assert brief.render(Report((verdict(),))) == ""


def test_what_was_built_in_python_begins_with_its_route() -> None:
    """Without a file the route stands in the path's place, and `strategy` for the whole."""
    routes: tuple[Route, ...] = (("links", "a -> b", "assuming", 0), ())
    report = Report((verdict(*(finding(path=None, route=route) for route in routes)),))
    assert [line.partition(": ")[0] for line in lines_of(report)] == [
        "links.a -> b.assuming.0",
        "strategy",
    ]


def test_the_gravity_is_english_in_every_language() -> None:
    """Tools rely on four words."""
    report = Report((verdict(*(finding(severity=one) for one in reversed(Severity))),))
    told = brief.render(report, language="ro")
    assert re.findall(r": (\w+)\[", told) == ["error", "warning", "advice", "note"]


def test_the_page_quotes_the_expression() -> None:
    """What docs/in-ci.md says is what is tested here."""
    assert brief.LINE in PAGE.read_text(encoding="utf-8")


def assert_taken_apart(report: Report) -> None:
    """Hold that each line gives back what went in."""
    found = [LINE.search(line) for line in lines_of(report)]
    assert len(found) == len(report.findings)
    for one, parts in zip(report.findings, found, strict=True):
        assert parts is not None
        assert parts["severity"] == one.severity.word
        assert parts["rule"] == one.rule
        said = f"{in_one_line(one.message.say())}; {in_one_line(one.mend.say())}"
        assert parts["message"] == said
        assert (parts["line"], parts["column"]) == (
            (None, None) if one.span is None else ("3", "3")
        )


@pytest.mark.parametrize("name", ALL_HOSTILE)
def test_a_hostile_text_is_taken_apart_rightly(name: str) -> None:
    """No text and no path passes for a line, a column, a gravity or a finding."""
    assert_taken_apart(ALL_HOSTILE[name])


@given(reports())
def test_any_text_is_taken_apart_rightly(report: Report) -> None:
    """For any text in any place, the same holds."""
    assert_taken_apart(report)


def test_a_failure_is_no_finding() -> None:
    """A rule that failed is told in a line of its own kind."""
    (line,) = brief.render(Report((verdict(finding()),))).splitlines()
    told = brief.render(ALL_HOSTILE["a-finding"]).splitlines()
    assert sum(one.startswith("toc: rule-failed: ValueError") for one in told) == 1
    assert not line.startswith("toc: ")
