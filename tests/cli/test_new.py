"""`toc new`: a first strategy that checks clean, and never over another file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from cli.running import toc, write

from toc import load
from toc.model.head import Status

DEFAULTS = {"en": "strategy.yaml", "ro": "strategie.yaml"}

DAY = "2027-02-01"
"""A day in the first year of the strategy that is written, before anything is overdue."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", DEFAULTS)
def test_what_it_writes_checks_clean(language: str) -> None:
    """In either language there is nothing to mend: no error, no warning, no note."""
    toc("new", "--language", language)
    gate = ("--format", "json", "--fail-on", "advice", "--on", DAY)
    ran = toc("check", DEFAULTS[language], *gate)
    report = json.loads(ran.out)
    assert ran.code == 0
    assert set(report["counts"].values()) == {0}
    assert report["strategies"][0]["findings"] == []


@pytest.mark.parametrize("status", get_args(Status))
@pytest.mark.parametrize("language", DEFAULTS)
def test_it_stays_clean_as_it_grows(language: str, status: str, tmp_path: Path) -> None:
    """No gravity is hidden behind its being a sketch."""
    toc("new", "x.yaml", "--language", language)
    text = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert "status: sketch" in text
    write(tmp_path / "x.yaml", text.replace("status: sketch", f"status: {status}"))
    ran = toc("check", "x.yaml", "--on", DAY)
    assert ran.out.count("\n") == 1
    assert ran.out.endswith("nothing to mend\n")


@pytest.mark.parametrize("language", DEFAULTS)
def test_it_is_written_in_the_language_asked_for(language: str) -> None:
    """The file's name, its texts and what is said of it are in that language."""
    ran = toc("new", LANGUAGE=language)
    assert (ran.code, ran.err) == (0, "")
    assert DEFAULTS[language] in ran.out
    assert load(DEFAULTS[language]).languages == (language,)


@pytest.mark.parametrize("language", DEFAULTS)
def test_it_shows_every_part_of_a_theory(language: str) -> None:
    """Whoever changes it sees an example of each part that a theory of change has."""
    toc("new", "x.yaml", "--language", language)
    strategy = load("x.yaml")
    for section in ("inputs", "activities", "outputs", "outcomes", "goals", "links"):
        assert getattr(strategy, section)
    for section in ("areas", "stages", "stakeholders", "factors", "events"):
        assert getattr(strategy, section)
    for section in ("assumptions", "indicators", "pilots"):
        assert getattr(strategy, section)


@pytest.mark.parametrize("language", DEFAULTS)
def test_it_says_what_comes_next(language: str) -> None:
    """What is printed names the file and the two commands to go on with, and they work."""
    out = toc("new", "--language", language).out
    name = DEFAULTS[language]
    assert f"toc check {name}" in out
    picture = Path(name).with_suffix(".svg")
    assert f"toc draw {name} -o {picture}" in out
    assert toc("check", name).code == 0
    assert toc("draw", name, "-o", picture).code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("path", ["mine.yaml", "deep/er/mine.yaml", "țară.yaml", "no-ending"])
def test_the_file_can_be_named(path: str) -> None:
    """The file is written where it was asked for, folders on the way included."""
    assert toc("new", path).out.splitlines()[0] == f"wrote {path}"
    assert toc("check", path).code == 0


@pytest.mark.parametrize("language", DEFAULTS)
def test_in_a_folder_it_takes_its_own_name(language: str, tmp_path: Path) -> None:
    """A folder may be named instead of a file."""
    (tmp_path / "city").mkdir()
    toc("new", "city", "--language", language)
    assert [file.name for file in (tmp_path / "city").iterdir()] == [DEFAULTS[language]]


@pytest.mark.parametrize("path", ["mine.yaml", ".", None])
def test_it_never_writes_over_a_file(path: str | None, tmp_path: Path) -> None:
    """What is there already stays as it is, to the byte: exit 2, and another name is asked for."""
    name = "mine.yaml" if path == "mine.yaml" else "strategy.yaml"
    write(tmp_path / name, "mine: 1\n")
    ran = toc("new", *([] if path is None else [path]))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"toc: {name} is there already: name another file\n"
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine: 1\n"


def test_where_it_cannot_write_it_says_why(tmp_path: Path) -> None:
    """A place that the system refuses ends with 2 and the system's reason."""
    write(tmp_path / "file", "")
    ran = toc("new", "file/mine.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("toc: file/mine.yaml cannot be written: ")
