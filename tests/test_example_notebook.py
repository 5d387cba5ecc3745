"""The notebook among the examples: executed, honest, the same on every machine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "examples" / "in_a_notebook.ipynb"
TOOL = ROOT / "tools" / "notebooks.py"


def read(file: Path = NOTEBOOK) -> dict[str, Any]:
    """Read a notebook as plain data."""
    notebook: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return notebook


def shown(form: str) -> list[str]:
    """Give what the notebook shows in a form."""
    outputs = [one for cell in read()["cells"] for one in cell.get("outputs", [])]
    return ["".join(one["data"][form]) for one in outputs if form in one.get("data", {})]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the tool as a person would."""
    command = (sys.executable, "-W", "error::ResourceWarning", TOOL, *words)
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool as a module."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    import notebooks  # type: ignore[import-not-found]  # noqa: PLC0415

    module: ModuleType = notebooks
    return module


def test_the_notebook_shows_what_the_tool_says_today() -> None:
    """Executed again, every cell shows what is stored."""
    done = run("--check")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_a_stale_cell_is_named_and_written_anew(tmp_path: Path) -> None:
    """The check can fail, changes nothing, and what the switch writes is what was agreed."""
    file = tmp_path / NOTEBOOK.name
    text = NOTEBOOK.read_text(encoding="utf-8")
    file.write_text(text.replace("answered:  ", "answered: nothing "), encoding="utf-8")
    changed = file.read_text(encoding="utf-8")
    done = run("--check", file)
    assert done.returncode == 1
    assert done.stdout == f"{file.name} is stale: answered: run python tools/notebooks.py\n"
    assert file.read_text(encoding="utf-8") == changed != text
    assert run(file).stdout == f"{file.name} written: answered\n"
    assert file.read_bytes() == NOTEBOOK.read_bytes()


class TestStale:
    """Whatever the notebook would say otherwise is noticed."""

    def test_the_same_is_fresh(self, tool: ModuleType) -> None:
        """A notebook is not stale against itself."""
        assert tool.stale(tool.read(NOTEBOOK), tool.read(NOTEBOOK)) == []

    def test_another_output_of_any_cell_is_named(self, tool: ModuleType) -> None:
        """Pictures, reports and printed lines are compared alike."""
        for cell in tool.code(tool.read(NOTEBOOK)):
            today = tool.read(NOTEBOOK)
            (same,) = (one for one in tool.code(today) if one.id == cell.id)
            same.outputs = [*same.outputs, {"output_type": "stream", "name": "stdout", "text": "x"}]
            assert tool.stale(tool.read(NOTEBOOK), today) == [cell.id]

    def test_a_time_or_a_version_is_no_part_of_it(self, tool: ModuleType, tmp_path: Path) -> None:
        """What another editor left in the file is stale too, and is taken away."""
        file = tmp_path / NOTEBOOK.name
        shutil.copy(NOTEBOOK, file)
        notebook = tool.read(file)
        notebook.metadata["language_info"]["version"] = "3.99"
        assert tool.stale(notebook, tool.read(NOTEBOOK)) == ["the rest"]
        assert tool.written(tool.lasting(notebook)) == NOTEBOOK.read_text(encoding="utf-8")


class TestStored:
    """What is in the file is worth keeping there."""

    def test_it_is_small(self) -> None:
        """Below 300 kB, so that a clone stays quick."""
        assert NOTEBOOK.stat().st_size < 300_000

    def test_it_draws_checks_and_speaks_both_languages(self) -> None:
        """A picture and a report in English, and one of each in Romanian."""
        assert [
            re.findall(r'<svg[^>]* lang="(\w+)"', one)[0] for one in shown("image/svg+xml")
        ] == ["en", "ro"]
        assert [
            re.findall(r'<section[^>]* lang="(\w+)"', one)[0] for one in shown("text/html")
        ] == ["en", "ro"]

    def test_every_cell_ran_in_order_and_none_failed(self) -> None:
        """The numbers beside the cells are those of one run from the top."""
        cells = [cell for cell in read()["cells"] if cell["cell_type"] == "code"]
        assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
        kinds = {one["output_type"] for cell in cells for one in cell["outputs"]}
        assert kinds == {"execute_result", "stream"}

    def test_every_code_is_told_of_before(self) -> None:
        """No code stands without a sentence above it."""
        kinds = [cell["cell_type"] for cell in read()["cells"]]
        assert kinds[0] == "markdown"
        assert "code code" not in " ".join(kinds)
