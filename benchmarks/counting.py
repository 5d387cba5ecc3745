"""Instructions of start-up, held against what was agreed: they repeat where seconds do not.

A machine's own part is taken off by counting `python -c pass` as well: what is agreed is how
many times as many a process takes.  The agreement holds for the versions that it names.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.bench import ON, Bench
from benchmarks.measuring import Command

__all__ = [
    "AGREED",
    "MOST",
    "Count",
    "agreed",
    "count_instructions",
    "counted_now",
    "exceeding",
    "keep",
]

AGREED = Path(__file__).parent / "instructions.json"
MOST = 1.03
"""How many times the agreed instructions a process may take."""

_COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")
_SAME = {"PYTHONHASHSEED": "0"}
_NODES = 45
_PACKAGES = ("pydantic", "PyYAML")


@dataclass(frozen=True)
class Count:
    """What was counted.

    Attributes:
        versions: of Python and of what a check imports.
        ratios: for each process its instructions, of those of `python -c pass`.
    """

    versions: Mapping[str, str]
    ratios: Mapping[str, float]


def count_instructions(valgrind: str, words: tuple[str, ...]) -> int:
    """Count the instructions of a process, once its modules are compiled.

    Raises:
        WrongAnswerError: when it does not end well.
    """
    options = ("--tool=callgrind", "--callgrind-out-file=/dev/null")
    name = " ".join(words)
    Command(name, (words,), lambda answer: answer.code == 0, extra=_SAME).run()
    counting = Command(
        name,
        ((valgrind, *options, *words),),
        lambda answer: answer.code == 0 and _COLLECTED.search(answer.said) is not None,
        extra=_SAME,
    )
    counted = _COLLECTED.search(counting.run().said)
    assert counted is not None
    return int(counted[1])


def counted_now(bench: Bench) -> Count | None:
    """Count what is gated; None where valgrind is not installed."""
    valgrind = bench.program("valgrind")
    if valgrind is None:
        return None
    floor = count_instructions(valgrind, (sys.executable, "-c", "pass"))
    counts = {name: count_instructions(valgrind, words) for name, words in _gated(bench).items()}
    return Count(_versions(), {name: round(one / floor, 3) for name, one in counts.items()})


def _gated(bench: Bench) -> Mapping[str, tuple[str, ...]]:
    path = str(bench.strategy(_NODES))
    python, check = sys.executable, bench.toc("check", path, "--on", ON)
    return {
        "import toc": (python, "-c", "import toc"),
        "toc --help": (python, *bench.toc("--help")),
        f"toc check, {_NODES} nodes": (python, *check, "--no-cache"),
        f"toc check, {_NODES} nodes, unchanged": (python, *check),
    }


def _versions() -> Mapping[str, str]:
    python = ".".join(platform.python_version_tuple()[:2])
    return {"Python": python, **{name: version(name) for name in _PACKAGES}}


def agreed() -> Count:
    """Read what was agreed."""
    return Count(**json.loads(AGREED.read_text(encoding="utf-8")))


def keep(count: Count) -> None:
    """Agree to a count."""
    AGREED.write_text(json.dumps(asdict(count), indent=2) + "\n", encoding="utf-8")


def exceeding(count: Count, limit: Count) -> list[str]:
    """Say which processes take too many instructions; with other versions, that they differ."""
    if count.versions != limit.versions:
        return [f"counted with {_said(count)}, agreed for {_said(limit)}: agree anew"]
    return list(_above(count, limit))


def _said(count: Count) -> str:
    return ", ".join(f"{name} {one}" for name, one in count.versions.items())


def _above(count: Count, limit: Count) -> Iterator[str]:
    for name, ratio in count.ratios.items():
        known = limit.ratios.get(name)
        if known is None:
            yield f"{name}: nothing agreed"
        elif ratio > known * MOST:
            yield f"{name}: {ratio:.1f} times `python -c pass`, {ratio / known - 1:+.1%} of agreed"
