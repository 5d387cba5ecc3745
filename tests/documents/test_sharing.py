"""Papers for sharing: lessons, the comparison of regions, and the communication plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from theories import strategies

from toc.documents.making import made
from toc.documents.paper import Facts, Heading, Table
from toc.documents.subject import Subject
from toc.documents.writing import written
from toc.model import Strategy

DAY = date(2027, 6, 30)

TREE: dict[str, Any] = {
    "strategy": {"title": "Strategia", "place": "Timiș", "languages": ["ro"]},
    "stakeholders": {"toti": "Populația", "migr": "Migranți", "firme": "Firme", "x": "Altcineva"},
    "activities": {"med": "Mediatori"},
    "goals": {"egal": {"title": "Acces egal", "for": ["migr"]}, "munca": "Muncă"},
    "outcomes": {"o": {"title": "Ceva", "for": ["firme"]}},
    "pilots": {"p": {"title": "Pilotul", "of": ["med"]}, "q": "Celălalt"},
    "messages": {
        "tarziu": {"title": "La toamnă", "date": "2027-09", "for": "migr", "about": "EGAL"},
        "devreme": {
            "title": "În primăvară",
            "date": "2027-05-08",
            "for": "toti",
            "about": ["med"],
            "by": "Biroul de presă",
            "channel": "radio",
        },
        "candva": {"title": "Cândva"},
    },
}


def plan(tree: dict[str, Any], language: str = "en", about: str = "") -> str:
    """Write a communication plan."""
    subject = Subject(Strategy.model_validate(tree), DAY, language, about)
    return written(made("communication", subject), "md").decode()


def test_messages_are_told_by_date_before_and_after_the_day() -> None:
    """What was due stands apart from what is to come; who tells what through what is said."""
    document = made("communication", Subject(Strategy.model_validate(TREE), DAY, "en"))
    coming, past = (block for block in document.blocks if isinstance(block, Table))
    assert [row[:2] for row in coming.rows] == [
        ("La toamnă", "September 2027"),
        ("Cândva", "no date yet"),
    ]
    assert past.rows == (
        ("În primăvară", "8 May 2027", "Populația", "radio", "Mediatori", "Biroul de presă"),
    )


def test_the_strategy_and_the_pilot_are_presented_or_it_is_said_that_they_are_not() -> None:
    """Who names all goals tells of the strategy; a pilot is told of by its measures too."""
    text = plan(TREE)
    assert "- **the strategy:** no message is about it yet" in text
    assert "- **Pilotul:** În primăvară (8 May 2027)" in text
    assert "- **Celălalt:** no message is about it yet" in text
    one = {**TREE, "goals": {"egal": "Acces egal"}}
    assert "- **the strategy:** La toamnă (September 2027)" in plan(one)
    silent = plan({**TREE, "messages": {}})
    assert silent.count("no message is about it yet") == 3
    assert "No message is planned yet." in silent


def test_whom_and_what_nobody_tells_about_is_named() -> None:
    """Groups that the strategy is for, goals and pilots; nobody else."""
    text = plan(TREE)
    gaps = text[text.index("## Whom and what") :]
    assert "- Firme" in gaps
    assert "- Muncă" in gaps
    assert "- Celălalt" in gaps
    assert "Populația" not in gaps
    assert "Altcineva" not in gaps
    assert "Acces egal" not in gaps
    assert "Pilotul" not in gaps
    assert "Whom and what" not in plan(TREE, about="migr")
    assert "În primăvară" not in plan(TREE, about="migr")


def test_a_plan_without_gaps_says_so() -> None:
    """Nothing is missing, and that is said rather than left out."""
    tree = {**TREE, "pilots": {}, "outcomes": {}, "goals": {"egal": TREE["goals"]["egal"]}}
    assert "Every group is told something, every goal is named." in plan(tree)


def test_a_lesson_of_others_is_told_with_why_it_stands_there() -> None:
    """The region, the lesson, where it may hold, and the reason in words."""
    here = {"strategy": {"place": "Arad", "languages": ["ro"]}, "outputs": {"b": TITLED}}
    there = {
        "strategy": {"place": "Timiș", "languages": ["ro"]},
        "outputs": {"a": TITLED},
        "lessons": {"l": {"title": "Se învață din greșeli", "about": "a", "action": "Se scrie"}},
    }
    one, other = map(Strategy.model_validate, (here, there))
    document = made("lessons", Subject(one, DAY, "ro", others=(other,)))
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "Timiș: Se învață din greșeli" in heads
    (facts,) = [block for block in document.blocks if isinstance(block, Facts)]
    assert facts.items[0] == ("ce urmează de aici", "Se scrie")
    text = written(document, "md").decode()
    assert "Caiet cu zece întrebări (acolo: Caiet cu zece întrebări). De ce: ambele" in text


TITLED = "Caiet cu zece întrebări"


def test_a_comparison_says_what_cannot_be_compared_and_ranks_nobody() -> None:
    """Obstacles stand under the values, regions in the order of the alphabet."""
    rate = {"title": "Rata", "refs": {"l": "x"}, "baseline": {"2025": 4}, "target": {"2029": 2}}
    timis, arad = (
        Strategy.model_validate(
            {
                "strategy": {"place": place, "languages": ["ro"], "version": "1"},
                "indicators": {"r": {**rate, "unit": unit}},
            }
        )
        for place, unit in (("Timiș", "%"), ("Arad", "persoane"))
    )
    text = written(made("comparison", Subject(timis, DAY, "ro", others=(arad,))), "md").decode()
    assert "Aceste valori nu se pot compara:\n\n- Arad numără în „persoane”, Timiș în „%”." in text
    assert "Aici nu se face niciun clasament." in text
    assert "| Arad |" in text[: text.index("| Timiș |")]


@settings(max_examples=20)
@given(
    some=st.lists(strategies(max_nodes=4), min_size=1, max_size=3),
    name=st.sampled_from(["lessons", "comparison", "communication"]),
    language=st.sampled_from(["ro", "en", "hu"]),
)
def test_papers_can_be_made_of_anything(some: list[Strategy], name: str, language: str) -> None:
    """No strategies are too odd to be set side by side, and no word of theirs is markup."""
    first, *others = some
    page = written(made(name, Subject(first, DAY, language, others=tuple(others))), "html")
    assert b"<script" not in page
    assert b"<b>nu</b>" not in page


@pytest.mark.parametrize("name", ["lessons", "comparison", "communication", "story"])
def test_papers_are_the_same_each_time(name: str) -> None:
    """Nothing of them hangs on the order of a set."""
    subject = Subject(Strategy.model_validate(TREE), DAY, "ro")
    assert written(made(name, subject), "html") == written(made(name, subject), "html")
