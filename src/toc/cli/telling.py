"""Printing: the only room of the package that does."""

from __future__ import annotations

import os
import sys
from typing import TextIO

__all__ = ["complain", "has_colour", "tell"]


def tell(text: str, *, end: str = "\n") -> None:
    """Print for whoever reads the result."""
    _print(text + end, sys.stdout)


def complain(text: str) -> None:
    """Print for whoever waits for the result."""
    _print(f"toc: {text}\n", sys.stderr)


def has_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colours."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _print(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding, "replace"))
