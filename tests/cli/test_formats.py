"""`toc check --format` and `--report`: who is told what, and where it is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.running import BROKEN, toc, write

from toc.api import new
from toc.reporters import REPORTERS


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a clean strategy and a broken one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    write(tmp_path / "clean.yaml", new())
    write(tmp_path / "broken.yaml", BROKEN)
    return tmp_path


@pytest.mark.parametrize("form", REPORTERS)
def test_a_format_changes_no_exit_code(form: str) -> None:
    """However it is told, a fault is a fault."""
    assert toc("check", "clean.yaml", "--format", form).code == 0
    assert toc("check", "broken.yaml", "--format", form).code == 1


@pytest.mark.parametrize(
    ("value", "form"), [("true", "github"), ("false", "plain"), ("", "plain"), (None, "plain")]
)
def test_inside_github_actions_annotations_are_chosen(value: str | None, form: str) -> None:
    """Where GITHUB_ACTIONS is true nobody has to ask for them."""
    given = {} if value is None else {"GITHUB_ACTIONS": value}
    assert (
        toc("check", "broken.yaml", **given).out
        == toc("check", "broken.yaml", "--format", form).out
    )


def test_what_is_asked_for_wins_over_the_environment() -> None:
    """Inside GitHub Actions too, `--format` has the last word."""
    asked = ("check", "broken.yaml", "--format", "brief")
    assert toc(*asked, GITHUB_ACTIONS="true").out == toc(*asked).out


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_is_what_the_format_prints(form: str, here: Path) -> None:
    """The file holds, to the character, what would be printed; folders on the way are made."""
    ran = toc("check", "broken.yaml", "--report", f"{form}=out/report", FORCE_COLOR="1")
    printed = toc("check", "broken.yaml", "--format", form).out
    assert (here / "out" / "report").read_text(encoding="utf-8") == printed
    assert ran.out == toc("check", "broken.yaml", FORCE_COLOR="1").out
    assert ran.code == 1


def test_several_reports_are_written_in_one_run(here: Path) -> None:
    """One check, as many files as are asked for, and the terminal as well."""
    options = [word for form in REPORTERS for word in ("--report", f"{form}={form}.out")]
    ran = toc("check", "broken.yaml", "--format", "brief", *options)
    assert {file.stem for file in here.glob("*.out")} == set(REPORTERS)
    assert ran.out == (here / "brief.out").read_text(encoding="utf-8")


def test_a_file_name_may_hold_an_equals_sign(here: Path) -> None:
    """Only the first one parts the format from the file."""
    toc("check", "clean.yaml", "--report", "json=a=b.json")
    assert json.loads((here / "a=b.json").read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize("text", ["json", "json=", "=x.json", "xml=x.xml", ""])
def test_what_is_no_report_is_refused_before_anything_is_checked(text: str) -> None:
    """Exit code 2, and how to write one."""
    ran = toc("check", "broken.yaml", "--report", text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"toc: “{text}” is no report: write FORMAT=FILE, with one of brief, ")


def test_a_report_that_cannot_be_written_is_a_failure(here: Path) -> None:
    """Exit code 2: a pipeline that waits for the file must not go on."""
    (here / "folder").mkdir()
    ran = toc("check", "clean.yaml", "--report", "json=clean.yaml/x.json")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_the_gravest_line_of_all_formats_is_the_same() -> None:
    """Each format tells of as many errors as the others."""
    told = {form: toc("check", "broken.yaml", "--format", form).out for form in REPORTERS}
    errors = json.loads(told["json"])["counts"]["error"]
    assert errors > 0
    assert {
        "brief": len(re.findall(r": error\[", told["brief"])),
        "github": told["github"].count("::error "),
        "junit": told["junit"].count('<failure type="error"'),
        "plain": len(re.findall(r"^error\[", told["plain"], re.MULTILINE)),
        "sarif": told["sarif"].count('"level": "error"'),
    } == dict.fromkeys(("brief", "github", "junit", "plain", "sarif"), errors)
