"""A link that is called well supported and cites nothing."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_WELL_SUPPORTED = ("strong", "moderate")


@rule(Severity.WARNING, looks_at=("evidence", "sources"))
def link_strong_without_evidence(case: Case) -> Iterator[Complaint]:
    """Find links with strong or moderate evidence and no source."""
    told: set[str] = set()
    for arrow in case.graph.arrows:
        if arrow.link.evidence not in _WELL_SUPPORTED or arrow.link.sources or arrow.key in told:
            continue
        told.add(arrow.key)
        ends = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
        yield complaint(
            (*link_route(arrow.key), "evidence"),
            Message(
                "the evidence for the link from “{cause}” to “{effect}” is called “{grade}”, "
                "and no source is cited",
                {**ends, "grade": arrow.link.evidence},
            ),
            Message(
                "cite what it rests on under “sources:”; if nothing does, write “limited” or “gap”"
            ),
            question=Message(
                "What have we read or seen that shows the link from “{cause}” to “{effect}”?", ends
            ),
        )
