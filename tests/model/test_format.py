"""The whole of format 1: every section and every field, documented, frozen and strict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from toc.model import Goal, Strategy
from toc.model.anatomy import keys_of, noun_at
from toc.model.strategy import ID_SECTIONS, SECTIONS

EVERYWHERE = "title text short tags number was refs"
NODE = f"{EVERYWHERE} area requires"

FIELDS = {
    "strategy": "id title languages status version period place led_by partners vision terms "
    "profile ceiling budget",
    "areas": f"{EVERYWHERE} part_of weight optional",
    "assessments": f"{EVERYWHERE} method date source scores peers answers",
    "needs": f"{NODE} source out_of_scope",
    "assets": f"{NODE} source out_of_scope",
    "stakeholders": f"{EVERYWHERE} kind roles influence interest size",
    "stages": f"{EVERYWHERE} period review overlap",
    "inputs": f"{NODE} amount unit from",
    "activities": f"{NODE} accountable responsible consulted informed for stage period cost "
    "funding quick_win new after",
    "outputs": f"{NODE} amount due",
    "outcomes": f"{NODE} horizon change for due terminal",
    "goals": f"{NODE} for",
    "factors": f"{NODE} kind watch",
    "assumptions": f"{EVERYWHERE} kind importance status confidence sources test owner check_by "
    "if_false",
    "risks": f"{EVERYWHERE} likelihood consequence response owner of",
    "links": f"{EVERYWHERE} because assuming risks evidence sources confidence role through "
    "feedback lag",
    "indicators": f"{EVERYWHERE} of definition unit measure direction baseline milestones target "
    "actual source method frequency responsible by aggregate",
    "sources": f"{EVERYWHERE} url year kind grade scale direction place",
    "criteria": f"{EVERYWHERE} weight scale direction computed knock_out",
    "pilots": f"{EVERYWHERE} of new tests contributes_to where period stage cost scores chosen "
    "scale_if adapt_if stop_if result",
    "events": f"{EVERYWHERE} kind date stage audience facilitators mode objective about decided "
    "attended",
    "feedback": f"{EVERYWHERE} from by about changed",
    "reviews": f"{EVERYWHERE} date stage decisions next",
    "lessons": f"{EVERYWHERE} from about action for",
    "messages": f"{EVERYWHERE} for channel date about by",
    "glossary": f"{EVERYWHERE}",
    "waivers": f"{EVERYWHERE} rule at because by until",
    "views": f"{EVERYWHERE} goal area stakeholder stage tag pilot between overlay layout",
    "changelog": "date by approved because",
}
"""Every row of the format's table of sections."""

VALUES = {
    ("strategy", "status"): "sketch draft consulted adopted running closed",
    ("stakeholders", "kind"): "person organisation group",
    ("outcomes", "horizon"): "short medium long",
    ("outcomes", "change"): "reach reaction capacity behaviour benefit condition policy",
    ("assumptions", "importance"): "critical supporting context",
    ("assumptions", "status"): "untested holding doubtful failed",
    ("assumptions", "kind"): "causal reach capability opportunity motivation context values "
    "implementation rationale",
    ("links", "evidence"): "strong moderate limited gap",
    ("links", "role"): "contributes necessary sufficient enables hinders",
    ("links", "feedback"): "reinforcing balancing",
    ("indicators", "measure"): "number percentage ordinal qualitative",
    ("indicators", "direction"): "up down maintain",
    ("indicators", "aggregate"): "sum mean distinct none",
    ("sources", "direction"): "supports mixed contradicts",
    ("events", "mode"): "online onsite hybrid",
}
"""The values that the format names."""


def noun(section: str) -> type[BaseModel]:
    """Give the model of a section's entries, or of the head."""
    found = noun_at((section,)) if section == "strategy" else noun_at((section, ""))
    assert found is not None
    return found


def nouns() -> Iterator[type[BaseModel]]:
    """Go through the head and the entries of every section."""
    return map(noun, FIELDS)


@pytest.mark.parametrize(("section", "fields"), FIELDS.items())
def test_every_field_of_the_format_is_in_the_model(section: str, fields: str) -> None:
    """Later work adds to the format and changes nothing in it, so all of it is there."""
    assert set(fields.split()) <= set(keys_of(noun(section)))


def test_every_section_of_the_format_is_in_the_model_and_no_other() -> None:
    """The sections are those of the format's table."""
    assert {*SECTIONS, "strategy"} == FIELDS.keys()


@pytest.mark.parametrize(("place", "values"), VALUES.items())
def test_every_named_value_is_taken_and_no_other(place: tuple[str, str], values: str) -> None:
    """A field with named values takes these and refuses all others."""
    section, field = place
    for value in values.split():
        noun(section).model_validate({field: value})
    with pytest.raises(ValidationError):
        noun(section).model_validate({field: "something else"})


def test_every_field_says_what_it_holds() -> None:
    """Each description is a sentence: it becomes the reference and the JSON Schema."""
    models: list[type[BaseModel]] = [Strategy, *nouns()]
    for model in models:
        for name, info in model.model_fields.items():
            assert info.description, f"{model.__name__}.{name}"
            assert info.description[0].isupper() or info.description[0] == "`"
            assert info.description.endswith((".", "…"))


@pytest.mark.parametrize("section", FIELDS)
def test_an_unknown_field_is_refused_and_an_own_one_is_kept(section: str) -> None:
    """A misspelled key is no field, and a key that begins with x- belongs to its author."""
    with pytest.raises(ValidationError, match="titlle"):
        noun(section).model_validate({"titlle": "x"})
    kept = noun(section).model_validate({"x-source": "seed"})
    assert getattr(kept, "extensions") == {"x-source": "seed"}  # noqa: B009 - any noun has it


def test_a_strategy_is_frozen() -> None:
    """Nothing that was read can be changed behind the back of who checked it."""
    strategy = Strategy(goals={"equal": "Equal access"})
    with pytest.raises(ValidationError):
        strategy.toc = 2
    with pytest.raises(ValidationError):
        strategy.goals["equal"].title = None


@pytest.mark.parametrize("section", ID_SECTIONS)
def test_a_bare_title_is_an_entry(section: str) -> None:
    """In every section a title alone stands for an entry that has only a title."""
    strategy = Strategy.model_validate({section: {"a": "A title"}})
    assert str(getattr(strategy, section)["a"].title) == "A title"


def test_what_is_built_equals_what_is_read() -> None:
    """A goal built in code is the goal that a file would give."""
    assert Goal(title="Equal access", for_=["migrants"]) == Goal.model_validate(
        {"title": "Equal access", "for": ["migrants"]}
    )


def test_the_fields_are_typed_for_who_writes_code() -> None:
    """What a field takes is a text for type checkers and a Text when it is read."""
    assert get_args(Goal.model_fields["title"].annotation)
    assert str(Goal(title="x").title) == "x"
