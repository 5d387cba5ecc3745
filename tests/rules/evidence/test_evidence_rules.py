"""What evidence is from elsewhere, what can be looked up, and when a strategy has none."""

from __future__ import annotations

from typing import Any

import pytest

from toc.model import Strategy
from toc.rulebook import examine, find_rule


def _routes(rule: str, data: dict[str, Any]) -> list[object]:
    findings = examine(Strategy.model_validate(data), rules=[find_rule(rule)])
    return [one.route[1] for one in findings]


PLACES: list[tuple[object, object, str, bool]] = [
    ("Ghent", {"name": "Timiș", "nuts": "RO424"}, "en", True),
    ("Ghent, Belgium", {"name": "Timiș", "nuts": "RO424"}, "en", True),
    ("Belgium", {"name": "Timiș"}, "en", False),
    ("Ghent, Belgium", {"nuts": "RO424"}, "en", False),
    ("România", {"name": "Timiș", "nuts": "ro424"}, "ro", False),
    ("Romania and Hungary", {"name": "Timiș", "nuts": "RO424"}, "en", False),
    ("TIMIS", {"name": "Timiș"}, "ro", False),
    ("județul Timiș", {"name": "Timiș"}, "ro", False),
    ("Mai multe țări", {"name": "Timiș"}, "ro", False),
    ("15 countries", {"name": "Timiș"}, "en", False),
    ({"ro": "Timiș", "en": "Timis county"}, {"name": {"en": "Timis"}}, "en", False),
    ("Gent", {"name": "Timiș"}, "hu", False),
    ("", {"name": "Timiș"}, "en", False),
    ("Ghent", {"name": ""}, "en", False),
    ("Ghent", None, "en", False),
]


@pytest.mark.parametrize(("place", "here", "language", "told"), PLACES)
def test_evidence_is_from_elsewhere_where_that_is_known(
    place: object, here: object, language: str, *, told: bool
) -> None:
    """Another place, or another country; not a wider one, nor one that cannot be read."""
    data = {
        "strategy": {"languages": [language], "place": here},
        "sources": {"study": {"title": "S", "place": place}},
        "links": {"a -> b": {"evidence": "strong", "sources": ["Study", "study"]}},
    }
    assert _routes("evidence-from-elsewhere", data) == (["a -> b"] if told else [])


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ({"assuming": ["trust"], "sources": ["study"]}, True),
        ({"assuming": ["hope"], "sources": ["study"]}, False),
        ({"assuming": ["nobody"], "sources": ["study"]}, False),
        ({"evidence": "moderate", "sources": ["study"]}, False),
        ({"evidence": "strong", "sources": ["study", "stdy"]}, False),
        ({"evidence": "strong", "sources": []}, False),
        ({"evidence": "strong", "sources": ["study"], "text": "The law is the same"}, False),
    ],
)
def test_a_link_is_asked_where_evidence_is_from_if_much_rests_on_it(
    link: dict[str, Any], *, told: bool
) -> None:
    """On a critical assumption, or on strong evidence, all of it known and none discussed."""
    data = {
        "strategy": {"languages": ["en"], "place": "Timiș"},
        "assumptions": {"trust": {"importance": "critical"}, "hope": {"importance": "supporting"}},
        "sources": {"study": {"title": "S", "place": "Ghent"}},
        "links": {"a -> b": link},
    }
    assert bool(_routes("evidence-from-elsewhere", data)) == told


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ({"title": "Studies"}, False),
        ({"title": "Studies 12003"}, False),
        ({"title": "Studies of 1789"}, False),
        ({}, False),
        ({"title": "Rec(2022)10"}, True),
        ({"title": "Plan 2021–2027"}, True),
        ({"title": "Studies", "url": "https://example.org"}, True),
        ({"title": "Studies", "year": 1999}, True),
        ({"title": "Studies", "text": "Journal 3, page 4"}, True),
        ({"title": "Studies", "refs": {"doi": "10.1000/1"}}, True),
    ],
)
def test_a_source_can_be_looked_up_by_one_of_these(source: dict[str, Any], *, found: bool) -> None:
    """A year anywhere, an address, a citation, a code."""
    told = _routes("source-untraceable", {"sources": {"s": source}})
    assert told == ([] if found else ["s"])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, True),
        ({"links": {"act -> out": "So"}}, False),
        ({"links": {}}, False),
        ({"sources": {"s": "S"}}, False),
        ({"links": {"act -> change": {"evidence": "gap"}}}, False),
        ({"links": {"act -> change": {"sources": ["lost"]}}}, False),
        ({"assumptions": {"a": {"sources": ["lost"]}}}, False),
        ({"strategy": {"status": "consulted"}}, False),
    ],
)
def test_an_adopted_strategy_needs_some_evidence(data: dict[str, Any], *, told: bool) -> None:
    """Of whatever kind, once it claims a change."""
    whole = {
        "strategy": {"status": "adopted"},
        "activities": {"act": "A"},
        "outputs": {"out": "O"},
        "outcomes": {"change": "C"},
        "links": {"act -> out": "So", "out -> change": "So"},
        **data,
    }
    assert bool(_routes("strategy-without-evidence", whole)) == told


def test_grades_are_told_of_once_for_all() -> None:
    """The first is marked, the others stand beside it, and what nobody cites is left alone."""
    sources: dict[str, Any] = {"a": {}, "b": {}, "c": {"grade": 0}, "d": {}, "e": {}}
    data = {
        "sources": sources,
        "links": {"x -> y": {"sources": ["A", "b", "c"]}},
        "assumptions": {"trust": {"sources": ["d"]}},
    }
    findings = examine(Strategy.model_validate(data), rules=[find_rule("source-without-grade")])
    assert [(one.route[1], [r.route[1] for r in one.related]) for one in findings] == [
        ("a", ["b", "d"]),
        ("c", []),
    ]
