"""Clues, bounds and words: the published cases, and the laws of the rule."""

from __future__ import annotations

import json
from itertools import product
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.analysis.bounds import all_hold, any_holds
from toc.analysis.clues import Clue, posterior, update
from toc.analysis.likelihood import in_words, range_in_words
from toc.errors import InputError
from toc.model.values import LIKELIHOODS


@pytest.mark.parametrize(
    ("sensitivity", "type_one", "found", "expected", "kind"),
    [
        # Befani 2020; each is a closed form of the rule and can be checked by hand.
        (0.9, 0.1, True, 0.9, "doubly decisive"),
        (0.99, 0.5, False, 0.0196078431372549, "hoop"),
        (0.2, 0.01, True, 0.9523809523809524, "smoking gun"),
        (0.6, 0.4, True, 0.6, "straw in the wind"),
        (0.5, 0.5, True, 0.5, "straw in the wind"),
    ],
)
def test_a_clue_updates_an_even_prior(
    sensitivity: float, type_one: float, *, found: bool, expected: float, kind: str
) -> None:
    """One clue moves an even prior to the posterior of Bayes' rule, and has its kind."""
    clue = Clue("a clue", sensitivity, type_one, found)
    after = update([clue], prior=(0.5, 0.5)).after
    assert after.low == after.high == pytest.approx(expected, abs=1e-15)
    assert clue.kind == kind


@pytest.mark.parametrize(
    ("knows", "sensitivity"),
    [("expected", 0.9), ("somewhat likely", 0.7), ("somewhat unlikely", 0.45)],
)
def test_the_published_scale_of_informants(knows: str, sensitivity: float) -> None:
    """An informant who is expected to know makes a hoop of silence, and nobody else does."""
    assert (Clue(knows, sensitivity, 0.5).kind == "hoop") == (knows == "expected")


chances = st.floats(0.01, 0.99)
clues = st.builds(
    Clue, st.sampled_from("abcdef"), chances, chances, st.sampled_from([True, False, None])
)


@given(st.lists(clues, max_size=5))
def test_the_order_of_the_clues_changes_nothing(found: list[Clue]) -> None:
    """Whatever was seen first, the confidence is the same."""
    assert update(found).after == update(found[::-1]).after


@given(st.lists(clues, max_size=5))
def test_what_nobody_looked_for_says_nothing(found: list[Clue]) -> None:
    """Clues that were not looked for leave the confidence where it was."""
    sought = [one for one in found if one.found is not None]
    assert update(found).after == update(sought).after
    assert len(update(found).prospects) == len(found) - len(sought)


@given(st.lists(clues, max_size=4), chances)
def test_clue_by_clue_is_as_all_at_once(found: list[Clue], prior: float) -> None:
    """Bayes' rule step by step, as it is printed, gives what the product of ratios gives."""
    chance = prior
    for one in found:
        if one.found is True:
            seen = chance * one.sensitivity + (1 - chance) * one.type_one
            chance = chance * one.sensitivity / seen
        elif one.found is False:
            unseen = chance * (1 - one.sensitivity) + (1 - chance) * (1 - one.type_one)
            chance = chance * (1 - one.sensitivity) / unseen
    assert update(found, prior=(prior, prior)).after.low == pytest.approx(chance, rel=1e-9)


@given(st.lists(clues, max_size=4))
def test_the_trusting_stay_above_the_doubting(found: list[Clue]) -> None:
    """Evidence narrows or moves the range and never turns it round."""
    after = update(found).after
    assert 0 <= after.low <= after.high <= 1


@given(clues, chances)
def test_the_expected_confidence_is_the_confidence(clue: Clue, prior: float) -> None:
    """Looking can be expected to move the confidence either way, and not in one direction."""
    found, not_found = posterior(prior, clue.ratio_found), posterior(prior, clue.ratio_not_found)
    seen = prior * clue.sensitivity + (1 - prior) * clue.type_one
    assert seen * found + (1 - seen) * not_found == pytest.approx(prior, abs=1e-12)


