"""Did you mean: the nearest known name, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import ids, texts

from toc import spelling
from toc.spelling import Speller, folded, nearest

KNOWN = ("assumptions", "activities", "goals", "Servicii", "acces_egal", "știință")

MEANT = [
    ("asumptions", "assumptions"),
    ("Assumptions", "assumptions"),
    ("activites", "activities"),
    ("goal", "goals"),
    ("golas", "goals"),
    ("SERVICII", "Servicii"),
    ("acces-egal", "acces_egal"),
    ("stiinta", "știință"),
    ("ŞTIINŢĂ", "știință"),
    ("zzzz", None),
    ("", None),
    ("移民", None),
]


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_the_name_that_was_meant_is_found(typed: str, meant: str | None) -> None:
    """In any case, with or without accents, with a few letters wrong; else none."""
    assert nearest(typed, KNOWN) == meant


@given(st.lists(ids(), max_size=8), texts())
def test_only_known_names_are_suggested(known: list[str], typed: str) -> None:
    """A suggestion is one of the names, and a name itself is its own."""
    assert nearest(typed, known) in {*known, None}
    for name in known:
        assert folded(nearest(name, known) or "") == folded(name)


@given(st.lists(ids(), unique_by=str.lower, max_size=6), texts(), st.randoms(use_true_random=False))
def test_the_order_of_the_names_changes_no_suggestion(
    known: list[str], typed: str, random: object
) -> None:
    """Whoever lists the same names otherwise is asked the same."""
    assert nearest(typed, known) == nearest(typed, reversed(known)) == nearest(typed, set(known))


@given(texts())
def test_folding_is_done_once(text: str) -> None:
    """A folded text has neither case nor accents left."""
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Știință", "stiinta"),
        ("ŞŢ", "st"),
        ("Ärger", "arger"),
        ("İ", "i"),
        ("ß", "ss"),
        ("a-1_B", "a-1_b"),
        ("e\u0301", "e"),
        ("ﬁnal", "final"),
        ("ℝ™", "rtm"),
        ("移民", "移民"),
    ],
)
def test_accents_and_case_are_folded(text: str, plain: str) -> None:
    """Whatever the accent, the plain letter in lower case is left."""
    assert folded(text) == plain


def test_how_near_is_near_may_be_said() -> None:
    """Who must be sure asks for more letters in common."""
    assert Speller(["servicii"], alike=0.8).nearest("serviciu") == "servicii"
    assert Speller(["servicii"], alike=0.95).nearest("serviciu") is None
    assert Speller(["servicii"], alike=0.95).nearest("SERVICII") == "servicii"


def test_after_enough_comparisons_no_more_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of thousands of unknown names costs no millions of comparisons."""
    monkeypatch.setattr(spelling, "_COMPARISONS", 10)
    speller = Speller(["goals", "needs", "links", "risks"])
    assert [speller.nearest(name) for name in ("goal", "need", "link", "risk")] == [
        "goals",
        "needs",
        None,
        None,
    ]
    assert speller.nearest("goal") == "goals"
    assert speller.nearest("RISKS") == "risks"


@pytest.mark.parametrize("names", [["Desk", "desk"], ["desk", "Desk"]])
def test_of_names_that_differ_in_case_one_is_suggested(names: list[str]) -> None:
    """Which one does not depend on the order of the file."""
    assert nearest("desks", names) == "desk"


def test_a_name_that_was_asked_for_costs_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same slip in a hundred places is searched for once, and answered alike."""
    monkeypatch.setattr(spelling, "_COMPARISONS", 2)
    speller = Speller(["course", "desk"])
    assert {speller.nearest("cuorse") for _ in range(100)} == {"course"}
    assert speller.comparisons_left == 0
