"""What a review decided becomes an edit: said once, in the right place, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing.region import DAY, YAML, region

from toc import api
from toc.api.reading import read
from toc.errors import InputError
from toc.model import Date, Strategy
from toc.reviewing import Minutes, Resolution, Settled, next_review, next_version, review_pack
from toc.roadmap.reviews import due as reviews_due

DECIDED = (Resolution("know", "change", "Too slow", ("school",), Date.of("2027-09")),)


def amended(tmp_path: Path, minutes: Minutes, text: str = YAML) -> tuple[str, Strategy]:
    """Propose the edit, write it, and read the strategy again."""
    file = tmp_path / "region.yaml"
    file.write_text(text, encoding="utf-8")
    (loaded,) = read(file)
    (found,) = api.amend_by_review(loaded, minutes)
    assert file.read_text(encoding="utf-8") == text
    file.write_bytes(found.after)
    return file.read_text(encoding="utf-8"), api.load(file)


def test_a_review_is_written_with_its_decisions_the_next_date_and_a_version(tmp_path: Path) -> None:
    """Comments stay, and the strategy says what was decided."""
    settled = (
        Settled(("assumptions", "time", "status"), "doubtful"),
        Settled(("outputs", "graduates", "delivered"), "2027-05"),
        Settled(("reviews", "first", "decisions", "0", "done"), "2027-03"),
    )
    minutes = Minutes(DAY, DECIDED, settled, ("school", "Ana"), Date.of("2027-11"))
    text, strategy = amended(tmp_path, minutes)
    assert "# our region" in text
    assert "# the one that counts" in text
    assert "# not yet" in text
    review = strategy.reviews["rev_2027_06"]
    assert (str(review.date), review.stage, review.by) == ("2027-06-30", "run", ("school", "Ana"))
    assert str(review.next) == "2027-11"
    (decision,) = review.decisions
    assert (decision.about, decision.decision, decision.by) == (("know",), "change", ("school",))
    assert str(decision.due) == "2027-09"
    assert strategy.assumptions["time"].status == "doubtful"
    assert str(strategy.outputs["graduates"].delivered) == "2027-05"
    assert str(strategy.reviews["first"].decisions[0].done) == "2027-03"
    assert strategy.head.version == "1.10"
    change = strategy.changelog["1.10"]
    assert (str(change.date), change.by) == ("2027-06-30", ("school", "Ana"))
    assert str(change.because) == (
        "Review of 30 June 2027: to change: “They know”; “They have time”: now doubtful; "
        "delivered: “Graduates”; dates brought up to date"
    )


def test_a_review_that_only_keeps_makes_no_version(tmp_path: Path) -> None:
    """The strategy is the same one after it."""
    minutes = Minutes(DAY, (Resolution("know", "keep"),))
    _, strategy = amended(tmp_path, minutes)
    assert strategy.head.version == "1.9"
    assert list(strategy.changelog) == ["1.9"]
    assert len(strategy.reviews["rev_2027_06"].decisions) == 1


def test_a_review_that_was_written_for_the_day_is_filled_in_and_not_written_twice(
    tmp_path: Path,
) -> None:
    """Its title and what it has already stay; decisions are added behind its own."""
    planned = YAML.replace(
        "reviews:\n", "reviews:\n  june: {title: The June review, date: 2027-06, by: [hall]}\n"
    )
    _, strategy = amended(tmp_path, Minutes(DAY, DECIDED, by=("school",)), planned)
    assert list(strategy.reviews) == ["june", "first"]
    june = strategy.reviews["june"]
    assert (str(june.title), str(june.date), june.by) == (
        "The June review",
        "2027-06-30",
        ("hall",),
    )
    assert len(june.decisions) == 1


def test_in_a_strategy_of_two_languages_what_we_say_is_said_in_both(tmp_path: Path) -> None:
    """What people typed stays in the language in which they typed it."""
    both = YAML.replace("languages: [en]", "languages: [ro, en]")
    _, strategy = amended(tmp_path, Minutes(DAY, DECIDED), both)
    title = strategy.reviews["rev_2027_06"].title
    assert title is not None
    assert title.say("ro") == "Revizuirea din 30 iunie 2027"
    assert title.say("en") == "Review of 30 June 2027"


@pytest.mark.parametrize(
    ("version", "known", "after"),
    [
        (None, [], "0.1"),
        ("0.3", ["0.3"], "0.4"),
        ("1.9", [], "1.10"),
        ("1.9", ["1.10"], "1.11"),
        ("2026", [], "2027"),
        ("v2", [], "v3"),
        ("1.2-draft", [], "1.3-draft"),
        ("draft", [], "draft.1"),
        ("007", [], "008"),
        ("9" * 40, [], "9" * 40 + ".1"),
    ],
)
def test_the_next_version_is_the_present_one_counted_up(
    version: str | None, known: list[str], after: str
) -> None:
    """Its last number, and past those that the changelog has."""
    strategy = Strategy.model_validate(
        {"strategy": {"version": version}, "changelog": dict.fromkeys(known, "x")}
    )
    assert next_version(strategy) == after


@given(st.dates(date(2026, 1, 1), date(2028, 6, 30)))
def test_the_next_review_is_later_and_is_the_one_that_the_calendar_then_shows(on: date) -> None:
    """What the minutes agree on is what the plan says, or the interval after the day."""
    strategy = region(reviews={})
    found = next_review(strategy, on)
    assert found.first > on
    held = {"now": {"title": "Now", "date": on.isoformat(), "next": str(found)}}
    coming = reviews_due(region(reviews=held), on).next
    assert coming is not None
    assert coming.when == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2027-06-30", "2027-11"),  # the plan: January and P5M twice; June's is this one
        ("2027-03-15", "2027-06"),
        ("2028-06-30", "2028-11"),  # nothing is planned any more: five months from the day
    ],
)
def test_the_next_review_is_reckoned_from_the_stages(on: str, found: str) -> None:
    """By the plan of the stage, which the review on the day itself fulfils."""
    assert str(next_review(region(reviews={}), date.fromisoformat(on))) == found


def test_where_nothing_says_how_often_the_next_date_must_be_given() -> None:
    """It is said what to write, and nothing is guessed."""
    bare = region(stages={"run": {"title": "Run", "period": "2027"}}, reviews={})
    with pytest.raises(InputError, match="no stage says how often progress is reviewed"):
        next_review(bare, DAY)


def test_what_was_written_down_is_not_asked_for_again(tmp_path: Path) -> None:
    """After the review nothing of it is overdue any more."""
    settled = (
        Settled(("assumptions", "time", "status"), "holding"),
        Settled(("outputs", "graduates", "delivered"), "2027-05"),
        Settled(("reviews", "first", "decisions", "0", "done"), "2027-03"),
    )
    keep = (Resolution("know", "keep", "It works"),)
    _, strategy = amended(tmp_path, Minutes(DAY, keep, settled, (), Date.of("2027-11")))
    assert review_pack(strategy, date(2027, 7, 1)).due == ()


def test_a_review_that_is_taken_in_twice_counts_once(tmp_path: Path) -> None:
    """No second decision, and no second version."""
    settled = (Settled(("assumptions", "time", "status"), "doubtful"),)
    minutes = Minutes(DAY, DECIDED, settled, ("school",), Date.of("2027-11"), because="Faster")
    file = tmp_path / "region.yaml"
    amended(tmp_path, minutes)
    (again,) = read(file)
    assert api.amend_by_review(again, minutes) == ()
