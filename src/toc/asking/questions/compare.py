"""What is different from an earlier version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.comparing import compare
from toc.analysis.role_changes import role_changes
from toc.analysis.roles import ROLE_WORDS
from toc.asking.asked import Told
from toc.asking.naming import entered
from toc.errors import MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.answers import Both
    from toc.analysis.comparing import Comparison
    from toc.analysis.role_changes import RoleChange
    from toc.analysis.roles import Role
    from toc.asking.case import Case

ABOUT = Message("what is different from an earlier version")
WANTS = "strategy"

_STANDINGS = {
    "added": Message("added"),
    "changed": Message("changed"),
    "removed": Message("removed"),
}


def ask(case: Case) -> Iterator[Told]:
    """Compare with the earlier version; every difference is named."""
    assert case.before is not None
    found = compare(case.before, case.strategy)
    yield Told(found, more=tuple(_lines(found)))
    try:
        changed = role_changes(case.before, case.strategy)
    except MissingExtraError:
        return  # what is different is said without it
    yield Told(changed, more=tuple(map(_role, changed.changes)))


def _role(one: RoleChange) -> Message:
    values = {
        "thing": entered(one.thing),
        "goal": one.goal.title,
        "before": _said(one.before),
        "after": _said(one.after),
    }
    return Message("{thing}, for “{goal}”: {after}; before: {before}", values)


def _said(role: Both[Role]) -> Message:
    if role.agree:
        return ROLE_WORDS[role.if_any]
    values = {"one": ROLE_WORDS[role.if_any], "all": ROLE_WORDS[role.if_all]}
    return Message("{one}, or {all} if all causes are needed", values)


def _lines(found: Comparison) -> Iterator[Message]:
    for one in found.differences:
        values = {"what": one.id, "how": _STANDINGS[one.standing], "fields": list(one.fields)}
        if one.fields:
            yield Message("{what}: {how} ({fields})", values)
        else:
            yield Message("{what}: {how}", values)
