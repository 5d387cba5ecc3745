"""What every row is measured with: files of a size, our commands, and the peers."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.generating import generated, plan_of
from benchmarks.measuring import Answer, Command

__all__ = ["ON", "PEERS", "PROGRAMS", "ROOT", "Bench", "peer_folder", "says_sizes"]

ROOT = Path(__file__).resolve().parent.parent
ON = "2026-07-01"
"""The day for which everything is checked, so that a run is the same tomorrow."""

PEERS = {
    "yamllint": "style, brackets and duplicate keys; line length and document start are off, so "
    "that it finds nothing either; no ids, no links, no values",
    "check-jsonschema": "names and shapes of fields by `toc schema`; no ids, no links, no graph, "
    "no places",
    "dot": "nothing: it draws what it is given",
    "valgrind": "nothing: it counts instructions",
}

PROGRAMS = {
    "trlc": "trlc",
    "strictdoc": "strictdoc",
    "sphinx-needs": "sphinx-build",
    "doorstop": "doorstop",
}
"""What is started of each peer that needs an environment of its own."""

_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
_YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable}}"
_SEED = 1


def peer_folder() -> Path:
    """Give the folder in which each peer has its environment."""
    return _CACHE / "toc-peers"


def says_sizes(answer: Answer, nodes: int, arrows: int, *, code: int = 0) -> bool:
    """Whether `toc check` counted the nodes and links that there are."""
    counted = re.search(r"(\d+) nodes and (\d+) links", answer.said)
    found = counted is not None and (int(counted[1]), int(counted[2])) == (nodes, arrows)
    return found and answer.code == code


def _ends_well(answer: Answer) -> bool:
    return answer.code == 0


def _says_nothing(answer: Answer) -> bool:
    return answer.code == 0 and not answer.said


@dataclass(frozen=True)
class Bench:
    """Where files are written, and how long there is.

    Attributes:
        folder: a folder for files.
        quick: whether to leave out what takes minutes.
        rounds: how many rounds a process of a fraction of a second gets.
    """

    folder: Path
    quick: bool = False
    rounds: int = 15
    _known: dict[int, Path] = field(default_factory=dict)

    def rounds_for(self, nodes: int) -> int:
        """Give fewer rounds to what takes longer."""
        shares = ((500, 1), (5_000, 2), (50_000, 5))
        return max(1, next((self.rounds // by for most, by in shares if nodes < most), 1))

    def strategy(self, nodes: int) -> Path:
        """Give a generated strategy of a size as a file."""
        if nodes not in self._known:
            path = self.folder / f"generated-{nodes}.yaml"
            path.write_text(generated(nodes, _SEED), encoding="utf-8")
            self._known[nodes] = path
        return self._known[nodes]

    def sizes(self, nodes: int) -> tuple[int, int]:
        """Give the nodes and links that the generator says are in such a strategy."""
        plan = plan_of(nodes, _SEED)
        return plan.nodes, plan.arrows

    def program(self, name: str) -> str | None:
        """Find a program beside this Python, else anywhere."""
        beside = Path(sys.executable).parent / name
        return str(beside) if beside.is_file() else shutil.which(name)

    def peer(self, name: str) -> str | None:
        """Find the program of a peer that has an environment of its own, or none."""
        found = peer_folder() / name / "bin" / PROGRAMS[name]
        return str(found) if found.is_file() else shutil.which(PROGRAMS[name])

    def toc(self, *words: str) -> tuple[str, ...]:
        """Give the words that start our command."""
        found = self.program("toc")
        assert found is not None, "toc is not installed beside this Python"
        return (found, *words)

    def python(self, code: str, name: str = "") -> Command:
        """Start Python for a line of code."""
        return Command(name or code, ((sys.executable, "-c", code),), _ends_well)

    def check(self, path: Path, sizes: tuple[int, int], name: str = "toc check") -> Command:
        """Check a file that is clean."""
        words = self.toc("check", str(path), "--on", ON, "--no-cache")
        is_right = partial(says_sizes, nodes=sizes[0], arrows=sizes[1])
        return Command(name, (words,), is_right, "everything: all rules, with places")

    def yamllint(self, path: Path) -> list[Command]:
        """Give yamllint over a file, if it is installed."""
        found = self.program("yamllint")
        words = (found or "", "-d", _YAMLLINT, str(path))
        command = Command("yamllint", (words,), _says_nothing, PEERS["yamllint"])
        return [command] if found else []

    def jsonschema(self, path: Path, schema: Path) -> list[Command]:
        """Give check-jsonschema over a file, if it is installed."""
        found = self.program("check-jsonschema")
        words = (found or "", "--schemafile", str(schema), str(path))
        command = Command("check-jsonschema", (words,), _ends_well, PEERS["check-jsonschema"])
        return [command] if found else []

    def floors(self) -> Sequence[Command]:
        """Give what no check in Python with pydantic can be faster than."""
        return (
            self.python("from pydantic import BaseModel; import yaml"),
            self.python("pass", "python -c pass"),
        )
