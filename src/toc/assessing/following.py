"""What follows from the score of an area: values of indicators, and reasons for needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc.assessing.result import Result
from toc.assessing.scores import rounded
from toc.assessing.whole import assessed
from toc.model.indicators import Measurement
from toc.model.language import Text
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.assessing.whole import Assessed
    from toc.model import Date, Indicator, Strategy
    from toc.words import Sayable

__all__ = [
    "AreaReading",
    "Reason",
    "in_order",
    "last_scores",
    "latest",
    "needs_of",
    "readings_of",
    "reasons_of",
    "with_scores",
]


@dataclass(frozen=True, slots=True)
class AreaReading:
    """A value of an indicator that is the score of an area.

    Attributes:
        assessment: the assessment that it is from.
        title: its title.
        date: when it was answered.
        value: the score, 0 to 100.
        is_unsure: whether too few questions were answered.
        is_comparable: whether the same questions were asked as the first time.
    """

    assessment: str
    title: Sayable
    date: Date
    value: float
    is_unsure: bool
    is_comparable: bool


@dataclass(frozen=True, slots=True)
class Reason(Result):
    """The score for which something is a need.

    Attributes:
        need: the need's id.
        title: its title.
        assessment: the assessment that says so.
        source: its title.
        area: the area's id.
        scored: the area's title.
        score: the area's score.
    """

    need: str
    title: Sayable
    assessment: str
    source: Sayable
    area: str
    scored: Sayable
    score: float

    @property
    def told(self) -> Sequence[Sayable]:
        """Say of what score a need comes."""
        return [
            Message(
                "“{need}”: “{area}” scored {score} of 100 in “{assessment}”",
                {
                    "need": self.title,
                    "area": self.scored,
                    "score": rounded(self.score),
                    "assessment": self.source,
                },
            )
        ]

    def plain(self, language: str) -> dict[str, object]:
        """Give the ids and the score."""
        return {
            "need": self.need,
            "title": self.title.say(language),
            "assessment": self.assessment,
            "area": self.area,
            "score": round(self.score, 2),
        }


def readings_of(strategy: Strategy, indicator: str) -> tuple[AreaReading, ...]:
    """Give the values of an indicator that says `assessed: <area>`, by date.

    The first is its baseline, the later ones are its values.  Assessments without a date,
    or without a score for the area, have none to give.

    Args:
        strategy: the strategy.
        indicator: the id of an indicator; one that is not assessed has no such values.
    """
    entry = strategy.indicators.get(indicator)
    if entry is None or not entry.assessed:
        return ()
    every = sorted(
        ((when, one) for one in _every(strategy) if (when := one.date) is not None),
        key=lambda dated: (dated[0].last, dated[0].first, dated[1].assessment),
    )
    first = next((one for _, one in every if one.area(entry.assessed) is not None), None)
    found: list[AreaReading] = []
    for when, one in every:
        area = one.area(entry.assessed)
        if area is not None and area.score is not None and first is not None:
            alike = _asked(one, entry.assessed) == _asked(first, entry.assessed)
            found.append(
                AreaReading(one.assessment, one.title, when, area.score, area.is_unsure, alike)
            )
    return tuple(found)


def with_scores(strategy: Strategy, indicator: str) -> Indicator:
    """Give an indicator whose values are the scores of its area, beside those that are written.

    The first assessment's score is its baseline, unless one is written, and the later ones
    are its values.  A score of too few answers has the flag `u`, unreliable; one of other
    questions than the first has `b`, a break in the series.

    Args:
        strategy: the strategy.
        indicator: the id of one of its indicators; one that is not assessed is given as it is.
    """
    entry = strategy.indicators[indicator]
    values = [(one.date, _measured(one)) for one in readings_of(strategy, indicator)]
    if not values:
        return entry
    start = entry.baseline or dict(values[:1])
    later = {date: one for date, one in values if date not in start}
    return entry.model_copy(update={"baseline": start, "actual": {**later, **entry.actual}})


def _measured(one: AreaReading) -> Measurement:
    flag = ("" if one.is_comparable else "b") + ("u" if one.is_unsure else "")
    source = Text.of({"": one.title.say("")})
    return Measurement(value=round(one.value, 2), source=source, flag=flag)


def _every(strategy: Strategy) -> Sequence[Assessed]:
    return [assessed(strategy, name) for name in strategy.assessments]


def _asked(one: Assessed, area: str) -> frozenset[str]:
    """Give the questions behind a score; a written one has none that are known."""
    score = one.area(area)
    areas = () if score is None else score.parts or (score.area,)
    return frozenset(reply.name for reply in one.replies if reply.area in areas)


def last_scores(strategy: Strategy) -> Mapping[str, tuple[float, str]]:
    """Give the last score of each area, with the id of the assessment that it is from."""
    found: dict[str, tuple[float, str]] = {}
    for one in sorted(_every(strategy), key=_when):
        for area in (*one.composites, *one.areas):
            if area.score is not None:
                found[area.area] = area.score, one.assessment
    return found


def _when(one: Assessed) -> tuple[date, str]:
    return (date.min if one.date is None else one.date.last), one.assessment


def in_order(strategy: Strategy, on: date | None = None) -> tuple[Assessed, ...]:
    """Give the assessments that have a score, the earliest first.

    Args:
        strategy: the strategy.
        on: a day; what was answered later does not count.  Whatever its date when None.
    """
    known = (one for one in _every(strategy) if one.scored)
    past = (one for one in known if on is None or one.date is None or one.date.first <= on)
    return tuple(sorted(past, key=_when))


def latest(strategy: Strategy, on: date | None = None) -> Assessed | None:
    """Give the last assessment of all areas, else the last of some; None where none has a score.

    Args:
        strategy: the strategy.
        on: a day; what was answered later does not count.  Whatever its date when None.
    """
    known = in_order(strategy, on)
    whole = [one for one in known if not strategy.assessments[one.assessment].areas]
    return next(iter([*reversed(whole), *reversed(known)]), None)


def needs_of(strategy: Strategy, area: str) -> tuple[str, ...]:
    """Give the needs that say they belong to an area, or to a part of it."""
    parts = {area.lower()}
    for _ in strategy.areas:
        parts |= {
            name.lower()
            for name, one in strategy.areas.items()
            if (one.part_of or "").lower() in parts
        }
    return tuple(
        name for name, need in strategy.needs.items() if (need.area or "").lower() in parts
    )


def reasons_of(strategy: Strategy, need: str, assessment: str = "") -> Reason | None:
    """Give the score for which something is a need; None where no assessment has one.

    It is the score of the need's area in the assessment that its `source` names by id,
    else in the one that is asked about.

    Args:
        strategy: the strategy.
        need: the id of one of its needs.
        assessment: the id of an assessment; the last one with a score of the area when empty.
    """
    entry = strategy.needs.get(need)
    if entry is None or not entry.area:
        return None
    source = "" if entry.source is None else str(entry.source).strip().lower()
    named = next((name for name in strategy.assessments if name.lower() == source), None)
    where = named or assessment or _last_of(strategy, entry.area)
    found = assessed(strategy, where) if where else None
    area = None if found is None else found.area(entry.area)
    if found is None or area is None or area.score is None:
        return None
    title = entry.title or Text.of(need)
    return Reason(need, title, found.assessment, found.title, area.area, area.title, area.score)


def _last_of(strategy: Strategy, area: str) -> str:
    last = {name.lower(): where for name, (_, where) in last_scores(strategy).items()}
    return last.get(area.lower(), "")
