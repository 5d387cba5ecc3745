"""Tables as they come from spreadsheet programs, saved as text."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.findings import Finding
from toc.tables import Sheet, as_csv, read_table, table_of
from toc.text.source import MAX_BYTES

ROWS = [["indicator", "dată"], ["ore", "2026-10"], ["știință, ș", "a\nb"]]
TABLE = 'indicator,dată\nore,2026-10\n"știință, ș","a\nb"\n'


def _cells(sheet: Sheet) -> list[list[str]]:
    return [list(row.cells) for row in sheet.rows]


def _told(sheet: Sheet) -> list[tuple[str, str]]:
    return [(one.rule, one.message.say()) for one in sheet.findings]


def _place(finding: Finding) -> tuple[int, int]:
    assert finding.span is not None
    return finding.span.line, finding.span.column


SAVED: list[tuple[str, bytes]] = [
    ("UTF-8", TABLE.encode()),
    ("with a mark", TABLE.encode("utf-8-sig")),
    ("Windows line ends", TABLE.replace("\n", "\r\n").replace("a\r\nb", "a\nb").encode()),
    ("semicolons", TABLE.replace(",", ";").replace("ță; ș", "ță, ș").encode()),
    ("tabs", TABLE.replace(",", "\t").replace("ță\t ș", "ță, ș").encode()),
    ("a line that says the separator", b"sep=;\n" + TABLE.replace(",", ";").replace("ță; ș", "ță, ș").encode()),
    ("blank lines", ("\n;;\n" + TABLE.replace("\nore", "\n\n,,\nore")).encode()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), SAVED, ids=[name for name, _ in SAVED])
def test_a_table_is_the_same_however_it_was_saved(name: str, content: bytes) -> None:
    """Marks, line ends, separators and blank rows make no difference to the cells."""
    sheet = table_of(content, "t.csv")
    assert (_cells(sheet), sheet.findings) == (ROWS, ())


@pytest.mark.parametrize(
    ("encoding", "table", "said"),
    [
        ("utf-16", TABLE, "the file is written in UTF-16, and was read so"),
        ("windows-1250", TABLE.replace("ș", "ş").replace("ț", "ţ"), "the file is not written in UTF-8, and was read as Windows-1250"),
    ],
)  # fmt: skip
def test_another_encoding_is_read_and_told(encoding: str, table: str, said: str) -> None:
    """What spreadsheet programs write beside UTF-8 is read, its assumption said, its ş a ș."""
    sheet = table_of(table.encode(encoding), "t.csv")
    assert _cells(sheet) == ROWS
    assert _told(sheet) == [("table-ambiguous", said)]


REFUSED: list[tuple[str, bytes, str]] = [
    ("too large", b"a" * (MAX_BYTES + 1), "the file is larger than 64 MB"),
    ("another encoding", TABLE.encode("utf-32"), "the file is no text that could be a table"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "the file is no text that could be a table"),
    ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "the file is a workbook of an old kind (.xls)"),
    ("a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "the workbook is protected by a password"),
    ("half of a UTF-16 letter", "ab".encode("utf-16") + b"\0", "the file is no text that could be a table"),
    ("more cells than any table", b"a" + b"," * 5_000_001, "the table has more than 5000000 cells"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_is_no_table_is_refused_in_one_sentence(name: str, content: bytes, said: str) -> None:
    """The file is told of as a whole, with the way out, and nothing is made up from it."""
    sheet = table_of(content, "t.csv")
    assert (sheet.rows, _told(sheet)) == ((), [("table-unreadable", said)])
    assert sheet.findings[0].mend.say()


def test_a_device_without_an_end_is_refused_by_its_size(tmp_path: Path) -> None:
    """No more is read of a file than may be read, so that a gigabyte costs what 64 MB cost."""
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(1024**3)
    assert _told(read_table(large)) == [("table-unreadable", "the file is larger than 64 MB")]


def test_invisible_nothings_are_left_out_and_counted() -> None:
    """NUL characters that a broken export left behind are told of once, with their place."""
    sheet = table_of(b"a,b\n1\0,\0002\n", "t.csv")
    assert _cells(sheet) == [["a", "b"], ["1", "2"]]
    (finding,) = sheet.findings
    assert (
        finding.message.say() == "2 invisible characters (NUL) stand in the file, and were left out"
    )
    assert _place(finding) == (2, 2)


def test_rows_may_be_shorter_and_longer_than_the_first() -> None:
    """A table gives each row as it is; whoever knows the columns says what is missing."""
    sheet = table_of(b"a,b\n1\n1,2,3\n", "t.csv")
    assert _cells(sheet) == [["a", "b"], ["1"], ["1", "2", "3"]]
    assert [sheet.rows[1].cell(column) for column in (0, 1)] == ["1", ""]


@pytest.mark.parametrize(
    ("broken", "line", "kept"),
    [
        ('x,"open\n', 2, [["ore", "1"], ["ore", "2"]]),
        ('x,"a"b\n', 2, [["ore", "1"], ["ore", "2"]]),
    ],
)
def test_a_broken_row_loses_no_other(broken: str, line: int, kept: list[list[str]]) -> None:
    """A quote that is never closed costs its own row; reading goes on in the line below."""
    sheet = table_of(f"a,b\n{broken}ore,1\nore,2\n".encode(), "t.csv")
    assert _cells(sheet)[1:] == kept
    assert [(one.message.say(), _place(one)[0]) for one in sheet.findings] == [
        ("this row cannot be read as a table", line)
    ]


def test_a_table_of_broken_rows_is_given_up_and_told() -> None:
    """After a hundred rows that cannot be read nobody is told of each of the others."""
    sheet = table_of(b"a,b\n" + b'x,"a"b\n' * 300, "t.csv")
    assert len(sheet.findings) == 101
    assert sheet.findings[-1].message.say() == "too many rows cannot be read: the rest is left out"


@pytest.mark.parametrize(
    ("row", "column", "place"),
    [
        ("ore,2026,7\n", 1, (2, 5)),
        ('ore,"a, ""b""",7\n', 1, (2, 6)),
        ('ore,"a, ""b""",7\n', 2, (2, 16)),
        ('ore,"a\nb",7\n', 2, (3, 4)),
        ("  ore ,  2026 ,7\n", 1, (2, 10)),
        ("ore\n", 1, (2, 1)),
        (",,7\n", 1, (2, 2)),
    ],
)
def test_a_cell_is_found_in_the_file(row: str, column: int, place: tuple[int, int]) -> None:
    """The place is that of the text, after quotes and blanks, below line ends in cells."""
    sheet = table_of(f"a,b,c\n{row}".encode(), "t.csv")
    span = sheet.span(sheet.rows[1], column)
    assert (span.path, span.line, span.column) == ("t.csv", *place)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
