"""Whether a goal is still reached when some things are gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both
from toc.analysis.system import Reading, Step, System
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import comes_about
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from toc.analysis.logic import Logic

__all__ = ["Reach", "Reached", "reaches"]


class Reached(Enum):
    """Whether a goal is reached.

    Attributes:
        YES: however undeclared causes combine.
        NO: however they combine.
        DEPENDS: only if any one cause is enough where nobody has said it.
        UNDETERMINED: it hangs on steps of which nothing says what is enough for them.
    """

    YES = "yes"
    NO = "no"
    DEPENDS = "depends on the reading"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Reach(Answer):
    """Whether a goal is reached when some things are gone.

    Attributes:
        goal: the goal.
        without: what is gone.
        reached: whether the goal is reached.
        hangs_on: where it is undetermined, the steps of which nothing says what is enough.
        assumed: what the answer takes for granted.
    """

    goal: Thing
    without: tuple[Thing, ...]
    reached: Reached
    hangs_on: tuple[Thing, ...] = ()
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        values: dict[str, object] = {
            "goal": self.goal.title,
            "things": listed(self.without),
            "steps": listed(self.hangs_on),
        }
        return (self._of_some if self.without else self._of_all)(values)

    def _of_all(self, values: dict[str, object]) -> Message:
        match self.reached:
            case Reached.YES:
                return Message("“{goal}” is reached if all goes well.", values)
            case Reached.NO:
                return Message("“{goal}” is out of reach even if all goes well.", values)
            case Reached.DEPENDS:
                return Message(
                    "“{goal}” is reached only if one cause is enough where nobody has said it.",
                    values,
                )
            case Reached.UNDETERMINED:
                return Message(
                    "Whether “{goal}” is reached cannot be said: nothing says what is enough "
                    "for {steps}.",
                    values,
                )

    def _of_some(self, values: dict[str, object]) -> Message:
        match self.reached:
            case Reached.YES:
                return Message("“{goal}” is still reached without {things}.", values)
            case Reached.NO:
                return Message("“{goal}” is lost without {things}.", values)
            case Reached.DEPENDS:
                return Message(
                    "“{goal}” is still reached without {things}, unless all causes are needed "
                    "where nobody has said it.",
                    values,
                )
            case Reached.UNDETERMINED:
                return Message(
                    "Whether “{goal}” is reached without {things} cannot be said: nothing says "
                    "what is enough for {steps}.",
                    values,
                )


def reaches(logic: Logic, goal: str, *, without: Iterable[str] = ()) -> Reach:
    """Find whether a goal is reached when all else goes well.

    The least fixed point in both readings; exact at any size.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        without: ids of nodes, assumptions, stakeholders, or links as written, that are gone.

    Raises:
        UnknownNameError: when there is no such node or thing.
    """
    goal = logic.goal(goal)
    gone = frozenset(logic.thing(name).name for name in without)
    held = logic.both(goal, lambda reading: logic.comes_about(goal, reading, gone))
    hangs_on = frozenset[str]()
    if not held.if_any:
        hangs_on = _hangs_on(logic, goal, gone)
    return Reach(
        logic.thing(goal),
        logic.things(gone),
        Reached.UNDETERMINED if hangs_on else _reached(held),
        logic.things(hangs_on),
        logic.assumed(goal),
    )


def _reached(held: Both[bool]) -> Reached:
    if held.if_all:
        return Reached.YES
    return Reached.DEPENDS if held.if_any else Reached.NO


def _hangs_on(logic: Logic, goal: str, gone: Collection[str]) -> frozenset[str]:
    """Give the undetermined steps, if the goal were reached should they all come about."""
    part = logic.part(goal)
    open_steps = frozenset() if logic.theory is None else logic.theory.undetermined
    mine = open_steps & part.steps.keys() - frozenset(gone)
    if not mine:
        return frozenset()
    settled = {name: Step(part.steps[name].needs) for name in mine}
    system = System({**part.steps, **settled}, part.may_fail)
    return mine if comes_about(system, Reading.ANY, gone, goal) else frozenset()
