"""The model has all that the format's page promises: every section, every field, every value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

import toc.model
from toc.model import Entry, Node, Noun, Strategy
from toc.model.anatomy import keys_of, noun_at
from toc.model.nodes import NODE_SECTIONS
from toc.model.strategy import ID_SECTIONS, SECTIONS, SHORT_FORMS

# The table “Sections” of format.md, row by row.
EVERYWHERE = "title text short tags number was refs"
FIELDS = {
    "areas": "part_of weight optional",
    "questions": "area weight optional kind points scale direction version",
    "assessments": "method date source version areas scores peers answers answered",
    "needs": "area source out_of_scope",
    "assets": "area source out_of_scope",
    "stakeholders": "kind roles influence interest size",
    "stages": "period review overlap",
    "inputs": "amount unit from",
    "activities": "accountable responsible consulted informed for stage period cost funding "
    "quick_win new after area",
    "outputs": "amount due delivered",
    "outcomes": "horizon change for due terminal",
    "goals": "for area refs",
    "factors": "kind watch",
    "assumptions": "kind importance status confidence sources test owner check_by if_false",
    "risks": "likelihood consequence response owner of",
    "links": "because assuming risks evidence sources confidence role through feedback lag",
    "indicators": "of assessed definition unit measure direction baseline milestones target actual source "
    "method frequency responsible by aggregate",
    "sources": "url year kind grade scale direction place",
    "criteria": "weight scale direction computed knock_out",
    "pilots": "of new tests contributes_to where period stage cost scores chosen scale_if adapt_if "
    "stop_if result",
    "events": "kind date time place stage audience facilitators mode objective agenda about decided "
    "decisions attended",
    "feedback": "from by about changed",
    "reviews": "date stage by decisions next",
    "lessons": "from about action for",
    "messages": "for channel date about by",
    "glossary": "text",
    "waivers": "rule at because by until",
    "views": "goal area stakeholder stage tag pilot between overlay layout",
    "changelog": "date by approved because",
}
HEAD = (
    "id title languages status version period place led_by partners vision terms profile ceiling "
    "budget"
)
INSIDE = {
    ("strategy", "place"): "name nuts",
    ("assessments", "a", "answered", "q"): "value evidence note example",
    ("stages", "s", "review"): "every joint",
    ("indicators", "i", "target", "2028"): "value source note flag by",
    ("pilots", "p", "chosen"): "on by because",
    ("reviews", "r", "decisions", 0): "about decision because by due done changed",
    ("events", "e", "decisions", 0): "about decision because by due done changed",
}
VALUES = {
    ("strategy", "status"): "sketch draft consulted adopted running closed",
    ("questions", "q", "kind"): "fact input impact",
    ("questions", "q", "direction"): "up down",
    ("stakeholders", "s", "kind"): "person organisation group",
    ("outcomes", "o", "horizon"): "short medium long",
    ("outcomes", "o", "change"): "reach reaction capacity behaviour benefit condition policy",
    ("strategy", "ceiling"): "reach reaction capacity behaviour benefit condition policy",
    ("assumptions", "a", "kind"): "causal reach capability opportunity motivation context values "
    "implementation rationale",
    ("assumptions", "a", "importance"): "critical supporting context",
    ("assumptions", "a", "status"): "untested holding doubtful failed",
    ("links", "a -> b", "evidence"): "strong moderate limited gap",
    ("links", "a -> b", "role"): "contributes necessary sufficient enables hinders",
    ("links", "a -> b", "feedback"): "reinforcing balancing",
    ("indicators", "i", "measure"): "number percentage ordinal qualitative",
    ("indicators", "i", "direction"): "up down maintain",
    ("indicators", "i", "aggregate"): "sum mean distinct none",
    ("sources", "s", "direction"): "supports mixed contradicts",
    ("events", "e", "mode"): "online onsite hybrid",
    ("reviews", "r", "decisions", 0, "decision"): "keep change stop",
}


def test_the_sections_are_those_of_the_format() -> None:
    """In the order of the page, each with its own kind of entry."""
    assert tuple(FIELDS) == SECTIONS
    assert ("toc", "strategy", *SECTIONS) == keys_of(Strategy)
    assert set(SHORT_FORMS) == set(SECTIONS)


@pytest.mark.parametrize(("section", "fields"), FIELDS.items())
def test_an_entry_has_the_fields_of_its_row(section: str, fields: str) -> None:
    """No field of the table is missing, nor those that every entry has."""
    noun = noun_at((section, ""))
    assert noun is not None
    everywhere = "title" if section == "changelog" else EVERYWHERE
    assert set(fields.split()) | set(everywhere.split()) <= set(keys_of(noun))


@pytest.mark.parametrize("section", NODE_SECTIONS)
def test_every_node_has_an_area_and_says_how_its_causes_combine(section: str) -> None:
    """`area` and `requires` stand on every node, and on nodes alone."""
    noun = noun_at((section, ""))
    assert noun is not None
    assert issubclass(noun, Node)
    assert {"area", "requires"} <= set(keys_of(noun))


def test_the_head_has_its_fields() -> None:
    """What is said of the strategy as a whole."""
    noun = noun_at(("strategy",))
    assert noun is not None
    assert set(HEAD.split()) <= set(keys_of(noun))


@pytest.mark.parametrize(("route", "fields"), INSIDE.items())
def test_what_stands_inside_an_entry_has_its_fields(route: tuple[str, ...], fields: str) -> None:
    """Places, plans of review, measurements, choices and decisions."""
    noun = noun_at(route)
    assert noun is not None
    assert keys_of(noun) == tuple(fields.split())


@pytest.mark.parametrize(("route", "values"), VALUES.items())
def test_an_enumeration_has_its_values(route: tuple[str, ...], values: str) -> None:
    """Each in the order of the page."""
    noun = noun_at(route[:-1])
    assert noun is not None
    annotation = noun.model_fields[route[-1]].annotation
    found = next(
        part for part in (annotation, *get_args(annotation)) if get_origin(part) is Literal
    )
    assert get_args(found) == tuple(values.split())


def _nouns() -> Iterator[type[BaseModel]]:
    for name in toc.model.__all__:
        thing: Any = getattr(toc.model, name)
        if isinstance(thing, type) and issubclass(thing, BaseModel):
            yield thing


@pytest.mark.parametrize("noun", list(_nouns()))
def test_every_field_says_what_it_holds(noun: type[BaseModel]) -> None:
    """Each noun and each field is documented in a sentence: it is the reference and the schema."""
    assert (noun.__doc__ or "").strip().endswith((".", "`", "]", ")"))
    for name, info in noun.model_fields.items():
        assert (info.description or "").endswith((".", "…")), name


@pytest.mark.parametrize("noun", list(_nouns()))
def test_every_noun_is_frozen_closed_and_optional(noun: type[BaseModel]) -> None:
    """Nothing can be changed or added, and a sketch may leave any field out."""
    assert issubclass(noun, Noun)
    assert noun.model_config["frozen"] is True
    assert noun.model_config["extra"] == "forbid"
    assert noun() == noun()


@pytest.mark.parametrize("section", ["strategy", *SECTIONS])
def test_an_unknown_field_is_refused_and_an_own_one_is_kept(section: str) -> None:
    """A misspelled key is no field, and a key that begins with x- belongs to its author."""
    noun = noun_at((section,)) if section == "strategy" else noun_at((section, ""))
    assert noun is not None
    with pytest.raises(ValidationError, match="titlle"):
        noun.model_validate({"titlle": "x"})
    kept = noun.model_validate({"x-source": "seed"})
    assert isinstance(kept, Noun)
    assert kept.extensions == {"x-source": "seed"}


@pytest.mark.parametrize(("route", "values"), VALUES.items())
def test_a_named_value_is_taken_and_no_other(route: tuple[str, ...], values: str) -> None:
    """A field with named values takes these and refuses all others."""
    noun, field = noun_at(route[:-1]), route[-1]
    assert noun is not None
    for value in values.split():
        assert getattr(noun.model_validate({field: value}), field) == value
    with pytest.raises(ValidationError):
        noun.model_validate({field: "something else"})


def test_ids_are_one_namespace_of_all_sections_but_two() -> None:
    """Links and versions are keyed by something else."""
    assert set(SECTIONS) - set(ID_SECTIONS) == {"links", "changelog"}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_bare_value_is_a_title_or_a_reason(section: str) -> None:
    """Growing an entry never moves it: the short form is one of its fields."""
    noun = noun_at((section, ""))
    assert noun is not None
    assert issubclass(noun, Noun)
    assert noun.short_form == SHORT_FORMS[section]
    key = "a -> b" if section == "links" else "a"
    short = Strategy.model_validate({section: {key: "X"}})
    assert short == Strategy.model_validate({section: {key: {SHORT_FORMS[section]: "X"}}})


def test_every_section_but_the_changelog_holds_entries() -> None:
    """A version is keyed by free text and is no entry with an id."""
    assert [name for name in SECTIONS if not issubclass(noun_at((name, "")) or Entry, Entry)] == [
        "changelog"
    ]
