"""Values of a workbook as the texts that somebody sees."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache

from toc.tables.harmless import as_it_was

__all__ = ["shown_as"]

_DIGITS = 15
"""So many digits does a spreadsheet program keep and show."""

_TWO_WAYS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}\Z")
_NO_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shown_as(value: object, form: str) -> str:
    """Give a cell's text.

    Args:
        value: what is stored.
        form: the cell's number format.

    >>> shown_as(0.125, "0.0%"), shown_as(datetime(2026, 10, 1), "mmm-yy")
    ('12.5%', '2026-10')
    """
    if value is None or isinstance(value, str):
        return as_it_was(_ESCAPED.sub(_letter, value or ""))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, form)
    if isinstance(value, datetime):
        return _day(value, form)
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)


def _letter(code: re.Match[str]) -> str:
    letter = chr(int(code[1], 16))
    # Half a letter cannot be written anywhere, and nothing is none.
    return letter if letter != "\0" and not "\ud800" <= letter <= "\udfff" else code[0]


def _number(value: float, form: str) -> str:
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")
    is_share = "%" in _letters(form)
    text = f"{exact * 100 if is_share else exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if _TWO_WAYS.match(text):
        # As a text, 1.125 might also be a thousand and more; here it is known.
        text = f"{text}0"
    return f"{text}%" if is_share else text


def _day(value: datetime, form: str) -> str:
    shown = _letters(form)
    if value.time() != time():
        return value.isoformat(" ", "minutes" if not value.second else "seconds")
    if "d" in shown or "y" not in shown:
        return value.date().isoformat()
    if "m" in shown:
        return f"{value:%Y-%m}" if value.day == 1 else value.date().isoformat()
    return f"{value:%Y}" if (value.month, value.day) == (1, 1) else value.date().isoformat()


@cache
def _letters(form: str) -> str:
    """Give what of a number format is no text of its own, in lower case."""
    return _NO_LETTERS.sub("", form).lower()
