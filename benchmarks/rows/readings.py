"""A spreadsheet of 100,000 readings: read, understood, and taken in, from CSV and XLSX."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO, StringIO

from openpyxl import load_workbook

from benchmarks.bench import Bench
from benchmarks.measuring import Timing, WrongAnswerError, compare_calls
from benchmarks.tables import Goal, Table
from toc.loading.readings import read_readings
from toc.model import Strategy
from toc.tables import as_csv, as_xlsx, table_of

__all__ = ["measure"]

_FLOOR, _ROWS, _READINGS = "csv.reader", "rows with places", "readings of indicators"
_PEER, _WORKBOOK = "openpyxl, read only", "rows of a workbook"
_STRATEGY = Strategy(indicators={"trained": {"title": "People trained", "measure": "number"}})


def measure(bench: Bench) -> Iterator[Table]:
    """Measure CSV against Python's own reader, XLSX against openpyxl's, and the growth."""
    sizes = (1_000, 10_000) if bench.quick else (10_000, 100_000)
    taken = {size: _of_text(size, bench.rounds_for(size)) for size in sizes}
    for size in sizes:
        yield _text_table(size, taken[size])
    yield _growth(taken)
    yield _of_workbook(1_000 if bench.quick else 20_000)


def _delivered(size: int) -> list[list[str]]:
    heads = ["indicator", "date", "value", "source", "note", "group"]
    return [heads, *(_row(number) for number in range(size))]


def _row(number: int) -> list[str]:
    when = f"{2000 + number // 1_200}-{number // 100 % 12 + 1:02}"
    note = "counted twice, on paper" if number % 7 == 0 else ""
    return ["trained", when, f"{number / 4}", "Attendance lists", note, f"group {number % 100}"]


def _of_text(size: int, rounds: int) -> Mapping[str, Timing]:
    text = as_csv(_delivered(size))
    content = text.encode()
    sheet = table_of(content, "readings.csv")
    _hold(len(sheet.rows) - 1, size, _ROWS)
    _hold(len(read_readings(sheet, _STRATEGY).rows), size, _READINGS)
    calls: dict[str, Callable[[], Callable[[], object]]] = {
        _FLOOR: lambda: lambda: list(csv.reader(StringIO(text, newline=""))),
        _ROWS: lambda: lambda: table_of(content, "readings.csv"),
        _READINGS: lambda: lambda: read_readings(table_of(content, "readings.csv"), _STRATEGY),
    }
    return compare_calls(calls, min(5, max(3, rounds)))


def _hold(found: int, expected: int, asked: str) -> None:
    if found != expected:
        raise WrongAnswerError(asked, f"{found} rows instead of {expected}")


def _text_table(size: int, taken: Mapping[str, Timing]) -> Table:
    floor = taken[_FLOOR]
    lines = [(name, str(timing), str(timing.over(floor))) for name, timing in taken.items()]
    goals = [
        Goal(f"rows, of {_FLOOR}", taken[_ROWS].over(floor).middle, 6),
        Goal(f"seconds for {size:,} readings", taken[_READINGS].middle, size / 50_000),
    ]
    return Table(f"readings: a CSV of {size:,} rows", ("call", "CPU", f"of {_FLOOR}"), lines, goals)


def _growth(taken: Mapping[int, Mapping[str, Timing]]) -> Table:
    costs = {size: timings[_READINGS].least / size for size, timings in taken.items()}
    lines = [(f"{size:,}", f"{cost * 1e6:.1f} µs") for size, cost in costs.items()]
    smallest, largest = min(costs), max(costs)
    goal = Goal("growth of the cost of a reading", costs[largest] / costs[smallest], 1.3)
    return Table("readings: the cost of one", ("rows", "CPU for each"), lines, [goal])


def _of_workbook(size: int) -> Table:
    content = as_xlsx(_delivered(size), name="readings")
    _hold(len(table_of(content, "readings.xlsx").rows) - 1, size, _WORKBOOK)
    calls: dict[str, Callable[[], Callable[[], object]]] = {
        _PEER: lambda: lambda: _by_openpyxl(content),
        _WORKBOOK: lambda: lambda: table_of(content, "readings.xlsx"),
    }
    taken = compare_calls(calls, 3)
    peer = taken[_PEER]
    lines = [(name, str(timing), str(timing.over(peer))) for name, timing in taken.items()]
    goals = [Goal(f"of {_PEER}", taken[_WORKBOOK].over(peer).middle, 1.5)]
    header = ("call", "CPU", f"of {_PEER}")
    return Table(f"readings: a workbook of {size:,} rows", header, lines, goals)


def _by_openpyxl(content: bytes) -> int:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))
