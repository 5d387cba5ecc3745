"""An adopted strategy that cites nothing."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_CHANGES = ("goals", "outcomes")


@rule(
    Severity.WARNING,
    since="adopted",
    relies_on=(
        *("sources", "assumptions", "assumptions.sources"),
        *("links", "links.evidence", "links.sources"),
    ),
)
def strategy_without_evidence(case: Case) -> Iterator[Complaint]:
    """Find a strategy that claims a change, cites nothing and states no evidence."""
    claim = _boldest(case)
    if claim is None or _has_evidence(case):
        return
    values = {"cause": case.title(claim.cause), "effect": case.title(claim.effect)}
    yield complaint(
        ("strategy", KEY),
        Message("no source is cited, and no link says how well it is supported"),
        Message(
            "begin with the link from “{cause}” to “{effect}”: say what supports it under "
            "“sources:”, and how well under “evidence:”",
            values,
        ),
        question=Message(
            "What makes us believe that “{cause}” leads to “{effect}”: what was seen, and where?",
            values,
        ),
    )


def _has_evidence(case: Case) -> bool:
    strategy = case.strategy
    return (
        bool(strategy.sources)
        or any(link.evidence or link.sources for link in strategy.links.values())
        or any(assumption.sources for assumption in strategy.assumptions.values())
    )


def _boldest(case: Case) -> Arrow | None:
    """Give the first arrow to a goal, else to an outcome: it claims most."""
    for section in _CHANGES:
        for arrow in case.graph.arrows:
            if case.graph.section_of(arrow.effect) == section and not arrow.hinders:
                return arrow
    return None
