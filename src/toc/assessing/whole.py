"""One assessment: its areas, the whole, and how sure both are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.assessing.means import geometric, mean, spread
from toc.assessing.replies import replies, spelled
from toc.assessing.result import Result
from toc.assessing.scores import (
    SURE,
    AreaScore,
    area_scores,
    composites_of,
    counting,
    has_all,
    placed,
    rounded,
    share_answered,
    weighed,
)
from toc.model.language import Text
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.assessing.replies import Reply
    from toc.model import Date, Strategy
    from toc.words import Sayable

__all__ = ["Assessed", "Total", "assessed"]

_ALL = 100


@dataclass(frozen=True, slots=True)
class Total:
    """The whole: the mean of the areas, by their weights.

    Attributes:
        score: 0 to 100.
        low: the lowest that it can be when each weight, of questions and of areas, may be
            a fifth too high or too low.
        high: the highest.
        geometric: the geometric mean, in which a strong area makes up less for a weak one.
        peers: the mean of the sample; None where an area has none.
    """

    score: float
    low: float
    high: float
    geometric: float
    peers: float | None


@dataclass(frozen=True, slots=True)
class Assessed(Result):
    """What one assessment found.

    Attributes:
        assessment: its id.
        title: its title.
        date: when it was answered.
        version: the version of the questionnaire; empty where none is named.
        areas: the score of each area, in the order of the strategy.
        composites: the wider areas, each the mean of those in it.
        total: the whole; None where too little was answered, or an area has no score.
        answered: how many questions were answered.
        asked: how many should be.
        replies: every question with its answer.
        assumed: what was taken to be so.
    """

    assessment: str
    title: Sayable
    date: Date | None
    version: str
    areas: tuple[AreaScore, ...]
    composites: tuple[AreaScore, ...]
    total: Total | None
    answered: int
    asked: int
    replies: tuple[Reply, ...]
    assumed: tuple[Message, ...]

    @property
    def share(self) -> float | None:
        """The percentage of the questions that were answered; None where there are none."""
        return _ALL * self.answered / self.asked if self.asked else None

    @property
    def is_unsure(self) -> bool:
        """Whether too few questions were answered to speak of a whole."""
        return self.share is not None and self.share < SURE

    @property
    def scored(self) -> tuple[AreaScore, ...]:
        """The areas that have a score, the weakest first."""
        known = (one for one in self.areas if one.score is not None)
        return tuple(sorted(known, key=lambda one: (one.score or 0, one.area)))

    def area(self, name: str) -> AreaScore | None:
        """Give the score of an area, or of a wider one; its own questions go first."""
        known = (one for one in (*self.areas, *self.composites) if one.area.lower() == name.lower())
        return next(known, None)

    @property
    def told(self) -> Sequence[Sayable]:
        """Say how the areas stand, how much was answered, and how sure that is."""
        return [*self._whole(), *self._ends(), *self._share(), *self._peers()]

    def _whole(self) -> Iterator[Sayable]:
        count = sum(not one.is_optional for one in self.areas)
        values = {"assessment": self.title, "count": count}
        if self.total is not None:
            yield Message(
                "“{assessment}” scores {score} of 100, over {count} area",
                {**values, "score": rounded(self.total.score)},
                plural="“{assessment}” scores {score} of 100, the mean of {count} areas",
            )
        elif not self.areas:
            yield Message("“{assessment}” has no scores and no answers yet", values)
        else:
            yield Message("“{assessment}” has no score as a whole", values)

    def _ends(self) -> Iterator[Sayable]:
        ranked = self.scored
        ends = {rounded(one.score or 0) for one in ranked}
        if len(ends) > 1:
            yield Message(
                "weakest is “{weak}” with {least}, strongest “{strong}” with {most}",
                {
                    "weak": ranked[0].title,
                    "least": rounded(ranked[0].score or 0),
                    "strong": ranked[-1].title,
                    "most": rounded(ranked[-1].score or 0),
                },
            )

    def _share(self) -> Iterator[Sayable]:
        if self.share is None:
            return
        values = {"answered": self.answered, "count": self.asked, "sure": SURE}
        yield Message(
            "{answered} of {count} question is answered",
            values,
            plural="{answered} of {count} questions are answered",
        )
        if self.is_unsure:
            yield Message("that is less than {sure} %, too few for a score of the whole", values)
        unsure = [one.title for one in self.areas if one.is_unsure and one.score is not None]
        if unsure:
            yield Message(
                "the score is unsure where less than {sure} % is answered: {areas}",
                {**values, "areas": unsure},
            )

    def _peers(self) -> Iterator[Sayable]:
        compared = [one for one in self.areas if one.difference is not None]
        if not compared:
            return
        below = [one for one in compared if (one.difference or 0) < 0]
        if not below:
            yield Message("no area is below the mean of the sample")
            return
        yield Message(
            "{below} of {count} area is below the mean of the sample",
            {"below": len(below), "count": len(compared)},
            plural="{below} of {count} areas are below the mean of the sample",
        )

    def plain(self, language: str) -> dict[str, object]:
        """Give the scores by area, the whole and what was assumed."""
        total = self.total
        return {
            "assessment": self.assessment,
            "title": self.title.say(language),
            "date": None if self.date is None else str(self.date),
            "version": self.version,
            "total": None
            if total is None
            else {
                "score": _short(total.score),
                "low": _short(total.low),
                "high": _short(total.high),
                "geometric": _short(total.geometric),
                "peers": _short(total.peers),
            },
            "answered": self.answered,
            "asked": self.asked,
            "areas": [_plain_area(one, language) for one in self.areas],
            "composites": [_plain_area(one, language) for one in self.composites],
            "assumed": [one.say(language) for one in self.assumed],
        }


def assessed(strategy: Strategy, assessment: str) -> Assessed:
    """Score an assessment after the manner of the Intercultural Cities Index.

    An area scores 100·Σwa/Σw over the questions that concern the region and were
    answered, a the share of the points and w the weight; the whole is the weighted mean of
    the areas, the optional ones apart, and wider areas are the means of theirs (Council of
    Europe, Intercultural Cities Index: each area up to 100 points).  Written scores stand
    in where there are no answers.  From 80 % answered on a score is taken for sure, and
    only then is there a whole.  How far weights matter is exact: each may be a fifth too
    high or too low.  No weights come with the tool.

    Args:
        strategy: the strategy.
        assessment: the id of one of its assessments.

    Raises:
        UnknownNameError: when there is no such assessment.

    Examples:
        >>> from toc.model import Strategy
        >>> strategy = Strategy(
        ...     areas={"services": "Services"},
        ...     questions={"desk": {"title": "Is there a desk?", "area": "services"},
        ...                "law": {"title": "Is it in a bylaw?", "area": "services"}},
        ...     assessments={"first": {"title": "First", "answered": {"desk": "yes", "law": "no"}}})
        >>> assessed(strategy, "first").sentence()
        '“First” scores 50 of 100, over 1 area. 2 of 2 questions are answered.'
    """
    name = spelled(strategy, assessment)
    entry = strategy.assessments[name]
    asked = replies(strategy, name)
    areas = placed(area_scores(strategy, entry, asked))
    is_answered = any(one.answer is not None for one in asked)
    counts = share_answered(asked) if is_answered else (0, 0)
    return Assessed(
        name,
        entry.title or Text.of(name),
        entry.date,
        entry.version or "",
        areas,
        composites_of(strategy, areas),
        _total(areas, counts),
        *counts,
        asked if is_answered else (),
        tuple(_assumed(strategy, asked if is_answered else (), areas)),
    )


def _total(areas: Sequence[AreaScore], counts: tuple[int, int]) -> Total | None:
    """Give the whole, where enough was answered and every area that should has a score."""
    answered, asked = counts
    counted = [one for one in counting(areas) if one.asked or one.score is not None]
    if _ALL * answered < SURE * asked or not has_all(counted, "score"):
        return None
    score = mean(weighed(counted, "score"))
    low, high = (spread(weighed(counted, end)) for end in ("low", "high"))
    even = geometric(weighed(counted, "score"))
    if score is None or low is None or high is None or even is None:
        return None
    peers = mean(weighed(counted, "peers")) if has_all(counted, "peers") else None
    return Total(score, low.low, high.high, even, peers)


def _assumed(
    strategy: Strategy, asked: Sequence[Reply], areas: Sequence[AreaScore]
) -> Iterator[Message]:
    heavy = sum(one.question.weight is not None for one in asked)
    if asked and not heavy:
        yield Message("no question has a weight: each counts the same in its area")
    elif heavy < len(asked):
        yield Message("questions without a weight count as much as a weight of 1")
    if len(areas) > 1 and not any(strategy.areas[one.area].weight is not None for one in areas):
        yield Message("no area has a weight: each counts the same in the whole")
    lost = sum(not one.area for one in asked)
    if lost:
        yield Message(
            "{count} question belongs to no area, and counts in none",
            {"count": lost},
            plural="{count} questions belong to no area, and count in none",
        )
    if any(one.basis == "written" for one in areas):
        yield Message("written scores stand where there are no answers to compute them from")
    if any(one.is_optional for one in areas):
        yield Message("optional areas are not part of the whole")


def _plain_area(one: AreaScore, language: str) -> dict[str, object]:
    return {
        "area": one.area,
        "title": one.title.say(language),
        "score": _short(one.score),
        "basis": one.basis,
        "written": one.written,
        "peers": _short(one.peers),
        "difference": _short(one.difference),
        "answered": one.answered,
        "asked": one.asked,
        "set_aside": one.set_aside,
        "unsure": one.is_unsure,
        "optional": one.is_optional,
        "weight": one.weight,
        "parts": list(one.parts),
        "low": _short(one.low),
        "high": _short(one.high),
        "places": [one.best, one.worst],
    }


def _short(score: float | None) -> float | None:
    return None if score is None else round(score, 2)
