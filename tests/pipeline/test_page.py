"""docs/in-ci.md: what it says can be typed, and does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli.running import BROKEN, WARNED, toc, write
from pipeline.checkout import ROOT

from toc.api import new
from toc.reporters import REPORTERS

PAGE = (ROOT / "docs" / "in-ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]


def block(name: str) -> Any:
    """Give the YAML that begins with a word, or is the content of the file of that name."""
    (found,) = (text for kind, text in BLOCKS if kind == "yaml" and name in text.splitlines()[0])
    return yaml.safe_load(found)


def test_every_command_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, in a project with a clean strategy, each ends with 0."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "strategies" / "town.yaml", new())
    assert len(COMMANDS) > 5
    for line in COMMANDS:
        _, *words = shlex.split(line, comments=True)
        ran = toc(*words)
        assert ran.code == 0, (line, ran.out, ran.err)


def test_every_format_has_its_row() -> None:
    """The table names each of them, once."""
    table = PAGE.partition("| format |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == list(REPORTERS)


@pytest.mark.parametrize(
    ("threshold", "file", "code"),
    [("error", new(), 0), ("error", BROKEN, 1), ("never", BROKEN, 0), ("error", None, 2)],
)
def test_the_exit_codes_are_those_of_the_table(
    threshold: str, file: str | None, code: int, tmp_path: Path
) -> None:
    """0 clean, 1 found, 2 could not run."""
    path = tmp_path / "x.yaml"
    if file is not None:
        write(path, file)
    assert toc("check", path, "--fail-on", threshold).code == code
    assert f"| {code} |" in PAGE


def test_the_waiver_is_one_that_holds(tmp_path: Path) -> None:
    """Pasted under a strategy, it accepts what it names until its date, and no longer."""
    (waiver,) = (text for kind, text in BLOCKS if kind == "yaml" and text.startswith("waivers:"))
    path = write(tmp_path / "x.yaml", WARNED + waiver)
    gate = ("check", path, "--select", "result-without-indicator", "--fail-on", "advice", "--on")
    assert toc(*gate, "2027-12-31").code == 0
    assert toc(*gate, "2028-01-01").code == 1


def test_the_hooks_are_those_that_there_are() -> None:
    """What the page configures is declared."""
    declared = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = block(".pre-commit-config.yaml")["repos"]
    assert {one["id"] for one in repository["hooks"]} == {one["id"] for one in declared}


def test_the_inputs_are_those_of_the_action() -> None:
    """What the page gives to the action, it takes; and the page names all of them."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = block("strategies.yml")["jobs"]["check"]["steps"]
    (ours,) = (step for step in steps if "theory-of-change" in step["uses"])
    assert set(ours["with"]) <= set(action["inputs"])
    assert all(f"`{name}`" in PAGE for name in action["inputs"])


def test_gitlab_gets_the_file_that_is_written() -> None:
    """The artifact is the report of the script."""
    job = block(".gitlab-ci.yml")["strategies"]
    assert f"--report junit={job['artifacts']['reports']['junit']}" in job["script"][-1]
