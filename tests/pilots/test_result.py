"""What every result of the room has: a sentence and plain data."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from pilots.desk import desk

from toc.pilots.choice import weighted_sum
from toc.pilots.coverage import coverage
from toc.pilots.crosscheck import crosscheck
from toc.pilots.crosscheck.ahp import ahp
from toc.pilots.dominance import dominance
from toc.pilots.effects import effects
from toc.pilots.portfolio import portfolio
from toc.pilots.reach import reach
from toc.pilots.result import Result
from toc.pilots.results import after
from toc.pilots.smaa import smaa
from toc.pilots.stability import stability
from toc.pilots.table import table
from toc.pilots.teaching import teaching
from toc.pilots.voices import voices
from toc.pilots.wanting import wanting
from toc.pilots.weights import weights_of

GRAPH = desk()
TABLE = table(GRAPH)
SHEET = TABLE.sheet()
WEIGHTS = weights_of(SHEET)

QUESTIONS: dict[str, Callable[[], Result]] = {
    "reach": lambda: reach(GRAPH, "A"),
    "coverage": lambda: coverage(GRAPH),
    "trial": lambda: coverage(GRAPH).trials[0],
    "table": lambda: TABLE,
    "knock-out": lambda: TABLE.knocked_out[0],
    "voices": lambda: voices(TABLE, WEIGHTS),
    "dissent": lambda: voices(TABLE, WEIGHTS).dissents[0],
    "weights": lambda: WEIGHTS,
    "choice": lambda: weighted_sum(SHEET, WEIGHTS),
    "dominance": lambda: dominance(SHEET)[0],
    "stability": lambda: stability(SHEET, WEIGHTS),
    "wanting": lambda: wanting(SHEET, WEIGHTS, "B"),
    "smaa": lambda: smaa(SHEET, draws=100),
    "crosscheck": lambda: crosscheck(SHEET, WEIGHTS),
    "ahp": lambda: ahp([[1, 2], [0.5, 1]]),
    "portfolio": lambda: portfolio(coverage(GRAPH), {"A": 1, "B": 2}, 3),
    "after": lambda: after(GRAPH, "A", verdict="scale"),
    "effect": lambda: effects(GRAPH, ())[0],
    "teaching": lambda: teaching(GRAPH)[0],
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_result_says_itself_in_both_languages(name: str) -> None:
    """A whole sentence in each, and another in Romanian than in English."""
    found = QUESTIONS[name]()
    english, romanian = found.sentence("en"), found.sentence("ro")
    for said in (english, romanian):
        assert said[0] == said[0].upper()
        assert said.endswith(".")
        assert not said.endswith("..")
        assert "{" not in said
    assert english != romanian


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_result_is_plain_data(name: str) -> None:
    """JSON, with the sentence in the language that was asked for."""
    found = QUESTIONS[name]()
    data = json.loads(json.dumps(found.as_data("ro"), allow_nan=False))
    assert data["sentence"] == found.sentence("ro")
    assert len(data) > 1


def test_every_kind_of_result_is_tried() -> None:
    """The list above has them all."""
    # With slots a dataclass is made twice, so that they are compared by name.
    tried = {type(ask()).__name__ for ask in QUESTIONS.values()}
    assert {one.__name__ for one in Result.__subclasses__()} == tried


def test_what_a_result_names_has_a_place_in_the_strategy() -> None:
    """Routes lead from results to files."""
    trial = coverage(GRAPH).trials[1]
    assert trial.pilot.route == ("pilots", "B")
    assert [one.thing.route for one in trial.tests] == [
        ("assumptions", "calm"),
        ("links", "apply -> access"),
    ]
