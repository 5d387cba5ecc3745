"""How it is going, on paper: with charts, and with nobody recognisable."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from toc import api
from toc.documents.paper import Bullets, Heading, Picture, Table
from toc.errors import UnknownNameError
from toc.model import Strategy

DAY = date(2027, 6, 30)
WAY = {"baseline": {"2024": 20}, "target": {"2028": 60}, "unit": {"en": "people", "ro": "persoane"}}

TREE: dict[str, Any] = {
    "strategy": {"title": "Strategy", "languages": ["en"], "version": "1"},
    "stakeholders": {"hall": "Town hall"},
    "outputs": {"learners": "Learners"},
    "outcomes": {"speak": "People speak"},
    "goals": {"equal": "Equal access", "work": "Work"},
    "links": {"learners -> speak": "They practise", "speak -> equal": "They ask"},
    "indicators": {
        "learned": {
            "title": "Graduates",
            "of": "learners",
            **WAY,
            "actual": {"2026": {"value": 44, "by": {"women": 41, "men": 3}}},
        },
        "spoken": {
            "title": "Speakers",
            "of": "speak",
            **WAY,
            "frequency": "P6M",
            "responsible": "hall",
            "actual": {"2025": 21, "2026": 25},
        },
        "asked": {"title": "Askers", "of": "work", **WAY},
    },
}


def made(about: str = "", language: str = "en", **more: Any) -> list[Any]:
    """Give the blocks of the paper."""
    strategy = Strategy.model_validate({**TREE, **more})
    document = api.document(strategy, "status", on=DAY, about=about, language=language)
    return list(document.blocks)


def of(blocks: list[Any], kind: type) -> list[Any]:
    """Give the blocks of one kind."""
    return [one for one in blocks if isinstance(one, kind)]


def test_it_tells_what_needs_attention_and_draws_it() -> None:
    """In order: how many, by goal, what is behind, where it fails, pictures, the table."""
    blocks = made()
    assert [one.text for one in of(blocks, Heading)] == [
        "By goal",
        "What needs attention",
        "Delivery and theory",
        "In pictures",
        "All indicators",
        "What is not known",
        "Groups",
        "Where it is heading",
        "Values that are due",
    ]
    bullets, multiples = of(blocks, Picture)
    assert "Graduates" in bullets.told
    assert "Speakers" in multiples.told


def test_the_table_has_every_indicator_with_sign_and_word() -> None:
    """Best first; what is not known has a dash, and never a nought."""
    table, due = of(made(), Table)
    assert [row[:2] for row in table.rows] == [
        ("Graduates, people", "✓ on track"),
        ("Speakers, people", "✗ far behind"),
        ("Askers, people", "· no data"),
    ]
    assert table.rows[2][2:] == ("20 (2024)", "–", "–", "60 (2028)")
    assert due.rows == (("Speakers", "2027-06", "Town hall"),)


def test_doubt_names_the_link_to_look_at() -> None:
    """The graduates are on track, and speaking is not."""
    said = [item for one in of(made(), Bullets) for item in one.items]
    assert "To be looked at: Learners → People speak: it rests on nothing that is written." in said


def test_a_small_group_is_nowhere_on_paper() -> None:
    """Neither the three men nor the women from whom they could be subtracted."""
    blocks = made()
    told = str([one for one in blocks if not isinstance(one, Picture)])
    assert "2 groups are not shown" in told
    assert "men" not in told + "".join(one.told for one in of(blocks, Picture))
    assert "41" not in told


def test_a_goal_has_a_paper_of_its_own() -> None:
    """With what leads to it and nothing else; what is no goal is refused."""
    told = str(made("equal"))
    assert "Speakers" in told
    assert "Askers" not in told
    with pytest.raises(UnknownNameError):
        made("hall")


def test_without_indicators_it_says_so() -> None:
    """And draws nothing."""
    blocks = made(indicators={})
    assert of(blocks, Picture) == []
    assert "“Strategy” has no indicator." in str(blocks)


def test_it_speaks_romanian() -> None:
    """As the person who runs the review does."""
    assert "Ce cere atenție" in [one.text for one in of(made(language="ro"), Heading)]
