"""Which things play another role for a goal than in an earlier version of a strategy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both
from toc.analysis.differences import new_names
from toc.analysis.logic import Logic
from toc.analysis.roles import Role, roles
from toc.analysis.things import Thing
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.model import Strategy

__all__ = ["RoleChange", "RoleChanges", "role_changes"]


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A thing that plays another role.

    Attributes:
        thing: what, as the later version has it.
        goal: for which goal.
        before: its role then, in both readings.
        after: its role now.
    """

    thing: Thing
    goal: Thing
    before: Both[Role]
    after: Both[Role]


@dataclass(frozen=True, slots=True)
class RoleChanges(Answer):
    """What plays another role than before, goal by goal.

    Attributes:
        changes: what does, in order of goal and name.
        assumed: what the answer takes for granted.
    """

    changes: tuple[RoleChange, ...]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        needed = [
            one for one in self.changes if _is_needed(one.after) and not _is_needed(one.before)
        ]
        spared = [
            one for one in self.changes if _is_needed(one.before) and not _is_needed(one.after)
        ]
        if not self.changes:
            return Message("Whatever is in both versions plays the same role as before.")
        return Message(
            "{count} thing plays another role than before: {needed} more must hold in any case, "
            "{spared} no longer.",
            {"count": len(self.changes), "needed": len(needed), "spared": len(spared)},
            plural="{count} things play another role than before: {needed} more must hold in any "
            "case, {spared} no longer.",
        )


def _is_needed(role: Both[Role]) -> bool:
    return role.if_any in (Role.NECESSARY, Role.BOTH)


def role_changes(before: Strategy, after: Strategy) -> RoleChanges:
    """Find what plays another role for a goal than in an earlier version.

    Only what is in both versions, and goals that are, can change their role; what was
    renamed is the same thing where the new entry says so.  The roles are those of
    `toc.analysis.roles`: necessary, sufficient, contributory, idle.

    Args:
        before: the earlier version.
        after: the later one.

    Raises:
        MissingExtraError: when oxidd is not installed.
    """
    old, new = Logic.of(before), Logic.of(after)
    names = new_names(before, after)
    goals = [(goal, names[goal.lower()]) for goal in old.goals]
    changes = [
        change
        for goal, now in sorted(goals, key=lambda pair: pair[1])
        if now in new.goals
        for change in _changes(old, new, (goal, now), names)
    ]
    assumed = dict.fromkeys(message for goal in new.goals for message in new.assumed(goal))
    same = Message("what has the same id, or says under `was` that it had, is the same thing")
    return RoleChanges(tuple(changes), (*assumed, same))


def _changes(
    old: Logic, new: Logic, goal: tuple[str, str], names: Mapping[str, str]
) -> Iterator[RoleChange]:
    was = {
        names.get(one.thing.name.lower(), one.thing.name): one.role
        for one in roles(old, goal[0]).roles
    }
    for one in roles(new, goal[1]).roles:
        before = was.get(one.thing.name)
        if before is not None and before != one.role:
            yield RoleChange(one.thing, new.thing(goal[1]), before, one.role)
