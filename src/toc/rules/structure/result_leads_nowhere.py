"""An output or an outcome from which nothing follows."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("terminal",),
    relies_on=("links", "links.feedback"),
    yields_to=("node-without-links",),
)
def result_leads_nowhere(case: Case) -> Iterator[Complaint]:
    """Find outputs and outcomes without an effect; a link with a misspelled end is one."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    causes = {arrow.cause.lower() for arrow in arrows if not arrow.feeds_back}
    for node in case.graph.within("outputs", "outcomes"):
        if node.lower() in causes or getattr(case.graph.entry(node), "terminal", None):
            continue
        yield complaint(
            (case.graph.section_of(node), node, KEY),
            Message("nothing follows from “{node}”", {"node": case.title(node)}),
            Message(
                "say what changes next: {link}; "
                "in an outcome, “terminal:” says why it may end here",
                {"link": f"{node} -> …: …"},
            ),
            question=Message("What happens after “{node}”?", {"node": case.title(node)}),
        )
