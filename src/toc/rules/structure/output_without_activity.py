"""An output that no activity delivers."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.role"),
    yields_to=("node-without-links", "level-missing"),
)
def output_without_activity(case: Case) -> Iterator[Complaint]:
    """Find outputs that are reached from no activity; a misspelled cause may be one."""
    unknown = [one.effect for one in case.strategy.arrows if case.graph.node(one.cause) is None]
    delivered = case.graph.reached_from((*case.graph.within("activities"), *unknown))
    for output in case.graph.within("outputs"):
        if output not in delivered:
            yield complaint(
                ("outputs", output, KEY),
                Message("no activity delivers “{output}”", {"output": case.title(output)}),
                Message(
                    "link the activity that delivers it: {link}", {"link": f"… -> {output}: …"}
                ),
                question=Message(
                    "Who delivers “{output}”, and by doing what?", {"output": case.title(output)}
                ),
            )
