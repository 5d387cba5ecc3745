"""A link that leaves out one or more levels of the chain."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_LEFT_OUT = {
    ("inputs", "outputs"): Message("what is done with it"),
    ("inputs", "outcomes"): Message("what is done with it and what is delivered"),
    ("inputs", "goals"): Message("what is done, what is delivered and what changes in people"),
    ("activities", "outcomes"): Message("what is delivered"),
    ("activities", "goals"): Message("what is delivered and what changes in people"),
    ("outputs", "goals"): Message("what changes in people"),
}
_UNDELIVERED = ("activities", "outcomes")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("role", "feedback"),
    yields_to=("level-missing",),
)
def link_skips_levels(case: Case) -> Iterator[Complaint]:
    """Find links that help and go up more than one level, from inputs to goals."""
    delivering = _delivering(case)
    for arrow in case.graph.arrows:
        levels = case.graph.section_of(arrow.cause), case.graph.section_of(arrow.effect)
        if levels not in _LEFT_OUT or arrow.hinders or arrow.feeds_back:
            continue
        if levels != _UNDELIVERED or arrow.cause in delivering:
            yield _complaint(case, arrow, _LEFT_OUT[levels])


def _delivering(case: Case) -> frozenset[str]:
    """Give the nodes that help more than changes; an activity without has a rule of its own."""
    changes = frozenset(case.graph.within("outcomes", "goals"))
    return frozenset(
        arrow.cause
        for arrow in case.graph.arrows
        if arrow.effect not in changes and not arrow.hinders and not arrow.feeds_back
    )


def _complaint(case: Case, arrow: Arrow, left_out: Message) -> Complaint:
    ends = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "“{cause}” leads straight to “{effect}”, past {left_out}",
            {**ends, "left_out": left_out},
        ),
        Message(
            "put what is left out in between, with a link to it and a link from it: "
            "{first}, {second}",
            {"first": f"{arrow.cause} -> …", "second": f"… -> {arrow.effect}"},
        ),
        question=Message("What has to happen between “{cause}” and “{effect}”?", ends),
    )
