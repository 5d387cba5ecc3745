"""DOCX for who fills in and circulates: Word's own headings, lists and tables."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from toc.diagrams.labels import clean
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
from toc.errors import InputError, MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as Paper

    from toc.documents.paper import Block, Document

__all__ = ["ENDINGS", "write"]

ENDINGS = ("docx",)
"""How the names of its files end."""

_LONGEST: Final = 255
"""Word's own record of a file holds no longer title."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The day of every part: a zip keeps when it was packed, and the same text is the same file."""

_FONT: Final = "Calibri"
_ROOM: Final = 176
"""Millimetres between the margins."""

_HIGH: Final = 230
"""Millimetres that a picture may take of a page."""

_UNIT: Final = 25.4 / 72
"""Millimetres of a picture's unit: the typeface has the size of print."""

_GRID: Final = "Table Grid"
_TICK: Final = "\u2610  "
_BESIDE: Final = "        "


def write(document: Document) -> bytes:
    """Write a document as DOCX.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    try:
        import docx  # noqa: PLC0415 - only for who writes one
    except ImportError as error:
        raise MissingExtraError(
            Message("DOCX needs an extra package: pip install 'theory-of-change[docx]'")
        ) from error
    paper = _letterhead(document.letterhead) if document.letterhead else docx.Document()
    _dress(paper, document)
    paper.add_heading(_text(document.title), 0)
    for fact in document.facts:
        paper.add_paragraph(_text(fact), style="Subtitle")
    for block in document.blocks:
        _block(paper, block)
    packed = BytesIO()
    paper.save(packed)
    return _packed(packed.getvalue())


def _packed(content: bytes) -> bytes:
    """Pack the same parts in the same order, all of one day."""
    again = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(again, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, old.read(name))
    return again.getvalue()


def _text(text: str) -> str:
    """Write a text that XML can hold; in Word no sign makes a formula or a field of it."""
    return clean(text)


def _dress(paper: Paper, document: Document) -> None:
    """Set the page, the fonts, the language, and what the file says of itself."""
    from docx.shared import Mm  # noqa: PLC0415 - as above

    whole = _text(" · ".join((document.title, *document.facts[:1])))
    for section in paper.sections:
        if not document.letterhead:
            section.page_width, section.page_height = Mm(210), Mm(297)
            section.left_margin = section.right_margin = Mm(17)
            section.top_margin = section.bottom_margin = Mm(17)
        _foot(section.footer, f"{whole} · {document.on}")
    for name, size in () if document.letterhead else _SIZES.items():
        _style(paper.styles[name], size, document.language)
    kept, moment = paper.core_properties, datetime.combine(document.on, time())
    kept.title, kept.language, kept.author, kept.comments = _kept(whole), document.language, "", ""
    kept.created = kept.modified = moment


def _kept(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _foot(footer: Any, said: str) -> None:
    """Say on each page of what and of when it is, beneath what a letterhead says there."""
    line = footer.paragraphs[0]
    (footer.add_paragraph() if line.text.strip() else line).add_run(said)


def _letterhead(content: bytes) -> Paper:
    """Open a project's own DOCX, with the styles that we need where it has them not.

    Raises:
        InputError: it is no DOCX.
    """
    import docx  # noqa: PLC0415 - as above
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - as above

    try:
        paper = docx.Document(BytesIO(content))
    except Exception as error:  # python-docx has no one error for what is none
        raise InputError(
            Message("paper.docx cannot be read: save it again as a Word document (.docx)")
        ) from error
    for name in _SIZES:
        if name not in paper.styles:
            paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if _GRID not in paper.styles:
        paper.styles.add_style(_GRID, WD_STYLE_TYPE.TABLE)
    return paper


_SIZES: Final = {
    "Normal": 10.5,
    "Title": 20,
    "Subtitle": 10.5,
    "Heading 1": 13,
    "Heading 2": 11.5,
    "Heading 3": 10.5,
    "List Bullet": 10.5,
    "Footer": 8,
    "Caption": 9,
}


def _style(style: Any, size: float, language: str) -> None:
    """Give a style our look; a font must be named for every script, or the theme's is taken."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 - as above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor(0x1B, 0x1F, 0x24)
    style.font.italic = False
    for wide in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(wide)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(size / 3)
    style.paragraph_format.line_spacing = 1.1
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    for old in style.element.rPr.findall(qn("w:lang")):
        style.element.rPr.remove(old)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), language)
    style.element.rPr.append(tongue)


