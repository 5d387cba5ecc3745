"""A strategy that does not say where it applies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text

_CAPITAL_INSIDE = re.compile(r"(?<=\w )\W?(?=[^\W\d_])(?P<letter>\w)")


@rule(Severity.ADVICE, looks_at=("place", "title"), relies_on=("goals", "goals.title"))
def strategy_without_place(case: Case) -> Iterator[Complaint]:
    """Find strategies without a place of whose goals none names a territory."""
    goals, head = case.strategy.goals, case.strategy.head
    titles = [head.title, *(goal.title for goal in goals.values())]
    if head.place is not None or not goals or any(_may_name_one(case, one) for one in titles):
        return
    yield complaint(
        ("strategy", KEY),
        Message("neither “place:” nor any goal says where the strategy applies"),
        Message("write under “strategy:” the name of the city or region as “place:”"),
        question=Message("For which territory does this strategy answer, and where does it end?"),
    )


def _may_name_one(case: Case, title: Text | None) -> bool:
    """Whether a title has a word for a territory, a name, or words that cannot be read."""
    wordings = () if title is None else tuple(title.wordings.values())
    if len(list(case.wordings(title))) < len(wordings):
        return True
    has_name = any(
        found["letter"].isupper()
        for wording in wordings
        for found in _CAPITAL_INSIDE.finditer(wording)
    )
    return has_name or case.expression(title, "territory") is not None
