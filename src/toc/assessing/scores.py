"""The score of each policy area: from the answers, or as it was written down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from toc.assessing.means import Weighed, mean, spread
from toc.model.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toc.assessing.replies import Reply
    from toc.model import Assessment, Strategy
    from toc.words import Sayable

__all__ = [
    "SURE",
    "AreaScore",
    "area_scores",
    "composites_of",
    "counting",
    "has_all",
    "placed",
    "rounded",
    "share_answered",
    "weighed",
]

SURE = 80
"""The percentage of questions from which on a score is taken for sure."""

_ALL = 100
_NOISE = 1e-9
_WHOLE, _BROKEN = 1, 0.1
"""How finely a score is written."""

_Field: TypeAlias = Literal["score", "low", "high", "peers"]


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How a policy area scored.

    Attributes:
        area: its id.
        title: its title.
        score: 0 to 100; None where nothing was answered and nothing is written.
        basis: `answers` where it was computed, `written` where it was copied from the
            strategy, `parts` where it is the mean of other areas.
        written: the score that the strategy states beside.
        peers: the mean of the sample.
        answered: how many questions were answered.
        asked: how many should be: those that are optional or not applicable count when
            they are answered.
        set_aside: how many questions do not concern the region.
        weight: how much the area counts in a whole.
        is_optional: whether it stands apart from the whole.
        parts: the areas that it is the mean of; empty for one with questions of its own.
        low: the lowest score when each weight may be a fifth too high or too low.
        high: the highest one.
        best: the best place among the areas that these leave possible, 1 for the strongest.
        worst: the worst one; both are 0 where it has no place.
    """

    area: str
    title: Sayable
    score: float | None
    basis: Literal["answers", "written", "parts"]
    written: int | float | None = None
    peers: float | None = None
    answered: int = 0
    asked: int = 0
    set_aside: int = 0
    weight: float = 1
    is_optional: bool = False
    parts: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    best: int = 0
    worst: int = 0

    @property
    def share(self) -> float | None:
        """The percentage of its questions that were answered; None where there are none."""
        return _ALL * self.answered / self.asked if self.asked else None

    @property
    def is_unsure(self) -> bool:
        """Whether too few questions were answered to rely on the score."""
        return self.share is not None and self.share < SURE

    @property
    def difference(self) -> float | None:
        """By how much it is above the mean of the sample; negative below it."""
        if self.score is None or self.peers is None:
            return None
        return self.score - self.peers

    @property
    def is_at_odds(self) -> bool:
        """Whether the answers give another score than the one that is written."""
        if self.basis != "answers" or self.score is None or self.written is None:
            return False
        # What is written with so many digits says no more than these.
        step = _BROKEN if isinstance(self.written, float) else _WHOLE
        return abs(self.score - self.written) > step / 2 + _NOISE


def rounded(score: float) -> str:
    """Give a score as it is said: whole, halves upwards.

    >>> rounded(41.5), rounded(0.49)
    ('42', '0')
    """
    return str(int(score + 0.5 + _NOISE))


def share_answered(replies: Iterable[Reply]) -> tuple[int, int]:
    """Count the questions that were answered, and those of them that should be."""
    counted = [one for one in replies if one.is_counted]
    return sum(one.share is not None for one in counted), len(counted)


def area_scores(
    strategy: Strategy, assessment: Assessment, replies: Sequence[Reply]
) -> tuple[AreaScore, ...]:
    """Score every area that has questions, or a score that is written."""
    by_area: defaultdict[str, list[Reply]] = defaultdict(list)
    for one in replies:
        by_area[one.area].append(one)
    written, peers = _by_area(assessment.scores), _by_area(assessment.peers)
    is_answered = any(one.answer is not None for one in replies)
    return tuple(
        _scored(
            strategy,
            area,
            by_area[area] if is_answered else (),
            written.get(area.lower()),
            peers.get(area.lower()),
        )
        for area in strategy.areas
        if (is_answered and by_area[area]) or area.lower() in written
    )


def _by_area(scores: Mapping[str, int | float]) -> dict[str, int | float]:
    return {area.lower(): score for area, score in scores.items()}


