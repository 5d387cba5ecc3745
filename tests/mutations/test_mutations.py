"""Whatever goes wrong with a strategy is noticed: each rule has a mutant that it must find.

The clean strategies are the other half: a rule that speaks there speaks too much.
`python tools/mutate.py` breaks them in every way that there is, and names the survivors.
"""

from __future__ import annotations

import pytest
from mutations.clean import NAMES, TODAY, clean, found, noticed
from mutations.expected import EXPECTED
from mutations.operators import drop, everywhere, mutant, retarget
from mutations.sweep import SAMPLE, Share, committed, examine, sample

from toc.model.strategy import SECTIONS
from toc.rulebook import PROFILES, RULES


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_strategy_is_clean_under_every_rule(name: str) -> None:
    """Two rich strategies, with something in nearly every section, have no finding at all."""
    assert [f"{one.rule}: {one.message.say()}" for one in found(clean(name))] == []
    assert set(clean(name).tree) >= {"toc", "strategy", *SECTIONS}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", NAMES)
def test_a_clean_strategy_is_clean_with_every_profile(name: str, profile: str) -> None:
    """What a profile grades and limits otherwise finds nothing in them either."""
    own = mutant(clean(name), [])
    own.tree["strategy"]["profile"] = [profile]
    assert [f"{one.rule}: {one.message.say()}" for one in found(own)] == []


def test_every_rule_has_its_mutant() -> None:
    """Whoever adds a rule says how a strategy is broken so that it speaks."""
    assert sorted(EXPECTED) == sorted(RULES)


@pytest.mark.parametrize("rule", EXPECTED)
def test_a_rule_is_triggered_by_its_mutant(rule: str) -> None:
    """With all rules asked, the one that the edits are meant for is among those that speak."""
    name, edits = EXPECTED[rule]
    assert rule in noticed(mutant(clean(name), edits))


@pytest.fixture(scope="module")
def shares() -> dict[str, Share]:
    """What became of a few mutants of each operator."""
    return dict(examine(sample(SAMPLE)))


def test_no_operator_is_noticed_less_than_before(shares: dict[str, Share]) -> None:
    """What was noticed once stays noticed; when more is, `tools/mutate.py --write` keeps it."""
    before = committed()
    assert sorted(shares) == sorted(before)
    fewer = {
        operator: [f"{name}: {edit}" for name, edit in share.survivors]
        for operator, share in shares.items()
        if share.noticed < before[operator]
    }
    assert fewer == {}


def test_no_rule_fails_on_a_mutant(shares: dict[str, Share]) -> None:
    """Whatever is broken, every rule answers."""
    assert [failure for share in shares.values() for failure in share.failures] == []


def test_an_edit_leaves_the_clean_strategy_alone() -> None:
    """A mutant is a copy: whoever comes next begins with the clean strategy again."""
    before = repr(clean("running.en").tree)
    for edit in list(everywhere(clean("running.en")))[::97]:
        mutant(clean("running.en"), [edit])
    assert repr(clean("running.en").tree) == before


def test_the_sweep_sees_a_survivor_and_a_find() -> None:
    """A mutant that breaks nothing is counted as a survivor, one that does as noticed."""
    harmless = drop("stakeholders", "newcomers", "influence")
    grave = retarget("apply_it -> equal_access", "nowhere")
    share = dict(examine({"x": [("running.en", harmless), ("running.en", grave)]}))["x"]
    assert (share.tried, share.noticed, share.survivors) == (2, 1, [("running.en", harmless)])


def test_the_day_is_fixed() -> None:
    """Mutants are asked about on one day, so that no figure depends on today."""
    assert clean("draft.ro").on == TODAY
