"""After a syntax error: read again what can be read, piece by piece.

The text is cut where its indentation allows, first into sections, then a faulty section
into entries, then a faulty entry into fields.  Each piece that cannot be read is told
of and named as lost; the others are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.building import TooMuchError
from toc.text.duplicates import Duplicate, join
from toc.text.explaining import explain, no_key
from toc.text.parsing import YamlError
from toc.text.places import Block, Place, Tree, pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Route
    from toc.text.building import Builder

__all__ = ["recover"]

_MAX_TOLD = 25
_LEVELS = 3
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# A line with a closing bracket, or with an item of a list, goes on with what stands above.
_CONTENT = re.compile(r"([ \t]*)(?=[^\s#\]}])(?!---|\.\.\.|-(?:\s|\Z))")
_HEADER = re.compile(
    r"""[ \t]*(?P<key>"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'#\[\]{}&*!|>%@`][^\r\n]*?) *:(?=\s|\Z)"""
)
_NOTHING_ELSE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))+")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int


def recover(builder: Builder, error: YamlError) -> tuple[Tree, Place]:
    """Read a text piece by piece after the parser gave up on the whole.

    Args:
        builder: the document's, with what it found until then.
        error: what the parser said of the whole.

    Returns:
        What could be read and its places.
    """
    _forget(builder, (0, 0, 0))
    whole = _Piece(0, len(builder.text))
    data: dict[str, Tree] = {}
    block = Block(pack(0, 0))
    told = len(builder.findings)
    _read_pieces(builder, whole, (), data, block)
    if len(builder.findings) == told:
        _tell(builder, error, whole, ())
    return data, block


def _forget(builder: Builder, known: tuple[int, int, int]) -> None:
    """Forget what was found in a stretch that is read again, or not at all."""
    findings, duplicates, lost = known
    del builder.findings[findings:], builder.duplicates[duplicates:], builder.lost[lost:]


def _read_pieces(
    builder: Builder, whole: _Piece, prefix: Route, data: dict[str, Tree], block: Block
) -> None:
    for piece in _pieces(builder.text, whole):
        if len(builder.findings) > _MAX_TOLD:
            builder.lost.append(prefix)
            return
        _read_piece(builder, piece, prefix, data, block)


def _read_piece(
    builder: Builder, piece: _Piece, prefix: Route, data: dict[str, Tree], block: Block
) -> None:
    known = (len(builder.findings), len(builder.duplicates), len(builder.lost))
    try:
        value, place = builder.build(piece.start, piece.end, prefix)
    except TooMuchError as error:
        _forget(builder, known)
        builder.findings.append(error.finding)
        builder.lost.append(_guess(builder.text, piece, prefix))
    except YamlError as error:
        _forget(builder, known)
        is_parted = _go_deeper(builder, piece, prefix, data, block)
        if not is_parted or len(builder.findings) == known[0]:
            _tell(builder, error, piece, _guess(builder.text, piece, prefix))
    else:
        if isinstance(value, dict) and isinstance(place, Block):
            _add(builder, prefix, (data, block), (value, place))
        elif value is not None:
            builder.findings.append(no_key(builder, piece.start, piece.end))
            builder.lost.append(prefix)


def _tell(builder: Builder, error: YamlError, piece: _Piece, lost: Route) -> None:
    builder.findings.append(explain(builder, error, piece.start, piece.end))
    builder.lost.append(lost)


def _go_deeper(
    builder: Builder, piece: _Piece, prefix: Route, data: dict[str, Tree], block: Block
) -> bool:
    header = _HEADER.match(builder.text, piece.start, piece.end)
    if header is None or len(prefix) >= _LEVELS:
        return False
    rest = _NOTHING_ELSE.match(builder.text, header.end(), piece.end)
    if rest is None or not _CONTENT.match(builder.text, rest.end()):
        return False
    inner = _Piece(rest.end(), piece.end)
    if _first_indent(builder.text, inner) == _first_indent(builder.text, piece):
        return False
    key = _unquoted(header["key"])
    value: dict[str, Tree] = {}
    place = Block(pack(rest.end(), rest.end()))
    span = pack(header.start("key"), header.end("key"))
    _read_pieces(builder, inner, (*prefix, key), value, place)
    outer = Block(0, {key: span}, {key: place})
    _add(builder, prefix, (data, block), ({key: value}, outer))
    return True


def _add(
    builder: Builder,
    prefix: Route,
    into: tuple[dict[str, Tree], Block],
    what: tuple[dict[str, Tree], Block],
) -> None:
    (data, block), (more, places) = into, what
    for key, value in more.items():
        if key in data:
            builder.duplicates.append(Duplicate((*prefix, key), block.keys[key], places.keys[key]))
            join(data, block, key, value, places.values[key])
        else:
            data[key] = value
            block.keys[key] = places.keys[key]
            block.values[key] = places.values[key]


def _pieces(text: str, whole: _Piece) -> Iterator[_Piece]:
    indent = _first_indent(text, whole)
    if indent is None:
        return
    begun = None
    for start, width in _content_lines(text, whole):
        if begun is not None:
            if width > indent:
                continue
            yield _Piece(begun, start)
        begun = start
    if begun is not None:
        yield _Piece(begun, whole.end)


def _content_lines(text: str, whole: _Piece) -> Iterator[tuple[int, int]]:
    offset = whole.start
    while offset < whole.end:
        line = _LINE.match(text, offset, whole.end)
        assert line is not None
        content = _CONTENT.match(text, offset, line.end())
        if content is not None:
            yield offset, _width(content[1])
        offset = max(line.end(), offset + 1)


def _first_indent(text: str, whole: _Piece) -> int | None:
    return next((width for _, width in _content_lines(text, whole)), None)


def _width(blanks: str) -> int:
    # Nobody can say how wide a tab was meant to be; most files indent by two.
    return len(blanks) + blanks.count("\t")


def _guess(text: str, piece: _Piece, prefix: Route) -> Route:
    header = _HEADER.match(text, piece.start, piece.end)
    return prefix if header is None else (*prefix, _unquoted(header["key"]))


def _unquoted(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" else key
