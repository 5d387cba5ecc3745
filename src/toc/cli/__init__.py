"""The street: arguments come in, words and exit codes go out.

Exit codes: 0 clean, 1 findings at or above the threshold, 2 could not run.
"""

from toc.cli.main import main

__all__ = ["main"]
