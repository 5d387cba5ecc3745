"""Collecting: readings as they were understood, deliveries taken in, and empty tables."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from toc.api.reading import find, reading, strategy_of
from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from toc.importing import Import, Overview
    from toc.loading import Loaded
    from toc.model import Strategy
    from toc.parts import Parts

__all__ = ["as_table", "import_readings", "readings", "readings_template", "refused_rows"]

_WORKBOOK = ".xlsx"


def readings(path: str | os.PathLike[str]) -> Overview:
    """Say what was understood of a strategy's spreadsheet of readings.

    Raises:
        InputError: when nothing is there, it cannot be read, or it holds several strategies.
    """
    from toc.importing import overview

    return overview(_loaded(_only(path)))


def import_readings(
    path: str | os.PathLike[str],
    file: str | os.PathLike[str],
    *,
    sheet: str = "",
    mapped: Mapping[str, str] | None = None,
    replaces: bool = False,
) -> Import:
    """Take a delivered spreadsheet into a strategy's readings, and write nothing.

    Args:
        path: the strategy.
        file: the delivery, a CSV or XLSX file.
        sheet: the sheet of a workbook; the first that is not hidden when empty.
        mapped: what the delivery calls indicators, each with the id that is meant.
        replaces: whether a delivered value takes the place of another one for the same.

    Raises:
        InputError: when one of them is not there or cannot be read.
        MissingExtraError: when the delivery is a workbook, and openpyxl is not installed.
        UnknownNameError: when there is no such indicator.
    """
    from toc.importing import merge
    from toc.tables import read_table

    parts = _only(path)
    with reading(file):
        table = read_table(file, sheet=sheet)
    with reading(path):
        return merge(table, _loaded(parts), parts, mapped=mapped, replaces=replaces)


def refused_rows(result: Import, *, language: str) -> list[list[str]]:
    """Give the rows of a delivery that were not taken, and why, as a table to mend."""
    from toc.importing import refused_rows as rows

    return rows(result, language)


def readings_template(
    what: str | os.PathLike[str] | Strategy, *, on: date, language: str
) -> list[list[str]]:
    """Make an empty table for the people who collect what is due.

    Args:
        what: a strategy, or the path of one.
        on: the day; what is due by then is asked for.
        language: in which language the heads and titles are.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.importing import template

    return template(strategy_of(what), on, language)


def as_table(
    rows: Sequence[Sequence[str]], path: str | os.PathLike[str], *, separator: str
) -> bytes:
    """Write rows as the kind of file that a path asks for by its ending.

    Args:
        rows: the texts of each row.
        path: where they are to stand: `.xlsx` is a workbook, all else is CSV.
        separator: what stands between the cells of a CSV file.

    Raises:
        MissingExtraError: when it is to be a workbook, and openpyxl is not installed.
    """
    from toc.tables import as_csv, as_xlsx

    if Path(path).suffix.lower() == _WORKBOOK:
        return as_xlsx(rows, name="readings")
    # With the mark, spreadsheet programs know that it is UTF-8.
    return as_csv(rows, separator=separator, end="\r\n").encode("utf-8-sig")


def _only(path: str | os.PathLike[str]) -> Parts:
    one, *others = find([path])
    if others:
        values = {"path": str(path), "count": 1 + len(others)}
        raise InputError(
            Message(
                "{path} holds {count} strategy: name one of them",
                values,
                plural="{path} holds {count} strategies: name one of them",
            )
        )
    return one


def _loaded(parts: Parts) -> Loaded:
    from toc.loading import load_parts

    with reading(parts.path):
        return load_parts(parts)
