"""How strong the evidence for the best-supported way is, and which link to improve first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both
from toc.analysis.grades import GIVEN, GRADE_WORDS
from toc.analysis.grades import grade as as_grade
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import first_enough
from toc.model import link_ends
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Strength", "Support", "evidence_words", "graded_between", "strength"]

_DELIVERED = ("inputs", "activities", "outputs")


@dataclass(frozen=True, slots=True)
class Support:
    """How strong the best-supported way is in one reading.

    Attributes:
        known: the grade that is reached if every link without a grade were a gap in the way;
            None where no way consists of graded links alone.
        possible: the grade that would be reached if every link without a grade were strong;
            None where the goal is out of reach.
        improve: the fewest links of which a better grade, or any, would lift what is known;
            where several choices are as short, the first in order of name.
    """

    known: str | None
    possible: str | None
    improve: tuple[Thing, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the links without a grade make no difference."""
        return self.known == self.possible


@dataclass(frozen=True, slots=True)
class Strength(Answer):
    """How strong the best-supported way to a goal is.

    Attributes:
        goal: the goal.
        support: the grade, in both readings.
        ungraded: the links on the way to the goal that have no grade; they are unknown.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
    """

    goal: Thing
    support: Both[Support]
    ungraded: tuple[Thing, ...]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        without = out_of_reach(self.goal, self.reached)
        if not self.reached.if_any:
            return without[0]
        found = self.support.if_any
        improve = [_improve(found)] if found.improve else []
        return in_a_row(self._graded(found), *improve, *without)

    def _graded(self, found: Support) -> Message:
        values = {
            "goal": self.goal.title,
            "known": evidence_words(found.known),
            "possible": evidence_words(found.possible),
        }
        if found.is_known:
            return Message("The best-supported way to “{goal}” has {known}.", values)
        if found.known is None:
            return Message(
                "How well “{goal}” is supported is unknown: on every way to it "
                "there are links without a grade.",
                values,
            )
        return Message(
            "The best-supported way to “{goal}” has {known}, or better: "
            "links without a grade leave up to {possible} open.",
            values,
        )


def evidence_words(grade: str | None) -> Message:
    """Say how good evidence of a grade is."""
    return GRADE_WORDS[as_grade(grade)] if grade else Message("unknown evidence")


def _improve(found: Support) -> Message:
    return Message("Improve this first: {links}.", {"links": listed(found.improve)})


def strength(logic: Logic, goal: str) -> Strength:
    """Find how strong the best-supported way to a goal is, and what to improve first.

    A chain is as strong as its weakest link, and a goal as its best-supported way: the
    greatest grade at which the goal is still reached over links that have at least that
    grade (max-min, as in possibility theory).  Only the order of the grades is used; they
    are neither averaged nor multiplied.  A link without a grade is unknown, and the answer
    has two ends; of links to activities and outputs a grade is not asked, and counts where
    it is given.  Exact at any size.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.

    Raises:
        UnknownNameError: when there is no such node.
    """
    goal = logic.goal(goal)
    grades = _grades(logic, goal)
    return Strength(
        logic.thing(goal),
        logic.both(goal, lambda reading: _support(logic, goal, reading, grades)),
        logic.things(link for link, grade in grades.items() if grade is None),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        (
            *logic.assumed(goal),
            Message("links to what is done or delivered need no evidence: they are plans"),
        ),
    )


def graded_between(
    logic: Logic, goal: str, reading: Reading, without: Collection[str] = ()
) -> tuple[str | None, str | None]:
    """Give between which grades the support of a goal lies, when some things are gone.

    Args:
        logic: the logic of a strategy.
        goal: the id of a node, as it is spelled.
        reading: which reading.
        without: what is gone, as it is spelled.

    Returns:
        The grade that is known, and the one that is possible, as `Support` has them.
    """
    grades = _grades(logic, goal)
    known = {link: _place(grade) for link, grade in grades.items()}
    most = {link: _place(grade or GIVEN[-1]) for link, grade in grades.items()}
    ends = (_reached(logic, goal, reading, places, without) for places in (known, most))
    low, high = map(_grade, ends)
    return low, high


def _grades(logic: Logic, goal: str) -> dict[str, str | None]:
    if logic.strategy is None:
        return {}
    links = logic.strategy.links
    mine = sorted(logic.parts_of(goal) & links.keys())
    return {
        link: links[link].evidence
        for link in mine
        if links[link].evidence or not _is_delivery(logic.strategy, link)
    }


def _is_delivery(strategy: Strategy, link: str) -> bool:
    """Whether a link leads to what is done or delivered: a matter of plans, not of evidence."""
    ends = link_ends(link)
    assert ends is not None
    return strategy.index[ends[1].lower()][0] in _DELIVERED


def _support(
    logic: Logic, goal: str, reading: Reading, grades: Mapping[str, str | None]
) -> Support:
    known, possible = graded_between(logic, goal, reading)
    if known == GIVEN[-1] or possible is None:
        return Support(known, possible)
    weak = [link for link in grades if _place(grades[link]) <= _place(known)]
    improve = _fewest(logic, goal, reading, weak)
    return Support(known, possible, logic.things(improve))


def _place(grade: str | None) -> int:
    return -1 if grade is None else GIVEN.index(grade)


def _grade(place: int) -> str | None:
    return GIVEN[place] if place >= 0 else None


def _reached(
    logic: Logic,
    goal: str,
    reading: Reading,
    places: Mapping[str, int],
    without: Collection[str],
) -> int:
    """Give the greatest grade at which the goal is reached; -1 where there is none."""
    for place in range(len(GIVEN) - 1, -1, -1):
        weaker = {link for link, own in places.items() if own < place}
        if logic.comes_about(goal, reading, weaker.union(without)):
            return place
    return -1


def _fewest(logic: Logic, goal: str, reading: Reading, weak: Sequence[str]) -> tuple[str, ...]:
    """Give the fewest of some links with which the goal is reached without the others.

    One, two, or else as few as are left when one after the other is left out.
    """
    part = logic.part(goal)
    few = [links for size in (1, 2) for links in combinations(weak, size)]
    found = first_enough(part, reading, weak, few, goal)
    if found is not None:
        return found
    out: set[str] = set()
    for link in weak:
        if logic.comes_about(goal, reading, {*out, link}):
            out.add(link)
    return tuple(link for link in weak if link not in out)
