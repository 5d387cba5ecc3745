"""A strategy that names nothing outside its own hands."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_CHANGES = ("goals", "outcomes")


@rule(
    Severity.WARNING,
    relies_on=("factors", "factors.kind", "assumptions", "assumptions.kind"),
)
def strategy_without_external_factors(case: Case) -> Iterator[Complaint]:
    """Find a strategy that claims a change, with no outside factor and no assumption of context."""
    change = _change(case)
    # What could not be read may be a factor: its own fault is told first.
    if change is None or case.unread or _sees_its_context(case):
        return
    yield complaint(
        ("strategy", KEY),
        Message(
            "nothing outside the strategy’s own hands is named: no barrier, no enabler, "
            "no other external factor"
        ),
        Message(
            "write under “factors:” what helps or hinders from outside: laws, other programmes, "
            "the labour and housing market"
        ),
        question=Message(
            "What, outside our own hands, could help or prevent “{change}”?",
            {"change": case.title(change)},
        ),
    )


def _sees_its_context(case: Case) -> bool:
    factors = case.strategy.factors.values()
    assumptions = case.strategy.assumptions.values()
    return any(one.kind != "unintended" for one in factors) or any(
        one.kind == "context" for one in assumptions
    )


def _change(case: Case) -> str | None:
    for section in _CHANGES:
        for arrow in case.graph.arrows:
            if case.graph.section_of(arrow.effect) == section:
                return arrow.effect
    return None
