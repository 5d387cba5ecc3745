"""Dates with the precision they have, intervals and durations.

The notation is ISO 8601's, with quarters: `2026`, `2026-Q2`, `2026-03`, `2026-03-14`;
`2026-01/2028-12`, open at either end with `..`; `P5M`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from toc.model.refusals import refusal
from toc.model.taking import Takes
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import PydanticCustomError

__all__ = ["Date", "DateField", "Duration", "DurationField", "Interval", "IntervalField"]

_DATE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./](\d{4})\Z")
_TWO_DATES = re.compile(
    r"(\d{4}|\d{1,2}\.\d{1,2}\.\d{4}) ?[-–—] ?(\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\Z"
)
_DURATION = re.compile(r"P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?\Z")
_MONTHS_IN_QUARTER = 3
_DECEMBER = 12

DATE_PATTERN = r"\d{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-\d{2})?))?"


class _Notation:
    """What is written as one short text and read by a class method `of`."""

    __slots__ = ()
    pattern = ""

    @classmethod
    def of(cls, value: object) -> Any:
        """Read the notation."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let pydantic build it through `of` and write it through `str`."""
        say: Callable[[Any], str] = str
        return core_schema.no_info_plain_validator_function(
            cls.of,
            serialization=core_schema.plain_serializer_function_ser_schema(say),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the notation to editors; a bare year may be read as a number."""
        return {"anyOf": [{"type": "string", "pattern": f"^{cls.pattern}$"}, {"type": "integer"}]}


@dataclass(frozen=True, slots=True)
class Date(_Notation):
    """A year, a quarter, a month or a day.

    Attributes:
        year: the year.
        quarter: 1 to 4, when that is all that is known.
        month: 1 to 12, when known.
        day: 1 to 31, when known.

    >>> str(Date.of("2026-Q2").last)
    '2026-06-30'
    """

    year: int
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    pattern = DATE_PATTERN

    def __str__(self) -> str:
        """Write it in its own precision."""
        if self.quarter is not None:
            return f"{self.year:04}-Q{self.quarter}"
        parts = (f"{self.year:04}", self.month, self.day)
        return "-".join(f"{part:0>2}" for part in parts if part is not None)

    @property
    def precision(self) -> str:
        """How exact it is: `year`, `quarter`, `month` or `day`."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "year" if self.quarter is None else "quarter"

    @property
    def first(self) -> date:
        """The first day that it covers."""
        quarter = 1 if self.quarter is None else _MONTHS_IN_QUARTER * (self.quarter - 1) + 1
        month = quarter if self.month is None else self.month
        return date(self.year, month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date:
        """The last day that it covers."""
        quarter = _DECEMBER if self.quarter is None else _MONTHS_IN_QUARTER * self.quarter
        month = quarter if self.month is None else self.month
        day = monthrange(self.year, month)[1] if self.day is None else self.day
        return date(self.year, month, day)

    @classmethod
    def of(cls, value: object) -> Date:
        """Read a date in any of its precisions, or take Python's own.

        Raises:
            PydanticCustomError: when it is no date, or no day of the calendar.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, date):
            return cls(value.year, None, value.month, value.day)
        text = str(value).strip() if isinstance(value, str | int) else ""
        parts = _DATE.match(text)
        if parts is None:
            raise _no_date(text)
        year, quarter, month, day = (None if part is None else int(part) for part in parts.groups())
        found = cls(year or 0, quarter, month, day)
        try:
            _ = found.first, found.last
        except ValueError:
            raise refusal(
                Message("there is no such day as {date}", {"date": text}),
                Message("correct the month or the day (year-month-day)"),
            ) from None
        return found


@dataclass(frozen=True, slots=True)
class Interval(_Notation):
    """From one date to another; either end may be open.

    >>> Interval.of("2026-01/..").end is None
    True
    """

    start: Date | None
    end: Date | None

    pattern = rf"({DATE_PATTERN}|\.\.)(/({DATE_PATTERN}|\.\.))?"

    def __str__(self) -> str:
        """Write it with a slash; a single date stays one."""
        if self.start == self.end and self.start is not None:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def first(self) -> date | None:
        """Its first day, if it has one."""
        return None if self.start is None else self.start.first

    @property
    def last(self) -> date | None:
        """Its last day, if it has one."""
        return None if self.end is None else self.end.last

    @classmethod
    def of(cls, value: object) -> Interval:
        """Read an interval; a date alone is an interval of its own length.

        Raises:
            PydanticCustomError: when it is neither.
        """
        if isinstance(value, cls):
            return value
        text = value.strip() if isinstance(value, str) else value
        if isinstance(text, str) and (ends := _TWO_DATES.match(text)) is not None:
            raise refusal(
                Message("“{text}” is no period", {"text": text}),
                Message("write {form}", {"form": f"{_as_date(ends[1])}/{_as_date(ends[2])}"}),
            )
        if not isinstance(text, str) or "/" not in text or _DAY_FIRST.match(text):
            day = Date.of(text)
            return cls(day, day)
        start, _, end = text.partition("/")
        return cls(_end(start), _end(end))


@dataclass(frozen=True, slots=True)
class Duration(_Notation):
    """A length of time in years, months, weeks and days.

    >>> Duration.of("P1Y6M").months
    6
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    pattern = r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?"

    def __str__(self) -> str:
        """Write it as ISO 8601 does."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0D")

    @classmethod
    def of(cls, value: object) -> Duration:
        """Read a duration.

        Raises:
            PydanticCustomError: when it is none.
        """
        if isinstance(value, cls):
            return value
        parts = _DURATION.match(value.strip()) if isinstance(value, str) else None
        if parts is None:
            raise refusal(
                Message("“{text}” is no duration", {"text": str(value)}),
                Message("write P5M for five months, P1Y for a year, P2W for two weeks"),
            )
        return cls(*(int(part or 0) for part in parts.groups()))


def _as_date(text: str) -> str:
    parts = _DAY_FIRST.match(text)
    return text if parts is None else f"{parts[3]}-{parts[2]:0>2}-{parts[1]:0>2}"


def _end(text: str) -> Date | None:
    return None if text.strip() in ("", "..") else Date.of(text)


def _no_date(text: str) -> PydanticCustomError:
    if parts := _DAY_FIRST.match(text):
        day, month, year = parts.groups()
        mend = Message("write {date}", {"date": f"{year}-{month:0>2}-{day:0>2}"})
    elif parts := _MONTH_FIRST.match(text):
        mend = Message("write {date}", {"date": f"{parts[2]}-{parts[1]:0>2}"})
    else:
        mend = Message("write 2026, 2026-Q2, 2026-03 or 2026-03-14")
    return refusal(Message("“{text}” is no date", {"text": text}), mend)


if TYPE_CHECKING:
    DateField = Takes[Date | None, Date | date | str | int | None]
    IntervalField = Takes[Interval | None, Interval | Date | date | str | int | None]
    DurationField = Takes[Duration | None, Duration | str | None]
else:
    DateField = Date | None
    IntervalField = Interval | None
    DurationField = Duration | None
