"""Instructions, which repeat to the digit where seconds do not; valgrind counts them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.measuring import Command
from benchmarks.tables import Table

__all__ = ["measure"]

_COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")
_SAME = {"PYTHONHASHSEED": "0"}


def measure(bench: Bench) -> Iterator[Table]:
    """Count the instructions of start-up and of checks."""
    found = bench.program("valgrind")
    header = ("process", "million instructions", "of `python -c pass`")
    if found is None:
        remark = "valgrind is not installed: nothing counted"
        yield Table("instructions", header, [], remarks=[remark])
        return
    python = sys.executable
    toc = bench.toc("check")[0]
    sizes = (45, 500) if bench.quick else (45, 500, 5_000)
    words: dict[str, tuple[str, ...]] = {
        "python -c pass": (python, "-c", "pass"),
        "import pydantic, yaml": (python, "-c", "from pydantic import BaseModel; import yaml"),
        "import toc": (python, "-c", "import toc"),
        "toc --help": (python, toc, "--help"),
    }
    for nodes in sizes:
        file = str(bench.strategy(nodes))
        words[f"toc check, {nodes:,} nodes"] = (python, toc, "check", file, "--on", "2026-07-01")
    counted = {name: _count(found, one) for name, one in words.items()}
    floor = counted["python -c pass"]
    lines = [
        (name, f"{count / 1e6:,.0f}", f"{count / floor:.1f} ×") for name, count in counted.items()
    ]
    yield Table("instructions", header, lines)


def _count(valgrind: str, words: tuple[str, ...]) -> int:
    options = ("--tool=callgrind", "--callgrind-out-file=/dev/null")
    command = Command(
        " ".join(words),
        ((valgrind, *options, *words),),
        lambda answer: answer.code == 0 and _COLLECTED.search(answer.said) is not None,
        extra=_SAME,
    )
    command.run()
    counted = _COLLECTED.search(command.run().said)
    assert counted is not None
    return int(counted[1])
