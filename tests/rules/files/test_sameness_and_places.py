"""What counts as said twice, as a sentence, and as a place that is kept free."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.findings import KEY, Route
from toc.model import Strategy
from toc.rulebook import Case, find_rule


def _routes(rule: str, tree: dict[str, Any], **limits: float) -> list[Route]:
    check = find_rule(rule).check
    assert check is not None
    return [one.route for one in check(Case(Strategy.model_validate(tree), limits=limits))]


# Twice the same

TITLES = [
    ("Migranții știu româna", "Migrantii stiu romana.", True),
    ("Migrants know Romanian", "MIGRANTS  KNOW – ROMANIAN!", True),
    ("Migrants know Romanian", "Migrant know Romanian", True),
    ("Migrants know Romanian", "Migrants know Romanain", False),
    ("Migrants know Romanian", "Migrants know Hungarian", False),
    ("Migrants know Romanian", "Migrants do not know Romanian", False),
    ("Employers trust the centre", "Employees trust the centre", False),
    ("Angajatorii au încredere", "Angajații au încredere", False),
    ("Migrants trust residents", "Residents trust migrants", False),
    ("The legal status is clear", "The illegal status is clear", False),
    ("150 officials trained", "151 officials trained", False),
    ("Course A1", "Course A2", False),
    ("…", "…", False),
    ("移民平等使用公共服务", "移民平等使用公共服务", True),
]


@pytest.mark.parametrize(("one", "other", "same"), TITLES)
def test_titles_are_the_same_up_to_slips_and_endings(one: str, other: str, *, same: bool) -> None:
    """Whichever of the two comes first."""
    for first, second in ((one, other), (other, one)):
        found = _routes("node-duplicate", {"outcomes": {"a": first, "b": second}})
        assert found == ([("outcomes", "b", KEY)] if same else [])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"area": "x"}, {"area": "X"}, True),
        ({"area": "x"}, {}, True),
        ({"area": "x"}, {"area": "y"}, False),
        ({"for": ["x", "y"]}, {"for": ["Y", "x"]}, True),
        ({"for": ["x"]}, {"for": ["y"]}, False),
        ({"for": ["x"]}, {}, True),
    ],
)
def test_other_areas_and_other_groups_may_read_the_same(
    one: dict[str, Any], other: dict[str, Any], *, same: bool
) -> None:
    """Where both name theirs."""
    tree = {
        "goals": {"a": {"title": "They trust us", **one}, "b": {"title": "They trust us", **other}}
    }
    assert bool(_routes("node-duplicate", tree)) == same


def test_other_kinds_may_read_the_same() -> None:
    """An input and an output are compared with their like alone."""
    assert _routes("node-duplicate", {"inputs": {"a": "Trust"}, "outputs": {"b": "Trust"}}) == []


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_each_repetition_is_told_once_in_any_order(order: list[str]) -> None:
    """Three alike are two findings, both about the later ids."""
    titles = {"a": "They trust us", "b": "Staff know", "c": "they trust us", "d": "They trust us!"}
    tree = {"outcomes": {name: titles.get(name, "Others") for name in order}}
    assert sorted(_routes("node-duplicate", tree)) == [
        ("outcomes", "c", KEY),
        ("outcomes", "d", KEY),
    ]


def test_many_titles_that_begin_alike_take_no_time() -> None:
    """After so many comparisons no more are made."""
    tree = {
        "outputs": {
            f"o{number}": "x" * (number % 60 + 1) + "y" * number + " z" for number in range(1, 3000)
        }
    }
    begun = perf_counter()
    assert _routes("node-duplicate", tree) != []
    assert perf_counter() - begun < 5


# Ids


@pytest.mark.parametrize(
    ("name", "is_long"),
    [
        ("oc4", False),
        ("x" * 40, False),
        ("x" * 41, True),
        ("one_two-three_four_five_six", False),
        ("one_two-three_four_five_six_seven", True),
        ("oneTwoThreeFourFiveSixSeven", True),
        ("one__two--three_", False),
        ("ABCDEFGHIJ", False),
    ],
)
def test_an_id_is_a_sentence_by_letters_or_words(name: str, *, is_long: bool) -> None:
    """In every section that has ids."""
    for section in ("outcomes", "stakeholders", "waivers", "views"):
        found = _routes("id-like-a-sentence", {section: {name: {"title": "T"}}})
        assert found == ([(section, name, KEY)] if is_long else [])


def test_a_project_may_allow_longer_ids() -> None:
    """Or ask for shorter ones."""
    tree = {"outcomes": {"x" * 41: "T", "y" * 12: "T"}}
    assert len(_routes("id-like-a-sentence", tree, **{"id-like-a-sentence": 50})) == 0
    assert len(_routes("id-like-a-sentence", tree, **{"id-like-a-sentence": 10})) == 2


# Places kept free


@pytest.mark.parametrize(
    "text",
    [
        *("TBD.", "t.b.d.", "(tba)", "To be completed", "to be completed…", "[DE COMPLETAT]"),
        *(
            "De adăugat",
            "…",
            "...",
            "???",
            "—",
            "xxx",
            "XXX",
            "N/A",
            "n.a.",
            "TODO",
            "se va stabili",
        ),
        *("Lorem ipsum dolor sit amet", " - ", "*", "_____"),
    ],
)
def test_a_text_that_says_nothing_keeps_a_place(text: str) -> None:
    """In whatever language the strategy is."""
    for tag in ("", "hu", "ro", "en-GB"):
        tree = {"goals": {"g": {"title": "T", "text": {tag: text} if tag else text}}}
        assert _routes("text-placeholder", tree) == [("goals", "g", "text", *filter(None, [tag]))]


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "%", "€", "x", "0", "$", "<", "👍", "ﾞ", "none", "not applicable"),
        *("Forms to be completed", "De completat de fiecare direcție", "A place to be", "移民"),
        *("To do list", "Registrul TBD al orașului", "📌 …"),
    ],
)
def test_a_text_that_says_anything_is_left_alone(text: str) -> None:
    """Also where it holds the words of a placeholder."""
    assert _routes("text-placeholder", {"goals": {"g": {"title": "T", "text": text}}}) == []


@pytest.mark.parametrize(
    ("tree", "route"),
    [
        ({"strategy": {"vision": "…"}}, ("strategy", "vision")),
        ({"strategy": {"place": {"name": "xxx"}}}, ("strategy", "place", "name")),
        ({"links": {"a -> b": "…"}}, ("links", "a -> b", "because")),
        ({"changelog": {"1.2": "xxx"}}, ("changelog", "1.2", "because")),
        (
            {"reviews": {"r": {"decisions": [{"about": [], "because": "xxx"}]}}},
            ("reviews", "r", "decisions", 0, "because"),
        ),
        (
            {"indicators": {"i": {"baseline": {"2026-03": {"value": 1, "source": "?"}}}}},
            ("indicators", "i", "baseline", "2026-03", "source"),
        ),
    ],
)
def test_every_text_of_a_strategy_is_looked_at(tree: dict[str, Any], route: Route) -> None:
    """However deep it stands."""
    assert _routes("text-placeholder", tree) == [route]


def test_what_is_the_authors_own_is_left_alone() -> None:
    """Keys that begin with `x-` are theirs."""
    assert _routes("text-placeholder", {"goals": {"g": {"title": "T", "x-note": "xxx"}}}) == []
