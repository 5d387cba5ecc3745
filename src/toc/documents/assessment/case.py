"""What the report tells: one assessment, the first one before it, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.assessing import Assessed, assessed, in_order, latest, reassessed, rounded
from toc.documents.subject import Subject
from toc.errors import InputError, NothingToDrawError
from toc.roadmap.months import said
from toc.rulebook import Case as Asked
from toc.rulebook.areas import areas_of
from toc.spelling import folded
from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.assessing import AreaChange, AreaScore, Reassessed, Reply

__all__ = ["Case", "between"]


_WORDS = {
    "yes": Message("yes"),
    "da": Message("yes"),
    "no": Message("no"),
    "nu": Message("no"),
    "partly": Message("partly"),
    "partial": Message("partly"),
}


def between(before: float, after: float) -> int:
    """Give by how many points the second of two scores is above the first, as they are said."""
    return int(rounded(after)) - int(rounded(before))


@dataclass(frozen=True)
class Case(Subject):
    """A strategy, and the assessment that is reported."""

    @cached_property
    def found(self) -> Assessed:
        """The assessment that the report is about: the one that is named, else the last."""
        last = None if self.about else latest(self.strategy, self.on)
        return assessed(self.strategy, self.about) if last is None else last

    @cached_property
    def again(self) -> Reassessed | None:
        """What has changed since the first assessment; None where this is the first."""
        earlier = [
            one for one in in_order(self.strategy) if one.assessment != self.found.assessment
        ]
        if not earlier or earlier[0].date is None or self.found.date is None:
            return None
        if earlier[0].date.first > self.found.date.first:
            return None
        return reassessed(self.strategy, earlier[0].assessment, self.found.assessment)

    @cached_property
    def changes(self) -> Mapping[str, AreaChange]:
        """How each area has moved since the first assessment."""
        return {} if self.again is None else {one.area: one for one in self.again.areas}

    @cached_property
    def replies(self) -> Mapping[str, tuple[Reply, ...]]:
        """The questions of each area, with what was answered."""
        replies = self.found.replies
        return {
            one.area: tuple(reply for reply in replies if reply.area == one.area)
            for one in self.found.areas
        }

    @cached_property
    def measures(self) -> Mapping[str, tuple[str, ...]]:
        """The activities of each area, those of its parts apart."""
        areas = areas_of(Asked(self.strategy))
        activities = self.graph.within("activities")
        return {
            area: tuple(name for name in activities if area in areas[name])
            for area in self.strategy.areas
        }

    def see_to_it(self) -> None:
        """See to it that there is an assessment to report.

        Raises:
            InputError: what it should be about is no assessment.
            NothingToDrawError: there is none, or none that has a score yet.
        """
        if self.about and self.about not in self.strategy.assessments:
            values = {"id": self.about, "known": list(self.strategy.assessments)}
            raise InputError(
                Message("“{id}” is no assessment; there are: {known}", values)
                if values["known"]
                else Message("“{id}” is no assessment, and there is none", values)
            )
        if not self.about and latest(self.strategy, self.on) is None:
            raise NothingToDrawError(
                Message(
                    "the strategy has no assessment with scores or answers by that day: write one "
                    "under “assessments:”"
                )
            )

    def sentence(self, said: str) -> str:
        """Make a sentence; one that begins with a number has no capital letter."""
        if said[:1].isdigit():
            return said if said.endswith((".", "?", "!")) else f"{said}."
        return super().sentence(said)

    def answer(self, value: str) -> str:
        """Say an answer: yes, no and partly in the document's language, others as they are."""
        return self.told(_WORDS.get(folded(value).strip(), value))

    def score(self, score: float | None) -> str:
        """Say a score as a whole number, a dash where there is none."""
        return self.told(None if score is None else rounded(score))

    def step(self, before: float | None, after: float | None) -> str:
        """Say a difference with its sign, between two scores as they are said."""
        if before is None or after is None:
            return self.told(None)
        number = between(before, after)
        sign = "+" if number > 0 else "\N{MINUS SIGN}" if number else ""
        return f"{sign}{abs(number)}"

    def share(self, one: AreaScore) -> str:
        """Say how many of its questions were answered."""
        values = {"answered": one.answered, "asked": one.asked}
        return self.told(
            Message("{answered} of {asked}", values) if one.asked or one.answered else None
        )

    def date(self, one: Assessed) -> str:
        """Say when an assessment was answered."""
        return self.told(None if one.date is None else said(one.date))

    def number(self, number: float) -> str:
        """Say a number as the language writes it."""
        return Shown(number).say(self.language)
