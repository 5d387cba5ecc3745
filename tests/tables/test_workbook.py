"""Workbooks: what is seen in their cells, and what is refused before it is unpacked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from toc.errors import MissingExtraError, OutputError
from toc.findings import Finding
from toc.tables import Sheet, as_xlsx, table_of


def _saved(fill: Callable[[Worksheet], object]) -> bytes:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "Date"
    fill(page)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _read(fill: Callable[[Worksheet], object], sheet: str = "") -> Sheet:
    return table_of(_saved(fill), "t.xlsx", sheet=sheet)


def _told(sheet: Sheet) -> list[str]:
    return [one.message.say() for one in sheet.findings]


def _place(finding: Finding) -> tuple[int, int]:
    assert finding.span is not None
    return finding.span.line, finding.span.column


SEEN: list[tuple[str, Any, str, str]] = [
    ("text", "Fișe", "General", "Fișe"),
    ("a number as text", "12,5", "@", "12,5"),
    ("an integer", 1250, "#,##0", "1250"),
    ("a fraction", 12.5, "0", "12.5"),
    ("what a sum of tenths gives", 0.1 + 0.2, "General", "0.3"),
    ("a large number", 1e20, "General", "100000000000000000000"),
    ("a small number", 1e-7, "General", "0.0000001"),
    ("less than nothing", -3, "General", "-3"),
    ("a share", 0.125, "0%", "12.5%"),
    ("a whole share", 1, "0.00%", "100%"),
    ("a percent sign that is only said", 12.5, '0.0" %"', "12.5"),
    ("yes", True, "General", "true"),
    ("a day", date(2026, 10, 31), "dd.mm.yyyy", "2026-10-31"),
    ("a month that the program made of 2026-10", date(2026, 10, 1), "mmm\\-yy", "2026-10"),
    ("a month in Romanian", date(2026, 10, 1), "[$-418]mmmm\\ yyyy", "2026-10"),
    ("a year", date(2026, 1, 1), "yyyy", "2026"),
    ("a day of which a month is shown", date(2026, 10, 31), "mmm-yy", "2026-10-31"),
    ("a time of day", datetime.fromisoformat("2026-10-31 14:30"), "yyyy-mm-dd hh:mm", "2026-10-31 14:30"),
    ("letters that XML cannot hold", "a_x0007_b", "General", "a\ab"),
    ("half a letter", "a_xD800_b", "General", "a_xD800_b"),
    ("no letter", "a_x0000_b", "General", "a_x0000_b"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "form", "text"), SEEN, ids=[name for name, *_ in SEEN])
def test_a_cell_gives_what_is_seen(name: str, value: Any, form: str, text: str) -> None:
    """Dates keep the precision that is shown, shares are percentages, numbers have a point."""

    def fill(page: Worksheet) -> None:
        page["B2"] = value
        page["B2"].number_format = form

    sheet = _read(fill)
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("", text))]
    assert sheet.findings == ()


def test_a_cell_is_said_as_a_spreadsheet_program_says_it() -> None:
    """A message begins with B7, and the place is row 7 and column 2 for programs."""
    sheet = _read(lambda page: page.__setitem__("B7", "x"))
    finding = sheet.fault(sheet.rows[0], 1, *_words())
    assert finding.message.say() == "B7: so it is"
    assert _place(finding) == (7, 2)


def test_a_sheet_is_named_where_there_are_several() -> None:
    """With two sheets a cell alone does not say where to look."""

    def fill(page: Worksheet) -> None:
        page["A1"] = "x"
        assert page.parent is not None
        page.parent.create_sheet("Foaia 2")["AB3"] = "y"

    sheet = _read(fill, "Foaia 2")
    finding = sheet.fault(sheet.rows[0], 27, *_words())
    assert finding.message.say() == "'Foaia 2'!AB3: so it is"


def _words() -> tuple[Any, Any]:
    from toc.words import Message  # noqa: PLC0415 - the words stand nowhere else

    return Message("so it is"), Message("do so")


def test_the_first_sheet_is_read_and_the_others_are_told() -> None:
    """A second table is not lost in silence; empty sheets are not worth a word."""

    def fill(page: Worksheet) -> None:
        page["A1"] = "x"
        assert page.parent is not None
        page.parent.create_sheet("Gol")
        page.parent.create_sheet("Vechi")["C3"] = "y"

    sheet = _read(fill)
    assert (sheet.name, [row.cells for row in sheet.rows]) == ("Date", [("x",)])
    assert _told(sheet) == ["only the sheet “Date” was read, and not Vechi"]
    assert _read(fill, "Vechi").rows[0].cells == ("", "", "y")
    assert _told(_read(fill, "Nou")) == ["the workbook has no sheet “Nou”"]


def test_a_hidden_sheet_is_not_the_first() -> None:
    """Lists that a form keeps out of sight are not taken for the table."""

    def fill(page: Worksheet) -> None:
        page["B2"] = "list"
        page.sheet_state = "hidden"
        assert page.parent is not None
        page.parent.create_sheet("Citiri")["A1"] = "x"

    assert _read(fill).name == "Citiri"


def test_a_merged_cell_stands_for_each_of_its_rows() -> None:
    """A name that is merged over three rows is read for all three, and told."""

    def fill(page: Worksheet) -> None:
        for row in (
            ["indicator", "date", "value"],
            ["ore", "2026-01", 1],
            [None, "2026-02", 2],
            [None, "2026-03", 3],
            ["alt", "2026-01", 4],
        ):
            page.append(row)
        page.merge_cells("A2:A4")
        page.merge_cells("B6:C9")

    sheet = _read(fill)
    assert [row.cells[0] for row in sheet.rows] == ["indicator", "ore", "ore", "ore", "alt"]
    assert sheet.filled == {(3, 0), (4, 0)}
    assert _told(sheet) == ["a cell is merged with others: A2"]


def test_a_formula_gives_the_value_that_it_had() -> None:
    """A formula that no spreadsheet program has computed is told, and empty."""
    content = _saved(lambda page: page.append(["=1+1", "x", "=A1"]))
    sheet = table_of(content, "t.xlsx")
    assert [row.cells for row in sheet.rows] == [("", "x")]
    assert _told(sheet) == ["2 formulas have no value in the file: A1, C1"]
    computed = _with(
        content,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>"
        ),
    )
    assert table_of(computed, "t.xlsx").rows[0].cells == ("2", "x")


def test_hidden_rows_are_read_and_told() -> None:
    """What a filter hides is in the file, and counts until somebody deletes it."""

    def fill(page: Worksheet) -> None:
        for number in range(1, 4):
            page.append([number])
        page.row_dimensions[2].hidden = True

    sheet = _read(fill)
    assert [row.cells for row in sheet.rows] == [("1",), ("2",), ("3",)]
    assert _told(sheet) == ["a row is hidden and was read as well: 2"]


def _with(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change a part of a workbook, or add one."""
    again = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(again, "w", ZIP_DEFLATED) as packed:
        names = {name: parts.read(name) for name in parts.namelist()}
        names[part] = change(names.get(part, b""))
        for name, inside in names.items():
            packed.writestr(name, inside)
    return again.getvalue()


