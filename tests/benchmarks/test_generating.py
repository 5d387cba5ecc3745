"""Generated strategies: the same for a seed, of the size that was asked, and clean."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import toc
from benchmarks.generating import FEWEST, generated, plan_of
from benchmarks.generator.plan import TooSmallError
from toc.graph import TheoryGraph
from toc.loading import find_strategies, load_parts
from toc.text.document import read_document
from toc.text.source import Source

ROOT = Path(__file__).resolve().parents[2]
SIZES = (FEWEST, 8, 13, 27, 45, 200, 500)


def strategy_of(text: str, folder: Path) -> toc.Strategy:
    path = folder / "strategy.yaml"
    path.write_text(text, encoding="utf-8")
    (parts,) = find_strategies(path)
    return load_parts(parts).strategy


@pytest.mark.parametrize("nodes", [FEWEST, 45, 500])
def test_the_same_seed_gives_the_same_text_and_another_seed_another(nodes: int) -> None:
    assert generated(nodes, 1) == generated(nodes, 1)
    assert generated(nodes, 1) != generated(nodes, 2)


@pytest.mark.parametrize("nodes", SIZES)
def test_there_are_as_many_nodes_as_were_asked_for(nodes: int, tmp_path: Path) -> None:
    graph = TheoryGraph(strategy_of(generated(nodes, 1), tmp_path))
    assert len(graph.nodes) == pytest.approx(nodes, rel=0.05)
    assert len(graph.nodes) == plan_of(nodes, 1).nodes
    assert len(graph.arrows) == plan_of(nodes, 1).arrows


@pytest.mark.parametrize("nodes", [45, 500, 5_000])
def test_there_are_about_as_many_links_for_a_node_as_in_a_real_strategy(nodes: int) -> None:
    assert 1.2 <= plan_of(nodes, 1).arrows / nodes <= 1.5


def test_fewer_nodes_than_a_theory_needs_are_refused() -> None:
    with pytest.raises(TooSmallError, match="at least 5"):
        generated(FEWEST - 1, 1)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("nodes", SIZES)
def test_no_rule_finds_anything(nodes: int, seed: int, tmp_path: Path) -> None:
    path = tmp_path / "strategy.yaml"
    path.write_text(generated(nodes, seed), encoding="utf-8")
    found = toc.check(path).findings
    assert [(one.rule, one.route, one.message.say("en")) for one in found] == []


@pytest.mark.parametrize("nodes", [FEWEST, 45])
def test_the_json_schema_takes_it(nodes: int) -> None:
    document = read_document(Source("strategy.yaml", generated(nodes, 1)))
    faults = Draft202012Validator(toc.schema()).iter_errors(document.data)
    assert [fault.json_path for fault in faults] == []


def test_loops_are_declared_and_activities_are_many(tmp_path: Path) -> None:
    strategy = strategy_of(generated(200, 1), tmp_path)
    graph = TheoryGraph(strategy)
    assert len(graph.feedback) > 0
    assert graph.loops == ()
    assert len(strategy.activities) > len(strategy.goals) > 1
    assert len(strategy.pilots) > 1
    assert len(strategy.events) > 1
    assert len(strategy.stages) > 1


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    script = ROOT / "benchmarks" / "generating.py"
    words = [sys.executable, str(script), "--nodes", "20", "--seed", "3", "-o", str(path)]
    subprocess.run(words, check=True, cwd=tmp_path)
    assert path.read_text(encoding="utf-8") == generated(20, 3)
