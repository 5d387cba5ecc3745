"""Readings of indicators from a spreadsheet."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import at, load_files, told, yaml_texts

from toc.findings import Route
from toc.loading import Loaded
from toc.loading.readings import read_readings
from toc.model import Date, Reading, Strategy
from toc.tables import as_xlsx, table_of

STRATEGY = """\
strategy: {id: s}
indicators:
  Cursanti: {title: C}
  ore: {title: O}
"""
COLUMNS = "indicator,date,value,source,note,sex\n"


def _load(table: str | bytes, strategy: str = STRATEGY) -> Loaded:
    return load_files({"s.yaml": strategy, "s.readings.csv": table}, "s.yaml")


def _row(value: float | str, *rest: str, indicator: str = "ore", date: str = "2026-03") -> Reading:
    source, note, sex = (*rest, "", "", "")[:3]
    return Reading(indicator, Date.of(date), value, source, note, {"sex": sex} if sex else {})


TABLES: list[tuple[str, str | bytes]] = [
    ("commas", COLUMNS + "ore,2026-03,12.5,Fișe,În două săli,femei\n"),
    ("semicolons", "indicator;date;value;source;note;sex\nore;2026-03;12.5;Fișe;În două săli;femei\n"),
    ("tabs", "indicator\tdate\tvalue\tsource\tnote\tsex\nore\t2026-03\t12.5\tFișe\tÎn două săli\tfemei\n"),
    ("quotes", COLUMNS + '"ore","2026-03","12.5","Fișe","În două săli","femei"\n'),
    ("a mark and Windows line ends", "\ufeff" + (COLUMNS + "ore,2026-03,12.5,Fișe,În două săli,femei\n").replace("\n", "\r\n")),
    ("old Mac line ends", (COLUMNS + "ore,2026-03,12.5,Fișe,În două săli,femei\n").replace("\n", "\r")),
    ("blanks around cells", COLUMNS + " ore , 2026-03 ,12.5, Fișe , În două săli ,femei \n"),
    ("another order", "Sex,NOTE,value,Indicator,Date,source\nfemei,În două săli,12.5,ore,2026-03,Fișe\n"),
    ("another case of the id", COLUMNS + "ORE,2026-03,12.5,Fișe,În două săli,femei\n"),
    ("empty lines", COLUMNS + "\n,,,,,\nore,2026-03,12.5,Fișe,În două săli,femei\n\n"),
    ("no line end", COLUMNS + "ore,2026-03,12.5,Fișe,În două săli,femei"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "table"), TABLES, ids=[name for name, _ in TABLES])
def test_a_table_is_read_however_it_was_saved(name: str, table: str) -> None:
    """Commas, semicolons or tabs, quotes, marks and line ends of any kind make no difference."""
    loaded = _load(table)
    assert loaded.findings == ()
    assert loaded.strategy.readings == (_row(12.5, "Fișe", "În două săli", "femei"),)


def test_cells_may_hold_delimiters_quotes_and_line_ends() -> None:
    """What stands in quotes is the cell's, and the rows below keep their places."""
    table = (
        COLUMNS + 'ore,2026-03,1,"a, b","spune „da”\nși ""nu""",\nore,2026-04,2,,,\nore,x,3,,,\n'
    )
    loaded = _load(table)
    assert loaded.strategy.readings == (
        _row(1, "a, b", 'spune „da”\nși "nu"'),
        _row(2, date="2026-04"),
    )
    assert [at(one) for one in loaded.findings] == [(5, 5)]


def test_a_separator_from_a_pdf_ends_no_row() -> None:
    """A line separator inside a cell is no line end, so no row falls apart."""
    loaded = _load(COLUMNS + "ore,2026-03,1,a\u2028b,c\x85d,\nore,2026-04,2,,,\n")
    assert [one.date.month for one in loaded.strategy.readings] == [3, 4]


def test_a_value_may_be_a_level_in_words() -> None:
    """What is no number is the words for a level."""
    assert (
        _load(COLUMNS + "ore,2026,cel mult mediu,,,\n").strategy.readings[0].value
        == "cel mult mediu"
    )


