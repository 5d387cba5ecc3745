"""Explanations in a form: comments of YAML that nothing can break out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.text.writer import write_tree
from toc.words import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["QUOTES", "commented", "one_line", "value_of"]

QUOTES = Message("Put a text with a colon or a # in it in straight quotes: {form}", {"form": '"…"'})
"""What trips everybody up who writes prose into YAML."""

_WIDTH = 96


def one_line(told: object, language: str) -> str:
    """Say something in one line, without characters that a form must not have."""
    said = " ".join(say(told, language).split())
    return "".join(sign for sign in said if sign.isprintable())


def commented(told: object, language: str, indent: str = "") -> Iterator[str]:
    """Say something in lines of comments, none of which is too long to read."""
    line = f"{indent}#"
    for word in one_line(told, language).split(" "):
        if len(line) + len(word) >= _WIDTH and not line.endswith("#"):
            yield line
            line = f"{indent}#"
        line = f"{line} {word}"
    yield line


def value_of(text: str) -> str:
    """Write an id or a link as a value of YAML."""
    return write_tree({"v": text}).partition(":")[2].strip()
