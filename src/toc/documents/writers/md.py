"""Markdown for wikis, mails and repositories: no word of an author is markup."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from toc.documents.paper import (
    Bullets,
    Facts,
    Heading,
    Numbered,
    Paragraph,
    Picture,
    Room,
    Signatures,
    Table,
    Ticks,
)
from toc.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.documents.paper import Block, Document

__all__ = ["ENDINGS", "companions", "write"]

ENDINGS = ("md", "markdown")
"""How the names of its files end."""


def write(document: Document, stem: str = "") -> bytes:
    """Write a document; its pictures are files of their own.

    Args:
        document: what is written.
        stem: the name that its pictures' files begin with; without one they are only told.
    """
    pictures = iter(_names(document, stem))
    stretches = (
        f"# {escaped(document.title)}",
        "  \n".join(escaped(fact) for fact in document.facts),
        *("\n".join(_block(block, pictures)) for block in document.blocks),
    )
    return ("\n\n".join(filter(None, stretches)) + "\n").encode("utf-8", errors="replace")


def companions(document: Document, stem: str) -> Mapping[str, bytes]:
    """Give the files that stand beside it, by name: its pictures."""
    from toc.diagrams.vector import drawn  # noqa: PLC0415 - only for who has pictures

    scenes = (block.scene for block in document.blocks if isinstance(block, Picture))
    return {
        name: drawn(scene).encode()
        for name, scene in zip(_names(document, stem), scenes, strict=True)
    }


def _names(document: Document, stem: str) -> list[str]:
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    return [f"{stem}-{at}.svg" if stem else "" for at in range(1, len(pictures) + 1)]


def _block(block: Block, pictures: Iterator[str]) -> Iterator[str]:
    match block:
        case Heading(text, _, level):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text, quiet):
            yield f"_{escaped(text)}_" if quiet and text else escaped(text)
        case Bullets(items):
            yield from (f"- {escaped(item)}" for item in items)
        case Numbered(items):
            yield from (f"{at}. {escaped(item)}" for at, item in enumerate(items, 1))
        case Ticks(items):
            yield from (f"- [ ] {escaped(item)}" for item in items)
        case Facts(items):
            yield from (f"- **{escaped(name)}:** {escaped(said)}" for name, said in items)
        case _:
            yield from _displayed(block, pictures)


def _displayed(block: Block, pictures: Iterator[str]) -> Iterator[str]:
    match block:
        case Picture():
            yield from _picture(block, next(pictures))
        case Table(name, head, rows, numbers):
            yield from _table(name, head, rows, numbers)
        case Room(label, lines):
            yield f"**{escaped(label)}**"
            yield from ("\n…" for _ in range(lines))
        case Signatures(name, head, count):
            yield from _table(name, head, (("…",) * len(head),) * count, frozenset())


def _picture(picture: Picture, name: str) -> Iterator[str]:
    if name:
        yield f"![{escaped(picture.told)}]({quote(name)})"
    else:
        yield escaped(picture.told)
    if picture.caption:
        yield f"\n_{escaped(picture.caption)}_"


def _table(
    name: str, head: Iterable[str], rows: Iterable[Iterable[str]], numbers: frozenset[int]
) -> Iterator[str]:
    heads = tuple(head)
    yield f"{escaped(name)}\n"
    yield _row(map(escaped, heads))
    yield _row("---:" if at in numbers else "---" for at in range(len(heads)))
    yield from (_row(escaped(cell) for cell in row) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