def test_every_other_column_is_a_disaggregation() -> None:
    """A column that is not one of the five says which group a row is about; empty cells say nothing."""
    loaded = _load(
        "indicator,date,value,sex,Mediu,\nore,2026,1,femei,rural,x\nore,2026,2,,urban,\n"
    )
    assert [one.by for one in loaded.strategy.readings] == [
        {"sex": "femei", "mediu": "rural"},
        {"mediu": "urban"},
    ]


FAULTS = [
    (
        "orre,2026-03,1,,,\n",
        "reference-dangling",
        "no indicator is called “orre”",
        "did you mean “ore”?",
        (2, 1),
    ),
    (
        "zzzzzz,2026-03,1,,,\n",
        "reference-dangling",
        "no indicator is called “zzzzzz”",
        "write the id of an indicator of the strategy",
        (2, 1),
    ),
    (
        ",2026-03,1,,,\n",
        "reference-dangling",
        "no indicator is called “”",
        "write the id of an indicator of the strategy",
        (2, 1),
    ),
    (
        'ore,2026-03,"12,5",,,\n',
        "value-malformed",
        "“12,5” is no number",
        "write 12.5, with a point",
        (2, 14),
    ),
    (
        "ore,2026-03,12,5,,,\n",
        "value-malformed",
        "this row has more cells than the table has columns",
        "put quotes around a cell with a comma in it, and write decimals with a point",
        (2, 1),
    ),
    (
        "ore,2026-03,45.000,,,\n",
        "value-malformed",
        "“45.000” is no number",
        "write 45000 or 45.0: the point can be read in two ways",
        (2, 13),
    ),
    (
        "ore,14.03.26,1,,,\n",
        "value-malformed",
        "“14.03.26” is no date",
        "write the year with four digits",
        (2, 5),
    ),
    (
        "ore,2026-03,#DIV/0!,,,\n",
        "value-malformed",
        "“#DIV/0!” is an error of a formula",
        "write the value itself, or leave the row out until it is known",
        (2, 13),
    ),
    (
        "ore,2026-13,1,,,\n",
        "value-malformed",
        "there is no such day as 2026-13",
        "correct the month or the day (year-month-day)",
        (2, 5),
    ),
    (
        "ore,,1,,,\n",
        "value-malformed",
        "this row has no date",
        "fill it in, or delete the row",
        (2, 5),
    ),
    (
        "ore,2026-03,,,,\n",
        "value-malformed",
        "this row has no value",
        "fill it in, or delete the row",
        (2, 13),
    ),
    (
        "ore\n",
        "value-malformed",
        "this row has no date",
        "fill it in, or delete the row",
        (2, 1),
    ),
]


@pytest.mark.parametrize(("row", "rule", "message", "mend", "place"), FAULTS)
def test_a_faulty_row_is_told_and_the_others_are_kept(
    row: str, rule: str, message: str, mend: str, place: tuple[int, int]
) -> None:
    """The finding stands at the cell; the row is left out, and the one below is read."""
    loaded = _load(f"{COLUMNS}{row}ore,2026-04,7,,,\n")
    assert told(loaded.findings) == [(rule, message, mend)]
    assert at(loaded.findings[0]) == place
    assert loaded.strategy.readings == (_row(7, date="2026-04"),)


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("indicator,date\n", "value"),
        ("data,valoare\n", "indicator"),
        ("ore,2026-03,1\n", "indicator, date, value"),
    ],
)
def test_a_missing_column_is_told_at_the_header(header: str, missing: str) -> None:
    """A table without its three columns is not guessed at."""
    loaded = _load(f"{header}ore,2026-03,1\n")
    assert told(loaded.findings) == [
        (
            "table-unreadable",
            f"the table has no column {missing}",
            "write the first row as indicator,date,value,source,note",
        )
    ]
    assert at(loaded.findings[0]) == (1, 1)
    assert loaded.strategy.readings == ()


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ('ore,2026-03,1,"open,,\nore,2026-04,2,,,\n', 2),
        ('ore,2026-04,2,,,\nore,2026-03,1,"a"b,,\n', 3),
    ],
)
def test_broken_quotes_are_told_where_the_row_begins(row: str, line: int) -> None:
    """A quote that is never closed would swallow the rest: it is told, and every other row kept."""
    loaded = _load(COLUMNS + row)
    assert told(loaded.findings) == [
        (
            "value-malformed",
            "this row cannot be read as a table",
            "save the spreadsheet again as CSV in UTF-8",
        )
    ]
    assert at(loaded.findings[0])[0] == line
    assert loaded.strategy.readings == (_row(2, date="2026-04"),)


