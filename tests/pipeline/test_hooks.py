"""The hooks for pre-commit: installed from a checkout, and run on strategies in a repository."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli.running import write
from pipeline.checkout import ROOT, commit, copied, git, run

from toc.api import new

PRE_COMMIT = Path(sys.executable).parent / "pre-commit"
HEAD, LINKS = new().split("\nlinks:\n")
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


class TestWhatIsDeclared:
    """`.pre-commit-hooks.yaml`."""

    def test_there_are_two_hooks(self) -> None:
        """One checks, one mends."""
        assert {name: hook["entry"] for name, hook in HOOKS.items()} == {
            "toc-check": "toc check",
            "toc-fmt": "toc fmt",
        }

    @pytest.mark.parametrize("name", HOOKS)
    def test_no_hook_takes_the_names_of_files(self, name: str) -> None:
        """A strategy may be a folder: a part of it, checked alone, would be full of faults."""
        assert HOOKS[name]["pass_filenames"] is False

    @pytest.mark.parametrize(
        ("path", "meant"),
        [
            ("strategy.yaml", True),
            ("strategies/timis/links.yml", True),
            ("strategies/timis/i18n/ro.yaml", True),
            ("strategies/timis/readings.csv", True),
            ("arad.readings.csv", True),
            ("toc.toml", True),
            ("pyproject.toml", True),
            ("notes.csv", False),
            ("Cargo.toml", False),
            ("README.md", False),
            (".github/workflows/ci.yaml", False),
            (".pre-commit-config.yaml", False),
        ],
    )
    def test_it_checks_when_a_part_of_a_strategy_changes(self, path: str, *, meant: bool) -> None:
        """Parts, translations, readings and the configuration; nothing hidden, nothing else."""
        hook = HOOKS["toc-check"]
        looked_at = re.search(hook["files"], path) and not re.search(hook["exclude"], path)
        assert bool(looked_at) is meant


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of this project."""
    if not PRE_COMMIT.is_file() or shutil.which("git") is None:
        pytest.skip("pre-commit or git is not on this machine")
    return copied(tmp_path_factory.mktemp("toc"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed, once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def repository(checkout: Path, tmp_path: Path) -> Path:
    """A repository with a clean strategy in two files, and a configuration of both hooks."""
    write(tmp_path / "strategies" / "town" / "head.yaml", HEAD)
    write(tmp_path / "strategies" / "town" / "links.yaml", f"links:\n{LINKS}")
    write(tmp_path / "README.md", "# A town\n")
    write(tmp_path / "compose.yaml", "services: {ştiri: {image: news}}\n")
    hooks = [{"id": name} for name in HOOKS]
    revision = git("rev-parse", "HEAD", cwd=checkout)
    configured = {"repos": [{"repo": str(checkout), "rev": revision, "hooks": hooks}]}
    write(tmp_path / ".pre-commit-config.yaml", yaml.safe_dump(configured))
    commit(tmp_path)
    return tmp_path


def changed(repository: Path, name: str, old: str, new: str) -> None:
    """Change a file, and stage it."""
    file = repository / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new))
    git("add", "--all", cwd=repository)


@pytest.mark.slow
class TestAtWork:
    """pre-commit itself."""

    @pytest.fixture
    def hook(self, repository: Path, kept: Path) -> Any:
        """Give what runs a hook on what is staged."""

        def ran(name: str) -> subprocess.CompletedProcess[str]:
            return run(PRE_COMMIT, "run", name, cwd=repository, PRE_COMMIT_HOME=str(kept))

        return ran

    def test_the_hook_can_be_tried(self, checkout: Path, repository: Path, kept: Path) -> None:
        """`pre-commit try-repo` installs the package and checks the strategy."""
        words = (PRE_COMMIT, "try-repo", checkout, "toc-check", "--all-files", "--verbose")
        done = run(*words, cwd=repository, PRE_COMMIT_HOME=str(kept))
        assert done.returncode == 0, done.stdout + done.stderr
        assert re.search(r"check theories of change\.+Passed", done.stdout)
        assert "1 strategy with " in done.stdout

    def test_a_clean_change_passes_and_a_fault_does_not(self, repository: Path, hook: Any) -> None:
        """One part of the strategy changes: all of it is checked, and the fault is told."""
        part = "strategies/town/links.yaml"
        changed(repository, part, "Each department", "Every department")
        assert hook("toc-check").returncode == 0
        changed(repository, part, "academy -> graduates", "academy -> gradautes")
        done = hook("toc-check")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "[reference-dangling]: nothing here is called “gradautes”" in done.stdout
        assert f"--> {part}:" in done.stdout

    def test_what_belongs_to_no_strategy_is_passed_over(self, repository: Path, hook: Any) -> None:
        """Where only the README changes, nothing is checked."""
        changed(repository, "README.md", "A town", "Our town")
        assert "no files to check" in hook("toc-check").stdout

    def test_letters_are_mended_and_the_commit_is_stopped_once(
        self, repository: Path, hook: Any
    ) -> None:
        """The strategy is mended, other YAML is left alone, and the second try passes."""
        part = "strategies/town/head.yaml"
        changed(
            repository, part, "Intercultural integration strategy of our city", "Oraş pentru toţi"
        )
        first = hook("toc-fmt")
        assert first.returncode == 1, first.stdout + first.stderr
        assert "files were modified by this hook" in first.stdout
        assert "Oraș pentru toți" in (repository / part).read_text(encoding="utf-8")
        assert "ştiri" in (repository / "compose.yaml").read_text(encoding="utf-8")
        git("add", "--all", cwd=repository)
        assert hook("toc-fmt").returncode == 0
