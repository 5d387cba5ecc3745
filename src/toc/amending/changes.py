"""The edits of a text after which it may say what is wanted, the calmest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.amending.amendment import APPEND
from toc.amending.spots import BLANK, inside_last_of, last_of, line_end, line_start, newline_of
from toc.amending.wording import Worded, in_braces, in_quotes, key_of, lines_of, worded
from toc.text.places import Block, ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.amending.spots import Spot
    from toc.text.places import Tree

__all__ = ["Change", "grown", "inserted", "replaced"]

_WIDTH = 100
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\r\n]*)?")
_EMPTY_LINE = re.compile(r"(?:\n|\r(?!\n))[ \t]*(?:\r|\n)")


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a text, and what to write instead."""

    start: int
    end: int
    text: str

    def of(self, text: str) -> str:
        """Give the text as it is after it."""
        return text[: self.start] + self.text + text[self.end :]


def replaced(spot: Spot, value: Tree) -> Iterator[Change]:
    """Write another value in the place of one that is there."""
    said = worded(value)
    if spot.in_braces:
        yield _instead(spot, Worded((in_braces(value),), is_below=False))
        return
    if said.is_below and spot.key is not None:
        yield from _below(spot, said)
    elif said.is_below:
        indent = spot.indent
        yield Change(spot.start, spot.end, said.put(indent, newline_of(spot.text)).lstrip(" "))
    else:
        yield from _scalar_instead(spot, said, value)


def _scalar_instead(spot: Spot, said: Worded, value: Tree) -> Iterator[Change]:
    if not isinstance(value, str):
        yield _instead(spot, said)
        return
    # Whoever put "0.3" in quotes wanted no number, and 0.4 is to be none either.
    was_quoted = spot.text[spot.start : spot.start + 1] == '"'
    if not (was_quoted and value[:1].isdigit()):
        yield _instead(spot, said)
    yield _instead(spot, in_quotes(value))


def _instead(spot: Spot, said: Worded) -> Change:
    """Write a value right after its key, and leave the comments around the old one."""
    newline = newline_of(spot.text)
    if spot.key is None:
        return Change(spot.start, spot.end, said.put(spot.indent, newline))
    colon, header = spot.colon, _header(spot)
    start, end = (colon, colon) if spot.is_nothing else (spot.start, spot.end)
    gap = spot.text[colon:start].rstrip(BLANK)
    if said.is_block:
        # Behind its last line a comment would be text.
        line = line_end(spot.text, end)
        behind = f"{gap} {header}".rstrip(BLANK) + spot.text[end:line]
        return Change(colon, line, f" {said.put(spot.indent, newline, behind.rstrip(BLANK))}")
    put = said.put(spot.indent, newline)
    return Change(colon, end, (f" {put}" if put else "") + gap + (f" {header}" if header else ""))


def _header(spot: Spot) -> str:
    """Give the comment that stands beside the sign of a text in lines."""
    found = _HEADER.match(spot.text, spot.start)
    return (found[1] or "") if found and not isinstance(spot.place, Block) else ""


def _below(spot: Spot, said: Worded) -> Iterator[Change]:
    """Write a value in lines below its key, where the old one may have stood beside it."""
    text, colon, newline = spot.text, spot.colon, newline_of(spot.text)
    put = said.put(spot.indent, newline)
    start = colon if spot.is_nothing else spot.start
    if line_start(text, start) != line_start(text, colon):
        yield Change(line_start(text, start), spot.end, put)
        return
    end = colon if spot.is_nothing else spot.end
    rest = _header(spot) or text[end : line_end(text, end)].strip(BLANK)
    yield Change(colon, line_end(text, end), f"{' ' if rest else ''}{rest}{newline}{put}")


def grown(spot: Spot, key: str, rest: dict[str, Tree]) -> Iterator[Change]:
    """Make an entry with fields of a bare text, which stays as it is typed.

    Args:
        spot: where the text stands.
        key: the field that it fills.
        rest: the fields beside it.
    """
    text, start, end = spot.text, spot.start, spot.end
    typed = text[start:end]
    if spot.in_braces:
        yield Change(start, end, f"{{{key}: {typed}, {in_braces(rest)[1:]}")
        return
    if spot.key is None:
        return
    newline, indent = newline_of(text), spot.indent + 2
    more = newline.join(lines_of(name, value, indent, newline) for name, value in rest.items())
    line = line_end(text, end)
    before = len(text[:start].rstrip(" "))
    first = f"{newline}{' ' * indent}{key}: {typed}{text[end:line]}"
    yield Change(before, line, f"{first}{newline}{more}")


def inserted(spot: Spot, step: str, value: Tree) -> Iterator[Change]:
    """Write one more field, entry or item in a block that is there."""
    assert isinstance(spot.place, Block)
    is_item = step == APPEND
    if spot.has_braces:
        said = in_braces(value)
        yield from _in_braces(spot, said if is_item else f"{key_of(step)}: {said}")
    elif is_item:
        column = spot.start - line_start(spot.text, spot.start)
        lines = lines_of("k", [value], 0, "\n").split("\n")
        yield from _in_lines(
            spot, [line[2:] for line in lines[1:]] or [f"- {in_braces(value)}"], column
        )
    else:
        first = min((ends(key)[0] for key in spot.place.keys.values()), default=0)
        column = first - line_start(spot.text, first)
        yield from _in_lines(spot, lines_of(step, value, 0, "\n").split("\n"), column)


def _in_lines(spot: Spot, lines: list[str], column: int) -> Iterator[Change]:
    """Write it last, else before the last, else first."""
    text, newline = spot.text, newline_of(spot.text)
    said = newline.join(f"{' ' * column}{line}" if line else "" for line in lines)
    assert isinstance(spot.place, Block)
    apart = newline * _is_airy(spot)
    end = line_end(text, spot.end)
    yield Change(end, end, f"{newline}{apart}{said}" if text[:end].strip("\ufeff") else said)
    for key in (*list(spot.place.keys.values())[::-1][:1], *list(spot.place.keys.values())[:1]):
        start = line_start(text, ends(key)[0])
        yield Change(start, start, f"{said}{newline}{apart}")


def _is_airy(spot: Spot) -> bool:
    """Whether an empty line stands between what is written there."""
    assert isinstance(spot.place, Block)
    values = list(spot.place.values.items())
    if len(values) < 2:  # noqa: PLR2004 - between two of them
        return spot.depth == 0
    (_, before), (last, _) = values[-2:]
    start = last_of(spot.text, before, 0)
    end = ends(spot.place.keys[last])[0] if isinstance(last, str) else spot.start
    return _EMPTY_LINE.search(spot.text, start, max(start, end)) is not None


def _in_braces(spot: Spot, said: str) -> Iterator[Change]:
    """Write it last, on a line of its own where the line would grow past the page."""
    text, start = spot.text, spot.start + 1
    assert isinstance(spot.place, Block)
    last = inside_last_of(text, spot.place, start)
    if last == start:
        yield Change(last, last, said)
        return
    column = start - line_start(text, start)
    length = line_end(text, last) - line_start(text, last)
    if length + len(said) > _WIDTH and column < length:
        yield Change(last, last, f",{newline_of(text)}{' ' * column}{said}")
    yield Change(last, last, f", {said}")
