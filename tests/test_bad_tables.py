"""Spreadsheets as they come: each fault with its file, its row and its mend, and the rest is read.

The whole way is gone, from the files of a strategy to what `toc check` tells.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from toc.checking import judge_loaded
from toc.findings import Finding
from toc.loading import Loaded, find_strategies, load_parts
from toc.rulebook import Rulebook
from toc.tables import as_csv, as_xlsx

STRATEGY = """\
toc: 1
strategy: {id: s, title: S, languages: [en], status: running}
indicators:
  ore: {title: Hours, measure: number, baseline: {2025-06: 0}, target: {2028: 100}, by: [sex]}
"""
ROWS = [
    ["indicator", "date", "value", "sex"],
    ["ore", "2026-01", "10", ""],
    ["ore", "2026-02", "12.5", "women"],
]
GOOD = "indicator,date,value,sex\nore,2026-01,10,\nore,2026-02,12.5,women\n"


def _loaded(folder: Path, content: str | bytes, ending: str = "csv") -> Loaded:
    (folder / "s.yaml").write_text(STRATEGY, encoding="utf-8")
    table = content.encode() if isinstance(content, str) else content
    (folder / f"s.readings.{ending}").write_bytes(table)
    (parts,) = find_strategies(folder / "s.yaml")
    return load_parts(parts)


def _told(loaded: Loaded) -> list[Finding]:
    """Give what is told of the spreadsheet."""
    verdict = judge_loaded(loaded, on=date(2026, 7, 1), book=Rulebook())
    return [
        one for one in verdict.findings if one.span is not None and ".readings." in one.span.path
    ]


def _read(loaded: Loaded) -> list[tuple[str, float | str, dict[str, str]]]:
    return [(str(one.date), one.value, one.by) for one in loaded.strategy.readings]


BOTH = [("2026-01", 10, {}), ("2026-02", 12.5, {"sex": "women"})]

QUIET: list[tuple[str, str | bytes]] = [
    ("decimal commas and semicolons", GOOD.replace("12.5", "12;5").replace(",", ";").replace("12;5", "12,5")),
    ("dates as text", GOOD.replace("2026-01", "January 2026").replace("2026-02", "02.2026")),
    ("a mark", GOOD.encode("utf-8-sig")),
    ("Windows line ends", GOOD.replace("\n", "\r\n")),
    ("blank rows", GOOD.replace("\nore,2026-02", "\n\n,,,\nore,2026-02")),
    ("line ends in quotes", GOOD.replace("women", '" women\n"')),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), QUIET, ids=[name for name, _ in QUIET])
def test_what_people_write_every_day_is_read_without_a_word(
    name: str, content: str | bytes, tmp_path: Path
) -> None:
    """Commas, semicolons, months in words and marks are no faults."""
    loaded = _loaded(tmp_path, content)
    assert (_read(loaded), _told(loaded)) == (BOTH, [])


FAULTS: list[tuple[str, str, str, str, int]] = [
    ("an unknown indicator", "oer,2026-03,1,\n", "reference-dangling", "no indicator is called “oer”", 4),
    ("a decimal comma that parts cells", "ore,2026-03,12,5,\n", "value-malformed", "this row has more cells than the table has columns", 4),
    ("a quoted decimal comma", 'ore,2026-03,"12,5",\n', "value-malformed", "“12,5” is no number", 4),
    ("a value without a number", "ore,2026-03,many,\n", "value-malformed", "“many” is no number", 4),
    ("a value in two ways", "ore,2026-03,1.250,\n", "value-malformed", "“1.250” is no number", 4),
    ("a day that is none", "ore,31.02.2026,1,\n", "value-malformed", "there is no such day as 2026-02-31", 4),
    ("a row that is too short", "ore\n", "value-malformed", "this row has no date", 4),
    ("an open quote", 'ore,2026-03,"1,\n', "value-malformed", "this row cannot be read as a table", 4),
    ("the same row again", "ore,2026-01,10,\n", "reading-duplicate", "the value of “Hours” for 2026-01 stands twice", 4),
    ("another value for the same", "ore,2026-02,13,women\n", "readings-contradictory", "“Hours” has two values for 2026-02 (women): 12.5 and 13", 4),
    ("a reading before the baseline", "ore,2024-12,3,\n", "reading-before-baseline", "“Hours” was read in 2024-12, before its baseline of 2025-06", 4),
    ("an invisible character", "ore,2026-03,1\0,\n", "table-ambiguous", "1 invisible character (NUL) stands in the file, and was left out", 4),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "row", "rule", "said", "line"), FAULTS, ids=[name for name, *_ in FAULTS]
)
def test_a_fault_is_told_with_its_row_and_everything_else_is_read(
    name: str, row: str, rule: str, said: str, line: int, tmp_path: Path
) -> None:
    """One finding names file, row and mend; the rows around it are what they were."""
    loaded = _loaded(tmp_path, f"{GOOD}{row}ore,2026-04,20,\n")
    (finding,) = _told(loaded)
    assert (finding.rule, finding.message.say()) == (rule, said)
    assert finding.span is not None
    assert (Path(finding.span.path).name, finding.span.line) == ("s.readings.csv", line)
    assert finding.mend.say()
    kept = _read(loaded)
    assert kept[:2] == BOTH
    assert kept[-1] == ("2026-04", 20, {})


def _merged() -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.append(ROWS[0])
    page.append(["ore", "2026-01", 10])
    page.append([None, "2026-02", 12.5, "women"])
    page.merge_cells("A2:A3")
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_merged_cells_are_told_and_read(tmp_path: Path) -> None:
    """A merged name stands for its rows."""
    loaded = _loaded(tmp_path, _merged(), "xlsx")
    assert _read(loaded) == BOTH
    assert [one.message.say() for one in _told(loaded)] == ["a cell is merged with others: A2"]


def _bomb() -> bytes:
    packed = BytesIO(as_xlsx(ROWS, name="x"))
    with ZipFile(packed, "a", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet9.xml", b" " * 60_000_000)
    return packed.getvalue()


REFUSED: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("a zip bomb", _bomb, "xlsx", "the workbook would become dangerously large when it is opened"),
    ("a workbook of an old kind", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "xlsx", "the file is a workbook of an old kind (.xls)"),
    ("no columns", lambda: b"a,b\n1,2\n", "csv", "the table has no column indicator, date, value"),
    ("more than 64 MB", lambda: b"a" * (64 * 1024 * 1024 + 1), "csv", "the file is larger than 64 MB"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "ending", "said"), REFUSED, ids=[name for name, *_ in REFUSED]
)
def test_a_spreadsheet_that_cannot_be_read_costs_no_more_than_itself(
    name: str, content: Callable[[], bytes], ending: str, said: str, tmp_path: Path
) -> None:
    """The strategy is read and checked, and one finding says why its readings are not."""
    loaded = _loaded(tmp_path, content(), ending)
    (finding,) = _told(loaded)
    assert (finding.rule, finding.message.say()) == ("table-unreadable", said)
    assert list(loaded.strategy.indicators) == ["ore"]
    assert loaded.strategy.readings == ()


def test_a_hundred_thousand_rows_are_all_read(tmp_path: Path) -> None:
    """No row is dropped of a large table, and the one that is faulty is found."""
    rows = [
        [
            "ore",
            f"{2026 + number // 1200}-{number // 100 % 12 + 1:02}",
            str(number),
            f"g{number % 100}",
        ]
        for number in range(100_000)
    ]
    rows[77_777][2] = "many"
    loaded = _loaded(tmp_path, as_csv([ROWS[0], *rows]))
    assert len(loaded.strategy.readings) == 99_999
    assert [(one.message.say(), one.span and one.span.line) for one in loaded.findings] == [
        ("“many” is no number", 77_779)
    ]


def test_cells_that_begin_like_formulas_are_text(tmp_path: Path) -> None:
    """A formula in a note is a note; a spreadsheet program that opens our file computes nothing."""
    own = "indicator,date,value,note\nore,2026-01,10,=1+1\n"
    loaded = _loaded(tmp_path, own)
    (reading,) = loaded.strategy.readings
    assert reading.note == "=1+1"
    assert as_csv([[reading.note]]) == "'=1+1\n"