def _scored(
    strategy: Strategy,
    area: str,
    replies: Sequence[Reply],
    written: float | None,
    peers: float | None,
) -> AreaScore:
    """Score one area: 100·Σwa/Σw over the questions that were answered."""
    entry = strategy.areas[area]
    answered, asked = share_answered(replies)
    earned = [Weighed(_ALL * one.share, one.weight) for one in replies if one.share is not None]
    ends = spread(earned)
    is_copied = not earned and written is not None and (not replies or answered < asked)
    return AreaScore(
        area,
        entry.title or Text.of(area),
        written if is_copied else mean(earned),
        "written" if is_copied else "answers",
        written,
        peers,
        answered,
        asked,
        sum(not one.is_applicable for one in replies),
        1 if entry.weight is None else entry.weight,
        bool(entry.optional),
        (),
        ends.low if ends is not None else written if is_copied else None,
        ends.high if ends is not None else written if is_copied else None,
    )


def placed(areas: Sequence[AreaScore]) -> tuple[AreaScore, ...]:
    """Give each area the places that are possible, 1 for the strongest.

    The questions of two areas are weighed apart, so that each may be at its best while
    the other is at its worst.
    """
    return tuple(replace(one, **_places(one, areas)) for one in areas)


class _Places(TypedDict, total=False):
    best: int
    worst: int


def _places(one: AreaScore, areas: Sequence[AreaScore]) -> _Places:
    if one.low is None or one.high is None:
        return {}
    others = [(other.low, other.high) for other in areas if other.area != one.area]
    return {
        "best": 1 + sum(low is not None and low > one.high for low, _ in others),
        "worst": 1 + sum(high is not None and high > one.low for _, high in others),
    }


def composites_of(strategy: Strategy, areas: Sequence[AreaScore]) -> tuple[AreaScore, ...]:
    """Score the wider areas: each is the mean of all scored areas in it, by their weights."""
    within: defaultdict[str, list[AreaScore]] = defaultdict(list)
    for one in areas:
        for wider in _wider(strategy, one.area):
            within[wider].append(one)
    return tuple(
        _composite(strategy, area, within[area]) for area in strategy.areas if within[area]
    )


def _wider(strategy: Strategy, area: str) -> Iterator[str]:
    """Go through the areas that an area is part of, up to where they end or turn back."""
    spelled = {name.lower(): name for name in strategy.areas}
    seen = {area}
    wider = spelled.get((strategy.areas[area].part_of or "").lower())
    while wider is not None and wider not in seen:
        yield wider
        seen.add(wider)
        wider = spelled.get((strategy.areas[wider].part_of or "").lower())


def _composite(strategy: Strategy, area: str, within: Sequence[AreaScore]) -> AreaScore:
    entry = strategy.areas[area]
    counted = counting(within)
    ends = [spread(weighed(counted, end)) for end in ("low", "high")]
    return AreaScore(
        area,
        entry.title or Text.of(area),
        mean(weighed(counted, "score")),
        "parts",
        peers=mean(weighed(counted, "peers")) if has_all(counted, "peers") else None,
        answered=sum(one.answered for one in counted),
        asked=sum(one.asked for one in counted),
        set_aside=sum(one.set_aside for one in counted),
        weight=1 if entry.weight is None else entry.weight,
        is_optional=bool(entry.optional),
        parts=tuple(one.area for one in counted),
        low=None if ends[0] is None else ends[0].low,
        high=None if ends[1] is None else ends[1].high,
    )


def counting(areas: Sequence[AreaScore]) -> Sequence[AreaScore]:
    """Give the areas that count in a whole: the optional ones stand apart, if others remain."""
    return [one for one in areas if not one.is_optional] or areas


def weighed(areas: Iterable[AreaScore], field: _Field) -> list[Weighed]:
    """Give a number of each area that has one, with the area's weight."""
    values = ((getattr(one, field), one.weight) for one in areas)
    return [Weighed(value, weight) for value, weight in values if value is not None]


def has_all(areas: Iterable[AreaScore], field: _Field) -> bool:
    """Whether each area has that number."""
    return all(getattr(one, field) is not None for one in areas)
