"""JUnit XML: both official schemas take it, and the numbers are those of the report."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given
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

from toc import Report, Severity, Verdict
from toc.reporters import junit

OFFICIAL = ("JUnit.xsd", "junit-10.xsd")
"""That of Apache Ant, and that of Jenkins."""

ALL = shapes() | hostile()


@cache
def schema(name: str) -> Any:
    """Read an official schema."""
    file = SCHEMAS / name
    if not file.is_file():
        pytest.skip(f"{file} is not on this machine")
    return xmlschema.XMLSchema(str(file))


def suites(report: Report, **options: Any) -> list[ET.Element]:
    """Give the suites that are written of a report."""
    root = ET.fromstring(junit.render(report, **options).encode())
    assert root.tag == "testsuites"
    return list(root)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("official", OFFICIAL)
def test_the_official_schemas_take_it(official: str, name: str) -> None:
    """Every shape of report, with every hostile text, fits the schemas of Ant and of Jenkins."""
    schema(official).validate(junit.render(ALL[name]))


@given(reports())
def test_any_text_is_taken(report: Report) -> None:
    """Whatever anybody wrote, and wherever, the schemas take it."""
    told = junit.render(report)
    for official in OFFICIAL:
        schema(official).validate(told)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<properties/>", ""),
        ('hostname="localhost"', ""),
        ('tests="2"', 'tests="two"'),
        ("T00:00:00", "T00:00:00Z"),
        ('<failure type="error"', "<failure"),
        ("<system-err></system-err>", ""),
        ('package="toc"', ""),
    ],
)
def test_the_schema_is_no_formality(right: str, wrong: str) -> None:
    """With one thing left out or misspelled it refuses the file."""
    told = junit.render(Report((verdict(finding()),)))
    assert right in told
    schema(OFFICIAL[0]).validate(told)
    assert not schema(OFFICIAL[0]).is_valid(told.replace(right, wrong))


@pytest.mark.parametrize("name", ALL)
def test_the_numbers_are_those_of_the_cases(name: str) -> None:
    """Each suite counts its cases, failures, errors and skipped ones as they stand in it."""
    for suite in suites(ALL[name]):
        cases = suite.findall("testcase")
        inside = [case[0].tag for case in cases if len(case)]
        assert int(suite.get("tests", "")) == len(cases)
        for tag, count in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.get(count, "")) == inside.count(tag)


def test_what_is_grave_fails_and_what_is_mild_is_said() -> None:
    """Errors and warnings are failures; advice and notes pass, and stand in the output."""
    found = [finding(severity=one, rule=f"rule-{one.word}") for one in Severity]
    (suite,) = suites(Report((verdict(*found),)))
    by_name = {str(case.get("name")).split()[0]: case for case in suite.findall("testcase")}
    assert [len(by_name[f"rule-{one.word}"]) for one in Severity] == [0, 0, 1, 1]
    said = str(suite.findtext("system-out"))
    assert re.findall(r": (\w+)\[", said) == ["note", "advice"]


def test_a_rule_that_found_nothing_passed() -> None:
    """Each rule that was asked is a test, once."""
    (suite,) = suites(Report((verdict(finding()),)))
    names = [str(case.get("name")) for case in suite.findall("testcase")]
    assert names == ["link-without-mechanism links.a -> b", "id-duplicate"]


def test_what_is_waived_is_skipped_for_the_reason_of_its_waiver() -> None:
    """Whoever reads the result sees who accepts it, until when and why."""
    told = Verdict("x.yaml", verdict().subject, (), (accepted("the data come in May"),))
    (suite,) = suites(Report((told,)))
    skipped = suite.find("testcase/skipped")
    assert skipped is not None
    assert skipped.get("message") == "accepted by ana until 2027-12: the data come in May"
    assert str(skipped.text).startswith("x.yaml:3:3: error[link-without-mechanism]: ")


def test_a_rule_that_failed_is_an_error() -> None:
    """A fault of the tool is no failure of the strategy."""
    suite = suites(with_everything("said"))[0]
    errors = suite.findall("testcase/error")
    assert [one.get("message") for one in errors] == ["ValueError: said (rules/said.py:12)"]


def test_a_text_is_told_as_it_is() -> None:
    """Markup in a message is text again when the file is read."""
    text = "<b> & ]]> \"both' quotes"
    (suite,) = suites(Report((verdict(finding(text)),)))
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == text
    assert text in str(failure.text)
