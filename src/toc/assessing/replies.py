"""What an assessment was asked, and what it replied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.model import Answer, Question, Strategy

__all__ = ["Reply", "replies", "spelled"]


@dataclass(frozen=True, slots=True)
class Reply:
    """A question, and what was answered to it.

    Attributes:
        name: the question's id.
        question: the question.
        answer: what was answered; None where nothing is written.
        share: the share of the points that it earns, 0 to 1; None where nothing was
            answered that can be scored: that is never a 0.
        area: the policy area in which it counts; empty where it counts in none.
    """

    name: str
    question: Question
    answer: Answer | None
    share: float | None
    area: str = ""

    @property
    def is_applicable(self) -> bool:
        """Whether the question concerns the region at all."""
        return self.answer is None or self.answer.is_applicable

    @property
    def is_missed(self) -> bool:
        """Whether it is open and should not be."""
        return self.share is None and self.is_applicable and not self.question.optional

    @property
    def is_counted(self) -> bool:
        """Whether it is among the questions of which the share answered is taken."""
        return self.share is not None or self.is_missed

    @property
    def weight(self) -> float:
        """How much it counts in its area."""
        return 1 if self.question.weight is None else self.question.weight


def replies(strategy: Strategy, assessment: str) -> tuple[Reply, ...]:
    """Give the questions that an assessment was asked, each with its answer, in their order.

    Args:
        strategy: the strategy.
        assessment: the id of one of its assessments.

    Raises:
        UnknownNameError: when there is no such assessment.
    """
    name = spelled(strategy, assessment)
    version = strategy.assessments[name].version
    within = _within(strategy, strategy.assessments[name].areas)
    given = {key.lower(): one for key, one in strategy.answers(name).items()}
    areas = {area.lower(): area for area in strategy.areas}
    return tuple(
        _reply(key, question, given.get(key.lower()), areas)
        for key, question in strategy.questions.items()
        if question.is_asked_in(() if version is None else (version,))
        and (within is None or (question.area or "").lower() in within)
    )


def _within(strategy: Strategy, areas: Sequence[str]) -> frozenset[str] | None:
    """Give the areas that were asked about, with their parts; None for all of them."""
    if not areas:
        return None
    found = {area.lower() for area in areas}
    for _ in strategy.areas:
        found |= {
            name.lower()
            for name, one in strategy.areas.items()
            if (one.part_of or "").lower() in found
        }
    return frozenset(found)


def spelled(strategy: Strategy, assessment: str) -> str:
    """Give an assessment's id as it is spelled where it stands.

    Raises:
        UnknownNameError: when there is no such assessment.
    """
    known = {name.lower(): name for name in strategy.assessments}
    if assessment.lower() in known:
        return known[assessment.lower()]
    near = nearest(assessment, known.values())
    values = {"id": assessment, "near": near or ""}
    if near is None:
        raise UnknownNameError(Message("no assessment is called “{id}”", values))
    raise UnknownNameError(
        Message("no assessment is called “{id}”; did you mean “{near}”?", values)
    )


def _reply(name: str, question: Question, answer: Answer | None, areas: Mapping[str, str]) -> Reply:
    is_given = answer is not None and answer.is_given
    share = question.share(answer.value) if answer is not None and is_given else None
    return Reply(name, question, answer, share, areas.get((question.area or "").lower(), ""))
