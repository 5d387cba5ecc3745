"""Drawing: against Graphviz, and how the layout grows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from math import log
from pathlib import Path

import toc
from benchmarks.bench import ROOT, Bench
from benchmarks.measuring import Answer, Command, WrongAnswerError, compare_commands, time_call
from benchmarks.tables import Goal, Table
from toc.loading import find_strategies, load_parts

__all__ = ["measure"]

_DRAWN, _PEER = "toc draw to SVG", "toc check, then dot -Tsvg"


def measure(bench: Bench) -> Iterator[Table]:
    """Measure one picture against Graphviz, then larger ones."""
    yield _against_dot(bench, ROOT / "strategies" / "arad.yaml", "strategies/arad.yaml")
    yield _against_dot(bench, bench.strategy(45), "45 nodes, generated")
    yield _growth(bench, (45, 200) if bench.quick else (45, 200, 500, 2_000))


def _against_dot(bench: Bench, path: Path, title: str) -> Table:
    picture = bench.folder / "picture.svg"
    drawn = Command(_DRAWN, (bench.toc("draw", str(path), "-o", str(picture)),), _ends_well)
    commands = [drawn, *_dot(bench, path)]
    taken = compare_commands(commands, bench.rounds)
    _hold_against_strategy(picture, path)
    if _PEER in taken:
        _hold_against_plan(bench.folder / "dot.svg", path)
    lines = [(name, str(timing)) for name, timing in taken.items()]
    goals, remarks = [], ["dot is not installed: nothing to compare with"]
    if _PEER in taken:
        goals = [Goal(f"of {_PEER}", taken[_DRAWN].over(taken[_PEER]).middle, 1)]
        remarks = ["dot draws what `toc draw -o x.dot` wrote; it places boxes and checks nothing"]
    header = ("process", "CPU, median (min–max)")
    return Table(f"toc draw: {title}", header, lines, goals, remarks)


def _ends_well(answer: Answer) -> bool:
    return answer.code in (0, 1) and "fault of this tool" not in answer.said


def _dot(bench: Bench, path: Path) -> list[Command]:
    found = bench.program("dot")
    if found is None:
        return []
    written, drawn = bench.folder / "picture.dot", bench.folder / "dot.svg"
    words = bench.toc("draw", str(path), "-o", str(written))
    Command("dot file", (words,), _ends_well).run()
    return [
        Command("toc check", (bench.toc("check", str(path)),), _ends_well),
        Command("dot -Tsvg", ((found, "-Tsvg", str(written), "-o", str(drawn)),), _ends_well),
        Command(
            _PEER,
            (
                bench.toc("check", str(path)),
                (found, "-Tsvg", str(written), "-o", str(drawn)),
            ),
            _ends_well,
        ),
    ]


def _hold_against_strategy(picture: Path, path: Path) -> None:
    """Look for the title of every node in the picture."""
    said = "".join(ET.parse(picture).getroot().itertext())  # noqa: S314 - our own file
    strategy = _strategy(path)
    for node in toc.TheoryGraph(strategy).nodes:
        entry = strategy.entry(node)
        assert entry is not None
        shown = entry.short.say("en") if entry.short else entry.say("en")
        first = shown.split()[0]
        if first not in said:
            raise WrongAnswerError(str(path), f"{node} is not in the picture")


def _hold_against_plan(drawn: Path, path: Path) -> None:
    """Count what dot drew: it may say more than the nodes and arrows, not less."""
    said, graph = drawn.read_text(encoding="utf-8"), toc.TheoryGraph(_strategy(path))
    counted = said.count('class="node"'), said.count('class="edge"')
    if counted[0] < len(graph.nodes) or counted[1] < len(graph.arrows):
        raise WrongAnswerError(str(drawn), f"dot drew {counted[0]} nodes, {counted[1]} arrows")


def _strategy(path: Path) -> toc.Strategy:
    (parts,) = find_strategies(path)
    return load_parts(parts).strategy


def _growth(bench: Bench, sizes: tuple[int, ...]) -> Table:
    lines, before = [], (0, 0.0)
    for nodes in sizes:
        strategy = _strategy(bench.strategy(nodes))
        rounds = 3 if nodes < 1_000 else 1
        seconds = min(time_call(partial(_draw, strategy)) for _ in range(rounds))
        exponent = _steepness(before, (nodes, seconds)) if before[0] else ""
        lines.append(
            (f"{nodes:,}", f"{seconds:.3f} s", f"{seconds / nodes * 1e3:.2f} ms", exponent)
        )
        before = (nodes, seconds)
    header = ("nodes", "layout and SVG", "for each node", "grows as")
    return Table("toc draw: the grid layout, in process", header, lines)


def _draw(strategy: toc.Strategy) -> None:
    assert toc.draw(strategy).render("svg").startswith(b"<")


def _steepness(before: tuple[int, float], now: tuple[int, float]) -> str:
    return f"n^{log(now[1] / before[1]) / log(now[0] / before[0]):.2f}"
