"""A link to a change that names nothing that must also be true."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

# From an activity straight to a change, an output is missing first: other rules tell of that.
_STEPS = ("inputs", "outputs", "outcomes", "goals")
_CHANGES = ("outcomes", "goals")


@rule(
    Severity.WARNING,
    looks_at=("assuming", "risks", "role", "feedback"),
    yields_to=(
        "strategy-without-assumptions",
        "assumption-unattached",
        "link-without-mechanism",
        "link-skips-levels",
        "output-without-adoption",
    ),
)
def link_without_assumption(case: Case) -> Iterator[Complaint]:
    """Find links to outcomes and goals with neither an assumption nor a risk."""
    told: set[str] = set()
    for arrow in case.graph.arrows:
        if arrow.key not in told and _is_claim(case, arrow):
            told.add(arrow.key)
            yield _complaint(case, arrow)


def _is_claim(case: Case, arrow: Arrow) -> bool:
    """Whether a link is a step of the strategy's own that is taken for granted."""
    return (
        case.graph.section_of(arrow.cause) in _STEPS
        and case.graph.section_of(arrow.effect) in _CHANGES
        and not (arrow.hinders or arrow.feeds_back or arrow.link.assuming or arrow.link.risks)
    )


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    ends = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message("nothing says what else must be true for “{cause}” to lead to “{effect}”", ends),
        Message("write it down under “assumptions:”, and name it in the link under “assuming:”"),
        question=Message("What else must be true for “{cause}” to lead to “{effect}”?", ends),
    )
