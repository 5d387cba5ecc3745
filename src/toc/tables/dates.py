"""Dates as people write them in spreadsheets, day first, in numbers or with the month's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from toc.model.dates import Date
from toc.model.refusals import Refusal, refusal
from toc.spelling import folded
from toc.words import Message

__all__ = ["read_date"]

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?\Z")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./-](\d{4})\Z")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\Z")
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}\Z")
_QUARTER = re.compile(r"(?:q|t|trim\.?|trimestrul)\s*([1-4]|iv|i{1,3})\s*[-/. ]\s*(\d{4})\Z")
_NAMED = re.compile(r"(?:(\d{1,2})\s*[-. ]\s*)?([a-z]{3,10})\.?\s*[-/. ]\s*(\d{4}|\d{2})\Z")

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS: Final = (
    ("ianuarie", "january"),
    ("februarie", "february"),
    ("martie", "march"),
    ("aprilie", "april"),
    ("mai", "may"),
    ("iunie", "june"),
    ("iulie", "july"),
    ("august",),
    ("septembrie", "september"),
    ("octombrie", "october"),
    ("noiembrie", "november"),
    ("decembrie", "december"),
)
_CENTURY: Final = 2000
_FULL: Final = 4


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date:
    """Read a date with the precision that it has.

    Raises:
        PydanticCustomError: when it is none, or could be two.

    >>> [str(read_date(text)) for text in ("31.10.2026", "10/2026", "oct. 2026", "trim. III 2026")]
    ['2026-10-31', '2026-10', '2026-10', '2026-Q3']
    """
    try:
        return Date.of(_in_order(text))
    except Refusal:
        if _SHORT_YEAR.match(text):
            raise refusal(
                Message("“{text}” is no date", {"text": text}),
                Message("write the year with four digits"),
            ) from None
        raise


def _in_order(text: str) -> str:
    """Write a date as the format does, if it is written in one of the ways of people."""
    if parts := _DAY_FIRST.match(text):
        return _joined(parts[3], parts[2], parts[1])
    if parts := _MONTH_FIRST.match(text):
        return _joined(parts[2], parts[1])
    if parts := _YEAR_FIRST.match(text):
        return _joined(parts[1], parts[2], parts[3])
    if parts := _WITH_TIME.match(text):
        return parts[1]
    return text if text[:4].isdecimal() else _in_words(text, folded(text))


def _in_words(text: str, plain: str) -> str:
    if parts := _QUARTER.match(plain):
        return f"{parts[2]}-Q{_ROMAN.get(parts[1], parts[1])}"
    if (parts := _NAMED.match(plain)) and (month := _month(parts[2])):
        year = parts[3] if len(parts[3]) == _FULL else str(_CENTURY + int(parts[3]))
        if parts[1] is None or len(parts[3]) == _FULL:
            return _joined(year, str(month), parts[1])
    return text


def _month(name: str) -> int:
    """Give the month that a name, or the beginning of one, stands for; 0 for none."""
    found = [
        number
        for number, names in enumerate(_MONTHS, 1)
        if any(whole.startswith(name) for whole in names)
    ]
    return found[0] if len(found) == 1 else 0


def _joined(*parts: str | None) -> str:
    return "-".join(f"{part:0>2}" for part in parts if part is not None)
