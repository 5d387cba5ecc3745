"""Running the command: in this process, or in one of its own where the process matters."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from toc.cli import main

CLEAN = """\
toc: 1
strategy:
  id: town
  title: A town for all
  languages: [en]
  status: draft
stakeholders:
  hall: {title: Town hall, kind: organisation}
  staff: {title: Front-desk staff, kind: group, size: 60}
activities:
  course:
    title: A course for the front desk
    accountable: hall
    responsible: [hall]
    for: [staff]
    cost: none
    period: 2027-01/2027-06
    quick_win: true
outputs:
  trained: 60 trained members of staff
outcomes:
  apply: {title: Staff use what they learned, for: [staff], horizon: short, change: behaviour}
goals:
  equal: Newcomers use public services on equal terms
factors:
  doors: {title: Newcomers avoid offices after bad experience, kind: barrier, watch: [hall]}
  strain: {title: Staff tire of being taught, kind: unintended, watch: [hall]}
assumptions:
  time: {title: Managers leave staff the time, kind: opportunity}
links:
  course -> trained: Three series of twenty
  trained -> apply: {because: Whoever has practised recognises the situation, assuming: [time]}
  apply -> equal: {because: Procedures that fit remove barriers, assuming: [time]}
  doors -> equal: {because: Who was sent away does not come again, role: hinders}
  course -> strain: Lessons come on top of the day's work
indicators:
  desks:
    title: Desks that use a procedure
    of: apply
    unit: desks
    direction: up
    baseline: {2026: 2}
    target: {2028: 12}
    source: Yearly questionnaire
    frequency: P1Y
    responsible: hall
  served:
    title: Newcomers who got what they came for
    of: equal
    unit: "% of those asked"
    direction: up
    baseline: {2026: 50}
    target: {2028: 80}
    source: Exit interviews
    frequency: P1Y
    responsible: hall
    by: [sex]
"""
"""A strategy in which nothing is to be mended."""

_DESKS = CLEAN[CLEAN.index("  desks:\n") : CLEAN.index("  served:\n")]

WARNED = CLEAN.replace(_DESKS, "")
"""The same with one warning: nothing measures an outcome."""

BROKEN = CLEAN.replace("apply -> equal", "apply -> equality")
"""The same with errors: its goal is misspelled in a link."""

_SPEAKING = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_COLOURING = ("FORCE_COLOR", "NO_COLOR", "TERM")
_SILENT = (
    "GITHUB_ACTIONS",
    "TOC_DEBUG",
    "PYTHONIOENCODING",
    "PYTHONUNBUFFERED",
    *_SPEAKING,
    *_COLOURING,
)


@dataclass(frozen=True)
class Ran:
    """What a command did.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it complained.
    """

    code: int
    out: str
    err: str


def toc(*arguments: str | Path, **environment: str) -> Ran:
    """Run the command in this process; it speaks English unless the environment says more."""
    out, err = StringIO(), StringIO()
    with patch.dict(os.environ, bare(environment), clear=True):
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = main([str(argument) for argument in arguments])
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 0
        return Ran(code, out.getvalue(), err.getvalue())


def process(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run `python -m toc` in a process of its own."""
    done = subprocess.run(
        command(*arguments), cwd=cwd, env=bare(environment), capture_output=True, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def command(*arguments: str | Path) -> list[str]:
    """Give the words that start the command."""
    return [sys.executable, "-m", "toc", *map(str, arguments)]


def bare(environment: dict[str, str]) -> dict[str, str]:
    """Give this process's environment without what changes how the command speaks."""
    kept = {name: value for name, value in os.environ.items() if name not in _SILENT}
    return kept | environment


def write(path: Path, text: str) -> Path:
    """Write a file, its folders too, and give its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
