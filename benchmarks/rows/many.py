"""Many small strategies in one folder: checked for the first time, and unchanged."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from shutil import copyfile

from benchmarks.bench import ON, Bench
from benchmarks.generating import generated
from benchmarks.measuring import Answer, Command
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_SMALLEST, _LARGEST = 5, 50
_USUAL, _FEW = (200, 1_000), (60, 240)
"""How many files the smaller folder has and the larger one: each is checked once in full, and
that takes by far the longest."""
_ROUNDS = 3


def measure(bench: Bench) -> Iterator[Table]:
    """Check folders of files of 5 to 50 nodes."""
    made, many = _FEW if bench.quick else _USUAL
    folder = _made(bench, made)
    larger = _copied(bench, folder, made, many)
    small, large = _command(bench, folder, made), _command(bench, larger, many)
    # What takes time once is done before: modules are compiled.
    bench.check(bench.strategy(_SMALLEST), bench.sizes(_SMALLEST)).run()
    # What is checked in full is remembered: the first run is measured, and fills the memory.
    cold, warm = _wall(small, 1), _wall(small, _ROUNDS)
    cold_many, warm_many = _wall(large, 1), _wall(large, _ROUNDS)
    lines = [
        _line(f"{made:,} files, the first time", made, *cold),
        _line(f"{many:,} files, the first time", many, *cold_many),
        _line(f"{made:,} files, unchanged", made, *warm),
        _line(f"{many:,} files, unchanged", many, *warm_many),
    ]
    each = (warm_many[0] - warm[0]) / (many - made)
    goals = [
        Goal("seconds for 1,500 files, the first time", cold_many[0] / many * 1_500, 1),
        Goal("seconds for 20,000 unchanged files", warm[0] + each * (20_000 - made), 1),
        Goal("seconds for 10,000 unchanged files", warm[0] + each * (10_000 - made), 1),
    ]
    header = ("toc check of files of 5 to 50 nodes", "wall", "CPU", "files a second")
    remark = f"the fastest of {_ROUNDS} runs where unchanged, one run the first time; with start-up"
    yield Table("many files", header, lines, goals, [remark])


def _made(bench: Bench, count: int) -> Path:
    folder = bench.folder / "many"
    folder.mkdir(exist_ok=True)
    rng = Random(1)
    for number in range(count):
        text = generated(rng.randint(_SMALLEST, _LARGEST), number)
        (folder / f"s{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def _copied(bench: Bench, folder: Path, made: int, count: int) -> Path:
    """Fill a larger folder with the same files under other names: to make them takes longer."""
    larger = bench.folder / "more"
    larger.mkdir(exist_ok=True)
    for number in range(count):
        copyfile(folder / f"s{number % made}.yaml", larger / f"t{number}.yaml")
    return larger


def _command(bench: Bench, folder: Path, count: int) -> Command:
    words = bench.toc("check", str(folder), "--on", ON)
    return Command("toc check", (words,), partial(_counts, count=count))


def _counts(answer: Answer, count: int) -> bool:
    found = re.search(r"(\d[\d,]*) strategies", answer.said)
    return answer.code == 0 and found is not None and int(found[1].replace(",", "")) == count


def _wall(command: Command, rounds: int) -> tuple[float, float]:
    """Give the seconds on the wall and of all cores, of the fastest of some runs."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = command.run()
        taken.append((time.perf_counter() - begun, answer.seconds))
    return min(taken)


def _line(name: str, count: int, wall: float, seconds: float) -> tuple[str, ...]:
    return name, f"{wall:.2f} s", f"{seconds:.2f} s", f"{count / wall:,.0f}"