def _block(paper: Paper, block: Block) -> None:
    match block:
        case Heading(text, fresh, level):
            made = paper.add_heading(_text(text), level - 1)
            made.paragraph_format.page_break_before = fresh
        case Paragraph(text, _):
            paper.add_paragraph(_text(text))
        case Bullets(items):
            _listed(paper, items, "", "List Bullet")
        case Numbered(items):
            _listed(paper, (f"{at}. {item}" for at, item in enumerate(items, 1)), "", "Normal")
        case Ticks(items, in_line):
            row = f"{_BESIDE}{_TICK}".join(items)
            _listed(paper, (row,) if in_line else items, _TICK, "Normal")
        case Facts(items):
            _facts(paper, items)
        case _:
            _displayed(paper, block)


def _displayed(paper: Paper, block: Block) -> None:
    match block:
        case Picture():
            _picture(paper, block)
        case Room(label, lines):
            _label(paper, label)
            _ruled(paper, lines)
        case Table():
            _table(paper, block)
        case Signatures():
            _signed(paper, block)


def _listed(paper: Paper, items: Iterable[str], sign: str, style: str) -> None:
    for item in items:
        paper.add_paragraph(f"{sign}{_text(item)}", style=style)


def _facts(paper: Paper, items: Iterable[tuple[str, str]]) -> None:
    for name, text in items:
        line = paper.add_paragraph()
        line.add_run(f"{_text(name)}: ").bold = True
        line.add_run(_text(text))


def _picture(paper: Paper, picture: Picture) -> None:
    """Put a picture in as pixels, with the words that tell it."""
    from docx.shared import Mm  # noqa: PLC0415 - as above

    from toc.diagrams.renderers.png import pixels  # noqa: PLC0415 - only for who has pictures

    scene = picture.scene
    wide = min(1.0, _ROOM / (scene.width * _UNIT), _HIGH / (scene.height * _UNIT)) * scene.width
    shape = paper.add_picture(BytesIO(pixels(scene)), width=Mm(wide * _UNIT))
    shape._inline.docPr.set("descr", _text(picture.told))  # noqa: SLF001 - python-docx offers no other way
    if picture.caption:
        paper.add_paragraph(_text(picture.caption), style="Caption")


def _signed(paper: Paper, block: Signatures) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - as above

    blank = tuple(("",) * len(block.head) for _ in range(block.count))
    made = _table(paper, Table(block.name, block.head, blank))
    for row in made.rows[1:]:
        row.height = Mm(11)


def _label(paper: Paper, label: str) -> None:
    said = paper.add_paragraph()
    said.add_run(_text(label)).bold = True
    said.paragraph_format.keep_with_next = True


def _ruled(paper: Paper, lines: int) -> None:
    """Draw lines to write on: a table of one column with rules beneath its rows."""
    from docx.shared import Mm  # noqa: PLC0415 - as above

    table = paper.add_table(lines, 1)
    table.style = _GRID
    for row in table.rows:
        row.height = Mm(8)


def _table(paper: Paper, table: Table) -> Any:
    """Write a table whose head is repeated on every page, and whose rows stay whole."""
    name = paper.add_paragraph(_text(table.name), style="Caption")
    name.paragraph_format.keep_with_next = True
    made = paper.add_table(1, len(table.head))
    made.style = _GRID
    _fill(made.rows[0], table.head, table.numbers, bold=True)
    _mark(made.rows[0], "tblHeader")
    for cells in table.rows:
        row = made.add_row()
        _fill(row, cells, table.numbers)
        _mark(row, "cantSplit")
    _widen(made, table.shares)
    return made


def _widen(made: Any, shares: Iterable[int]) -> None:
    """Say how wide columns are: not every reader of the file finds out by itself."""
    from docx.shared import Mm  # noqa: PLC0415 - as above

    shares = tuple(shares)
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(_ROOM * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _fill(row: Any, cells: Iterable[str], numbers: frozenset[int], *, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as above
    from docx.shared import Pt  # noqa: PLC0415 - as above

    for at, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
        line = cell.paragraphs[0]
        said = line.add_run(_text(text))
        said.bold, said.font.size = bold, Pt(9)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(1)
        if at in numbers:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: Any, what: str) -> None:
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 - as above

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{what}"))  # noqa: SLF001 - python-docx offers no other way
