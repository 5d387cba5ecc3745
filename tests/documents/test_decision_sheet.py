"""The decision sheet says what a steering group must know, and decides nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from documents.papers import DAY, PILOTS, of, sheet, table

from toc.documents.paper import Block, Bullets, Heading, Paragraph, Room, Signatures, Table, Ticks
from toc.errors import NothingToDrawError
from toc.model import Strategy


def words(block: Block) -> tuple[str, ...]:
    """Give all that a part says."""
    match block:
        case Heading(text) | Paragraph(text):
            return (text,)
        case Bullets(items) | Ticks(items):
            return items
        case Room(label):
            return (label,)
        case Signatures(name, head):
            return (name, *head)
        case Table(name, head, rows):
            return (name, *head, *(cell for row in rows for cell in row))
        case _:
            raise AssertionError(block)


@pytest.mark.parametrize("language", ["en", "ro"])
def test_a_sheet_has_all_its_parts_in_order(language: str) -> None:
    """Pilots, lessons, criteria, scores, scorers, ranking, firmness, afterwards, decision."""
    heads = [block.text for block in sheet(language).blocks if isinstance(block, Heading)]
    assert (
        heads
        == {
            "en": [
                "The pilot projects",
                "What is learned",
                "Criteria and weights",
                "Scores",
                "Who scored",
                "Ranking",
                "How firm the ranking is",
                "What is agreed for afterwards",
                "Decision",
            ],
            "ro": [
                "Proiectele pilot",
                "Ce se învață",
                "Criterii și ponderi",
                "Note",
                "Cine a notat",
                "Clasament",
                "Cât de sigur este clasamentul",
                "Ce s-a convenit pentru după încheiere",
                "Decizia",
            ],
        }[language]
    )


def test_a_sheet_names_its_strategy_version_and_day() -> None:
    """What is signed can be told from another version of it."""
    assert sheet().facts == ("Front desks · version 2.1", "draft · sheet of 2027-04-15")
    assert sheet(strategy={"title": "X"}).facts[0] == "X · version not given"


def test_scores_show_the_mean_and_how_far_people_are_apart() -> None:
    """A mean never hides that people differ, and a missing score is no number."""
    rows = {row[0]: row[1:] for row in table(sheet(), "Mediators in two offices").rows}
    assert rows["Feasible"] == ("4 (3–5)", "3.5 (2–5)", "2", "5")
    assert rows["New"][2] == "missing"


def test_who_scored_is_called_by_name() -> None:
    """A stakeholder is called by its title, everybody else as the file has them."""
    rows = table(sheet(), "Scored by").rows
    assert [row[0] for row in rows] == ["County council", "Ion"]


def test_a_pilot_that_is_out_has_no_place() -> None:
    """What a criterion rules out is listed last, and why is said with its scores."""
    document = sheet()
    assert table(document, "Place").rows[-1] == ("Posters", "out", "–")
    bullets = [
        item for block in document.blocks if isinstance(block, Bullets) for item in block.items
    ]
    assert "“Posters” is out: it fails on “Lawful”." in bullets


def test_a_missing_score_leaves_the_sum_between_two_numbers() -> None:
    """Nothing is taken as 0 or as a mean."""
    rows = {row[0]: row[1:] for row in table(sheet(), "Place").rows}
    nasty = PILOTS["pilots"]["C"]["title"]
    assert rows[nasty] == ("1–3", "10 to 70")


def test_a_claim_that_no_chain_bears_is_told() -> None:
    """The sheet names the goals that a pilot leads to, and the one that it only claims."""
    rows = table(sheet(), "Goals that it leads to").rows
    assert (
        rows[0][-1] == "Equal access (it also claims “Sense of belonging”, and nothing leads there)"
    )
    assert rows[0][3] == "10,000\u00a0RON"
    assert rows[1][3] == "not known"


def test_what_nothing_computes_is_left_out_aloud() -> None:
    """A criterion that is to be computed, and is not, is named."""
    said = [word for block in sheet().blocks for word in words(block)]
    assert "Not counted, because nothing computes it: “Odd”." in said


def test_lessons_are_told_in_words() -> None:
    """What a pilot would settle is said in words, because digits would claim too much.

    Equal access hangs on the course and two assumptions, each even: one of them settles
    p(1-p)B²/(P(1-P)) = (1/4 · 1/16) / (1/8 · 7/8) = 1/7.
    """
    rows = table(sheet(), "It tests").rows
    assert rows[0][1:4] == (
        "Managers leave time",
        "all of these",
        "about a tenth about “Equal access”",
    )


def test_what_a_pilot_teaches_is_scored_in_words() -> None:
    """Where learning is a criterion, its cell says no digits."""
    criteria = {
        **PILOTS["criteria"],
        "learn": {"title": "Learning", "weight": 10, "computed": "learning"},
    }
    rows = {row[0]: row[1:] for row in table(sheet(criteria=criteria), "Posters").rows}
    assert not any(char.isdigit() for cell in rows["Learning"] for char in cell)


def test_the_decision_is_left_open() -> None:
    """Every pilot can be ticked, another one too; there is room for a reason and signatures."""
    *_, ticks, room, signatures = sheet().blocks
    assert isinstance(ticks, Ticks)
    assert len(ticks.items) == len(PILOTS["pilots"]) + 1
    assert isinstance(room, Room)
    assert isinstance(signatures, Signatures)


def test_a_choice_in_the_file_is_told_beside_it() -> None:
    """What the strategy records already stands above the room to decide."""
    pilots: dict[str, Any] = {**PILOTS["pilots"]}
    pilots["B"] = {
        **pilots["B"],
        "chosen": {"on": "2027-04-01", "by": ["council"], "because": "It is new"},
    }
    said = [word for block in sheet(pilots=pilots).blocks for word in words(block)]
    assert (
        "The strategy records that “Mediators in two offices” was chosen. When: 2027-04-01. "
        "By whom: County council. Why: It is new"
    ) in said


def test_without_criteria_nothing_is_ranked() -> None:
    """A strategy that judges by nothing gets a sheet that says so."""
    document = sheet(criteria={}, pilots={"A": "Alone"})
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "Ranking" not in heads
    said = [word for block in document.blocks for word in words(block)]
    assert "The pilots are judged by nothing." in said


def test_without_pilots_there_is_no_sheet() -> None:
    """Nothing to choose from is an answer of its own."""
    with pytest.raises(NothingToDrawError, match="no pilot projects"):
        of(Strategy(), DAY)


def test_the_order_of_the_file_does_not_matter() -> None:
    """The sheet is the same however pilots and criteria are ordered in the file."""
    turned: dict[str, Any] = {
        name: dict(reversed(PILOTS[name].items()))
        for name in ("pilots", "criteria", "goals", "links")
    }
    assert sheet(**turned) == sheet()


def test_another_day_is_another_sheet() -> None:
    """The day comes from the caller."""
    strategy = Strategy.model_validate(PILOTS)
    assert "sheet of 2028-01-02" in of(strategy, date(2028, 1, 2)).facts[1]