@pytest.mark.parametrize(
    "table", ["", "\n\n", COLUMNS, "\ufeff"], ids=["nothing", "empty lines", "a header", "a mark"]
)
def test_an_empty_table_holds_no_readings(table: str) -> None:
    """A table that waits for its first row is no fault."""
    loaded = _load(table)
    assert (loaded.findings, loaded.strategy.readings) == ((), ())


def test_a_table_in_another_encoding_is_read_and_told() -> None:
    """A spreadsheet saved as Windows-1250 is told of at its first letter that shows it."""
    loaded = _load(f"{COLUMNS}ore,2026-03,1,Fişe,,\n".encode("windows-1250"))
    assert [(one.rule, at(one)) for one in loaded.findings] == [("table-ambiguous", (2, 17))]
    assert loaded.strategy.readings == (_row(1, "Fișe"),)


def test_findings_stand_in_the_table_and_not_in_the_strategy() -> None:
    """A finding about a row names the spreadsheet."""
    (finding,) = _load(COLUMNS + "nobody,2026,1,,,\n").findings
    assert finding.span is not None
    assert Path(finding.span.path).name == "s.readings.csv"


@pytest.mark.parametrize(
    "strategy",
    [
        "strategy: {id: s}\nindicators:\n  nou: 'open\n  ore: {title: O}\n",
        "strategy: {id: s}\nindicators: {ore: {title: O}, nou: [x]}\n",
        "strategy: {id: s}\nindicators: {ore: 'open}\n",
        "strategy: {id: s}\nindicators: x\n",
        "strategy: {id: s}\nindicators: tbd\n",
        "strategy: {id: s}\n---\nindicators: {ore: {title: O}}\n",
        "strategy: {id: s}\nindicatori: {ore: {title: O}}\n",
    ],
)
def test_an_indicator_that_could_not_be_read_is_not_missed(strategy: str) -> None:
    """After a fault in the strategy, no row is told of that may be about what was lost."""
    loaded = _load(COLUMNS + "nou,2026,1,,,\nNOU,2026,1,,,\n", strategy)
    assert [one for one in loaded.findings if "indicator is called" in one.message.say()] == []


def test_an_indicator_that_is_missing_for_sure_is_told() -> None:
    """A fault in one indicator excuses that one and no other."""
    strategy = "strategy: {id: s}\nindicators:\n  nou: 'open\n  ore: {title: O}\n"
    loaded = _load(COLUMNS + "nou,2026,1,,,\nzzzz,2026,1,,,\n", strategy)
    assert [one.message.say() for one in loaded.findings] == [
        "this quote is never closed",
        "no indicator is called “zzzz”",
    ]


@given(
    st.one_of(st.text(max_size=60), yaml_texts(8)),
    st.sampled_from(("", COLUMNS, "indicator;date;value\nore;")),
)
def test_reading_a_table_never_raises(text: str, header: str) -> None:
    """Whatever the cells hold, there are readings, or findings inside the file."""
    sheet = table_of((header + text).encode("utf-8", "replace"), "s.readings.csv")
    found = read_readings(sheet, Strategy(indicators={"ore": "Ore"}))
    assert len(found.origins) == len(found.rows)
    assert sheet.source is not None
    for one in found.findings:
        line, column = at(one)
        assert 1 <= line <= len(sheet.source.starts)
        assert 1 <= column <= len(sheet.source.line(line)) + 1


