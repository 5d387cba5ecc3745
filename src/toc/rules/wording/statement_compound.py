"""Two statements in one box."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.lexicon import Head, second_head
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING)
def statement_compound(case: Case) -> Iterator[Complaint]:
    """Find activities, outputs, outcomes and goals that join two heads of the same kind."""
    for node in case.graph.within("activities", "outputs", "outcomes", "goals"):
        heads = _heads(case, node)
        if heads is None:
            continue
        first, second = heads
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” says two things at once: “{first}” and “{second}”",
                {"node": case.title(node), "first": first.text, "second": second.text},
            ),
            Message(
                "write an entry for each, with its own links; one may succeed and the other not"
            ),
            question=Message(
                "“{node}”: if only half of it succeeds, which half do we need?",
                {"node": case.title(node)},
            ),
        )


def _heads(case: Case, node: str) -> tuple[Head, Head] | None:
    for language, wording in case.wordings(case.graph.entry(node).title):
        heads = second_head(case.lexicon, wording, language)
        if heads is not None:
            return heads
    return None
