"""A QR code for a sheet that has a link, drawn like everything else as an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from toc.diagrams import palette
from toc.diagrams.curves import rectangle
from toc.diagrams.scene import Figure, Item, rounded
from toc.errors import MissingExtraError, OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.scene import Path

__all__ = ["QUIET", "code"]

QUIET: Final = 4
"""White modules around a code, without which a camera does not find it."""

_BLACK: Final = "#000000"
_KEPT: Final = "!#$%&'()*+,/:;=?@[]~"
"""Signs of a link that stand as they are; letters beyond ASCII become percent signs."""


def code(link: str, right: float, top: float, size: float) -> Item:
    """Draw a link as a QR code that still reads where a seventh of it is dirty.

    Args:
        link: an address on the web.
        right: where the code ends, its white rim included.
        top: where it begins.
        size: the most room that it may take; it takes whole tenths of a unit per module.

    Raises:
        MissingExtraError: segno is not installed.
        OutputError: the link is no address on the web, or is too long for a code.
    """
    rows = _modules(link)
    count = len(rows) + 2 * QUIET
    module = max(int(size / count * 10), 1) / 10
    # Whole tenths from the start: else every edge would be rounded for itself.
    side, top = module * count, rounded(top)
    left = rounded(right - side)
    path: Path = tuple(
        step
        for x, y, wide, high in _rectangles(rows)
        for step in rectangle(
            left + (x + QUIET) * module, top + (y + QUIET) * module, wide * module, high * module
        )
    )
    ground = Figure(rectangle(left, top, side, side), palette.PAPER)
    return Item("code", (ground, Figure(path, _BLACK, upright=True)), ())


def _modules(link: str) -> tuple[bytes, ...]:
    """Give the code's rows of dark and light modules."""
    try:
        import segno  # noqa: PLC0415 - only for who has a link
    except ImportError as error:
        raise MissingExtraError(
            Message("a QR code needs an extra package: pip install 'theory-of-change[pdf]'")
        ) from error
    if not _is_address(link):
        raise OutputError(
            Message(
                "“{link}” is no address on the web: it must begin with https://", {"link": link}
            )
        )
    try:
        drawn = segno.make(quote(link, safe=_KEPT), error="m", micro=False, boost_error=False)
    except segno.DataOverflowError as error:
        raise OutputError(
            Message(
                "the link is too long for a QR code ({count} characters): name a shorter one",
                {"count": len(link)},
            )
        ) from error
    return tuple(bytes(row) for row in drawn.matrix)


def _is_address(link: str) -> bool:
    """Tell whether a link leads to a page: http or https, a host, and no space inside."""
    if any(char.isspace() or not char.isprintable() for char in link):
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _rectangles(rows: Sequence[bytes]) -> Iterator[tuple[int, int, int, int]]:
    """Join dark modules into rectangles: runs along a row, and the same run row by row.

    Yields:
        Column, row, width and height in modules.
    """
    open_since: dict[tuple[int, int], int] = {}
    for row, modules in enumerate((*rows, b"")):
        runs = set(_runs(modules))
        for run in sorted(open_since.keys() - runs):
            since = open_since.pop(run)
            yield run[0], since, run[1], row - since
        for run in sorted(runs):
            open_since.setdefault(run, row)


def _runs(modules: bytes) -> Iterator[tuple[int, int]]:
    """Give start and length of every run of dark modules in a row."""
    start = 0
    for stretch in modules.split(b"\x00"):
        if stretch:
            yield start, len(stretch)
        start += len(stretch) + 1
