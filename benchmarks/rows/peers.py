"""`toc check` against tools that read a model from text, on the same nodes and arrows."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.formats import FORMATS, Theory, theory_of
from benchmarks.measuring import Answer, Command, Timing, WrongAnswerError, compare_commands
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_SIZE, _QUICK_SIZE, _TOC = 500, 45, "toc check"
_MOST_ROUNDS = 3
_REMARKS = {
    "trlc": "types, names and references; no graph",
    "strictdoc": "references and circles; writes a site of HTML, for it has no command that "
    "only checks",
    "sphinx-needs": "references; writes a page of HTML, for it has no command that only checks",
    "doorstop": "references and circles; a file for each node",
}
_GOALS = {"strictdoc": 1 / 10, "sphinx-needs": 1 / 10}


def measure(bench: Bench) -> Iterator[Table]:
    """Measure whichever of them are installed, in turn with ours."""
    nodes = _QUICK_SIZE if bench.quick else _SIZE
    path = bench.strategy(nodes)
    theory = theory_of(path)
    programs = {name: bench.peer(name) for name in FORMATS}
    there = {name: program for name, program in programs.items() if program is not None}
    peers = [_peer(bench, name, program, theory) for name, program in there.items()]
    commands = [bench.check(path, bench.sizes(nodes), _TOC), *peers]
    taken = compare_commands(commands, min(_MOST_ROUNDS, bench.rounds_for(nodes)))
    missing = ", ".join(name for name in programs if name not in there)
    yield _table(theory, commands, taken, missing)


def _table(
    theory: Theory, commands: list[Command], taken: dict[str, Timing], missing: str
) -> Table:
    ours = taken[_TOC]
    lines = [
        (
            one.name,
            str(taken[one.name]),
            "" if one.name == _TOC else str(ours.over(taken[one.name])),
            one.remark,
        )
        for one in commands
    ]
    goals = [
        Goal(f"of {name}", ours.over(taken[name]).middle, limit)
        for name, limit in _GOALS.items()
        if name in taken
    ]
    header = ("process", "CPU, median (min–max)", "toc check takes … of it", "checks")
    remarks = [
        f"{theory.arrows:,} arrows; ours reads the whole strategy, the others ids and titles only"
    ]
    if missing:
        remarks.append(f"not installed, so not compared: {missing}; see --install-peers")
    return Table(f"the same graph, {len(theory.titles):,} nodes", header, lines, goals, remarks)


def _peer(bench: Bench, name: str, program: str, theory: Theory) -> Command:
    folder = bench.folder / f"{name}-{len(theory.titles)}"
    for file, text in FORMATS[name](theory):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    command = Command(name, (_words(name, program, folder),), _ends_well, _REMARKS[name])
    _see_that_it_looks(name, folder, command)
    return command


def _words(name: str, program: str, folder: Path) -> tuple[str, ...]:
    out = str(folder.with_suffix(".out"))
    if name == "trlc":
        return program, str(folder)
    if name == "strictdoc":
        return program, "export", str(folder), "--output-dir", out
    if name == "sphinx-needs":
        return program, "-W", "-E", "-q", "-b", "html", str(folder), out
    subprocess.run(("git", "init", "-q", str(folder)), check=True)
    return program, "-F", "-L", "-W", "-j", str(folder)


def _ends_well(answer: Answer) -> bool:
    return answer.code == 0


def _see_that_it_looks(name: str, folder: Path, command: Command) -> None:
    """See that a reference to nothing is noticed: else its time means nothing."""
    written = next(file for file in sorted(folder.rglob("*.*")) if _refers(file))
    text = written.read_text(encoding="utf-8")
    written.write_text(_with_dangling(text), encoding="utf-8")
    try:
        command.run()
    except WrongAnswerError:
        return
    else:
        raise WrongAnswerError(name, "a reference to nothing goes unnoticed")
    finally:
        written.write_text(text, encoding="utf-8")


_MARKS = ("leads_to = [", "  VALUE: ", ":links: ", "links: [N")


def _refers(file: Path) -> bool:
    if not file.is_file() or file.suffix not in (".trlc", ".sdoc", ".rst", ".yml"):
        return False
    text = file.read_text(encoding="utf-8")
    return any(mark in text for mark in _MARKS)


def _with_dangling(text: str) -> str:
    mark = next(mark for mark in _MARKS if mark in text)
    wrong = f"{mark}9" if mark.endswith("N") else f"{mark}nothing_"
    return text.replace(mark, wrong, 1)
