"""Run what `make test` runs, for people without make: every check, then every test.

python tools/check_all.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("basedpyright", "--warnings"),
    ("lint-imports",),
    ("python", "tools/words.py", "--check"),
    ("python", "-m", "pytest", "--numprocesses=auto", "--cov", "--cov-report=term:skip-covered"),
)


def main() -> int:
    """Run every check, and fail when one of them does."""
    failed = []
    for name, *arguments in CHECKS:
        shown = " ".join((name, *arguments))
        print(f"\n$ {shown}", flush=True)
        if subprocess.run([BIN / name, *arguments], cwd=ROOT, check=False).returncode:  # noqa: S603
            failed.append(shown)
    print("\nfailed: " + "; ".join(failed) if failed else "\nall checks pass")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
