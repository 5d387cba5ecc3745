"""The YAML parser's events, from libyaml where it is there.

This and `pure` are the places that meet PyYAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import YAMLError as YamlError
from yaml import events

from toc.text.pure import PureParser

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml._yaml import CParser

    _FASTEST: Callable[[str], Any] = CParser
except ImportError:  # pragma: no cover - an installation without libyaml
    _FASTEST = PureParser

__all__ = ["YamlError", "events", "next_event", "trouble"]


def next_event(text: str, *, pure: bool) -> Callable[[], Any]:
    """Give the function that yields one event after the other, then None."""
    parser = PureParser(text) if pure else _FASTEST(text)
    get_event: Callable[[], Any] = parser.get_event
    return get_event


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