@given(clues)
def test_the_movement_is_the_variance_of_the_posterior(clue: Clue) -> None:
    """What a clue is expected to move is worked out in closed form as by both outcomes."""
    open_clue = Clue(clue.name, clue.sensitivity, clue.type_one)
    (prospect,) = update([open_clue]).prospects
    seen = 0.5 * (clue.sensitivity + clue.type_one)
    up, down = posterior(0.5, clue.ratio_found), posterior(0.5, clue.ratio_not_found)
    variance = seen * (up - 0.5) ** 2 + (1 - seen) * (down - 0.5) ** 2
    assert prospect.movement == pytest.approx(variance, abs=1e-12)


def test_what_moves_most_is_named_first() -> None:
    """Before anybody looks, the clue that can move most is the one to look for."""
    found = update([Clue("a rumour", 0.6, 0.4), Clue("the minutes", 0.95, 0.05)])
    assert [one.clue for one in found.prospects] == ["the minutes", "a rumour"]
    assert found.is_steady
    for one in found.prospects:
        assert one.if_not_found.low < found.after.low < one.if_found.low
        assert one.if_not_found.high < found.after.high < one.if_found.high
    assert "“the minutes”, doubly decisive" in found.sentence()
    assert not any(digit in found.sentence() for digit in "0123456789")


def test_certain_clues_settle_a_claim_and_stay_plain_data() -> None:
    """A clue that only the truth can leave proves the claim; JSON has no infinity."""
    found = update([Clue("a signature", 0.5, 0, found=True)])
    assert (found.after.low, found.after.high, found.ratio) == (1, 1, inf)
    data = found.as_data()
    assert isinstance(data, dict)
    assert data["ratio"] is None
    json.dumps(data, allow_nan=False)


@pytest.mark.parametrize("prior", [0, 1])
def test_nothing_moves_who_is_certain(prior: float) -> None:
    """A prior of nought or one stays, whatever is found."""
    for sensitivity, found in product((0.2, 0.9, 1), (True, False)):
        clue = Clue("a clue", sensitivity, 0.5, found)
        assert update([clue], prior=(prior, prior)).after.low == prior


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Clue("a clue", 1.2, 0.1),
        lambda: Clue("a clue", 0.5, -0.1),
        lambda: Clue("a clue", 0, 0, found=True),
        lambda: Clue("a clue", 1, 1, found=False),
        lambda: update([], prior=(0.7, 0.3)),
        lambda: update([Clue("a", 0.5, 0, found=True), Clue("b", 1, 0.5, found=False)]),
    ],
)
def test_what_cannot_be_is_refused(wrong: object) -> None:
    """Numbers that are no chances, or that contradict what was seen, are a wrong call."""
    assert callable(wrong)
    with pytest.raises(InputError):
        wrong()


@pytest.mark.parametrize(
    ("parts", "lower", "independent", "upper"),
    [
        # Fréchet bounds as in Bloomfield and Rushby, SRI-CSL-25-01R2.
        ([0.9] * 3, 0.7, 0.729, 0.9),
        ([0.99] * 10, 0.9, 0.9043820750088044, 0.99),
        ([0.6, 0.5], 0.1, 0.3, 0.5),
        ([0.3, 0.4], 0.0, 0.12, 0.3),
    ],
)
def test_doubts_add_and_the_weakest_bounds(
    parts: list[float], lower: float, independent: float, upper: float
) -> None:
    """The chance that all hold lies between the published bounds."""
    found = all_hold(parts)
    assert (found.lower, found.independent, found.upper) == pytest.approx(
        (lower, independent, upper), abs=1e-14
    )


@pytest.mark.parametrize(
    ("parts", "lower", "independent", "upper"),
    [([0.6, 0.5], 0.6, 0.8, 1.0), ([0.2, 0.3], 0.3, 0.44, 0.5)],
)
def test_one_of_several_is_bounded_likewise(
    parts: list[float], lower: float, independent: float, upper: float
) -> None:
    """The chance that any holds lies between the published bounds."""
    found = any_holds(parts)
    assert (found.lower, found.independent, found.upper) == pytest.approx(
        (lower, independent, upper), abs=1e-14
    )


