"""YAML written line by line: a dumper would take longer than everything that is measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

__all__ = ["Entry", "Fields", "Value", "fields", "section"]

Value: TypeAlias = "str | int | list[str] | dict[str, Value] | list[dict[str, Value]]"
Fields: TypeAlias = Mapping[str, Value]
Entry: TypeAlias = tuple[str, Fields]

_RISKY_FIRST = tuple("-?:,[]{}#&*!|>'\"%@` ")
_NUMBER = re.compile(r"[\d.]+\Z")
_LONG = 120


def section(name: str, remark: str, entries: Iterable[Entry]) -> Iterator[str]:
    """Give the lines of a section, none when it has no entries."""
    begun = False
    for key, said in entries:
        if not begun:
            begun = True
            yield f"\n# {remark}\n{name}:"
        yield f"  {key}:"
        yield from fields(said, "    ")


def fields(said: Fields, indent: str) -> Iterator[str]:
    """Give the lines of some fields."""
    for name, value in said.items():
        if isinstance(value, str) and len(value) > _LONG:
            yield f"{indent}{name}: >-"
            yield from _folded(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{name}:"
            for item in value:
                assert isinstance(item, dict)
                yield from _item(item, f"{indent}  ")
        else:
            yield f"{indent}{name}: {_flow(value)}"


def _item(said: Fields, indent: str) -> Iterator[str]:
    mark = "- "
    for name, value in said.items():
        yield f"{indent}{mark}{name}: {_flow(value)}"
        mark = "  "


def _folded(text: str, indent: str) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) > _LONG - len(indent):
            yield f"{indent}{line}"
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield f"{indent}{line}"


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if not isinstance(value, str):
        return str(value)
    risky = value.startswith(_RISKY_FIRST) or ": " in value or " #" in value or "->" in value
    return f'"{value}"' if risky or _NUMBER.match(value) else value
