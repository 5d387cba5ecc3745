"""YAML written line by line: a dumper would take longer than everything that is measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

__all__ = ["Entry", "Value", "section"]

Value: TypeAlias = str | int | list[str] | dict[str, "Value"] | list[dict[str, "Value"]]
Entry: TypeAlias = tuple[str, Mapping[str, Value]]

_RISKY_FIRST = tuple("-?:,[]{}#&*!|>'\"%@` ")
_LONG = 120


def section(name: str, remark: str, entries: Iterable[Entry]) -> Iterator[str]:
    """Give the lines of a section, none when it has no entries."""
    begun = False
    for key, fields in entries:
        if not begun:
            begun = True
            yield f"\n# {remark}\n{name}:"
        yield f"  {key}:"
        for field, value in fields.items():
            yield from _field(field, value, "    ")


def _field(name: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{indent}{name}:"
        for item in value:
            assert isinstance(item, dict)
            yield from _item(item, f"{indent}  ")
    elif isinstance(value, str) and len(value) > _LONG:
        yield f"{indent}{name}: >-"
        yield from _folded(value, f"{indent}  ")
    else:
        yield f"{indent}{name}: {_flow(value)}"


def _item(fields: Mapping[str, Value], indent: str) -> Iterator[str]:
    mark = "- "
    for name, value in fields.items():
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
    text = str(value)
    if text.startswith(_RISKY_FIRST) or ": " in text or " #" in text or "->" in text:
        return f'"{text}"'
    return text
