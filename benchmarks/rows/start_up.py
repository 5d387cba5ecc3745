"""What it costs before anything is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.measuring import Answer, Command, compare_commands
from benchmarks.tables import Table

__all__ = ["measure"]


def measure(bench: Bench) -> Iterator[Table]:
    """Measure imports and the commands that read no strategy."""
    commands = _commands(bench)
    taken = compare_commands(commands, bench.rounds)
    floor = taken["python -c pass"]
    lines = [
        (command.name, str(taken[command.name]), str(taken[command.name].over(floor)))
        for command in commands
    ]
    header = ("process", "CPU, median (min–max)", "of `python -c pass`")
    remark = "without .pyc: PYTHONPYCACHEPREFIX names an empty folder, PYTHONDONTWRITEBYTECODE=1"
    yield Table("start-up", header, lines, remarks=[remark])


def _commands(bench: Bench) -> list[Command]:
    checked = bench.check(bench.strategy(45), bench.sizes(45), "toc check, 45 nodes")
    return [
        *reversed(bench.floors()),
        bench.python("import toc"),
        bench.python("from toc import Strategy"),
        bench.python("from toc import check"),
        Command("toc --help", (bench.toc("--help"),), _shows_commands),
        Command("toc rules", (bench.toc("rules"),), _shows_rules),
        checked,
        Command(
            "toc check, 45 nodes, without .pyc",
            checked.words,
            checked.is_right,
            extra=_without_pyc(bench.folder),
        ),
    ]


def _without_pyc(folder: Path) -> dict[str, str]:
    return {"PYTHONPYCACHEPREFIX": str(folder / "no-pyc"), "PYTHONDONTWRITEBYTECODE": "1"}


def _shows_commands(answer: Answer) -> bool:
    return answer.code == 0 and all(name in answer.said for name in ("check", "draw", "explain"))


def _shows_rules(answer: Answer) -> bool:
    return answer.code == 0 and "goal-without-path-from-activity" in answer.said
