"""Every gate fails when it should: a fault is planted, and the gate is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a gate, and keep what it says."""
    known = {key: value for key, value in os.environ.items() if key != "TOC_SKIPS_FAIL"}
    return subprocess.run(
        words, cwd=cwd, capture_output=True, text=True, check=False, env={**known, **environment}
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project's source and settings, to plant faults in."""
    for name in ("src", "tools", "examples", "strategies"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


SKIPPING = "import pytest\n\n\ndef test_something() -> None:\n    pytest.skip('nothing here')\n"


@pytest.mark.parametrize(("environment", "code"), [({}, 0), ({"TOC_SKIPS_FAIL": "1"}, 1)])
def test_a_skip_is_a_failure_where_nothing_may_be_missing(
    tmp_path: Path, environment: dict[str, str], code: int
) -> None:
    """On a developer's machine a test may be skipped by name, and in CI it may not."""
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "conftest.py")
    (tmp_path / "test_it.py").write_text(SKIPPING, encoding="utf-8")
    words = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tmp_path)
    done = run(*words, cwd=tmp_path, **environment)
    assert done.returncode == code, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("text/places.py", "import toc.model.strategy\n", "The storeys"),
        (
            "rules/links/link_without_mechanism.py",
            "import toc.rules.files.key_unknown\n",
            "Each rule",
        ),
        ("model/nodes.py", "import yaml\n", "YAML is met"),
        ("api/reading.py", "import networkx\n", "networkx is met"),
        ("diagrams/printing/pen.py", "import typst\n", "typst is met"),
        ("diagrams/renderers/pdf.py", "import segno\n", "segno is met"),
    ],
)
def test_an_import_up_or_sideways_is_found(copy: Path, file: str, line: str, told: str) -> None:
    """A room that looks up, a rule that knows another, a library met twice: none passes."""
    place = copy / "src" / "toc" / file
    place.write_text(place.read_text(encoding="utf-8") + line, encoding="utf-8")
    done = run(BIN / "lint-imports", "--no-cache", cwd=copy, PYTHONPATH=str(copy / "src"))
    assert done.returncode == 1, done.stdout
    assert f"{told}" in done.stdout.partition("Broken contracts")[2]


def test_the_contracts_pass_without_a_planted_fault(copy: Path) -> None:
    """What the gate above refuses is the planted line and nothing else."""
    done = run(BIN / "lint-imports", "--no-cache", cwd=copy, PYTHONPATH=str(copy / "src"))
    assert done.returncode == 0, done.stdout


def test_a_stale_picture_or_readme_is_found(copy: Path) -> None:
    """When a strategy changes and its picture does not, the check says which."""
    strategy = copy / "strategies" / "arad.yaml"
    text = strategy.read_text(encoding="utf-8")
    strategy.write_text(text.replace("Lansare", "Lansarea", 1), encoding="utf-8")
    broken = copy / "examples" / "broken.yaml"
    broken.write_text(broken.read_text(encoding="utf-8") + "\nextra: 1\n", encoding="utf-8")
    done = run(sys.executable, copy / "tools" / "readme.py", "--check", cwd=copy)
    assert done.returncode == 1
    assert "README.md is stale" in done.stdout


def test_a_message_without_translation_is_found(copy: Path) -> None:
    """A message that was added and not translated stops the build."""
    place = copy / "src" / "toc" / "api" / "reading.py"
    added = 'LATE = Message("a message that nobody translated")\n'
    place.write_text(place.read_text(encoding="utf-8") + added, encoding="utf-8")
    done = run(sys.executable, copy / "tools" / "words.py", "--check", cwd=copy)
    assert done.returncode == 1
    assert "“a message that nobody translated” is not translated" in done.stdout


def test_one_failing_check_fails_them_all(copy: Path) -> None:
    """The command behind `make test` goes through every check and ends with the worst."""
    script = copy / "tools" / "check_all.py"
    text = script.read_text(encoding="utf-8")
    before, _, after = text.partition("CHECKS = (")
    _, _, after = after.partition("\n)\n")
    lines = '("python", "-c", "raise SystemExit(3)"), ("python", "-c", "print(42)")'
    script.write_text(f"{before}CHECKS = ({lines})\n{after}", encoding="utf-8")
    done = run(sys.executable, script, cwd=copy)
    assert done.returncode == 1
    assert "42" in done.stdout
    assert "failed: python -c raise SystemExit(3)" in done.stdout
