"""PDF on A4: text as text, our own fonts, tables and headings tagged as what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc import typeface
from toc.diagrams.labels import clean
from toc.diagrams.lettering import drawable
from toc.diagrams.printing.parts import parts
from toc.diagrams.printing.pen import TOOLS, Pen, literal, short
from toc.diagrams.printing.press import pressed
from toc.diagrams.printing.typesetting import families, tongue
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

ENDINGS = ("pdf",)
"""How the names of its files end."""

_WIDE, _HIGH = 498.0, 660.0
"""Points that a picture may take of an upright page, with its caption."""

_LONG, _LOW = 745.0, 465.0
"""The same of a page that lies."""

_LYING = 0.62
"""A picture that would be smaller than this share of itself gets a page that lies."""

_LOOK: Final = """\
#let ink = rgb("#1B1F24")
#let second = rgb("#4A525D")
#let rule = 0.5pt + rgb("#AEB6C0")
#set text(size: 10pt, fill: ink, hyphenate: false, fallback: false)
#set par(leading: 0.55em, spacing: 0.75em)
#set list(spacing: 0.6em)
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, \
width: 100%, stroke: (top: 1.4pt + rgb("#1F2A44")), inset: (top: 0.6em), \
text(size: 12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.6em, sticky: true, \
text(size: 10.5pt, it.body))
#show table.cell.where(y: 0): set text(weight: 700)
#set table(stroke: (x, y) => if y == 0 { (bottom: 1pt + ink) } else { (bottom: rule) }, \
inset: (x: 4pt, y: 4pt))
#let fact(words) = block(above: 0.4em, below: 0.4em, text(fill: second, words))
#let quiet(words) = par(text(size: 8.5pt, fill: second, words))
#let told(name, columns, sides, ..cells) = {
  block(above: 1em, below: 0.5em, sticky: true, text(size: 8.5pt, fill: second, name))
  text(size: 8.5pt, table(columns: columns, align: sides, ..cells))
}
#let signed(name, columns, head, count) = {
  block(above: 1.2em, below: 0.5em, sticky: true, text(size: 8.5pt, fill: second, name))
  text(size: 8.5pt, table(columns: columns, rows: (auto, ..((11mm,) * count)), \
stroke: 0.6pt + rgb("#80868C"), table.header(..head), ..((text(" "),) * (columns.len() * count))))
}
#let tick(wide, words) = grid(columns: (1.1em, wide), column-gutter: 0.6em, \
pdf.artifact(rect(width: 0.9em, height: 0.9em, stroke: 0.9pt + ink)), words)
#let ticked(words) = block(breakable: false, above: 0.7em, below: 0.7em, tick(1fr, words))
#let row(..words) = block(breakable: false, above: 0.7em, below: 0.7em, grid(\
columns: (auto,) * words.pos().len(), column-gutter: 2.4em, \
..words.pos().map(one => tick(auto, one))))
#let facts(..cells) = block(above: 0.9em, below: 0.9em, grid(columns: (auto, 1fr), \
column-gutter: 1.2em, row-gutter: 0.65em, ..cells.pos().enumerate().map(((at, words)) => \
if calc.even(at) { text(fill: second, words) } else { words })))
#let picture(words, wide, high, body) = figure(alt: words, block(width: wide * 1pt, \
height: high * 1pt, { set text(top-edge: "baseline", bottom-edge: "baseline"); body }))
#let caption(words) = block(above: 0.5em, below: 1em, text(size: 8.5pt, fill: second, words))
#let room(label, count) = {
  block(above: 1.2em, below: 0.2em, sticky: true, text(weight: 700, label))
  for _ in range(count) { block(above: 0pt, below: 0pt, breakable: false, height: 8mm, \
width: 100%, pdf.artifact(align(bottom, line(length: 100%, stroke: 0.6pt + rgb("#80868C"))))) }
}
"""


def write(document: Document) -> bytes:
    """Print a document.

    Raises:
        MissingExtraError: typst is not installed.
    """
    return pressed("\n".join(_lines(document)) + "\n")


def _lines(document: Document) -> Iterator[str]:
    whole = " · ".join((document.title, *document.facts[:1]))
    day = document.on
    yield f"#set document(title: {_text(whole)}, date: none)"
    yield tongue(document.language)
    yield f"#set text(font: {families()})"
    yield _LOOK
    yield TOOLS
    yield (
        '#set page(paper: "a4", margin: (x: 17mm, top: 17mm, bottom: 19mm), footer: context {'
        f"set text(size: 7.5pt, fill: second); {_text(f'{whole} · {day}')}; h(1fr); "
        'counter(page).display("1 / 1", both: true) })'
    )
    yield f"#heading(level: 1, {_text(document.title)})"
    for fact in document.facts:
        yield f"#fact({_text(fact)})"
    yield "#v(0.4em)"
    for block in document.blocks:
        yield from _block(block)


def _text(text: str) -> str:
    """Write a text as a string, without the letters that no font at hand can draw."""
    return literal(typeface.drawable(clean(text)))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, fresh, level):
            yield from ("#pagebreak(weak: true)",) if fresh else ()
            yield f"#heading(level: {level}, {_text(text)})"
        case Paragraph(text, quiet):
            yield f"#{'quiet' if quiet else 'par'}({_text(text)})"
        case Bullets(items):
            yield f"#list({_listed(items)})"
        case Numbered(items):
            yield f"#enum({_listed(items)})"
        case Facts(items):
            yield f"#facts({_listed(text for pair in items for text in pair)})"
        case Ticks(items, in_line):
            if in_line:
                yield f"#row({_listed(items)})"
            else:
                yield from (f"#ticked({_text(item)})" for item in items)
        case _:
            yield from _displayed(block)


def _displayed(block: Block) -> Iterator[str]:
    match block:
        case Picture():
            yield from _picture(block)
        case Room(label, lines):
            yield f"#room({_text(label)}, {lines})"
        case Table():
            yield _table(block)
        case Signatures(name, head, count):
            yield f"#signed({_text(name)}, (1fr,) * {len(head)}, ({_listed(head)},), {count})"


def _picture(picture: Picture) -> Iterator[str]:
    """Draw a scene among the text, or on a page that lies where it would be too small."""
    scene, _ = drawable(picture.scene)
    scale = min(1.0, _WIDE / scene.width, _HIGH / scene.height)
    lies = scale < _LYING and scene.width > scene.height
    if lies:
        scale = min(1.0, _LONG / scene.width, _LOW / scene.height)
    pen = Pen(scale)
    yield "#page(flipped: true)[" if lies else ""
    sizes = f"{short(scene.width * scale)}, {short(scene.height * scale)}"
    yield f"#picture({_text(picture.told)}, {sizes}, {{"
    for part in parts(scene):
        yield from pen.figures(part.figures)
        yield from pen.words(part.lines)
    yield "})"
    yield f"#caption({_text(picture.caption)})" if picture.caption else ""
    yield "]" if lies else ""


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(_text, texts))


def _table(table: Table) -> str:
    sides = ", ".join("end" if at in table.numbers else "start" for at in range(len(table.head)))
    wide = ", ".join(f"{share}fr" for share in table.shares)
    head = f"table.header({_listed(table.head)})"
    cells = ", ".join((head, *(_listed(row) for row in table.rows)))
    return f"#told({_text(table.name)}, ({wide},), ({sides},), {cells})"