@given(st.lists(st.floats(0, 1), max_size=6))
def test_independence_lies_within_the_bounds(parts: list[float]) -> None:
    """Whatever the parts, independence is one of the dependences that the bounds allow."""
    for found in (all_hold(parts), any_holds(parts)):
        assert found.lower - 1e-9 <= found.independent <= found.upper + 1e-9


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=1, max_size=30))
def test_no_joint_distribution_leaves_the_bounds(worlds: list[list[bool]]) -> None:
    """However three things hang together, both bounds hold."""
    parts = [sum(world[place] for world in worlds) / len(worlds) for place in range(3)]
    every = sum(map(all, worlds)) / len(worlds)
    some = sum(map(any, worlds)) / len(worlds)
    assert all_hold(parts).lower - 1e-9 <= every <= all_hold(parts).upper + 1e-9
    assert any_holds(parts).lower - 1e-9 <= some <= any_holds(parts).upper + 1e-9


Masses = dict[frozenset[str], float]


def dempster(one: Masses, other: Masses) -> Masses:
    """Combine two experts by Dempster's rule, which the package does not offer."""
    found: Masses = {}
    for (a, p), (b, q) in product(one.items(), other.items()):
        found[a & b] = found.get(a & b, 0) + p * q
    conflict = found.pop(frozenset(), 0)
    return {which: mass / (1 - conflict) for which, mass in found.items()}


def test_why_dempsters_rule_is_not_offered() -> None:
    """Two doctors who both think a tumour 1 % likely make it certain (Zadeh 1979)."""
    meningitis, concussion, tumour = (frozenset((one,)) for one in "mct")
    found = dempster({meningitis: 0.99, tumour: 0.01}, {concussion: 0.99, tumour: 0.01})
    assert found[tumour] == pytest.approx(1.0)
    assert any_holds([0.01, 0.01]).upper == pytest.approx(0.02)


def test_the_rule_is_otherwise_as_shafer_printed_it() -> None:
    """Agreeing witnesses give .99; contradicting ones 9/19, 9/19 and 1/19 (Shafer)."""
    limb, no = frozenset(("limb",)), frozenset(("no",))
    betty = {limb: 0.9, limb | no: 0.1}
    assert dempster(betty, betty)[limb] == pytest.approx(0.99)
    found = dempster(betty, {no: 0.9, limb | no: 0.1})
    assert [found[limb], found[no], found[limb | no]] == pytest.approx([9 / 19, 9 / 19, 1 / 19])


def test_the_words_are_those_of_the_format() -> None:
    """A chance is said in the words that authors may write for a likelihood."""
    middles = (0.03, 0.12, 0.3, 0.5, 0.7, 0.9, 0.97)
    assert tuple(in_words(chance).say("en") for chance in middles) == LIKELIHOODS


@pytest.mark.parametrize("border", [0.05, 0.2, 0.45])
def test_at_a_border_the_words_mirror_each_other(border: float) -> None:
    """A chance and its opposite have opposite words, at the borders too."""
    words = list(LIKELIHOODS)
    for chance in (border, border - 0.01, border + 0.01):
        low, high = (words.index(in_words(one).say("en")) for one in (chance, 1 - chance))
        assert low == len(words) - 1 - high


def test_one_word_is_enough_for_a_narrow_range() -> None:
    """Both ends in one word are said once."""
    assert range_in_words(0.6, 0.7).say("en") == "likely"


def test_a_clue_that_says_nothing_is_not_worth_looking_for() -> None:
    """What is seen as often either way moves nothing, and is not named."""
    found = update([Clue("rain", 0, 0), Clue("a wet street", 0.5, 0.5, found=True)])
    assert (found.after, found.prospects[0].movement) == (found.before, 0)
    assert found.sentence() == "Nothing that was looked for speaks for or against it."


def test_a_clue_can_refute_a_claim() -> None:
    """What must be seen if the claim is true, and was not, ends it."""
    found = update([Clue("a signature", 1, 0.5, found=False)])
    assert (found.after.high, found.ratio, found.decibels) == (0, 0, -inf)
    assert found.sentence() == (
        "Before the clues it was between unlikely and likely; with them it is almost no chance."
    )
    assert Clue("a signature", 1, 0.5, found=False).decibels == -inf
    assert Clue("a letter", 0.9, 0.09, found=True).decibels == pytest.approx(10)