CELLS = st.text("ab ,;\"'\nșț\t\r1", max_size=6)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4), st.sampled_from(",;\t"))
def test_cells_come_through_as_they_were_quoted(
    rows: list[tuple[str, str]], delimiter: str
) -> None:
    """A table written by any spreadsheet program is read back, blanks around cells apart."""

    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = (
        ["indicator", "date", "value", "source", "note"],
        *(["ore", "2026", "1", quoted(source), quoted(note)] for source, note in rows),
    )
    table = "".join(delimiter.join(line) + "\n" for line in lines)
    found = read_readings(table_of(table.encode(), "r.csv"), Strategy(indicators={"ore": "Ore"}))
    assert found.findings == []
    assert [(one.source, one.note) for one in found.rows] == [
        (source.strip(), note.strip()) for source, note in rows
    ]


def test_a_reading_is_found_in_its_row() -> None:
    """A route to a reading of an indicator leads to the spreadsheet, past rows left out."""
    loaded = _load(COLUMNS + "orre,2026,1,,,\nore,2026,1,,,\n")
    span = loaded.locate(("indicators", "ore", "readings", 0))
    assert span is not None
    assert (Path(span.path).name, span.line, span.column) == ("s.readings.csv", 3, 1)
    elsewhere: list[Route] = [(*route, "readings", 1) for route in [("indicators", "ore")]]
    assert [loaded.locate(route) for route in elsewhere] == [loaded.locate(("indicators", "ore"))]


