"""What YAML loses in silence, found while it can still be seen.

`{2028: 12,5}` reads as 12 and a key 5; `{a, b -> c: r}` loses `a`; `because: see #2`
ends before the `#`.  Each finding names the quotes to add.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.places import ends
from toc.words import Message

if TYPE_CHECKING:
    from toc.text.places import Tree

__all__ = ["Cut", "Loss", "Scalar", "after_hash", "at_comma", "between_items", "end_of"]

_HASH = re.compile(r"[ \t]+(#[^\s#][^\n\r]*)")
_NUMBER = re.compile(r"[+-]?\d+\Z")


@dataclass(frozen=True, slots=True)
class Loss:
    """What to tell of a loss, and the offsets of what is lost."""

    message: Message
    mend: Message
    start: int
    end: int


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


def after_hash(text: str, value: str, end: int) -> Loss | None:
    """Find a text that goes on after a `#`, where YAML sees a comment.

    Args:
        text: the whole document.
        value: what YAML reads.
        end: where that ends.
    """
    lost = _HASH.match(text, end)
    if lost is None:
        return None
    rest = lost[1].rstrip()
    message = Message("YAML reads “{lost}” as a comment", {"lost": rest})
    return Loss(message, _quotes(f"{value} {rest}".strip()), lost.start(1), lost.end(1))


def between_items(before: Scalar | None, item: Scalar) -> Loss | None:
    """Find `[a, b -> c]`, which reads as two things where one link was meant."""
    if before is None or not item.plain or not _is_link(item) or _is_link(before):
        return None
    whole = f"{before.value}, {item.value}"
    mend = Message(
        "put quotes around the link: {link} if it has one cause, {whole} if it has two",
        {"link": f'"{item.value}"', "whole": f'"{whole}"'},
    )
    message = Message("YAML reads “{whole}” as two things", {"whole": whole})
    return Loss(message, mend, before.start, item.end)


def at_comma(cut: Cut, value: Tree, after: str | None) -> Loss:
    """Tell of a text that a comma cut: the rest of it reads as a key of its own.

    Args:
        cut: the rest.
        value: what stands before the comma, if that is a text.
        after: the key that follows.
    """
    name, colon, rest = cut.key.partition(":")
    if colon and name and rest and not isinstance(value, str):
        said = Message("YAML reads “{key}” as one word", {"key": cut.key})
        form = f"{name}: {rest}"
        mend = Message("write a space after the colon: {form}", {"form": form})
        return Loss(said, mend, *ends(cut.span))
    message = Message(
        "the comma cuts the text: YAML reads “{key}” as a key of its own", {"key": cut.key}
    )
    return Loss(message, _mend_of_cut(cut.key, value, after), *ends(cut.span))


def _mend_of_cut(key: str, value: Tree, after: str | None) -> Message:
    if isinstance(value, str):
        if _NUMBER.match(value) and _NUMBER.match(key):
            return Message("write {number}, with a point", {"number": f"{value}.{key}"})
        return _quotes(f"{value}, {key}")
    if after is not None:
        return _quotes(f"{key}, {after}")
    return Message("give “{key}” a value, or put quotes around the whole text", {"key": key})


def _is_link(scalar: Scalar) -> bool:
    return "->" in scalar.value or "→" in scalar.value


def _quotes(text: str) -> Message:
    return Message("put quotes around the whole: {text}", {"text": f'"{text}"'})
