"""The YAML parser's events, from libyaml where it is there.

This is the one place that meets PyYAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import YAMLError as YamlError
from yaml import events, parser, reader, scanner

try:
    from yaml.cyaml import CParser
except ImportError:  # pragma: no cover - an installation without libyaml
    CParser = None

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["YamlError", "events", "next_event", "trouble"]


class _PureParser(reader.Reader, scanner.Scanner, parser.Parser):
    def __init__(self, text: str) -> None:
        reader.Reader.__init__(self, text)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)


def next_event(text: str, *, pure: bool) -> Callable[[], Any]:
    """Give the function that yields one event after the other, then None."""
    chosen = _PureParser if pure or CParser is None else CParser
    function: Callable[[], Any] = chosen(text).get_event
    return function


def trouble(error: YamlError) -> tuple[str, int, int | None]:
    """Take a parser's complaint apart.

    Returns:
        What it says, the offset at which it gave up, and the offset at which the thing
        began that it was reading.
    """
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    return (
        f"{context}: {problem}",
        mark.index if mark else 0,
        begun.index if begun else None,
    )
