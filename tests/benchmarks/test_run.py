"""The table of benchmarks, and the gate that fails on what grows too fast."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.bench import says_sizes
from benchmarks.growing import LIMIT, Question, growths
from benchmarks.hostile import ATTACKS, LARGEST
from benchmarks.measuring import Answer, Command, Timing, WrongAnswerError
from benchmarks.questions import all_questions
from benchmarks.tables import Goal, Table

ROOT = Path(__file__).resolve().parents[2]


class Steps:
    """A clock that moves only when somebody does something."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def planted(clock: Steps, cost: Callable[[int], int]) -> Question:
    def ask(size: int) -> int:
        clock.now += cost(size)
        return size

    return Question("planted", lambda size: lambda: size, ask, size=100)


def pairs_of_everything(size: int) -> int:
    return sum(1 for one in range(size) for other in range(size) if one != other)


def test_the_gate_fails_on_a_planted_quadratic_function(capsys: pytest.CaptureFixture[str]) -> None:
    quadratic = Question("planted", lambda size: lambda: size, pairs_of_everything, size=200)
    assert run.gate([quadratic]) == 1
    assert "too steep: planted" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cost", "ratio"),
    [
        (lambda size: size, 4),
        (lambda size: size * (size // 100).bit_length(), 12),
        (lambda size: size**2, 16),
    ],
)
def test_growth_is_what_four_times_the_size_costs(cost: Callable[[int], int], ratio: float) -> None:
    clock = Steps()
    (found,) = growths([planted(clock, cost)], clock)
    assert found.ratio == ratio
    assert found.is_steep == (ratio >= LIMIT)


def test_what_looks_steep_once_is_asked_again() -> None:
    clock = Steps()
    disturbed = iter([True] * 8)

    def cost(size: int) -> int:
        is_large = size > 100
        return 100 * size if is_large and next(disturbed, False) else size

    (found,) = growths([planted(clock, cost)], clock)
    assert found.ratio == 4


def test_a_wrong_answer_has_no_time() -> None:
    wrong = Question("wrong", lambda size: lambda: size, abs, lambda *_: False, size=1)
    with pytest.raises(WrongAnswerError, match="wrong at 1"):
        list(growths([wrong]))
    liar = Command("liar", ((sys.executable, "-c", "print(2)"),), lambda answer: answer.said == "3")
    with pytest.raises(WrongAnswerError, match="liar: exit code 0: 2"):
        liar.run()


def test_a_process_that_takes_too_long_is_stopped() -> None:
    endless = Command(
        "endless", ((sys.executable, "-c", "while True: pass"),), lambda _: True, most=1
    )
    assert endless.run().code < 0


def test_the_gate_asks_every_rule_the_reader_and_the_graph() -> None:
    names = {question.name for question in all_questions()}
    assert {"read the text", "load the strategy", "judge it"} <= names
    assert {"rule cycle-undeclared", "loops: tangle", "number of chains: ladder"} <= names
    assert len(names) > 40


@pytest.mark.parametrize("name", ATTACKS)
def test_no_hostile_file_is_larger_than_it_may_be(name: str) -> None:
    assert 1_000 < len(ATTACKS[name]()) <= LARGEST


def test_a_ratio_is_taken_between_neighbours_in_time() -> None:
    ratio = Timing((1.0, 2.0, 9.0)).over(Timing((2.0, 2.0, 3.0)))
    assert (ratio.middle, ratio.least, ratio.most) == (1.0, 0.5, 3.0)


def test_a_table_says_which_goals_are_met() -> None:
    goals = [Goal("fast", 1, 2), Goal("faster", 3, 2)]
    said = str(Table("times", ("what", "how long"), [("this", "1 s")], goals))
    assert "| this | 1 s      |" in said
    assert "- met: fast: 1.00 (at most 2.00)" in said
    assert "- NOT met: faster" in said


def test_an_answer_counts_nodes_and_links() -> None:
    answer = Answer(0, "1 strategy with 45 nodes and 62 links: nothing to mend", 0.1, 10)
    assert says_sizes(answer, 45, 62)
    assert not says_sizes(answer, 45, 61)


def test_the_quick_table_of_one_row_is_printed() -> None:
    script = ROOT / "benchmarks" / "run.py"
    words = [sys.executable, str(script), "--quick", "--rounds", "1", "--rows", "start-up"]
    done = subprocess.run(words, check=True, capture_output=True, encoding="utf-8")
    assert "toc check, 45 nodes, without .pyc" in done.stdout
    assert "cores" in done.stdout
    assert ".pyc" in done.stdout
    assert "not compared" in done.stdout


def test_an_unknown_row_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["--rows", "chekc"])
    assert f"chekc: choose from {', '.join(run.ROWS)}" in " ".join(capsys.readouterr().err.split())
