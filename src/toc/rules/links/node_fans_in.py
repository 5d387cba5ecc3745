"""A result into which too many links run."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_RESULTS = ("outputs", "outcomes", "goals")


@rule(Severity.ADVICE, limit=7, yields_to=("convergence-unexplained", "levels-fully-meshed"))
def node_fans_in(case: Case) -> Iterator[Complaint]:
    """Find results with more direct causes than anybody can follow."""
    for node in case.graph.within(*_RESULTS):
        count = len(case.graph.causes_of(node))
        if count > case.limit(node_fans_in):
            said = {"node": case.title(node), "count": count}
            yield complaint(
                (case.graph.section_of(node), node, KEY),
                Message(
                    "{count} link runs into “{node}”",
                    said,
                    plural="{count} links run into “{node}”, and nobody can follow how they "
                    "come together",
                ),
                Message("gather the causes that work in the same way under an outcome in between"),
                question=Message(
                    "Which causes of “{node}” belong together, and what do they bring about first?",
                    said,
                ),
            )
