"""The page that matters first, for one goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both
from toc.analysis.gap_map import evidence_gap_map
from toc.analysis.reaching import out_of_reach
from toc.analysis.strength import Strength, strength
from toc.analysis.things import Thing, listed
from toc.asking.gaps import said_of, urgency
from toc.asking.naming import foremost
from toc.asking.testing import in_order, tested_by
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case
    from toc.words import Sayable

__all__ = ["Page", "page"]

_GAPS = 3


@dataclass(frozen=True, slots=True)
class Page(Answer):
    """What matters first for a goal.

    Attributes:
        goal: the goal.
        needs: what the goal cannot do without, however undeclared causes combine; what
            people can do something about stands first.
        may_need: what it cannot do without if all causes are needed where nothing is said.
        pairs: where there is nothing of the kind, two things of which it needs one.
        test_first: the assumption to test first; None where none is on the way to it.
        tested: who tests that one.
        strength: how well the best-supported way is supported.
        missed: the targets on the way to it that cannot be met.
        bare: how many links on the way to it have no graded evidence.
        gaps: the first of them.
        reached: whether it comes about when nothing fails.
        assumed: what was taken to be so.
    """

    goal: Thing
    needs: tuple[Thing, ...]
    may_need: tuple[Thing, ...]
    pairs: tuple[tuple[Thing, Thing], ...]
    test_first: Thing | None
    tested: Sayable | None
    strength: Strength
    missed: tuple[Message, ...]
    bare: int
    gaps: tuple[Message, ...]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        values: dict[str, object] = {"goal": self.goal.title, "count": len(self.needs)}
        if not self.reached.if_any:
            return out_of_reach(self.goal, self.reached)[0]
        if self.needs:
            return Message(
                "“{goal}” stands or falls with one thing, whatever else works.",
                values,
                plural="“{goal}” falls with any one of {count} things, whatever else works.",
            )
        if self.pairs:
            one, other = ((thing,) for thing in self.pairs[0])
            values |= {"one": listed(one), "other": listed(other), "count": len(self.pairs)}
            return Message(
                "No single thing is sure to bring “{goal}” down; losing both {one} and {other} is.",
                values,
                plural="No single thing is sure to bring “{goal}” down; {count} pairs are, such "
                "as losing both {one} and {other}.",
            )
        return Message("No single thing is sure to bring “{goal}” down.", values)


def page(case: Case, goal: str) -> Page:
    """Put together what matters first for a goal.

    Everything on it is exact at any size and needs no decision diagrams.

    Args:
        case: the strategy.
        goal: the name of the goal, well spelled.
    """
    points = case.single_points[goal]
    first = next(iter(in_order(case, goal)), None)
    support = strength(case.logic, goal)
    bare, gaps = _gaps(case, goal)
    return Page(
        points.goal,
        tuple(foremost(points.certain)),
        tuple(foremost(points.possible)),
        case.pairs(goal),
        None if first is None else first.assumption,
        None if first is None else tested_by(case, first.assumption.name),
        support,
        tuple(_missed(case, goal)),
        bare,
        gaps,
        points.reached,
        tuple(dict.fromkeys((*support.assumed, *case.timing.assumed))),
    )


def _missed(case: Case, goal: str) -> Iterator[Message]:
    mine = {*case.logic.part(goal).steps, goal}
    for one in case.timing.missed:
        if one.node in mine:
            yield case.timing.said(one)


def _gaps(case: Case, goal: str) -> tuple[int, tuple[Message, ...]]:
    found = evidence_gap_map(case.strategy, ranks=urgency(case))
    mine = case.logic.parts_of(goal)
    bare = [
        one
        for one in found.gaps
        if one.on_chain and one.route[1] in mine and one.grade in ("gap", "unknown")
    ]
    return len(bare), tuple(said_of(found, one) for one in bare[:_GAPS])
