"""Writing: a first strategy, a strategy as YAML, files mended, and the schema for editors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.api.reading import find, reading
from toc.errors import UnknownNameError
from toc.words import ORIGINAL, Message, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.formatting import Formatted
    from toc.model import Strategy

__all__ = ["fmt", "new", "schema", "write"]

_TEMPLATES = Path(__file__).parent.parent / "templates"


def new(*, language: str = ORIGINAL) -> str:
    """Give the YAML of a small strategy that checks clean, to begin with.

    Raises:
        UnknownNameError: when there is none in that language.
    """
    if spoken(language) != language.split("-", maxsplit=1)[0]:
        raise UnknownNameError(
            Message(
                "there is no first strategy in the language “{language}”", {"language": language}
            )
        )
    template = _TEMPLATES / f"{spoken(language)}.yaml"
    return template.read_text(encoding="utf-8")


def write(strategy: Strategy) -> str:
    """Write a strategy as the YAML of one file.

    >>> from toc import Strategy, write
    >>> print(write(Strategy(goals={"equal": "Equal access"})), end="")
    toc: 1
    <BLANKLINE>
    goals:
      equal: Equal access
    """
    from toc.model.plain import plain
    from toc.text.writer import write_tree

    return write_tree(plain(strategy))


def fmt(path: str | os.PathLike[str]) -> Iterator[Formatted]:
    """Mend what is safe to mend in a strategy's files, and write nothing.

    Legacy Romanian letters and stray characters are mended by the smallest edits;
    comments, order, quotes and line ends stay as they are, and so does every character
    without which the file would say something else.

    Args:
        path: a file, a folder or a collection.

    Yields:
        For each of its YAML files what stands in it and what should.

    Raises:
        InputError: when nothing is there, or a file cannot be read or is no UTF-8.
    """
    from toc.formatting import formatted

    for parts in find([path]):
        for file in (*parts.files, *(file for _, file in parts.translations)):
            with reading(file):
                yield formatted(file)


def schema(*, language: str = ORIGINAL) -> dict[str, Any]:
    """Give the JSON Schema of the strategy file, for editors and other tools."""
    from toc.model.schema import schema as described

    return described(language)
