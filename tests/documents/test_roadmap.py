"""The roadmap as a document: nothing of what is planned is missing from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from roadmap.roads import road
from theories import strategies

from toc import Strategy
from toc.documents.making import made, parts_of
from toc.documents.paper import Block, Bullets, Heading, Paragraph, Picture, Table
from toc.documents.subject import Subject
from toc.documents.writing import WRITERS, written

ON = date(2027, 1, 20)


def blocks(strategy: Strategy, language: str = "en") -> tuple[Block, ...]:
    """Make the paper."""
    return made("roadmap", Subject(strategy, ON, language)).blocks


def tables(strategy: Strategy) -> dict[str, Table]:
    """Give the tables by name; of several with one name the last."""
    return {one.name: one for one in blocks(strategy) if isinstance(one, Table)}


def said(strategy: Strategy) -> str:
    """Give all that is said, in one text."""
    found: list[str] = []
    for block in blocks(strategy):
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found.extend(block.items)
        elif isinstance(block, Table):
            found.extend(cell for row in (block.head, *block.rows) for cell in row)
        elif isinstance(block, Picture):
            found.append(block.told)
    return "\n".join(found)


def test_it_tells_what_is_late_and_what_has_no_date() -> None:
    """In words, with the reason."""
    text = said(road())
    assert "There is time (assumption to look at again): April 2026" in text
    assert "Party (event): it has no date" in text
    assert "Backwards (event): its period runs backwards: 2026-05/2026-02" in text
    assert "The review due December 2026 has not been held." in text


def test_every_activity_stands_in_its_stage_in_the_budget_and_in_the_matrix() -> None:
    """Three tables, and none forgets one."""
    text, found = said(road()), tables(road())
    titles = [one.title for one in road().activities.values()]
    assert all(text.count(str(title)) >= 3 for title in titles)
    rows = found["Who answers for each activity, who does it, is asked, is told"].rows
    assert [row[0] for row in rows] == [str(title) for title in titles]
    assert rows[1] == ("Teaching", "The club", "The club, The town", "The school", "nobody_known")


def test_an_unknown_cost_is_never_a_zero() -> None:
    """It is called unknown in the row and counted in the total."""
    table = tables(road())["By activity"]
    costs = {row[0]: row[1] for row in table.rows}
    assert (costs["Talking"], costs["Walking"]) == ("unknown", "0 RON")
    assert costs["All activities"] == "20.1 RON and 1 unknown cost"


def test_how_the_budget_was_reckoned_is_stated() -> None:
    """A reader who adds up the goals finds out why they are more than the total."""
    assert "What leads to several goals is shown in full under each of them" in said(road())


def test_the_pictures_say_where_their_words_are() -> None:
    """Who cannot see the picture is sent to the tables."""
    pictures = [one for one in blocks(road()) if isinstance(one, Picture)]
    assert len(pictures) == 2
    assert all(one.told for one in pictures)


def test_without_dates_there_is_a_sentence_in_the_place_of_the_picture() -> None:
    """A strategy that has only begun has a roadmap document, too."""
    bare = Strategy.model_validate({"activities": {"a": "Asking"}})
    assert "Nothing on the roadmap has a date yet" in said(bare)
    assert "Asking" in said(bare)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies())
def test_any_strategy_has_a_roadmap(strategy: Strategy) -> None:
    """Whatever is written, in both languages, and each part says at least something or nothing."""
    for language in ("en", "ro"):
        assert made("roadmap", Subject(strategy, ON, language)).title
    assert set(parts_of("roadmap")) >= {"overview", "picture", "who", "costs", "reviews"}


@pytest.mark.parametrize("form", WRITERS)
def test_it_is_written_in_every_form_and_always_the_same(form: str) -> None:
    """The same bytes for the same strategy and day."""
    subject: Any = Subject(road(), ON, "ro")
    assert written(made("roadmap", subject), form) == written(made("roadmap", subject), form)
