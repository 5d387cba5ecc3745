"""What all results have in common, whatever strategy they are about."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest
from analysis.shuffling import turned
from graph.arrows import theories
from hypothesis import given
from theories import strategies

from toc import Strategy
from toc.analysis.causal_map import cited_flow
from toc.analysis.chains import chains
from toc.analysis.comparing import compare
from toc.analysis.convergence import convergence
from toc.analysis.gap_map import evidence_gap_map
from toc.analysis.layering import layering
from toc.analysis.leaps import leaps
from toc.analysis.loops import loops
from toc.analysis.reach import reach
from toc.analysis.shortcuts import shortcuts
from toc.analysis.structure import structure
from toc.analysis.timing import timing
from toc.analysis.unavoidable import unavoidable

Ask = Callable[[Strategy], Any]


def _by_kind(strategy: Strategy) -> Any:
    return evidence_gap_map(strategy, rows="kind")


def _from_nothing(strategy: Strategy) -> Any:
    return compare(Strategy(), strategy)


def _to_nothing(strategy: Strategy) -> Any:
    return compare(strategy, Strategy())


QUESTIONS: list[Ask] = [
    *(reach, chains, unavoidable, loops, leaps, shortcuts, convergence, layering, structure),
    *(timing, evidence_gap_map, _by_kind, _from_nothing, _to_nothing, cited_flow),
]


def answers(strategy: Strategy) -> list[Any]:
    """Ask everything."""
    return [ask(strategy) for ask in QUESTIONS]


@given(strategies())
def test_any_strategy_is_answered_in_both_languages(strategy: Strategy) -> None:
    """Every question has an answer for every strategy, with a sentence in each language."""
    for found in answers(strategy):
        said = found.sentence("en"), found.sentence("ro")
        assert all(said)
        assert said[0] != said[1]


@given(strategies())
def test_any_answer_is_plain_data(strategy: Strategy) -> None:
    """What a program gets is JSON, without numbers that JSON does not have."""
    for found in answers(strategy):
        data = found.as_data()
        assert json.loads(json.dumps(data, allow_nan=False)) == data


@given(theories())
def test_the_order_of_the_file_changes_nothing(strategy: Strategy) -> None:
    """A strategy whose file is written the other way round has the same answers."""
    for found, again in zip(answers(strategy), answers(turned(strategy)), strict=True):
        assert found.as_data() == again.as_data()
        assert found.sentence("en") == again.sentence("en")


SMALL = Strategy(inputs={"a": "A"}, goals={"g": "G"}, links={"a -> g": "So"})


def test_an_answer_is_frozen() -> None:
    """Nobody can change an answer once it is given."""
    for found in answers(SMALL):
        with pytest.raises(FrozenInstanceError):
            setattr(found, fields(found)[0].name, None)


def test_it_is_said_what_was_assumed() -> None:
    """Every answer says in both languages what was taken to be so."""
    for found in answers(SMALL):
        assert found.assumed
        assert all(one.say("en") != one.say("ro") for one in found.assumed)
