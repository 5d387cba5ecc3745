"""Which fields name other entries: every reference leads back to what is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from theories import strategies

from toc.findings import KEY, Route
from toc.model import Reference, Strategy
from toc.model.anatomy import is_text, keys_of, noun_at, sections_with
from toc.model.plain import plain
from toc.model.references import ANY
from toc.model.strategy import ID_SECTIONS, SECTIONS


@given(strategies())
def test_a_reference_stands_where_its_route_leads(strategy: Strategy) -> None:
    """In the strategy as it would be typed, the id stands at the route, as item, value or key."""
    tree = plain(strategy)
    for reference in strategy.references():
        found: Any = tree
        route = reference.route[:-1] if reference.route[-1] == KEY else reference.route
        for step in route[:-1]:
            found = found[step]
        assert (route[-1] if reference.route[-1] == KEY else found[route[-1]]) == reference.target
        assert set(reference.sections) <= {*SECTIONS, ANY}


@given(strategies(clean=True))
def test_in_a_clean_strategy_every_reference_leads_somewhere(strategy: Strategy) -> None:
    """Each names a link, or an id of a section that it may come from."""
    links = {arrow.name for arrow in strategy.arrows} | set(strategy.links)
    for reference in strategy.references():
        if reference.target in links:
            assert {"links", ANY} & set(reference.sections)
        else:
            section, _ = strategy.index[reference.target.lower()]
            assert {section, ANY} & set(reference.sections)


FULL = {
    "strategy": {"led_by": "a", "partners": ["b", "c"]},
    "areas": {"wide": "W", "narrow": {"part_of": "wide"}},
    "assessments": {"x": {"scores": {"narrow": "5"}, "peers": {"wide": "6"}}},
    "activities": {
        "act": {"area": "narrow", "accountable": "a", "for": ["b"], "stage": "s", "after": "y"}
    },
    "assumptions": {"as": {"sources": "src", "test": ["i", "p"], "owner": "a"}},
    "risks": {"ri": {"of": "as"}},
    "links": {"act -> g": {"assuming": "as", "risks": ["ri"], "through": "a", "sources": "src"}},
    "indicators": {"i": {"of": ["g", "as"], "responsible": "a"}},
    "pilots": {"p": {"tests": ["as", "act -> g"], "scores": {"cr": "5"}, "contributes_to": "g"}},
    "events": {"e": {"about": ["g", "act -> g"], "attended": {"b": "12"}}},
    "reviews": {"r": {"decisions": [{"about": "g"}, {"about": ["act", "as"]}]}},
    "waivers": {"w": {"at": "g"}},
}
FOUND = [
    (("strategy", "led_by", 0), "a"),
    (("strategy", "partners", 0), "b"),
    (("strategy", "partners", 1), "c"),
    (("areas", "narrow", "part_of"), "wide"),
    (("assessments", "x", "scores", "narrow", KEY), "narrow"),
    (("assessments", "x", "peers", "wide", KEY), "wide"),
    (("activities", "act", "area"), "narrow"),
    (("activities", "act", "accountable"), "a"),
    (("activities", "act", "for", 0), "b"),
    (("activities", "act", "stage"), "s"),
    (("activities", "act", "after", 0), "y"),
    (("assumptions", "as", "sources", 0), "src"),
    (("assumptions", "as", "test", 0), "i"),
    (("assumptions", "as", "test", 1), "p"),
    (("assumptions", "as", "owner"), "a"),
    (("risks", "ri", "of", 0), "as"),
    (("links", "act -> g", "assuming", 0), "as"),
    (("links", "act -> g", "risks", 0), "ri"),
    (("links", "act -> g", "sources", 0), "src"),
    (("links", "act -> g", "through", 0), "a"),
    (("indicators", "i", "of", 0), "g"),
    (("indicators", "i", "of", 1), "as"),
    (("indicators", "i", "responsible", 0), "a"),
    (("pilots", "p", "tests", 0), "as"),
    (("pilots", "p", "tests", 1), "act -> g"),
    (("pilots", "p", "contributes_to", 0), "g"),
    (("pilots", "p", "scores", "cr", KEY), "cr"),
    (("events", "e", "about", 0), "g"),
    (("events", "e", "about", 1), "act -> g"),
    (("events", "e", "attended", "b", KEY), "b"),
    (("reviews", "r", "decisions", 0, "about", 0), "g"),
    (("reviews", "r", "decisions", 1, "about", 0), "act"),
    (("reviews", "r", "decisions", 1, "about", 1), "as"),
    (("waivers", "w", "at", 0), "g"),
]


def test_every_reference_of_a_full_strategy_is_found() -> None:
    """Fields, lists, keys of mappings, and what stands inside lists: nothing else is a reference."""
    references = Strategy.model_validate(FULL).references()
    assert [(one.route, one.target) for one in references] == FOUND


SECTIONS_OF = [
    (("areas", "narrow", "part_of"), ("areas",)),
    (("activities", "act", "accountable"), ("stakeholders",)),
    (("assumptions", "as", "test", 0), ("indicators", "pilots")),
    (("pilots", "p", "tests", 1), ("assumptions", "links")),
    (("pilots", "p", "contributes_to", 0), ("goals", "outcomes")),
    (("events", "e", "about", 0), (ANY,)),
]


@pytest.mark.parametrize(("route", "sections"), SECTIONS_OF)
def test_a_reference_knows_where_it_may_lead(route: Route, sections: tuple[str, ...]) -> None:
    """Each field names entries of certain kinds, or of any."""
    references: dict[Route, Reference] = {
        one.route: one for one in Strategy.model_validate(FULL).references()
    }
    assert references[route].sections == sections


# What stands at a route


@pytest.mark.parametrize(
    ("route", "name"),
    [
        ((), "Strategy"),
        (("strategy",), "Head"),
        (("strategy", "place"), "Place"),
        (("goals", "any"), "Goal"),
        (("links", "a -> b"), "Link"),
        (("changelog", "1.0"), "Change"),
        (("reviews", "r", "decisions", 3), "Decision"),
        (("indicators", "i", "target", "2028"), "Measurement"),
        (("goals",), None),
        (("goals", "any", "title"), None),
        (("goals", "any", "for", 0), None),
        (("nothing",), None),
        (("goals", "any", "nothing", "deeper"), None),
    ],
)
def test_a_route_leads_to_a_noun_or_to_none(route: Route, name: str | None) -> None:
    """Which model describes what stands somewhere is read from the models."""
    noun = noun_at(route)
    assert (noun and noun.__name__) == name


@pytest.mark.parametrize(
    ("route", "is_one"),
    [
        (("strategy", "title"), True),
        (("strategy", "place", "name"), True),
        (("goals", "a", "title"), True),
        (("links", "a -> b", "because"), True),
        (("events", "e", "decided", 0), True),
        (("reviews", "r", "decisions", 0, "because"), True),
        (("strategy", "id"), False),
        (("goals", "a", "number"), False),
        (("goals", "a", "for", 0), False),
        (("goals", "a"), False),
        (("goals", "a", ""), False),
        (("nothing", "a", "title"), False),
    ],
)
def test_texts_are_known_by_their_route(route: Route, *, is_one: bool) -> None:
    """Only where a text stands may it be translated."""
    assert is_text(route) is is_one


def test_keys_are_as_they_stand_in_a_file() -> None:
    """Python's reserved words are keys like others, and `x-` is none."""
    noun = noun_at(("lessons", ""))
    assert noun is not None
    assert {"from", "for"} <= set(keys_of(noun))
    assert not {"from_", "for_", "extensions", "x-"} & set(keys_of(noun))


def test_a_field_is_known_by_the_sections_that_have_it() -> None:
    """In the order of the format."""
    assert sections_with("period") == ("stages", "activities", "pilots")
    assert sections_with("nothing") == ()
    assert set(ID_SECTIONS) <= set(sections_with("title"))
