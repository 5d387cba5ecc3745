"""The questionnaire answered again: what has changed, over the questions that are the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.assessing.means import Weighed, mean
from toc.assessing.result import Result
from toc.assessing.scores import rounded
from toc.assessing.whole import Assessed, assessed
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.assessing.replies import Reply
    from toc.assessing.scores import AreaScore
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["AnswerChange", "AreaChange", "Reassessed", "reassessed"]

_ALL = 100


@dataclass(frozen=True, slots=True)
class AreaChange:
    """How an area moved.

    Attributes:
        area: its id.
        title: its title.
        before: its score the first time, over the questions that were answered both times.
        after: its score the later time, over the same.
        questions: how many questions these are; 0 where written scores are compared.
    """

    area: str
    title: Sayable
    before: float
    after: float
    questions: int

    @property
    def change(self) -> float:
        """By how much the score rose; negative where it fell."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A question that was answered otherwise.

    Attributes:
        question: its id.
        title: the question.
        area: the area in which it counts.
        before: the first answer; empty where there was none.
        after: the later one.
        change: by how much its share of the points rose, 0 to 1; None where one of the
            two earns none because nothing was answered, or it was not applicable.
    """

    question: str
    title: Sayable
    area: str
    before: str
    after: str
    change: float | None


@dataclass(frozen=True, slots=True)
class Reassessed(Result):
    """What has changed from one assessment to another.

    Attributes:
        first: the earlier one.
        later: the later one.
        areas: how each area moved that can be compared.
        apart: the areas of which nothing can be compared.
        answers: the questions that were answered otherwise.
        dropped: the questions that only the first was asked, in areas that both were.
        added: those that only the later one was asked, in areas that both were.
    """

    first: Assessed
    later: Assessed
    areas: tuple[AreaChange, ...]
    apart: tuple[AreaScore, ...]
    answers: tuple[AnswerChange, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether both were asked the same questions, so that their scores may be compared."""
        return not self.dropped and not self.added

    @property
    def told(self) -> Sequence[Sayable]:
        """Say which areas rose and fell, and over which questions."""
        return [*self._questions(), *self._moves(), *self._answers()]

    def _questions(self) -> Iterator[Sayable]:
        values = {"first": self.first.title, "later": self.later.title}
        if not self.areas:
            yield Message("“{first}” and “{later}” have nothing in common to compare", values)
        if not self.is_comparable:
            same = sum(one.questions for one in self.areas)
            yield Message(
                "“{first}” and “{later}” were not asked the same: "
                "{dropped} questions were dropped and {added} added, {same} are compared",
                {**values, "dropped": len(self.dropped), "added": len(self.added), "same": same},
            )

    def _moves(self) -> Iterator[Sayable]:
        if not self.areas:
            return
        rose = [_moved(one) for one in self.areas if _step(one) > 0]
        fell = [_moved(one) for one in self.areas if _step(one) < 0]
        values = {"first": self.first.title, "rose": rose, "fell": fell}
        if not rose and not fell:
            yield Message("no area has moved since “{first}”", values)
        if rose:
            yield Message("since “{first}” these rose: {rose}", values)
        if fell:
            yield Message("since “{first}” these fell: {fell}", values)

    def _answers(self) -> Iterator[Sayable]:
        if self.first.replies and self.later.replies:
            yield Message(
                "{count} answer has changed",
                {"count": len(self.answers)},
                plural="{count} answers have changed",
            )

    def plain(self, language: str) -> dict[str, object]:
        """Give the areas and the answers that changed, by id."""
        return {
            "first": self.first.assessment,
            "later": self.later.assessment,
            "comparable": self.is_comparable,
            "areas": [
                {
                    "area": one.area,
                    "title": one.title.say(language),
                    "before": round(one.before, 2),
                    "after": round(one.after, 2),
                    "change": round(one.change, 2),
                    "questions": one.questions,
                }
                for one in self.areas
            ],
            "apart": [one.area for one in self.apart],
            "answers": [
                {
                    "question": one.question,
                    "title": one.title.say(language),
                    "area": one.area,
                    "before": one.before,
                    "after": one.after,
                    "change": None if one.change is None else round(one.change, 4),
                }
                for one in self.answers
            ],
            "dropped": list(self.dropped),
            "added": list(self.added),
        }


def reassessed(strategy: Strategy, first: str, later: str) -> Reassessed:
    """Compare two assessments over the questions that both answered.

    A score may only be set beside an earlier one where the same questions were asked: an
    area would rise by dropping a question that it fails.  An assessment of some areas only
    is compared in these.  Where neither has answers for an area, the written scores are.

    Args:
        strategy: the strategy.
        first: the id of the earlier assessment.
        later: the id of the later one.

    Raises:
        UnknownNameError: when there is no such assessment.
    """
    before, after = assessed(strategy, first), assessed(strategy, later)
    old = {one.name: one for one in before.replies}
    new = {one.name: one for one in after.replies}
    moved = {area: _change(area, old, new, before, after) for area in strategy.areas}
    known = [one for one in after.areas if moved[one.area] is None]
    both = {one.area for one in before.replies} & {one.area for one in after.replies}
    return Reassessed(
        before,
        after,
        tuple(one for one in moved.values() if one is not None),
        tuple(known),
        tuple(_changed(old, new)),
        tuple(name for name, one in old.items() if one.area in both and name not in new),
        tuple(name for name, one in new.items() if one.area in both and name not in old),
    )


def _change(
    area: str,
    old: Mapping[str, Reply],
    new: Mapping[str, Reply],
    before: Assessed,
    after: Assessed,
) -> AreaChange | None:
    both = [name for name, one in new.items() if one.area == area and _earns(one, old.get(name))]
    if both:
        return _between(area, after, _mean(old, both), _mean(new, both), len(both))
    there, here = before.area(area), after.area(area)
    if there is None or here is None or "answers" in (there.basis, here.basis):
        return None
    if "parts" in (there.basis, here.basis):
        return None
    return _between(area, after, there.score, here.score, 0)


def _earns(one: Reply, other: Reply | None) -> bool:
    return one.share is not None and other is not None and other.share is not None


def _mean(replies: Mapping[str, Reply], names: Sequence[str]) -> float | None:
    shares = [(replies[name].share, replies[name].weight) for name in names]
    return mean([Weighed(_ALL * share, weight) for share, weight in shares if share is not None])


def _between(
    area: str, after: Assessed, old: float | None, new: float | None, questions: int
) -> AreaChange | None:
    known = after.area(area)
    if known is None or old is None or new is None:
        return None
    return AreaChange(area, known.title, old, new, questions)


def _changed(old: Mapping[str, Reply], new: Mapping[str, Reply]) -> Iterator[AnswerChange]:
    for name, one in new.items():
        other = old.get(name)
        if other is None or _state(one) == _state(other):
            continue
        both = one.share is not None and other.share is not None
        title = one.question.title or Message("{name}", {"name": name})
        change = (one.share or 0) - (other.share or 0) if both else None
        yield AnswerChange(name, title, one.area, _given(other), _given(one), change)


def _state(reply: Reply) -> tuple[bool, float | None]:
    return reply.is_applicable, reply.share


def _given(reply: Reply) -> str:
    return "" if reply.answer is None or reply.answer.value is None else str(reply.answer.value)


def _step(change: AreaChange) -> int:
    """Give the change as it is said: between whole scores."""
    return int(rounded(change.after)) - int(rounded(change.before))


def _moved(change: AreaChange) -> Message:
    return Message(
        "“{area}” from {before} to {after}",
        {
            "area": change.title,
            "before": rounded(change.before),
            "after": rounded(change.after),
        },
    )
