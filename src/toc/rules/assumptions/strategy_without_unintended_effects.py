"""A strategy that considers no unintended effect."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_CHANGES = ("goals", "outcomes")
_OWN = ("activities", "outputs", "outcomes")


@rule(
    Severity.ADVICE,
    adopted=Severity.WARNING,
    relies_on=("factors", "factors.kind", "links", "links.role"),
)
def strategy_without_unintended_effects(case: Case) -> Iterator[Complaint]:
    """Find a strategy that claims a change, and in which nothing of its own does any harm."""
    change = _change(case)
    # What could not be read may be such an effect: its own fault is told first.
    if change is None or case.unread or _sees_harm(case):
        return
    yield complaint(
        ("strategy", KEY),
        Message("no unintended effect is considered: nothing says who could end up worse off"),
        Message(
            "ask of each measure whom it could harm, and write the answer under “factors:” "
            "with {form}",
            {"form": "kind: unintended"},
        ),
        question=Message(
            "Who could end up worse off on the way to “{change}”, and through what?",
            {"change": case.title(change)},
        ),
    )


def _sees_harm(case: Case) -> bool:
    # A factor of no kind may well be meant as one.
    return any(one.kind in (None, "unintended") for one in case.strategy.factors.values()) or any(
        arrow.hinders and case.graph.section_of(arrow.cause) in _OWN for arrow in case.graph.arrows
    )


def _change(case: Case) -> str | None:
    for section in _CHANGES:
        for arrow in case.graph.arrows:
            if case.graph.section_of(arrow.effect) == section:
                return arrow.effect
    return None
