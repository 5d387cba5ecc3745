"""HTML that stands alone: no script, no request, tables that are read with their headings."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from toc.diagrams.labels import clean, rightward
from toc.diagrams.nouns import found
from toc.diagrams.scene import Words
from toc.diagrams.vector import drawn, faces_of
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.documents.paper import Block, Document

__all__ = ["ENDINGS", "write"]

ENDINGS = ("html", "htm")
"""How the names of its files end."""


def write(document: Document) -> bytes:
    """Write a document as a page that prints on A4."""
    direction = "ltr" if rightward(document.language) else "rtl"
    style = "".join((_style(), *_faces(document), document.style))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(document.language)}" dir="{direction}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(' · '.join((document.title, *document.facts[:1])))}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{_text(document.title)}</h1>",
        *(f'<p class="fact">{_text(fact)}</p>' for fact in document.facts),
        *(line for block in document.blocks for line in _block(block)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def _faces(document: Document) -> Iterator[str]:
    """Give the letters that pictures are set in, once for the whole page."""
    scenes = [block.scene for block in document.blocks if isinstance(block, Picture)]
    words = [word for scene in scenes for word in found(scene, Words)]
    if words:
        regular, strong = (
            "".join(word.text for word in words if word.bold is bold) for bold in (False, True)
        )
        yield from faces_of(regular, strong)


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _text(text: str) -> str:
    return escape(clean(text))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, fresh, level):
            kind = "fresh" if fresh else "part"
            yield f'<h{level} class="{kind}">{_text(text)}</h{level}>'
        case Paragraph(text, quiet):
            kind = "quiet" if quiet else "said"
            yield f'<p class="{kind}">{_text(text)}</p>'
        case Bullets(items):
            yield from _items("plain", items)
        case Numbered(items):
            yield from _items("numbered", items, "ol")
        case Ticks(items, in_line):
            yield from _items("ticks row" if in_line else "ticks", items)
        case Facts(items):
            pairs = (f"<dt>{_text(name)}</dt><dd>{_text(said)}</dd>" for name, said in items)
            yield f"<dl>{''.join(pairs)}</dl>"
        case _:
            yield from _displayed(block)


def _displayed(block: Block) -> Iterator[str]:
    match block:
        case Picture():
            yield from _picture(block)
        case Room(label, lines):
            yield f'<p class="label">{_text(label)}</p>'
            yield from ('<div class="line"></div>' for _ in range(lines))
        case Table():
            yield from _table(block)
        case Signatures(name, head, count):
            blank = tuple(("",) * len(head) for _ in range(count))
            yield from _table(Table(name, head, blank), signed=True)


def _items(name: str, items: Iterable[str], kind: str = "ul") -> Iterator[str]:
    yield f'<{kind} class="{name}">'
    yield from (f"<li>{_text(item)}</li>" for item in items)
    yield f"</{kind}>"


def _picture(picture: Picture) -> Iterator[str]:
    """Draw it where it stands; its own title and description tell it."""
    yield "<figure>"
    yield drawn(picture.scene, fonts=False).rstrip("\n")
    if picture.caption:
        yield f"<figcaption>{_text(picture.caption)}</figcaption>"
    yield "</figure>"


def _table(table: Table, *, signed: bool = False) -> Iterator[str]:
    kind = "signed" if signed else "told"
    yield f'<table class="{kind}">'
    yield f"<caption>{_text(table.name)}</caption>"
    heads = (f'<th scope="col"{_side(table, at)}>{_text(one)}</th>' for at, one in _at(table.head))
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for first, *others in table.rows:
        named = "<td></td>" if signed else f'<th scope="row">{_text(first)}</th>'
        cells = (f"<td{_side(table, at)}>{_text(one)}</td>" for at, one in _at(others, 1))
        yield f"<tr>{named}{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _at(cells: Iterable[str], start: int = 0) -> Iterator[tuple[int, str]]:
    return enumerate(cells, start)


def _side(table: Table, at: int) -> str:
    return ' class="number"' if at in table.numbers else ""
