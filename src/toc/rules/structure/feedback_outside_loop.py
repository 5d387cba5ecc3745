"""A link that is said to feed back, and closes no circle."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("feedback",), relies_on=(*NODE_SECTIONS, "links"))
def feedback_outside_loop(case: Case) -> Iterator[Complaint]:
    """Find declared feedback from whose effect no arrows lead back to its cause."""
    circle = {node: group[0] for group in case.graph.tangles for node in group}
    told: set[str] = set()
    for arrow in case.graph.feedback:
        cause, effect = circle.get(arrow.cause, ""), circle.get(arrow.effect)
        if cause != effect and arrow.key not in told:
            told.add(arrow.key)
            yield _complaint(case, arrow)


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    values = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "“{cause}” is said to feed back to “{effect}”, which does not lead to it",
            values,
        ),
        Message(
            "take “feedback:” out, or add the links by which “{effect}” leads to “{cause}”", values
        ),
        question=Message("How does “{effect}” lead to “{cause}”, so that it comes back?", values),
    )
