"""A checkout of this project as others see it: what they install from, committed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from cli.running import bare

ROOT = Path(__file__).parents[2]
_PARTS = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{
        f"GIT_{who}_{what}": "t@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
}


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as nobody in particular, and keep what it says."""
    known = {key: value for key, value in bare(environment | _NOBODY).items() if key != "GIT_DIR"}
    return subprocess.run(
        list(map(str, words)), cwd=cwd, env=known, capture_output=True, text=True, check=False
    )


def git(*words: str | Path, cwd: Path) -> str:
    """Run git, which must succeed."""
    done = run("git", *words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Commit all that stands in a folder, and give the commit."""
    if not (folder / ".git").exists():
        git("init", "--quiet", "--initial-branch=main", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--allow-empty", "--message", "all of it", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder)


def copied(folder: Path) -> Path:
    """Copy what the package is installed from, as it stands, and commit it."""
    leftovers = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", folder / "src", ignore=leftovers)
    for name in _PARTS:
        shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder
