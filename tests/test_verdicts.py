"""A verdict that travels: as plain data and back, it is told the same in every format."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli.running import BROKEN, write
from hypothesis import given
from reporters.reports import reports, shapes

from toc import Report, check
from toc.findings import MOST_PATHS
from toc.reporters import REPORTERS
from toc.verdicts import Verdict, as_data, from_data


def travelled(verdict: Verdict, language: str) -> Verdict:
    """Give a verdict as it arrives from memory or from another process."""
    return from_data(json.loads(json.dumps(as_data(verdict, language))))


def assert_told_the_same(report: Report, language: str) -> None:
    """Hold that nobody can tell a verdict that travelled from a fresh one."""
    verdicts = tuple(travelled(verdict, language) for verdict in report.verdicts)
    arrived = Report(verdicts, report.on, report.known)
    for form in REPORTERS:
        render = REPORTERS[form].render
        assert render(arrived, language=language) == render(report, language=language)


@pytest.mark.parametrize("name", shapes())
@pytest.mark.parametrize("language", ["en", "ro"])
def test_every_shape_arrives_whole(language: str, name: str) -> None:
    """Findings, waivers, failures, the rules' words and the places: nothing is lost."""
    assert_told_the_same(shapes()[name], language)


@given(reports())
def test_every_text_arrives_whole(report: Report) -> None:
    """Whatever anybody wrote, it is told the same afterwards."""
    assert_told_the_same(report, "en")


@pytest.mark.parametrize("language", ["en", "ro"])
def test_a_verdict_on_a_file_arrives_whole(language: str, tmp_path: Path) -> None:
    """With its lines too, which are read again from the file."""
    report = check(write(tmp_path / "x.yaml", BROKEN), on=date(2027, 6, 30))
    assert_told_the_same(report, language)
    assert report.verdicts[0].summaries.keys() == report.verdicts[0].reasons.keys() != set()


def test_a_count_beyond_all_numbers_arrives_as_the_largest() -> None:
    """A count of thousands of digits is no reason to fail when it is written down."""
    (verdict,) = shapes()["many-chains"].verdicts
    assert travelled(verdict, "en").findings[0].goal_paths == MOST_PATHS
