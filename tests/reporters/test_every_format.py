"""What holds for every format: nothing that comes in breaks it, and nothing is obeyed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from reporters.reports import hostile, reports, shapes

from toc import Report
from toc.reporters import REPORTERS

ALL = shapes() | hostile()
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal, a log or a reader of lines would obey, or cannot write."""


def test_the_formats_are_those_in_the_folder() -> None:
    """One module is one format; `--format` offers what stands there."""
    told = ["brief", "github", "html", "json", "junit", "markdown", "plain", "sarif"]
    assert list(REPORTERS) == told


@pytest.mark.parametrize("language", ["en", "ro", "ro_RO.UTF-8", "hu"])
@pytest.mark.parametrize("form", REPORTERS)
def test_every_shape_is_told_in_any_language(form: str, language: str) -> None:
    """Nothing found, notes alone, waivers, failures, no files: each is told without a fall."""
    for report in shapes().values():
        told = REPORTERS[form].render(report, language=language)
        assert told == "" or told.endswith("\n")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("form", REPORTERS)
def test_nothing_is_printed_that_a_terminal_obeys(form: str, name: str) -> None:
    """Whatever stands in texts and paths, only letters and line ends come out."""
    told = REPORTERS[form].render(ALL[name])
    assert not OBEYED.search(told)
    told.encode()  # raises where a lone surrogate is left


@given(reports())
def test_no_text_is_too_much_for_a_format(report: Report) -> None:
    """For any text in any place, in any format, the same holds."""
    for form in REPORTERS:
        assert not OBEYED.search(REPORTERS[form].render(report))


@pytest.mark.parametrize("form", REPORTERS)
def test_telling_twice_is_the_same(form: str) -> None:
    """A report is told the same each time."""
    render = REPORTERS[form].render
    assert render(ALL["everything"]) == render(ALL["everything"])


@pytest.mark.parametrize("form", [form for form in REPORTERS if form != "plain"])
def test_only_what_is_for_people_has_colours(form: str) -> None:
    """What programs read is never coloured, whoever asks."""
    assert "\x1b" not in REPORTERS[form].render(ALL["everything"], colour=True)
