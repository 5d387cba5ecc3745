"""A link to a change that does not say why one leads to the other."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_CHANGES = ("outcomes", "goals")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    sketch=Severity.NOTE,
    looks_at=("because",),
    yields_to=("link-redundant",),
)
def link_without_mechanism(case: Case) -> Iterator[Complaint]:
    """Find links to outcomes and goals without a reason."""
    told: set[str] = set()
    for arrow in case.graph.arrows:
        if arrow.link.because or case.graph.section_of(arrow.effect) not in _CHANGES:
            continue
        if arrow.key in told:
            continue
        told.add(arrow.key)
        yield complaint(
            (*link_route(arrow.key), KEY),
            Message(
                "nothing says why “{cause}” leads to “{effect}”",
                {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)},
            ),
            Message(
                "finish the sentence “… because …” with what happens in people or institutions"
            ),
            question=Message(
                "Why does “{cause}” lead to “{effect}”: what happens in people or institutions?",
                {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)},
            ),
        )
