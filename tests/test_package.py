"""What is installed: everything that runs, speaks, explains and draws."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT)
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_file_of_the_package(installed: set[str]) -> None:
    """Pages, catalogues, templates, fonts and the mark of types are in it."""
    source = ROOT / "src"
    files = (path for path in (source / "toc").rglob("*") if path.is_file())
    wanted = {
        path.relative_to(source).as_posix() for path in files if "__pycache__" not in path.parts
    }
    assert wanted <= installed
    assert {"toc/py.typed", "toc/templates/ro.yaml", "toc/rules/files/key_unknown.ro.md"} <= wanted


def test_the_wheel_holds_nothing_else(installed: set[str]) -> None:
    """Tests, tools and strategies stay at home; both licences come along."""
    others = {name for name in installed if not name.startswith("toc/")}
    assert all(".dist-info/" in name for name in others)
    assert {"LICENSE", "OFL.txt"} <= {Path(name).name for name in others}


def test_the_catalogues_are_in_step_with_what_is_said() -> None:
    """Every message has its translation, and the compiled catalogue is fresh."""
    command = (sys.executable, ROOT / "tools" / "words.py", "--check")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_check_of_the_catalogues_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that nobody translated is told of."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    import words  # type: ignore[import-not-found]  # noqa: PLC0415

    told = words.collected()
    told.add("a message that nobody translated")
    monkeypatch.setattr(words, "collected", lambda: told)
    assert any("nobody translated" in fault for fault in words.check("ro"))