LOCALES: list[tuple[str, str]] = [
    ("a Romanian spreadsheet", "Indicator;Dată;Valoare;Sursă;Observații;Sex\nore;martie 2026;12,5;Fișe;În două săli;femei\n"),
    ("names without accents", "indicator;data;valoare;sursa;nota;sex\nore;03.2026;12,50;Fișe;În două săli;femei\n"),
    ("an English spreadsheet", "Indicator,Date,Value,Source,Note,Sex\nore,Mar 2026,12.5,Fișe,În două săli,femei\n"),
    ("tabs and a decimal comma", "indicator\tdate\tvalue\tsource\tnote\tsex\nore\t3/2026\t12,5\tFișe\tÎn două săli\tfemei\n"),
    ("a share", "indicator;date;value;source;note;sex\nore;2026-03;12,5 %;Fișe;În două săli;femei\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "table"), LOCALES, ids=[name for name, _ in LOCALES])
def test_a_table_is_read_in_either_locale(name: str, table: str) -> None:
    """Names of columns, dates and decimals are understood as people here write them."""
    loaded = _load(table)
    assert loaded.findings == ()
    assert loaded.strategy.readings == (_row(12.5, "Fișe", "În două săli", "femei"),)


def test_a_column_by_its_own_name_counts_before_what_it_is_also_called() -> None:
    """A table that was read yesterday is read in the same way today."""
    loaded = _load("indicator,date,data,value,source,sursa\nore,2026,birou,1,Fișe,caiet\n")
    (reading,) = loaded.strategy.readings
    assert (str(reading.date), reading.source) == ("2026", "Fișe")
    assert reading.by == {"data": "birou", "sursa": "caiet"}


def test_two_columns_of_one_name_are_told() -> None:
    """Nobody is left to believe that both are read."""
    loaded = _load("indicator,date,value,value,sex,sex\nore,2026,1,2,femei,bărbați\n")
    assert [(one.value, one.by) for one in loaded.strategy.readings] == [(2, {"sex": "bărbați"})]
    assert told(loaded.findings) == [
        (
            "table-ambiguous",
            "several columns are called value, sex: the last was read",
            "give each column a name of its own",
        )
    ]


@pytest.mark.parametrize(("written", "flag"), [("p", "p"), ("E", "e"), ("bu", "bu"), ("", "")])
def test_a_flag_says_how_a_value_is_to_be_taken(written: str, flag: str) -> None:
    """The letters of statistics offices are kept beside the value, in lower case."""
    loaded = _load(f"indicator,date,value,flag\nore,2026,1,{written}\n")
    assert [(one.flag, one.by) for one in loaded.strategy.readings] == [(flag, {})]
    assert loaded.findings == ()


def test_an_unknown_flag_costs_no_value() -> None:
    """What nobody can read is told, and the reading is kept."""
    loaded = _load("indicator;dată;valoare;semn\nore;2026;1;provizoriu\n")
    assert told(loaded.findings) == [
        (
            "value-malformed",
            "“provizoriu” is no flag of an observation",
            "write one of b, d, e, f, p, u, z, or nothing",
        )
    ]
    assert [one.flag for one in loaded.strategy.readings] == [""]


def test_what_is_measured_in_numbers_takes_no_words() -> None:
    """“Around forty” is no value of a percentage; an ordinal indicator may take it."""
    strategy = "strategy: {id: s}\nindicators:\n  ore: {title: O, measure: percentage}\n  nivel: {title: N, measure: ordinal}\n"
    loaded = _load("indicator,date,value\nore,2026,circa 40\nnivel,2026,mediu\n", strategy)
    assert told(loaded.findings) == [
        (
            "value-malformed",
            "“circa 40” is no number",
            "write the number, and what else there is to say as a note",
        )
    ]
    assert [one.value for one in loaded.strategy.readings] == ["mediu"]


def test_formulas_are_text() -> None:
    """A note that begins like a formula comes in as it was written, harmless or not."""
    loaded = _load(COLUMNS + "ore,2026,1,=1+1,'=cmd|x,\n")
    assert [(one.source, one.note) for one in loaded.strategy.readings] == [("=1+1", "=cmd|x")]


def test_a_workbook_is_read_like_a_table(tmp_path: Path) -> None:
    """Readings may stand in a workbook; a fault is told with its cell."""
    rows = [
        ["Indicator", "Dată", "Valoare", "Sex"],
        ["ore", "2026-03", "12,5", "femei"],
        ["ore", "curând", "3", ""],
    ]
    loaded = load_files(
        {"s.yaml": STRATEGY, "s.readings.xlsx": as_xlsx(rows, name="Date")}, "s.yaml"
    )
    assert [(one.value, one.by) for one in loaded.strategy.readings] == [(12.5, {"sex": "femei"})]
    (finding,) = loaded.findings
    assert (finding.message.say(), at(finding)) == ("B3: “curând” is no date", (3, 2))


def test_a_value_that_is_merged_over_rows_is_not_counted_twice() -> None:
    """A merged name is read for all its rows; a merged number would be one too many."""
    sheet = table_of(
        as_xlsx(
            [["indicator", "date", "value"], ["ore", "2026", "5"], ["ore", "2027", "5"]], name="x"
        ),
        "r.xlsx",
    )
    found = read_readings(
        replace(sheet, filled=frozenset({(3, 0), (3, 2)})), Strategy(indicators={"ore": "Ore"})
    )
    assert [one.message.say() for one in found.findings] == [
        "C3: this value stands in a cell that is merged over several rows"
    ]
    assert [str(one.date) for one in found.rows] == ["2026"]
    assert [row.number for row in found.refused] == [3]


def test_a_workbook_without_its_library_is_told_and_the_strategy_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A strategy is checked where openpyxl is not installed; only its readings are missing."""
    content = as_xlsx([["indicator", "date", "value"]], name="x")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    loaded = load_files({"s.yaml": STRATEGY, "s.readings.xlsx": content}, "s.yaml")
    assert [one.rule for one in loaded.findings] == ["table-unreadable"]
    assert "theory-of-change[xlsx]" in loaded.findings[0].message.say()
    assert list(loaded.strategy.indicators) == ["Cursanti", "ore"]


def test_of_two_spreadsheets_one_is_read_and_the_other_told() -> None:
    """Nobody is left to believe that both count."""
    content = as_xlsx([["indicator", "date", "value"], ["ore", "2026", "2"]], name="x")
    loaded = load_files(
        {
            "s.yaml": STRATEGY,
            "s.readings.csv": COLUMNS + "ore,2026,1,,,\n",
            "s.readings.xlsx": content,
        },
        "s.yaml",
    )
    assert [one.value for one in loaded.strategy.readings] == [1]
    (finding,) = loaded.findings
    assert finding.rule == "table-ambiguous"
    assert finding.message.say().startswith("there are two spreadsheets of readings: ")
