"""The role of each thing for a goal: necessary, sufficient, contributory or idle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing
from toc.analysis.worlds import deadly_singles, drawn, held
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["ROLE_WORDS", "Role", "Roles", "roles"]

_CHANCES = (0.5, 0.9, 0.99)
_WORLDS = 10_000


class Role(Enum):
    """What a thing is to a goal.

    Attributes:
        NECESSARY: without it there is no way; it is part of every way.
        SUFFICIENT: it is enough by itself.
        BOTH: it is necessary, and enough by itself.
        CONTRIBUTORY: an insufficient but necessary part of a way that is itself unnecessary
            but sufficient (INUS).
        IDLE: it is part of no way: it is written down and never matters.
        UNKNOWN: past the budget, no world was met in which it matters.
    """

    NECESSARY = "necessary"
    SUFFICIENT = "sufficient"
    BOTH = "necessary and sufficient"
    CONTRIBUTORY = "contributory"
    IDLE = "idle"
    UNKNOWN = "unknown"


ROLE_WORDS: Mapping[Role, Message] = MappingProxyType(
    {
        Role.NECESSARY: Message("necessary"),
        Role.SUFFICIENT: Message("enough by itself"),
        Role.BOTH: Message("necessary, and enough by itself"),
        Role.CONTRIBUTORY: Message("helps together with others"),
        Role.IDLE: Message("never matters to it"),
        Role.UNKNOWN: Message("unknown"),
    }
)
"""What each role is called in a meeting."""


@dataclass(frozen=True, slots=True)
class Played:
    """The role that a thing plays, in both readings."""

    thing: Thing
    role: Both[Role]


@dataclass(frozen=True, slots=True)
class Roles(Answer):
    """The role of everything that may fail.

    Attributes:
        goal: the goal.
        roles: each thing with its role, in order of name.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
        method: how it was found.
    """

    goal: Thing
    roles: tuple[Played, ...]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()
    method: Method = Method.EXACT

    def of(self, role: Role) -> tuple[Thing, ...]:
        """Give the things that have a role however undeclared causes combine."""
        return tuple(one.thing for one in self.roles if one.role.if_any is one.role.if_all is role)

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        without = out_of_reach(self.goal, self.reached)
        if not self.reached.if_any:
            return without[0]
        necessary = len(self.of(Role.NECESSARY)) + len(self.of(Role.BOTH))
        sure = (
            Message("Nothing is necessary for “{goal}” in any reading.", {"goal": self.goal.title})
            if not necessary
            else Message(
                "{count} thing is necessary for “{goal}” in any reading.",
                {"count": necessary, "goal": self.goal.title},
                plural="{count} things are necessary for “{goal}” in any reading.",
            )
        )
        idle = len(self.of(Role.IDLE))
        never = Message(
            "{count} is written down and never matters to it.",
            {"count": idle},
            plural="{count} are written down and never matter to it.",
        )
        return in_a_row(sure, *([never] if idle else []), *without)


def roles(logic: Logic, goal: str) -> Roles:
    """Find the role of everything that may fail for a goal.

    A contributory cause is Mackie's INUS condition (Am. Philos. Q. 2(4), 1965), as
    contribution analysis uses it: part of a smallest way of several things, and of not
    every way.  Roles are computed and never asked for.  Past the budget, what is necessary
    and what suffices is tried exactly; what contributes is what matters in one of 30 000
    drawn worlds, and the rest is unknown.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.

    Raises:
        UnknownNameError: when there is no such node.
        MissingExtraError: when oxidd is not installed.
    """
    goal = logic.goal(goal)
    found = logic.both(goal, lambda reading: _roles(logic, goal, reading))
    names = sorted(logic.system.may_fail - {goal})
    is_exact = logic.both(goal, lambda reading: logic.ways(goal, reading) is not None)
    return Roles(
        logic.thing(goal),
        tuple(
            Played(logic.thing(name), Both(found.if_any[name], found.if_all[name]))
            for name in names
        ),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        logic.assumed(goal),
        Method.EXACT if is_exact.if_any and is_exact.if_all else Method.SAMPLED,
    )


def _roles(logic: Logic, goal: str, reading: Reading) -> dict[str, Role]:
    part = logic.part(goal)
    necessary = set(deadly_singles(part, reading, part.may_fail, goal))
    if not logic.comes_about(goal, reading):
        necessary = set()
    sufficient = _sufficient(logic, goal, reading)
    members, rest = _members(logic, goal, reading)
    return {
        name: _role(name in necessary, name in sufficient, name in members)
        or (rest if name in part.may_fail else Role.IDLE)
        for name in logic.system.may_fail
    }


def _role(necessary: bool, sufficient: bool, member: bool) -> Role | None:  # noqa: FBT001 - three answers, side by side
    if necessary:
        return Role.BOTH if sufficient else Role.NECESSARY
    if sufficient:
        return Role.SUFFICIENT
    return Role.CONTRIBUTORY if member else None


def _sufficient(logic: Logic, goal: str, reading: Reading) -> set[str]:
    """Give what is enough alone: in world `i` nothing but thing `i` holds."""
    part = logic.part(goal)
    things = sorted(part.may_fail)
    if logic.comes_about(goal, reading, things) or not things:
        return set()
    worlds = {thing: 1 << world for world, thing in enumerate(things)}
    reached = held(part, reading, worlds, len(things))[goal]
    return {thing for world, thing in enumerate(things) if reached >> world & 1}


def _members(logic: Logic, goal: str, reading: Reading) -> tuple[frozenset[str], Role]:
    """Give what is part of some way, and the role of whatever is not."""
    family = logic.ways(goal, reading)
    if family is not None:
        return family.members, Role.IDLE
    return _mattering(logic, goal, reading), Role.UNKNOWN


def _mattering(logic: Logic, goal: str, reading: Reading) -> frozenset[str]:
    part = logic.part(goal)
    found: set[str] = set()
    for chance in _CHANCES:
        worlds = drawn(dict.fromkeys(part.may_fail, chance), _WORLDS)
        reached = held(part, reading, worlds, _WORLDS)[goal]
        for thing in part.may_fail - found:
            without = held(part, reading, {**worlds, thing: 0}, _WORLDS)[goal]
            if without != reached:
                found.add(thing)
    return frozenset(found)