PLAIN = _saved(lambda page: page.append(["indicator", "date", "value"]))
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""
FILE = (
    b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>"""
)
DANGEROUS = "the workbook would become dangerously large when it is opened"
ENTITIES = "the workbook declares entities, as none from a spreadsheet program does"
OTHER = "the file is a document of another kind than .xlsx"
DAMAGED = "the workbook is damaged"


def _many_parts() -> bytes:
    packed = BytesIO(PLAIN)
    with ZipFile(packed, "a") as parts:
        for number in range(2_001):
            parts.writestr(f"x{number}", b"")
    return packed.getvalue()


def _locked() -> bytes:
    content = bytearray(PLAIN)
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("a bomb of one part", lambda: _with(PLAIN, SHEET, lambda _: b"<worksheet>" + b" " * 40_000_000), DANGEROUS),
    ("a bomb of many parts", _many_parts, DANGEROUS),
    ("entities that multiply", lambda: _with(PLAIN, SHEET, lambda _: LAUGHS), ENTITIES),
    ("entities after a long comment", lambda: _with(PLAIN, SHEET, lambda _: LAUGHS.replace(b"?><!D", b"?><!--" + b"x" * 200_000 + b"--><!D")), ENTITIES),
    ("entities in UTF-16", lambda: _with(PLAIN, SHEET, lambda _: LAUGHS.decode().replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")), ENTITIES),
    ("a file of the machine", lambda: _with(PLAIN, "xl/sharedStrings.xml", lambda _: FILE), ENTITIES),
    ("a password", _locked, "the workbook is protected by a password"),
    ("OpenDocument", lambda: _with(PLAIN, "mimetype", lambda _: b"application/vnd.oasis.opendocument.spreadsheet"), OTHER),
    ("a binary workbook", lambda: _with(PLAIN, "xl/workbook.bin", lambda _: b"x"), OTHER),
    ("any other zip", lambda: b"PK\x03\x04" + b"\0" * 50, DAMAGED),
    ("half a workbook", lambda: PLAIN[: len(PLAIN) // 2], DAMAGED),
    ("half a sheet", lambda: _with(PLAIN, SHEET, lambda xml: xml[: len(xml) // 2]), DAMAGED),
    ("a number that is none", lambda: _with(PLAIN, SHEET, lambda xml: xml.replace(b"</row>", b'<c r="D1"><v>x</v></c></row>')), DAMAGED),
    ("a workbook without sheets", lambda: _with(PLAIN, "xl/workbook.xml", lambda xml: xml[: xml.index(b"<sheets>")] + xml[xml.index(b"</sheets>") + 9 :]), "the workbook has no sheet with cells"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_what_is_no_workbook_is_refused_in_one_sentence(
    name: str, content: Callable[[], bytes], said: str
) -> None:
    """Bombs, tricks and broken files are told of with the way out, and nothing is unpacked."""
    sheet = table_of(content(), "t.xlsx")
    assert (sheet.rows, _told(sheet)) == ((), [said])
    assert [one.rule for one in sheet.findings] == ["table-unreadable"]


def test_a_row_far_to_the_right_takes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that would have more cells than any table is refused while it is read."""
    monkeypatch.setattr("toc.tables.workbook.MOST_CELLS", 1_000)

    def fill(page: Worksheet) -> None:
        for row in range(1, 4):
            page.cell(row, 500, "x")

    assert _told(_read(fill)) == ["the table has more than 1000 cells"]


def test_merged_areas_cannot_be_piled_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Areas over the whole sheet, again and again, are refused like a table without end."""
    monkeypatch.setattr("toc.tables.workbook.MOST_CELLS", 1_000)

    def fill(page: Worksheet) -> None:
        for number in range(1, 101):
            page.append([number])

    content = _saved(fill)
    areas = b"<mergeCells>" + b'<mergeCell ref="A1:A100"/>' * 50 + b"</mergeCells>"
    piled = _with(content, SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + areas))
    assert _told(table_of(piled, "t.xlsx")) == ["the table has more than 1000 cells"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from((SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml")), st.data()
)
def test_a_torn_workbook_never_raises(part: str, data: st.DataObject) -> None:
    """Whatever a part has become, there are rows or a finding."""

    def torn(xml: bytes) -> bytes:
        start = data.draw(st.integers(0, len(xml)))
        end = data.draw(st.integers(start, min(len(xml), start + 40)))
        return xml[:start] + data.draw(st.binary(max_size=10)) + xml[end:]

    content = _saved(lambda page: page.append(["indicator", date(2026, 1, 1), 12.5]))
    sheet = table_of(_with(content, part, torn), "t.xlsx")
    assert not sheet.rows or sheet.name
    assert all(one.message.say() and one.mend.say() for one in sheet.findings)


def test_without_its_library_a_workbook_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever has not installed openpyxl is told what to install."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[xlsx\]'"):
        table_of(PLAIN, "t.xlsx")
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[xlsx\]'"):
        as_xlsx([["a"]], name="x")


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
FORMULAS = st.sampled_from(("=", "+", "-", "@", "'=", "\t=", "_x0041_", "#N/A")).flatmap(
    lambda sign: TEXTS.map(lambda text: sign + text)
)
NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1).map(str),
    st.decimals(-999_999, 999_999, places=3).map(lambda one: f"{one:f}".rstrip("0").rstrip(".")),
    st.sampled_from(("007", "1e5", "12,5", "+5", "-0", "1.50")),
)


@settings(max_examples=40)
@given(st.lists(st.lists(st.one_of(TEXTS, FORMULAS, NUMBERS), min_size=1, max_size=3), max_size=4))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    """Any text comes back as it was; formulas, control characters and numbers as well."""
    written = as_xlsx([["a", "b", "c"], *rows], name="Date")
    sheet = table_of(written, "t.xlsx")
    assert sheet.findings == ()
    assert [_bare(row.cells) for row in sheet.rows[1:]] == [
        _bare(row) for row in rows if any(cell.strip() for cell in row)
    ]
    assert b"<f>" not in ZipFile(BytesIO(written)).read(SHEET)


def _bare(cells: list[str] | tuple[str, ...]) -> list[str]:
    """Leave out empty cells at the end, which a workbook does not have."""
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def test_a_harmless_cell_comes_back_from_a_spreadsheet_program_as_it_was() -> None:
    """Our CSV opened and saved as a workbook has the apostrophe in its cell, and is read without."""
    assert _read(lambda page: page.append(["'=1+1", "'n-a fost"])).rows[0].cells == (
        "=1+1",
        "'n-a fost",
    )


def test_the_same_rows_are_the_same_file() -> None:
    """A workbook does not say at what time it was written."""
    assert as_xlsx([["a"], ["1"]], name="x") == as_xlsx([["a"], ["1"]], name="x")
    assert b"dcterms:modified" not in ZipFile(BytesIO(as_xlsx([["a"]], name="x"))).read(
        "docProps/core.xml"
    )


def test_a_text_that_is_too_long_for_a_cell_is_not_cut() -> None:
    """What would be lost in silence is refused."""
    with pytest.raises(OutputError, match="more than 32767 letters"):
        as_xlsx([["x" * 32_768]], name="x")
