"""The examples and what the README shows: all of it runs, and none of it is stale."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(*words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run something as a person would, and keep what it says."""
    path = {"PATH": f"{BIN}:/usr/bin:/bin", "LANGUAGE": "en"}
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, env=path)


def test_before_a_meeting_checks_draws_and_writes_every_strategy(tmp_path: Path) -> None:
    """The demo ends well and leaves pictures in each language and papers of each strategy."""
    done = run(sys.executable, ROOT / "examples" / "before_a_meeting.py", tmp_path)
    assert done.returncode == 0, done.stderr
    drawn = {path.name for path in tmp_path.iterdir()}
    papers = {path.name for path in (tmp_path / "papers").iterdir()}
    for name in ("arad", "salaj", "timis"):
        assert f"{name}.html" in drawn
        for paper in ("status", "review", "story", "comparison", "lessons", "minutes"):
            assert {f"{name}.{paper}.html", f"{name}.{paper}.pdf"} <= papers
        assert f"{name}.ics" in papers
        for language in ("en", "ro"):
            rest = ("svg", "png", "handout.pdf", "poster.pdf", "slides.pdf")
            assert {f"{name}.{language}.{ending}" for ending in rest} <= drawn
    assert len(done.stdout.splitlines()) < 20


def test_from_python_builds_asks_draws_and_writes(tmp_path: Path) -> None:
    """A script builds a strategy, and what it writes is read back and checked."""
    done = run(sys.executable, ROOT / "examples" / "from_python.py", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "academy -> graduates -> staff_apply -> equal" in done.stdout
    assert run(BIN / "toc", "check", tmp_path / "small.yaml").returncode == 0


@pytest.mark.parametrize(("what", "code"), [("strategies", 0), ("examples/broken.yaml", 1)])
def test_in_ci_passes_a_good_strategy_and_stops_a_broken_one(
    tmp_path: Path, what: str, code: int
) -> None:
    """The script for CI gives the exit code of the check and keeps the findings."""
    if shutil.which("sh") is None:
        pytest.skip("needs a shell")
    done = run("sh", ROOT / "examples" / "in_ci.sh", ROOT / what, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert (tmp_path / "findings.json").read_text(encoding="utf-8").startswith("{")


def test_the_readme_shows_what_the_tool_says_and_draws_today() -> None:
    """The findings in the README and the pictures in the docs are fresh."""
    done = run(sys.executable, ROOT / "tools" / "readme.py", "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_names_the_two_commands_and_the_plain_lines_beneath() -> None:
    """Whoever has no make finds the same set-up and the same commands."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    lines = ("--editable '.[png,pdf]'", "before_a_meeting.py", "--group dev", "tools/check_all.py")
    for line in lines:
        assert line in README
        assert line in makefile


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    """The README's script is copied as it stands, and works in a clone."""
    (script,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    shutil.copytree(ROOT / "strategies", tmp_path / "strategies")
    done = run(sys.executable, "-c", script, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "build" / "timis.svg").is_file()


def test_the_strategy_of_the_readme_is_one() -> None:
    """The YAML that a newcomer sees first is read without a fault."""
    blocks = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    from toc.text.document import read_document  # noqa: PLC0415
    from toc.text.source import decode  # noqa: PLC0415

    for block in blocks:
        document = read_document(decode(block.encode(), "README.md")[0])
        assert not document.findings
