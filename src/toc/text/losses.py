"""What YAML loses in silence, found while it can still be seen.

`{2028: 12,5}` reads as 12 and a key 5; `{a, b -> c: r}` loses `a`; `because: see #2`
ends before the `#`.  Each finding names the quotes to add.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.findings import Finding
from toc.text.places import ends
from toc.words import Message

if TYPE_CHECKING:
    from toc.text.building import Builder, Frame

__all__ = ["Scalar", "after_hash", "between_items", "between_pairs", "end_of"]

_HASH = re.compile(r" +(#[^\s#][^\n\r]*)")
_NUMBER = re.compile(r"[+-]?\d+\Z")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was typed, and where."""

    value: str
    start: int
    end: int
    plain: bool


def end_of(packed: int) -> int:
    """Give the offset at which a packed stretch ends."""
    return ends(packed)[1]


def after_hash(builder: Builder, value: str, start: int, end: int) -> None:
    """Find a text that goes on after a `#`, where YAML sees a comment."""
    lost = _HASH.match(builder.text, end)
    if lost is None:
        return
    if not value:
        builder.lost.append(builder.route())
    whole = f"{value} {lost[1].rstrip()}".strip()
    _tell(
        builder,
        Message("YAML reads “{lost}” as a comment", {"lost": lost[1].rstrip()}),
        _quotes(whole),
        (lost.start(1), lost.end(1)),
    )


def between_items(builder: Builder, before: Scalar | None, item: Scalar) -> None:
    """Find `[a, b -> c]`, which reads as two things where one link was meant."""
    if not item.plain or "->" not in item.value.replace("→", "->"):
        return
    if before is None or "->" in before.value.replace("→", "->"):
        return
    whole = f"{before.value}, {item.value}"
    _tell(
        builder,
        Message("YAML reads “{whole}” as two things", {"whole": whole}),
        Message(
            "put quotes around the link: {link} if it has one cause, {whole} if it has two",
            {"link": f'"{item.value}"', "whole": f'"{whole}"'},
        ),
        (before.start, item.end),
    )


def between_pairs(builder: Builder, frame: Frame) -> None:
    """Find keys without a value in brackets: the rest of a text that a comma cut."""
    data, block = frame.data, frame.block
    if not isinstance(data, dict):
        return
    names = list(data)
    for key in frame.bare:
        if key not in data or data[key] is not None:
            continue
        place = names.index(key)
        before = names[place - 1] if place else None
        _tell_cut(builder, frame, key, before, names[place + 1] if place + 1 < len(names) else None)
        cut = before if before is not None else key
        if before is not None and isinstance(data.get(before), str):
            del data[before], block.values[before]
        data.pop(key, None)
        block.values.pop(key, None)
        builder.lost.append((*builder.route(), cut))


def _tell_cut(
    builder: Builder, frame: Frame, key: str, before: str | None, after: str | None
) -> None:
    assert isinstance(frame.data, dict)
    span = ends(frame.block.keys[key])
    value = frame.data.get(before) if before is not None else None
    if isinstance(value, str):
        mend = _quotes(f"{value}, {key}")
        if _NUMBER.match(value) and _NUMBER.match(key):
            mend = Message("write {number}, with a point", {"number": f"{value}.{key}"})
    elif after is not None:
        mend = _quotes(f"{key}, {after}")
    else:
        mend = Message("give “{key}” a value, or put quotes around the whole text", {"key": key})
    _tell(
        builder,
        Message("the comma cuts the text: YAML reads “{key}” as a key of its own", {"key": key}),
        mend,
        span,
    )


def _quotes(text: str) -> Message:
    return Message("put quotes around the whole: {text}", {"text": f'"{text}"'})


def _tell(builder: Builder, message: Message, mend: Message, stretch: tuple[int, int]) -> None:
    builder.findings.append(
        Finding("yaml-loses-text", message, mend, span=builder.source.span(*stretch))
    )
