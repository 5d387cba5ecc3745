"""An outcome or a goal that nothing measures."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    sketch=Severity.NOTE,
    relies_on=("indicators", "indicators.of"),
    yields_to=("goal-without-path-from-activity",),
)
def result_without_indicator(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals that no indicator is of."""
    measured = {
        node.lower() for indicator in case.strategy.indicators.values() for node in indicator.of
    }
    for node in case.graph.within("outcomes", "goals"):
        if node.lower() not in measured:
            yield complaint(
                (case.graph.section_of(node), node, KEY),
                Message("nothing measures “{node}”", {"node": case.title(node)}),
                Message("write an indicator: how would somebody see that it has happened?"),
                question=Message(
                    "How would somebody from outside see that this has happened: “{node}”?",
                    {"node": case.title(node)},
                ),
            )
