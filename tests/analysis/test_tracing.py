"""Clues of a strategy: worth looking for before, a range in words after."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.analysis.clues import Clue, update
from toc.analysis.tracing import Traced, tracing
from toc.asking import Case, ask
from toc.errors import InputError
from toc.model import Strategy
from toc.model.values import LIKELIHOODS


def traced(**clues: Any) -> Traced:
    """Ask of one assumption with some clues."""
    (found,) = tracing(strategy(**clues))
    return found


def strategy(**clues: Any) -> Strategy:
    """Give a strategy of one assumption with some clues."""
    return Strategy.model_validate(
        {"assumptions": {"time": {"title": "They have time", "clues": clues}}}
    )


SHEETS = {"title": "Time sheets show it", "seen_if_true": 90, "seen_if_false": 10}


def test_a_clue_that_was_found_speaks_for_the_claim() -> None:
    """With given numbers the range is Bayes' rule from .3 and from .7: .794 and .955."""
    found = traced(sheets={**SHEETS, "found": True})
    assert (round(found.after.low, 3), round(found.after.high, 3)) == (0.794, 0.955)
    assert found.told.say() == (
        "“They have time”: before the clues between unlikely and likely, with those that were "
        "looked for between likely and almost certain."
    )


def test_a_clue_that_nobody_looked_for_says_nothing_yet() -> None:
    """It is named as what to look for, with what it can do."""
    found = traced(sheets=SHEETS)
    assert found.after == found.before
    assert found.sought == ()
    assert found.told.say() == (
        "Of “They have time” no clue has been looked for. Most worth looking for is “Time sheets "
        "show it”, doubly decisive: finding it or not settles the claim."
    )


def test_looking_in_vain_is_not_the_same_as_not_looking() -> None:
    """A hoop that is not there hurts the claim."""
    hoop = {"title": "They come", "seen_if_true": 95, "seen_if_false": 60}
    assert traced(a={**hoop, "found": False}).after.high < traced(a=hoop).after.high


def test_words_for_chances_make_the_range_wider_and_never_narrower() -> None:
    """What is likely is .55 to .8: the answer holds for each."""
    said = traced(
        a={"title": "A", "seen_if_true": "likely", "seen_if_false": "unlikely", "found": True}
    )
    for seen in (0.55, 0.6, 0.8):
        for unseen in (0.2, 0.45):
            one = update([Clue("a", seen, unseen, found=True)]).after
            assert said.after.low <= one.low + 1e-12
            assert said.after.high >= one.high - 1e-12


CHANCES = st.one_of(st.sampled_from(LIKELIHOODS), st.integers(1, 99))


@given(
    st.dictionaries(
        st.sampled_from("abcd"),
        st.fixed_dictionaries(
            {
                "seen_if_true": CHANCES,
                "seen_if_false": CHANCES,
                "found": st.sampled_from([None, True, False]),
            }
        ),
        min_size=1,
    )
)
def test_any_clues_give_a_range_that_holds_their_middle(clues: dict[str, Any]) -> None:
    """The range is a range within 0 and 1, whatever was found, in any order of the file."""
    found = traced(**clues)
    assert 0 <= found.after.low <= found.after.high <= 1
    assert found == traced(**dict(reversed(clues.items())))
    looked = [one for one in clues.values() if one["found"] is not None]
    assert len(found.sought) == len(looked)
    if not looked:
        assert found.after == found.before


def test_a_clue_without_chances_is_named_and_does_not_count() -> None:
    """Unknown is not even: nothing is made up for it."""
    found = traced(sheets={**SHEETS, "found": True}, talk="They speak of it")
    assert found.after == traced(sheets={**SHEETS, "found": True}).after
    assert [one.say() for one in found.unsaid] == ["They speak of it"]


def test_links_have_clues_too() -> None:
    """A claim is an assumption, or that one thing leads to another."""
    whole = Strategy.model_validate(
        {
            "activities": {"a": "A"},
            "goals": {"g": "G"},
            "links": {"a -> g": {"because": "So", "clues": {"x": SHEETS}}},
        }
    )
    assert [one.claim.name for one in tracing(whole)] == ["a -> g"]


def test_a_proof_and_a_refutation_contradict_each_other() -> None:
    """Chances of 0 and 100 that cannot both be so are sent back to who gave them."""
    with pytest.raises(InputError, match=r"“They have time”: one clue proves.*check their chances"):
        traced(
            a={"seen_if_true": 50, "seen_if_false": 0, "found": True},
            b={"seen_if_true": 100, "seen_if_false": 50, "found": False},
        )


def test_the_question_is_answered_for_a_meeting() -> None:
    """What to look for before, what was looked for, and what does not count, in words."""
    told = ask(
        "clues",
        Case(
            strategy(
                sheets=SHEETS, come={**SHEETS, "title": "They come", "found": False}, talk="Talk"
            )
        ),
    ).text("en")
    assert "Before looking:\n    - “Time sheets show it”, doubly decisive" in told
    assert "What was looked for:\n    - “They come” was looked for in vain; doubly" in told
    assert "so they do not count:\n    - “Talk”" in told
    assert "%" not in told
    assert "No clue is written down" in ask("clues", Case(Strategy())).text("en")
