"""Inside one process, 1,000 nodes: text, model, graph and rules against `json.loads`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml._yaml import CParser

from benchmarks.bench import Bench
from benchmarks.measuring import Timing, WrongAnswerError, compare_calls
from benchmarks.tables import Goal, Table
from toc.checking import judge_loaded
from toc.graph import TheoryGraph
from toc.loading import Loaded, find_strategies, load_parts
from toc.loading.joined import join_documents
from toc.loading.settling import settle
from toc.loading.validating import validate
from toc.model import Strategy
from toc.rulebook import RULES, Case, Rule, find_rule
from toc.text.document import Document, read_document
from toc.text.source import Source

__all__ = ["measure"]

_NODES = 1_000
_SLOWEST = 6
_Calls = dict[str, Callable[[], Callable[[], object]]]


def measure(bench: Bench) -> Iterator[Table]:
    """Measure the stages, then each rule."""
    path = bench.strategy(_NODES)
    loaded = _load(path)
    _hold_against_json(path, loaded, bench.sizes(_NODES))
    rounds = max(3, bench.rounds // 2)
    taken = compare_calls({**_stages(path, loaded), **_rules(loaded.strategy)}, rounds)
    yield _stages_table(taken)
    yield _rules_table(taken)


def _load(path: Path) -> Loaded:
    (parts,) = find_strategies(path)
    return load_parts(parts)


def _document(path: Path) -> Document:
    return read_document(Source(str(path), path.read_text(encoding="utf-8")))


def _hold_against_json(path: Path, loaded: Loaded, sizes: tuple[int, int]) -> None:
    """Hold the reader against PyYAML's, value for value, and the graph against the plan."""
    text = path.read_text(encoding="utf-8")
    if _document(path).data != yaml.load(text, Loader=_TextLoader):  # noqa: S506 - texts only
        raise WrongAnswerError(str(path), "our reader and PyYAML's differ")
    graph = TheoryGraph(loaded.strategy)
    if (len(graph.nodes), len(graph.arrows)) != sizes or judge_loaded(loaded).findings:
        raise WrongAnswerError(str(path), "not the graph that was planned, or not clean")


class _TextLoader(yaml.CBaseLoader):
    """PyYAML's loader that makes everything a text, as ours does."""


def _stages(path: Path, loaded: Loaded) -> _Calls:
    text = path.read_text(encoding="utf-8")
    source = Source(str(path), text)
    as_json = json.dumps(_document(path).data, ensure_ascii=False)
    strategy = loaded.strategy
    return {
        "json.loads, the same content": lambda: lambda: json.loads(as_json),
        "libyaml's bare events": lambda: lambda: _walk(text),
        "PyYAML's CSafeLoader, no places": lambda: lambda: yaml.load(text, yaml.CSafeLoader),
        "reader: text with places": lambda: lambda: read_document(source),
        "model: join, settle, validate": lambda: _modelling(path),
        "graph: arrows, neighbours": lambda: lambda: _graph(strategy),
        "rules: all": lambda: lambda: judge_loaded(loaded),
        "whole: file to verdict": lambda: lambda: judge_loaded(_load(path)),
    }


def _walk(text: str) -> None:
    get_event = CParser(text).get_event
    while get_event() is not None:
        pass


def _modelling(path: Path) -> Callable[[], object]:
    document = _document(path)

    def model() -> object:
        joined = join_documents([document])
        settle(joined)
        return validate(joined)

    return model


def _graph(strategy: Strategy) -> TheoryGraph:
    strategy.__dict__.pop("arrows", None)
    graph = TheoryGraph(strategy)
    _ = graph.order, graph.effects_of("obiectiv_1"), graph.causes_of("obiectiv_1")
    return graph


def _rules(strategy: Strategy) -> _Calls:
    found = {name: find_rule(name) for name in RULES}
    asked = {name: rule for name, rule in found.items() if rule.check is not None}
    return {f"rule {name}": _asking(rule, strategy) for name, rule in asked.items()}


def _asking(rule: Rule, strategy: Strategy) -> Callable[[], Callable[[], object]]:
    check: Any = rule.check

    def fresh() -> Callable[[], object]:
        case = Case(strategy)
        _ = case.graph
        return lambda: list(check(case))

    return fresh


def _stages_table(taken: Mapping[str, Timing]) -> Table:
    floor = taken["json.loads, the same content"]
    stages = {name: timing for name, timing in taken.items() if not name.startswith("rule ")}
    lines = [(name, str(timing), str(timing.over(floor))) for name, timing in stages.items()]
    whole, reader = taken["whole: file to verdict"], taken["reader: text with places"]
    events = taken["libyaml's bare events"]
    on_graph = _on_graph(taken) / whole.middle
    goals = [
        Goal("whole, of json.loads", whole.over(floor).middle, 20),
        Goal("reader, of bare events", reader.over(events).middle, 1.4),
        Goal("graph and the rules that walk it, share of the whole", on_graph, 0.1),
    ]
    header = ("in process, 1,000 nodes", "CPU, median (min–max)", "of json.loads")
    return Table("reader, model, graph, rules", header, lines, goals)


def _on_graph(taken: Mapping[str, Timing]) -> float:
    walking = {name for name in RULES if RULES.chapter(name) == "structure"}
    walking.add("pilot-without-path-to-goal")
    rules = sum(timing.middle for name, timing in taken.items() if name[5:] in walking)
    return rules + taken["graph: arrows, neighbours"].middle


def _rules_table(taken: Mapping[str, Timing]) -> Table:
    floor = taken["json.loads, the same content"]
    rules = {name: timing for name, timing in taken.items() if name.startswith("rule ")}
    slowest = sorted(rules, key=lambda name: -rules[name].middle)[:_SLOWEST]
    lines = [(name, str(rules[name]), str(rules[name].over(floor))) for name in slowest]
    rest = sum(timing.middle for name, timing in rules.items() if name not in slowest)
    remark = f"the other {len(rules) - len(slowest)} rules together: {rest * 1000:.2f} ms"
    header = ("rule", "CPU, median (min–max)", "of json.loads")
    return Table("the slowest rules, 1,000 nodes", header, lines, remarks=[remark])
