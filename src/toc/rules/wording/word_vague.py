"""A word that everybody reads differently, where no indicator says what is meant."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, relies_on=("indicators", "indicators.of"))
def word_vague(case: Case) -> Iterator[Complaint]:
    """Find vague words in the titles of what nothing measures."""
    measured = {
        case.graph.node(node)
        for indicator in case.strategy.indicators.values()
        for node in indicator.of
    }
    for node in case.graph.within("activities", "outputs", "outcomes", "goals"):
        words = case.expression(case.graph.entry(node).title, "vague")
        if words is None or node in measured:
            continue
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{words}” in “{node}” means something else to everybody, "
                "and no indicator says what is meant",
                {"words": words, "node": case.title(node)},
            ),
            Message("say what somebody would see, count or hear; or write an indicator of it"),
            question=Message(
                "“{node}”: how would we see that it deserves the word “{words}”?",
                {"words": words, "node": case.title(node)},
            ),
        )
