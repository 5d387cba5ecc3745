"""Two contents of a file beside each other, as people and programs read a change."""

from __future__ import annotations

import re
from difflib import unified_diff

__all__ = ["difference"]

# Where YAML ends a line: not where Python does, which takes stray characters for line ends.
_LINE_END = re.compile(r"\r\n|\r|\n")


def difference(path: str, before: bytes, after: bytes) -> str:
    """Show a change of a file as a unified diff; nothing where there is none."""
    old, new = (_LINE_END.split(text.decode()) for text in (before, after))
    lines = unified_diff(old, new, path, path, lineterm="")
    return "".join(f"{line}\n" for line in lines)
