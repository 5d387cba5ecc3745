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
    from toc.text.places import Tree

__all__ = ["Cut", "Scalar", "after_hash", "between_items", "between_pairs", "end_of"]

_HASH = re.compile(r"[ \t]+(#[^\s#][^\n\r]*)")
_NUMBER = re.compile(r"[+-]?\d+\Z")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was typed, and where."""

    value: str
    start: int
    end: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A key of a bracketed mapping that no colon follows.

    Attributes:
        key: the key.
        span: where it stands, packed.
        before: the key whose value stands right before it.
        place: how many keys stand before it.
    """

    key: str
    span: int
    before: str | None
    place: int


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
    assert isinstance(data, dict)
    names = list(data)
    for cut in frame.cuts:
        value = data.get(cut.before) if cut.before is not None else None
        after = names[cut.place] if cut.place < len(names) else None
        _tell_cut(builder, cut, value, after)
        if cut.before is not None and isinstance(value, str):
            del data[cut.before], block.values[cut.before]
        builder.lost.append((*builder.route(), cut.key if cut.before is None else cut.before))


def _tell_cut(builder: Builder, cut: Cut, value: Tree, after: str | None) -> None:
    key = cut.key
    if isinstance(value, str):
        mend = _quotes(f"{value}, {key}")
        if _NUMBER.match(value) and _NUMBER.match(key):
            mend = Message("write {number}, with a point", {"number": f"{value}.{key}"})
    elif after is not None:
        mend = _quotes(f"{key}, {after}")
    else:
        mend = Message("give “{key}” a value, or put quotes around the whole text", {"key": key})
    message = Message("the comma cuts the text: YAML reads “{key}” as a key of its own", {"key": key})
    _tell(builder, message, mend, ends(cut.span))


def _quotes(text: str) -> Message:
    return Message("put quotes around the whole: {text}", {"text": f'"{text}"'})


def _tell(builder: Builder, message: Message, mend: Message, stretch: tuple[int, int]) -> None:
    builder.findings.append(
        Finding("yaml-loses-text", message, mend, span=builder.source.span(*stretch))
    )
