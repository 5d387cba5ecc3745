"""A result that is claimed for everybody, or for ever."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING)
def claim_absolute(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals with “everybody”, “eliminate”, “guarantee” and the like."""
    for node in case.graph.within("outcomes", "goals"):
        words = case.expression(case.graph.entry(node).title, "absolute")
        if words is None:
            continue
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” claims more than anybody can keep (“{words}”)",
                {"node": case.title(node), "words": words},
            ),
            Message("say how many or how much, by when; the rest can stand in the vision"),
            question=Message(
                "How far can we really get with “{node}”, and by when?",
                {"node": case.title(node)},
            ),
        )
