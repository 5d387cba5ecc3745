"""A result that tells its means."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING)
def means_inside_result(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals with “through”, “by means of” and the like in their title."""
    for node in case.graph.within("outcomes", "goals"):
        words = case.expression(case.graph.entry(node).title, "means")
        if words is None:
            continue
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” says how it comes about as well (“{words} …”), "
                "so a link is hidden in a box",
                {"node": case.title(node), "words": words},
            ),
            Message(
                "end the title before “{words}”; what follows becomes an activity or an outcome "
                "with an arrow to it",
                {"words": words},
            ),
            question=Message(
                "Could “{node}” come about in another way as well?", {"node": case.title(node)}
            ),
        )
