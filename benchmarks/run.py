"""Measure everything that has a goal, side by side with its peers.

    python benchmarks/run.py                       all rows: about half an hour
    python benchmarks/run.py --quick               small sizes, few rounds
    python benchmarks/run.py --rows check,draw     some rows
    python benchmarks/run.py --gate                fail on what grows too fast, for CI
    python benchmarks/run.py --count               fail on more instructions than agreed, for CI
    python benchmarks/run.py --count --agree       agree to as many as there are now
    python benchmarks/run.py --install-peers       make the peers' virtual environments, once

Nothing is compared with another run: clocks drift and cores are shared.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.bench import PEERS, PROGRAMS, ROOT, Bench, peer_folder
from benchmarks.counting import agreed, counted_now, exceeding, keep
from benchmarks.growing import LIMIT, TIMES, Question, growths
from benchmarks.measuring import WrongAnswerError
from benchmarks.questions import all_questions

__all__ = ["ROWS", "count", "gate", "install_peers", "main"]

ROWS = (
    *("check", "remembered", "many", "peers", "start-up", "reader", "rules", "graph"),
    *("hostile", "draw", "layout", "analysis", "asking", "readings", "instructions"),
)
_USUAL = tuple(name for name in ROWS if name != "instructions")
_ROUNDS, _QUICK_ROUNDS = 15, 3
_BYTECODE = (
    "every process finds its modules compiled: a first round, which is not counted, writes the "
    ".pyc files of all of them into a folder of this run"
)
_PACKAGES = ("pydantic", "pydantic_core", "PyYAML", "networkx", "yamllint", "check-jsonschema")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, or judge.

    Returns:
        0 when all is measured, or nothing is too much; 1 when something is; 2 when an
        answer was wrong.
    """
    options = _parser().parse_args(arguments)
    try:
        if options.install_peers:
            return install_peers()
        if options.gate:
            return gate(all_questions())
        if options.count:
            return count(agree=options.agree)
        _measure(options.rows, quick=options.quick, rounds=options.rounds)
    except WrongAnswerError as error:
        print(f"wrong answer: {error}")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes and few rounds")
    parser.add_argument("--rows", type=_rows, default=_USUAL, help=f"some of {', '.join(ROWS)}")
    parser.add_argument("--rounds", type=int, help="how many rounds a short process gets")
    parser.add_argument("--gate", action="store_true", help="fail on what grows too fast")
    parser.add_argument("--count", action="store_true", help="fail on too many instructions")
    parser.add_argument("--agree", action="store_true", help="with --count: agree to the count")
    parser.add_argument(
        "--install-peers", action="store_true", help="make an environment for each peer, once"
    )
    return parser


def install_peers() -> int:
    """Give each peer that has none a virtual environment of its own, in the cache folder."""
    for name, program in PROGRAMS.items():
        home = peer_folder() / name
        if not (home / "bin" / program).exists():
            print(f"{name}: into {home}", flush=True)
            venv.create(home, with_pip=True, clear=True)
            subprocess.run(
                (home / "bin" / "python", "-m", "pip", "install", "-q", name), check=True
            )
    return 0


def count(*, agree: bool) -> int:
    """Count the instructions of start-up, and hold them against what was agreed.

    Returns:
        0 when nothing needs more than agreed, else 1; 2 when they cannot be counted.
    """
    with tempfile.TemporaryDirectory(prefix="toc-benchmarks-") as folder:
        _keep_to(Path(folder))
        counted = counted_now(Bench(Path(folder)))
    if counted is None:
        print("valgrind is not installed: nothing counted")
        return 2
    if agree:
        keep(counted)
    too_many = exceeding(counted, agreed())
    print("\n".join(too_many) or f"{len(counted.ratios)} processes counted, none above the agreed")
    return int(bool(too_many))


def _rows(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        message = f"{', '.join(unknown)}: choose from {', '.join(ROWS)}"
        raise argparse.ArgumentTypeError(message)
    return names


def gate(questions: Iterable[Question]) -> int:
    """Ask what may grow no faster than linearly, and say what does.

    Returns:
        0 when nothing is too steep, else 1.
    """
    asked, steep = 0, 0
    for growth in growths(questions):
        asked += 1
        steep += growth.is_steep
        if growth.is_steep:
            n = growth.question.size
            print(f"too steep: {growth.question.name}: t({TIMES * n})/t({n}) = {growth.ratio:.1f}")
    print(f"{asked} questions asked, {steep} of them grew by {LIMIT:g} or more at {TIMES} n")
    return int(steep > 0)


def _measure(rows: Iterable[str], *, quick: bool, rounds: int | None) -> None:
    print("\n".join(_circumstances()), flush=True)
    with tempfile.TemporaryDirectory(prefix="toc-benchmarks-") as folder:
        _keep_to(Path(folder))
        bench = Bench(Path(folder), quick, rounds or (_QUICK_ROUNDS if quick else _ROUNDS))
        for name in rows:
            module = import_module(f"benchmarks.rows.{name.replace('-', '_')}")
            for table in module.measure(bench):
                print(table, flush=True)


def _circumstances() -> Iterator[str]:
    """Say where and with what is measured."""
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0]
    yield f"{date.today():%Y-%m-%d}; {platform.platform()}; {cores} cores, load {load:.1f}"  # noqa: DTZ011
    yield f"Python {platform.python_version()}; {packages}"
    yield f"toc at commit {_commit()}"
    yield f"bytecode: {_BYTECODE}"
    yield f"not installed, so not compared: {', '.join(_missing()) or 'nothing'}\n"


def _commit() -> str:
    git = shutil.which("git")
    words = (git or "git", "-C", str(ROOT), "describe", "--always", "--dirty")
    done = subprocess.run(words, check=False, capture_output=True, text=True) if git else None
    return done.stdout.strip() if done and done.stdout else "unknown"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _missing() -> list[str]:
    beside = Path(sys.executable).parent
    return [
        f"{name} ({about})"
        for name, about in PEERS.items()
        if not (beside / name).is_file() and shutil.which(name) is None
    ]


def _keep_to(folder: Path) -> None:
    """Let every process of this run find its modules compiled, and remember only this run."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "pyc")
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")


if __name__ == "__main__":
    sys.exit(main())
