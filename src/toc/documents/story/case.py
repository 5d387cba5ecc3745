"""What a story is told from: the threads of its goals, and what was told where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.documents.quantities import quantity
from toc.documents.story.thread import Thread, nearest_goals, thread
from toc.documents.subject import Subject
from toc.errors import UnknownNameError
from toc.roadmap.months import said, said_period
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.model import Arrow, Date, Interval, Text

__all__ = ["Case", "Told"]

_STOPS = (".", "?", "!", "…", ":", ";", "。", "？", "！", "؟", "۔", "।")
_CLOSING = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Told:
    """Where something was told.

    Attributes:
        goal: the goal on whose page.
        number: the number of the step there.
    """

    goal: str
    number: int


@dataclass(frozen=True)
class Case(Subject):
    """A strategy whose story is told."""

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """The goals that are told of, in the order of the file.

        Raises:
            UnknownNameError: when the story is to be about something that is no goal.
        """
        goals = self.graph.within("goals")
        if self.about and self.about not in goals:
            values = {"id": self.about, "known": list(goals)}
            raise UnknownNameError(
                Message("“{id}” is no goal, and a story is told of goals: {known}", values)
            )
        return (self.about,) if self.about else goals

    @cached_property
    def threads(self) -> Mapping[str, Thread]:
        """What is told of each goal: of a later one only what an earlier one has not told."""
        found: dict[str, Thread] = {}
        told: set[str] = set()
        starts = nearest_goals(self.graph)
        for goal in self.goals:
            found[goal] = thread(self.graph, goal, starts[goal], told)
            told.update(found[goal].steps)
        return found

    @cached_property
    def steps(self) -> Mapping[str, Told]:
        """For each node that is told, where it is told first."""
        found: dict[str, Told] = {}
        for goal, one in self.threads.items():
            for number, node in enumerate(one.steps, 1):
                found.setdefault(node, Told(goal, number))
        return found

    @cached_property
    def assumed(self) -> Mapping[str, Told]:
        """For each assumption, in lower case, the step with which it is told first."""
        found: dict[str, Told] = {}
        for goal, one in self.threads.items():
            for node in one.steps:
                if self.steps[node].goal == goal:
                    for arrow in self.causes(goal, node):
                        for name in arrow.link.assuming:
                            found.setdefault(name.lower(), self.steps[node])
        return found

    def causes(self, goal: str, node: str) -> Iterator[Arrow]:
        """Go through the arrows of a goal's thread that help a step to come about."""
        if self.steps[node].goal != goal:
            return
        numbers = self.numbers(goal)
        for arrow in self.graph.arrows_into(node):
            if not arrow.hinders and arrow.cause in numbers:
                yield arrow

    def numbers(self, goal: str) -> Mapping[str, int]:
        """Give the number of each step on a goal's page."""
        return {node: number for number, node in enumerate(self.threads[goal].steps, 1)}

    def stated(self, text: object) -> str:
        """Let what an author typed stand as a sentence: only a full stop may be added."""
        typed = self.told(text)
        return typed if typed.rstrip(_CLOSING).endswith(_STOPS) else f"{typed}."

    def day(self, when: Date) -> str:
        """Say a date, as exactly as it is known."""
        return self.told(said(when))

    def period(self, when: Interval) -> str:
        """Say a period."""
        return self.told(said_period(when))

    def amount(self, value: float | str, unit: Text | None) -> str:
        """Say a value with its unit, as the reader's language writes numbers."""
        return self.told(quantity(value, unit))

    def reference(self, told: Told, goal: str) -> str:
        """Refer to a step that was told, from the page of a goal."""
        values = {"number": told.number, "goal": self.title(told.goal)}
        if told.goal == goal:
            return self.told(Message("step {number}", values))
        return self.told(Message("step {number} of “{goal}”", values))
