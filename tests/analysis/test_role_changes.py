"""Which things play another role than in an earlier version."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from theories import layered_strategies

from toc.analysis.answers import Both
from toc.analysis.role_changes import role_changes
from toc.analysis.roles import Role
from toc.asking import Case, ask
from toc.model import Strategy

pytest.importorskip("oxidd")

ONE: dict[str, Any] = {
    "activities": {"desk": "A desk"},
    "goals": {"equal": {"title": "Equal access", "requires": "any"}},
    "links": {"desk -> equal": "They ask"},
}
TWO: dict[str, Any] = {
    **ONE,
    "activities": {"office": {"title": "A desk", "was": ["desk"]}, "guide": "A guide"},
    "links": {"office -> equal": "They ask", "guide -> equal": "They read"},
}


def test_a_second_way_makes_the_first_one_dispensable() -> None:
    """The desk was necessary and enough; with a guide beside it, it is enough and not necessary."""
    found = role_changes(Strategy.model_validate(ONE), Strategy.model_validate(TWO))
    (change,) = found.changes
    assert (change.thing.name, change.goal.name) == ("office", "equal")
    assert change.before == Both(Role.BOTH, Role.BOTH)
    assert change.after == Both(Role.SUFFICIENT, Role.SUFFICIENT)
    assert found.sentence() == (
        "1 thing plays another role than before: 0 more must hold in any case, 1 no longer."
    )
    back = role_changes(Strategy.model_validate(TWO), Strategy.model_validate(ONE))
    assert back.changes == ()  # what is called desk there was not in the version before


@given(layered_strategies())
def test_nothing_plays_another_role_than_itself(strategy: Strategy) -> None:
    """A strategy compared with itself has no change of roles, and says so in both languages."""
    found = role_changes(strategy, strategy)
    assert found.changes == ()
    assert found.sentence("en") != found.sentence("ro")


def test_comparing_tells_of_the_roles_too() -> None:
    """What is different, then which thing plays another role for which goal."""
    case = Case(Strategy.model_validate(TWO), before=Strategy.model_validate(ONE))
    told = ask("compare", case).text("en")
    assert (
        "activity “A desk” (office), for “Equal access”: enough by itself; "
        "before: necessary, and enough by itself"
    ) in told
