"""A strategy that names no assumption."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_CHANGES = ("goals", "outcomes")


@rule(Severity.WARNING, adopted=Severity.ERROR, relies_on=("assumptions",))
def strategy_without_assumptions(case: Case) -> Iterator[Complaint]:
    """Find a strategy that claims a change and says nothing of what must also be true."""
    claim = _boldest(case)
    if claim is None or case.strategy.assumptions:
        return
    yield complaint(
        ("strategy", KEY),
        Message(
            "no assumption is written down: "
            "nothing says what else must be true for the strategy to work"
        ),
        Message(
            "go along the arrows to “{effect}”, ask at each what else must be true, "
            "and name the answers under “assuming:”",
            {"effect": case.title(claim.effect)},
        ),
        question=Message(
            "What else must be true, besides our own work, for “{cause}” to lead to “{effect}”?",
            {"cause": case.title(claim.cause), "effect": case.title(claim.effect)},
        ),
    )


def _boldest(case: Case) -> Arrow | None:
    """Give the first arrow to a goal, else to an outcome: it assumes most."""
    for section in _CHANGES:
        for arrow in case.graph.arrows:
            if case.graph.section_of(arrow.effect) == section and not arrow.hinders:
                return arrow
    return None
