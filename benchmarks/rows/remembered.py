"""A file that did not change since it was checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.bench import ON, Bench, says_sizes
from benchmarks.measuring import Command, compare_commands
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_SIZES = (45, 500, 5_000)
_PASS = "python -c pass"  # noqa: S105 - no password, a program


def measure(bench: Bench) -> Iterator[Table]:
    """Measure an unchanged file of some sizes against Python's own start."""
    commands = [bench.python("pass", _PASS)]
    commands += [_remembered(bench, nodes) for nodes in (_SIZES[:2] if bench.quick else _SIZES)]
    taken = compare_commands(commands, bench.rounds)
    floor = taken[_PASS]
    lines = [(one.name, str(taken[one.name]), str(taken[one.name].over(floor))) for one in commands]
    header = ("process", "CPU, median (min–max)", f"of `{_PASS}`")
    small = taken[commands[1].name].over(floor).middle
    goals = [Goal(f"an unchanged file of {_SIZES[0]} nodes, of `{_PASS}`", small, 4)]
    yield Table("toc check: an unchanged file, remembered", header, lines, goals)


def _remembered(bench: Bench, nodes: int) -> Command:
    words = bench.toc("check", str(bench.strategy(nodes)), "--on", ON)
    sizes = bench.sizes(nodes)
    is_right = partial(says_sizes, nodes=sizes[0], arrows=sizes[1])
    return Command(f"toc check, {nodes:,} nodes, unchanged", (words,), is_right)
