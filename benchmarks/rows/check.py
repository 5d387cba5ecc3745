"""`toc check` of one file, against other checkers of YAML, at 45 nodes and more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import yaml

from benchmarks.bench import ROOT, Bench, says_sizes
from benchmarks.measuring import Answer, Command, Timing, compare_commands, own_megabytes
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_PYDANTIC = "from pydantic import BaseModel; import yaml"
_NODES = ("needs", "assets", "inputs", "activities", "outputs", "outcomes", "goals", "factors")
_SMALLEST, _SMALL, _LARGE = 5, 500, 50_000
_START = "toc check, 5 nodes"
_MOST_FOR_JSONSCHEMA = 5_000


def measure(bench: Bench) -> Iterator[Table]:
    """Measure small files, then larger ones."""
    schema = bench.folder / "schema.json"
    Command(
        "schema", (bench.toc("schema", "-o", str(schema)),), lambda answer: answer.code == 0
    ).run()
    yield _table("strategies/arad.yaml", bench, _real(bench), schema)
    yield _table("45 nodes, generated", bench, _clean(bench, 45), schema)
    sizes = [_SMALL, 5_000] if bench.quick else [_SMALL, 5_000, _LARGE]
    costs: dict[int, float] = {}
    for nodes in sizes:
        table, costs[nodes] = _large(bench, nodes, schema)
        yield table
    yield _growth(costs)


def _clean(bench: Bench, nodes: int) -> tuple[Path, Command]:
    path = bench.strategy(nodes)
    return path, bench.check(path, bench.sizes(nodes))


def _real(bench: Bench) -> tuple[Path, Command]:
    """Give the strategy that people wrote; PyYAML counts what must be in it."""
    path = ROOT / "strategies" / "arad.yaml"
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    nodes = sum(len(read.get(section) or {}) for section in _NODES)
    arrows = sum(link.count(",") + 1 for link in read["links"])
    command = bench.check(path, (nodes, arrows))
    return path, Command(
        command.name,
        command.words,
        partial(_says, nodes=nodes, arrows=arrows),
        command.remark,
    )


def _says(answer: Answer, nodes: int, arrows: int) -> bool:
    return any(says_sizes(answer, nodes, arrows, code=code) for code in (0, 1))


def _lines(taken: Mapping[str, Timing], commands: list[Command]) -> list[tuple[str, ...]]:
    ours = taken["toc check"]
    return [
        (
            command.name,
            str(taken[command.name]),
            "" if command.name == "toc check" else str(ours.over(taken[command.name])),
            command.remark,
        )
        for command in commands
    ]


_HEADER = ("process", "CPU, median (min–max)", "toc check takes … of it", "checks")


def _table(title: str, bench: Bench, ours: tuple[Path, Command], schema: Path) -> Table:
    path, command = ours
    peers = [*bench.yamllint(path), *bench.jsonschema(path, schema)]
    commands = [command, *peers, *bench.floors()]
    taken = compare_commands(commands, bench.rounds)
    goals = [
        Goal("of `import pydantic, yaml`", taken["toc check"].over(taken[_PYDANTIC]).middle, 2)
    ]
    if "yamllint" in taken:
        goals.append(Goal("of yamllint", taken["toc check"].over(taken["yamllint"]).middle, 1))
    return Table(f"toc check: {title}", _HEADER, _lines(taken, commands), goals)


def _large(bench: Bench, nodes: int, schema: Path) -> tuple[Table, float]:
    """Measure one size, and what each node costs when start-up is taken off."""
    path, command = _clean(bench, nodes)
    smallest = bench.check(bench.strategy(_SMALLEST), bench.sizes(_SMALLEST), _START)
    commands = [command, smallest, *bench.yamllint(path)]
    if nodes <= _MOST_FOR_JSONSCHEMA:
        commands += bench.jsonschema(path, schema)
    taken = compare_commands(commands, bench.rounds_for(nodes))
    ours = taken["toc check"]
    goals = []
    if "yamllint" in taken:
        limit = 1 / 2 if nodes == _SMALL else 1 / 6
        goals.append(Goal("of yamllint", ours.over(taken["yamllint"]).middle, limit))
    if "check-jsonschema" in taken and nodes == _SMALL:
        goals.append(
            Goal("of check-jsonschema", ours.over(taken["check-jsonschema"]).middle, 1 / 3)
        )
    rounds = f"{bench.rounds_for(nodes)} rounds"
    if ours.megabytes > own_megabytes():
        rounds += f"; toc check holds {ours.megabytes:.0f} MB at most"
    lines = _lines(taken, commands)
    cost = (ours.middle - taken[_START].middle) / (nodes - _SMALLEST)
    return Table(f"toc check: {nodes:,} nodes, generated", _HEADER, lines, goals, [rounds]), cost


def _growth(costs: Mapping[int, float]) -> Table:
    """Compare the cost of a node."""
    lines = [
        (f"{nodes:,}", f"{cost * 1e6:.0f} µs", f"{cost / costs[_SMALL]:.2f} ×")
        for nodes, cost in costs.items()
    ]
    most = max(cost / costs[_SMALL] for cost in costs.values())
    return Table(
        "toc check: the cost of a node, start-up taken off",
        ("nodes", "CPU for each", "of that at 500"),
        lines,
        [Goal("growth of the cost per node from 500 on", most, 1.2)],
    )
