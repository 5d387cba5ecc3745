"""`toc status`: how it is going, in a terminal, as data, and as a paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

MEASURED = CLEAN.replace(
    "    target: {2028: 12}\n", "    target: {2028: 12}\n    actual: {2027-06: 3}\n", 1
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy that was measured once."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", MEASURED)
    return tmp_path


def test_each_indicator_has_a_sign_and_a_word() -> None:
    """Never colour only; with what was expected, by goal, and what is due."""
    ran = toc("status", "town.yaml", "--on", "2027-06-30", "--language", "en")
    assert (ran.code, ran.err) == (0, "")
    assert (
        "✗ far behind (1)\n  - “Desks that use a procedure” (desks): 3 in 2027-06, where 4.5"
        in ran.out
    )
    assert "By goal\n  - Of the indicators on the way to “Newcomers use" in ran.out
    assert "\x1b" not in ran.out


def test_it_speaks_romanian() -> None:
    """As everything that is told."""
    ran = toc("status", "town.yaml", "--on", "2027-06-30", "--language", "ro")
    assert "✗ mult în urmă (1)" in ran.out


def test_only_what_was_known_on_the_day_counts() -> None:
    """A month before, nothing had been measured."""
    ran = toc("status", "town.yaml", "--on", "2027-05-30", "--language", "en")
    assert "· no data (2)" in ran.out


def test_it_is_data_for_programs() -> None:
    """One strategy after another, each with its indicators."""
    write(Path("village.yaml"), MEASURED.replace("id: town", "id: village"))
    ran = toc("status", ".", "--on", "2027-06-30", "--format", "json")
    strategies = json.loads(ran.out)["strategies"]
    assert [one["indicators"][0]["standing"] for one in strategies] == ["far-behind"] * 2


def test_a_day_that_is_none_and_a_goal_that_is_none_are_told() -> None:
    """With how a day is written, and the goal that was meant."""
    assert "write it as 2027-06-30" in toc("status", "town.yaml", "--on", "tomorrow").err
    ran = toc("status", "town.yaml", "--goal", "equl", "--language", "en")
    assert ran.code == 2
    assert "equal" in ran.err


@pytest.mark.parametrize(
    ("name", "beginning"), [("x.html", b"<!"), ("x.pdf", b"%PDF"), ("x.docx", b"PK")]
)
def test_it_is_written_as_a_paper(name: str, beginning: bytes) -> None:
    """With its charts, in the form that the file's name ends in."""
    ran = toc("status", "town.yaml", "--on", "2027-06-30", "--page", name)
    assert (ran.code, ran.err) == (0, "")
    assert Path(name).read_bytes().startswith(beginning)


def test_a_paper_is_of_one_strategy_and_of_one_goal_or_all() -> None:
    """Two of either do not fit on one."""
    twice = toc("status", "town.yaml", "--goal", "equal", "--goal", "equal", "--page", "x.md")
    assert "one goal" in twice.err
    write(Path("village.yaml"), MEASURED)
    assert "name one of them" in toc("status", ".", "--page", "x.md", "--language", "en").err


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(b"indicator,date,value\ndesks,2027-06,4\ndesks,soon,5\n", id="a row"),
        pytest.param(b"\xff\xfe\x00\x00", id="the whole table"),
    ],
)
def test_what_of_the_readings_could_not_be_read_is_not_called_unmeasured(table: bytes) -> None:
    """Whoever reads “no data” must know that a table, or a row of it, was left out."""
    Path("town.readings.csv").write_bytes(table)
    ran = toc("status", "town.yaml", "--on", "2027-06-30", "--language", "en")
    assert ran.code == 0
    assert ran.err == "toc: town.yaml has 1 fault: part of it may be missing here, see toc check\n"
