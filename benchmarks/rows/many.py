"""Many small strategies in one folder."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from random import Random

from benchmarks.bench import ON, Bench
from benchmarks.generating import generated
from benchmarks.measuring import Answer, Command
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_SMALLEST, _LARGEST = 5, 50


def measure(bench: Bench) -> Iterator[Table]:
    """Check a collection of files of 5 to 50 nodes."""
    count = 200 if bench.quick else 1_000
    folder = bench.folder / "many"
    folder.mkdir(exist_ok=True)
    rng = Random(1)
    for number in range(count):
        text = generated(rng.randint(_SMALLEST, _LARGEST), number)
        (folder / f"s{number}.yaml").write_text(text, encoding="utf-8")
    words = bench.toc("check", str(folder), "--on", ON)

    def counts_all(answer: Answer) -> bool:
        found = re.search(r"(\d+) strategies", answer.said)
        return answer.code == 0 and found is not None and int(found[1]) == count

    command = Command("toc check", (words,), counts_all)
    command.run()
    begun = time.perf_counter()
    answer = command.run()
    wall = time.perf_counter() - begun
    yield Table(
        f"{count:,} files of {_SMALLEST} to {_LARGEST} nodes",
        ("process", "CPU", "wall", "files a second"),
        [
            (
                "toc check",
                f"{answer.seconds:.2f} s",
                f"{wall:.2f} s",
                f"{count / wall:.0f}",
            )
        ],
        [Goal("seconds for 1,500 files on two cores, cold", wall / count * 1_500, 1)],
    )
