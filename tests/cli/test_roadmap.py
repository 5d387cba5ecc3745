"""`toc roadmap`: what runs and what comes, in a terminal, as data, pictures, a calendar, a paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import toc, write
from icalendar import Calendar

TOWN = """\
toc: 1
strategy: {id: town, title: A town for all, status: draft, period: 2026-01/2027-12}
stakeholders: {hall: The town hall}
stages:
  first: {title: Preparing, period: 2026-01/2026-06, review: {every: P3M}}
  second: {title: Doing, period: 2026-07/2027-12}
activities:
  ask: {title: Asking around, stage: first, period: 2026-01/2026-03, accountable: hall, cost: 10, quick_win: true}
  teach: {title: Teaching, stage: second, period: 2026-07/2027-06}
events:
  start: {title: Start, date: 2026-02-03}
  party: {title: Party}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy that has a roadmap."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", TOWN)
    return tmp_path


def test_it_tells_what_runs_what_comes_and_what_is_late() -> None:
    """The whole text, as somebody reads it who was handed the strategy yesterday."""
    ran = toc("roadmap", "town.yaml", "--on", "2026-05-01", "--language", "en")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
A town for all
as of 1 May 2026

Now
  Preparing (stage): January 2026 – June 2026

Next
  Teaching: July 2026 – June 2027

Quick wins
  Asking around: January 2026 – March 2026

Late: nothing tells whether it came
  Review of “Preparing” (review overdue): April 2026

Without a date
  Party (event): it has no date

Reviews
  The review due April 2026 has not been held. The next review is due July 2026 (stage “Preparing”).

For 1 of 2 activities it is not said who alone answers. Most is answered for by “The town hall”: 1 of 2 activities.
The activities cost 10 EUR and 1 unknown cost. No budget is written to set this against.
"""
    )


def test_it_speaks_romanian() -> None:
    """As everything that is told."""
    ran = toc("roadmap", "town.yaml", "--on", "2026-05-01", "--language", "ro")
    assert "Câștiguri imediate\n  Asking around: ianuarie 2026 – martie 2026" in ran.out
    assert "Revizuirea cu termenul aprilie 2026 nu a fost ținută." in ran.out


def test_it_is_data_for_programs() -> None:
    """One strategy after another, dates as they are written, the unknown as null."""
    ran = toc("roadmap", ".", "--on", "2026-05-01", "--format", "json")
    (one,) = json.loads(ran.out)["strategies"]
    assert (one["on"], one["running"], one["next"]) == ("2026-05-01", [], ["teach"])
    assert one["timeline"]["undated"][0]["name"] == "party"
    assert one["budget"]["activities"][1]["amount"]["known"] is None


@pytest.mark.parametrize("ending", ["svg", "html", "png", "pdf"])
def test_both_pictures_are_drawn_in_every_form(ending: str) -> None:
    """Each is a file, and nothing else is printed."""
    ran = toc(
        *("roadmap", "town.yaml", "--on", "2026-05-01", "--language", "en"),
        *("--picture", f"road.{ending}", "--raci", f"who.{ending}", "--by", "area"),
    )
    assert ran.out == f"wrote road.{ending}\nwrote who.{ending}\n"
    assert all(Path(f"{name}.{ending}").stat().st_size > 1000 for name in ("road", "who"))


def test_only_a_day_that_is_given_has_a_line() -> None:
    """Without one the picture is the plan, the same on every day."""
    toc("roadmap", "town.yaml", "--picture", "plan.svg", "--language", "en")
    toc("roadmap", "town.yaml", "--picture", "may.svg", "--on", "2026-05-01", "--language", "en")
    plan, may = (Path(f"{name}.svg").read_text(encoding="utf-8") for name in ("plan", "may"))
    assert "overdue" not in plan
    assert "as of" not in plan
    assert "overdue" in may
    assert "as of 1 May 2026" in may


def test_the_calendar_tells_what_is_not_in_it() -> None:
    """What has no date is named on the terminal."""
    ran = toc("roadmap", "town.yaml", "--on", "2026-05-01", "--ics", "town.ics", "--language", "en")
    assert ran.out == (
        "wrote town.ics\nThe calendar has 3 entries. "
        "1 thing has no date and is not in it: “Party”.\n"
    )
    assert len(Calendar.from_ical(Path("town.ics").read_bytes()).walk("VEVENT")) == 3


def test_the_paper_is_written() -> None:
    """As Markdown, with its pictures beside it."""
    ran = toc("roadmap", "town.yaml", "--on", "2026-05-01", "--page", "road.md", "--language", "en")
    assert (ran.code, ran.out.startswith("wrote road.md")) == (0, True)
    assert "Stage by stage" in Path("road.md").read_text(encoding="utf-8")


def test_no_file_of_the_strategy_is_written_over() -> None:
    """Whoever names the strategy itself as the target is stopped."""
    before = Path("town.yaml").read_text(encoding="utf-8")
    for option in ("--picture", "--raci", "--page"):
        assert toc("roadmap", "town.yaml", option, "town.yaml").code == 2
    assert toc("roadmap", "town.yaml", "--ics", "town.yaml").code == 2
    assert Path("town.yaml").read_text(encoding="utf-8") == before


def test_what_cannot_be_drawn_is_said() -> None:
    """A file that ends otherwise, and a strategy without a date."""
    ran = toc("roadmap", "town.yaml", "--picture", "road.gif", "--language", "en")
    assert (ran.code, ".gif" in ran.err) == (2, True)
    write(Path("bare.yaml"), "toc: 1\nactivities: {a: Asking}\n")
    ran = toc("roadmap", "bare.yaml", "--picture", "road.svg", "--language", "en")
    assert (ran.code, "nothing on the roadmap has a date yet" in ran.err) == (2, True)
    write(Path("other.yaml"), TOWN)
    ran = toc("roadmap", ".", "--picture", "road.svg", "--language", "en")
    assert (ran.code, "name one of them" in ran.err) == (2, True)
