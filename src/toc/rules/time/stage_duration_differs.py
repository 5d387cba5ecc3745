"""A stage whose duration is not that of its period."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toc.findings import Related, Severity
from toc.lexicon import Word, words_of
from toc.model.calendar import Stage
from toc.model.dates import Date, Interval
from toc.model.language import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message, Sayable

_MONTHS_IN_YEAR = 12
_COARSE = ("year", "quarter")
_GLUED = re.compile(r"\d\s*[-–—.,/]\s*\Z")
_SET_APART = re.compile(r"[(\[:;,–—-]\s*\Z")
_MOST_DIGITS, _LONGEST_LEAD, _A_FEW_LETTERS = 3, 6, 4


@dataclass(frozen=True)
class _Said:
    """A duration as it is told: in how many months, in what words, in which field."""

    months: int
    words: Sayable
    field: str


@rule(
    Severity.WARNING,
    looks_at=("period", "duration", "title", "text"),
    yields_to=("period-reversed",),
)
def stage_duration_differs(case: Case) -> Iterator[Complaint]:
    """Find stages that are said to last longer or shorter than their period, in months."""
    for name, stage in case.strategy.stages.items():
        said, span = _said(case, stage), _span(stage.period)
        if said is None or span is None or stage.period is None:
            continue
        shortest, longest = span
        if not shortest <= said.months <= longest:
            months = longest if said.months > longest else shortest
            yield _complaint(case, name, stage.period, said, months)


def _complaint(case: Case, name: str, period: Interval, said: _Said, months: int) -> Complaint:
    title = case.title(name)
    return complaint(
        ("stages", name, said.field),
        Message(
            "“{stage}” is said to last {said}, and from {start} to {end} it is {count} month",
            {
                "stage": title,
                "said": said.words,
                "start": period.start,
                "end": period.end,
                "count": months,
            },
            plural="“{stage}” is said to last {said}, and from {start} to {end} it is "
            "{count} months",
        ),
        Message("correct the duration or the dates, so that both say the same"),
        related=[Related(Message("the period of the stage"), ("stages", name, "period"))],
        question=Message(
            "How long does “{stage}” last, and in which month does it end?", {"stage": title}
        ),
    )


def _said(case: Case, stage: Stage) -> _Said | None:
    """Take the duration as the stage's own field says it, else its title, else its text."""
    duration = stage.duration
    if duration is not None:
        months = duration.years * _MONTHS_IN_YEAR + duration.months
        is_in_months = not (duration.weeks or duration.days) and months
        words = Message("{count} month", {"count": months}, plural="{count} months")
        return _Said(months, words, "duration") if is_in_months else None
    return _read(case, stage.title, "title") or _read(case, stage.text, "text")


def _read(case: Case, text: Text | None, field: str) -> _Said | None:
    for language, wording in case.wordings(text):
        there = words_of(wording)
        for place in range(len(there) - 1):
            found = _duration_at(case, wording, place, language)
            if found is not None and _is_of_the_stage(case, wording, place, language, field):
                months, last = found
                words = wording[there[place].start : there[last].end]
                return _Said(months, Text.of(words), field)
    return None


def _duration_at(case: Case, wording: str, place: int, language: str) -> tuple[int, int] | None:
    """Give the months and the last word of “5 months” or “2 years”, but not of “2-3 years”."""
    there = words_of(wording)
    number, unit = there[place], place + 1
    if not number.folded.isdecimal() or len(number.folded) > _MOST_DIGITS:
        return None
    if _GLUED.search(_before(wording, number)):
        return None
    for words, months in (("duration-months", 1), ("duration-years", _MONTHS_IN_YEAR)):
        length = case.lexicon.length_at(there, unit, language, words)
        after = unit + length
        if length and not _begins(case, there, after, language, "duration-goes-on"):
            return int(number.folded) * months, after - 1
    return None


def _is_of_the_stage(case: Case, wording: str, place: int, language: str, field: str) -> bool:
    """Tell “Preparation (5 months)” from “reviewed every 5 months”."""
    if place == 0:
        return True
    there = words_of(wording)
    if field == "title" and _SET_APART.search(_before(wording, there[place])):
        return True
    return any(
        start + case.lexicon.length_at(there, start, language, "duration-of-stage") == place
        for start in range(max(0, place - _LONGEST_LEAD), place)
    )


def _before(wording: str, word: Word) -> str:
    return wording[max(0, word.start - _A_FEW_LETTERS) : word.start]


def _begins(case: Case, there: Sequence[Word], place: int, language: str, words: str) -> bool:
    return place < len(there) and bool(case.lexicon.length_at(there, place, language, words))


def _span(period: Interval | None) -> tuple[int, int] | None:
    """Give the fewest and the most whole months that a period may be."""
    if period is None or period.start is None or period.end is None:
        return None
    fewest, _ = _months(_latest(period.start), _earliest(period.end))
    exactly, most = _months(period.start.first, period.end.last)
    return (max(1, min(fewest, exactly)), most) if most > 0 else None


def _latest(start: Date) -> date:
    """Take the last month of a year or a quarter, in which the stage may yet begin."""
    return start.last.replace(day=1) if start.precision in _COARSE else start.first


def _earliest(end: Date) -> date:
    first = end.first
    days = monthrange(first.year, first.month)[1]
    return first.replace(day=days) if end.precision in _COARSE else end.last


def _months(first: date, last: date) -> tuple[int, int]:
    """Count the months from a first day to a last, rounded down and up."""
    is_month_end = last.day == monthrange(last.year, last.month)[1]
    day_after = 1 if is_month_end else last.day + 1
    months = _MONTHS_IN_YEAR * (last.year - first.year) + last.month - first.month + is_month_end
    return months - (day_after < first.day), months + (day_after > first.day)
