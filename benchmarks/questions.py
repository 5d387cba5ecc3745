"""What must grow no faster than what it is asked of: reading, checking, and the graph."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from benchmarks.bench import ON
from benchmarks.generating import generated, plan_of
from benchmarks.growing import Question
from benchmarks.shapes import SHAPES
from toc.checking import judge_loaded
from toc.graph import TheoryGraph
from toc.loading import Loaded, find_strategies, load_parts
from toc.model import Strategy
from toc.rulebook import RULES, Case, Rule, find_rule
from toc.text.document import Document, read_document
from toc.text.source import Source
from toc.verdicts import Verdict

__all__ = [
    "all_questions",
    "faulty_questions",
    "graph_questions",
    "loaded_of",
    "quadratic_on_purpose",
    "reading_questions",
    "rule_questions",
]

_READ, _RULE, _FAULTY, _GRAPH = 500, 500, 1_000, 300
# Small enough for the processor's caches at either size: beyond them, linear walks look steep.
_RING = 2_000
# The search for the shortest loop is quadratic on purpose until it gives up.
_SEED = 1
_ON = date.fromisoformat(ON)
_NAMES = frozenset(RULES)


@cache
def _text(size: int) -> str:
    return generated(size, _SEED)


@cache
def loaded_of(size: int) -> Loaded:
    """Load a generated strategy of a size, once."""
    return _loaded_text(_text(size))


def _loaded_text(text: str) -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strategy.yaml"
        path.write_text(text, encoding="utf-8")
        return _load(path)


def _load(path: Path) -> Loaded:
    (parts,) = find_strategies(path)
    return load_parts(parts)


def reading_questions() -> Iterator[Question]:
    """Ask for the text, for the model, and for a verdict."""
    yield Question("read the text", _source, read_document, _is_whole, _READ)
    yield Question("load the strategy", _file, _load, _is_loaded, _READ)
    yield Question("judge it", lambda size: lambda: loaded_of(size), judge_loaded, _is_clean, _READ)


def faulty_questions() -> Iterator[Question]:
    """Ask for a verdict on what is full of faults: each must not be held against each."""
    for name, (rule, spoil) in _FAULTS.items():
        given, is_right = partial(_spoiled, spoil), partial(_finds, rule, spoil)
        yield Question(f"judge {name}", given, judge_loaded, is_right, _FAULTY)


def _spoiled(spoil: Callable[[str], str], size: int) -> Callable[[], Loaded]:
    loaded = _loaded_text(spoil(_text(size)))
    return lambda: loaded


def _finds(rule: str, spoil: Callable[[str], str], size: int, verdict: Verdict) -> bool:
    """Whether the faults are found, all by one rule and nothing else; or all are accepted."""
    text = spoil(_text(size))
    faults, is_accepted = text.count(_MARK), spoil is _waived
    found = [one.rule for one in verdict.findings]
    waived = [one.rule for one in verdict.waived if one.rule == rule]
    expected = [[], [rule] * faults] if is_accepted else [[rule] * faults, []]
    return faults > 0 and [found, waived] == expected


_MARK = "# fault"
_UNMEASURED = "result-without-indicator"


def _left_open(text: str) -> str:
    """Leave the reason of every fourth link open."""
    count = iter(range(len(text)))
    return re.sub(
        r"( because: ).*",
        lambda found: found[0] if next(count) % 4 else f"{found[1]}tbd {_MARK}",
        text,
    )


def _unmeasured(text: str) -> str:
    """Let the indicators of every other outcome measure the first goal instead."""
    return re.sub(r"( of: )schimbare_\d*[02468]\n", rf"\1obiectiv_1 {_MARK}\n", text)


def _waived(text: str) -> str:
    """Accept, one by one, that outcomes are not measured."""
    text = _unmeasured(text)
    names = re.findall(r"^  (schimbare_\d*[02468]):", text, re.MULTILINE)
    waivers = (
        f"  w_{name}: {{rule: {_UNMEASURED}, at: {name}, because: so it is, "
        "by: actor_1, until: 2028-12}\n"
        for name in names
    )
    # The section of waivers is there already, and is the last one.
    return "".join([text, *waivers])


_FAULTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "what is left open": ("value-left-open", _left_open),
    "what is not measured": (_UNMEASURED, _unmeasured),
    "what is waived": (_UNMEASURED, _waived),
}


def _source(size: int) -> Callable[[], Source]:
    source = Source("strategy.yaml", _text(size))
    return lambda: source


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def _file(size: int) -> Callable[[], Path]:
    path = Path(_folder().name) / f"{size}.yaml"
    path.write_text(_text(size), encoding="utf-8")
    return lambda: path


def _is_whole(size: int, document: Document) -> bool:
    links = document.data["links"]
    return isinstance(links, dict) and len(links) == plan_of(size, _SEED).arrows


def _is_loaded(size: int, loaded: Loaded) -> bool:
    graph = TheoryGraph(loaded.strategy)
    return (len(graph.nodes), len(graph.arrows)) == (size, plan_of(size, _SEED).arrows)


def _is_clean(_size: int, verdict: Verdict) -> bool:
    return not verdict.findings and not verdict.failures


def rule_questions() -> Iterator[Question]:
    """Ask each rule by itself: a slow one must not hide behind the reader."""
    for name in RULES:
        rule = find_rule(name)
        if rule.check is not None:
            is_right = partial(_finds_what_is_accepted, name)
            yield Question(f"rule {name}", _case, _asking(rule), is_right, _RULE)


def _case(size: int) -> Callable[[], Case]:
    strategy = loaded_of(size).strategy
    _ = strategy.index, strategy.arrows

    def fresh() -> Case:
        case = Case(strategy, _ON, rules=_NAMES)
        _ = case.graph
        return case

    return fresh


def _asking(rule: Rule) -> Callable[[Case], list[Any]]:
    assert rule.check is not None
    check = rule.check
    return lambda case: list(check(case))


def _finds_what_is_accepted(name: str, size: int, found: list[Any]) -> bool:
    """Whether a rule finds what a waiver accepts, if there is one, and nothing else."""
    waivers = loaded_of(size).strategy.waivers.values()
    return len(found) == sum(waiver.rule == name for waiver in waivers)


def graph_questions() -> Iterator[Question]:
    """Ask graphs of every nature for their order, their loops and what reaches what."""
    for nature, make in SHAPES.items():
        for name, ask in _ASKED.items():
            size = _RING if (name, nature) == ("loops", "ring") else _GRAPH
            yield Question(f"{name}: {nature}", _graph(make), ask, _ORACLES[name], size)


@lru_cache(maxsize=2)
def _shape(make: Callable[[int], Strategy], size: int) -> Strategy:
    strategy = make(size)
    _ = strategy.index, strategy.arrows
    return strategy


def _graph(make: Callable[[int], Strategy]) -> Callable[[int], Callable[[], TheoryGraph]]:
    def given(size: int) -> Callable[[], TheoryGraph]:
        strategy = _shape(make, size)
        return lambda: TheoryGraph(strategy)

    return given


_ASKED: dict[str, Callable[[TheoryGraph], Any]] = {
    "arrows": lambda graph: [graph.arrows_from(node) for node in graph.nodes],
    "order": lambda graph: graph.order,
    "loops": lambda graph: graph.loops,
    "reached from the start": lambda graph: graph.reached_from(["start"]),
    "leading to the end": lambda graph: graph.leading_to(["end"]),
    "chain to the end": lambda graph: graph.chain("start", "end"),
    "number of chains": lambda graph: graph.count_chains("end"),
}
_ORACLES: dict[str, Callable[[int, Any], bool]] = {
    "arrows": lambda size, found: len(found) == size + 2,
    "order": lambda size, found: len(set(found)) == size + 2,
    "loops": lambda _size, found: all(len(set(loop)) == len(loop) for loop in found),
    "reached from the start": lambda size, found: len(found) == size + 2,
    "leading to the end": lambda size, found: len(found) == size + 2,
    "chain to the end": lambda _size, found: found[0] == "start" and found[-1] == "end",
    "number of chains": lambda _size, found: found["end"] == 1 and found["start"] >= 0,
}


def quadratic_on_purpose() -> Iterator[Question]:
    """Ask where the cost is known and bounded: the gate leaves these alone."""
    ring = SHAPES["ring"]
    yield Question("loops: small ring, on purpose", _graph(ring), _ASKED["loops"], size=_GRAPH)


def all_questions() -> Iterator[Question]:
    """Ask everything that the gate judges."""
    yield from reading_questions()
    yield from faulty_questions()
    yield from rule_questions()
    yield from graph_questions()