FORMULAS = st.sampled_from(("=", "+", "-", "@", "'", "\t=", "\r", "sep=", '"')).flatmap(
    lambda sign: TEXTS.map(lambda text: sign + text)
)
CELLS = st.one_of(TEXTS, FORMULAS)


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from(("\n", "\r\n")),
)
def test_what_is_written_is_read_back(rows: list[list[str]], separator: str, end: str) -> None:
    """Any text comes back as it was, in either locale's CSV; only blank rows are left out."""
    head = ["a", "b", "c", "d"]
    written = as_csv([head, *rows], separator=separator, end=end)
    sheet = table_of(written.encode(), "t.csv")
    assert sheet.findings == ()
    assert _cells(sheet) == [head, *(row for row in rows if any(cell.strip() for cell in row))]


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_no_written_cell_is_a_formula(rows: list[list[str]]) -> None:
    """A spreadsheet program that opens the file finds no cell that it would compute."""
    for cells in csv.reader(StringIO(as_csv(rows), newline="")):
        for cell in cells:
            is_number = re.fullmatch(r"[+-][0-9.,%]+", cell) is not None
            assert is_number or not cell.lstrip().startswith(("=", "+", "-", "@"))


@given(
    st.binary(max_size=80),
    st.sampled_from(
        (b"", b"PK\x03\x04", b"\xff\xfe", b"a;b\n1;", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ),
)
def test_reading_never_raises(content: bytes, start: bytes) -> None:
    """Whatever the bytes are, there are rows, or a finding with a place inside the file."""
    sheet = table_of(start + content, "t.csv")
    for row in sheet.rows:
        for column in range(len(row.cells)):
            span = sheet.span(row, column)
            assert span.line >= row.number
            assert span.column >= 1
    assert all(one.span is not None for one in sheet.findings)
