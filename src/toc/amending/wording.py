"""How a value is written: in lines below its key, or in braces."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.writer import write_tree

if TYPE_CHECKING:
    from toc.text.places import Tree

__all__ = ["Worded", "in_braces", "in_quotes", "key_of", "lines_of", "worded"]

_KEY = "k"
_BARE = re.compile(r"[^\W\d_][\w.%/-]*(?: [\w.%/-]+)*\Z|\d[\w.-]*\Z")
_WORDS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)\Z", re.IGNORECASE)
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Worded:
    """A value as it is written after a key.

    Attributes:
        lines: its lines; those below the key are indented as if the key were not.
        is_below: whether it begins on the line after the key.
    """

    lines: tuple[str, ...]
    is_below: bool

    @property
    def is_block(self) -> bool:
        """Whether it is a text that keeps its lines."""
        return not self.is_below and self.lines[0][:1] in ("|", ">")

    def put(self, indent: int, newline: str, behind: str = "") -> str:
        """Give it as text.

        Args:
            indent: how far its key is indented.
            newline: what ends a line.
            behind: what stands behind its first line.
        """
        first, *others = self.lines
        lines = [first, *others] if self.is_below else others
        put = [f"{' ' * indent}{line}" if line else line for line in lines]
        return newline.join(put if self.is_below else [first + behind, *put])


def worded(value: Tree) -> Worded:
    """Write a value as it would stand after a key."""
    first, *others = write_tree({_KEY: value}).split("\n")[:-1]
    said = first.removeprefix(f"{_KEY}:").removeprefix(" ")
    is_below = not said and bool(others)
    return Worded(tuple(others) if is_below else (said, *others), is_below)


def in_quotes(text: str) -> Worded:
    """Write a text in one line that ends where its quotes end."""
    return Worded((_quoted(text),), is_below=False)


def lines_of(key: str, value: Tree, indent: int, newline: str) -> str:
    """Write a key and its value in lines, without the end of the last one."""
    lines = write_tree({key: value}).split("\n")[:-1]
    return newline.join(f"{' ' * indent}{line}" if line else "" for line in lines)


def in_braces(value: Tree) -> str:
    """Write a value in one line, as it may stand in braces and brackets."""
    if isinstance(value, dict):
        pairs = (f"{key_of(key)}: {in_braces(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_braces, value))}]"
    return "" if value is None else _scalar(value)


def key_of(key: str) -> str:
    """Write a key as it may stand in braces."""
    # YAML's “on” is text here, and authors write it bare.
    return key if key == "on" else _scalar(key)


def _scalar(text: str) -> str:
    return text if _BARE.match(text) and not _WORDS.match(text) else _quoted(text)


def _quoted(text: str) -> str:
    said = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", said)
