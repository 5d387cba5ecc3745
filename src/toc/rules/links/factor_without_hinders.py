"""A barrier, or an unintended effect, whose link reads as help."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model import Arrow, Factor
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_RESULTS = ("outputs", "outcomes", "goals")


@rule(Severity.WARNING, looks_at=("role", "feedback"))
def factor_without_hinders(case: Case) -> Iterator[Complaint]:
    """Find links from barriers and unintended effects to results that do not hinder."""
    for arrow in case.graph.arrows:
        if case.graph.section_of(arrow.effect) in _RESULTS and _reads_as_help(case, arrow):
            yield _complaint(case, arrow)


def _reads_as_help(case: Case, arrow: Arrow) -> bool:
    factor = case.graph.entry(arrow.cause)
    if not isinstance(factor, Factor) or arrow.link.feedback == "balancing":
        return False
    if factor.kind == "barrier":
        return not arrow.hinders
    # An unintended effect may do good; then its link says so, with whatever role.
    return factor.kind == "unintended" and arrow.link.role is None


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    ends = {"factor": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    place = (case.graph.section_of(arrow.cause), arrow.cause, "kind")
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "the link from “{factor}” to “{effect}” reads as if the one helped the other", ends
        ),
        Message(
            "write “role: hinders” in the link; or correct the factor's kind, "
            "or the link's role, if it does help"
        ),
        related=[Related(_kind(case, arrow), place)],
        question=Message("Does “{factor}” help or hinder “{effect}”?", ends),
    )


def _kind(case: Case, arrow: Arrow) -> Message:
    factor = case.graph.entry(arrow.cause)
    said = {"factor": case.title(arrow.cause)}
    if isinstance(factor, Factor) and factor.kind == "barrier":
        return Message("“{factor}” is a barrier", said)
    return Message("“{factor}” is an effect that nobody intends", said)
