"""One indicator for so many nodes that it tells nothing of any."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, limit=3)
def indicator_shared_by_many(case: Case) -> Iterator[Complaint]:
    """Find indicators of as many nodes as the limit, or more."""
    limit = case.limit(indicator_shared_by_many)
    for name, indicator in case.strategy.indicators.items():
        nodes = list(dict.fromkeys(filter(None, map(case.graph.node, indicator.of))))
        if len(nodes) < limit:
            continue
        values = {
            "indicator": case.title(name),
            "count": len(nodes),
            "nodes": [case.title(node) for node in nodes],
        }
        yield complaint(
            ("indicators", name, "of"),
            Message(
                "“{indicator}” is to measure {count} thing: {nodes}",
                values,
                plural="“{indicator}” is to measure {count} different things: {nodes}",
            ),
            Message("give each its own indicator, and keep this one where it fits best"),
            question=Message(
                "If “{indicator}” changes, which of these has changed: {nodes}?", values
            ),
        )
