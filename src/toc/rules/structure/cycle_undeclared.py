"""Links that run in a circle, of which none is declared to feed back."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Chain, Message


@rule(Severity.ERROR, relies_on=("links.feedback",))
def cycle_undeclared(case: Case) -> Iterator[Complaint]:
    """Find one shortest loop of each tangle, and show all of it."""
    for loop in case.graph.loops:
        arrows = [_arrow(case, *ends) for ends in zip(loop, (*loop[1:], loop[0]), strict=True)]
        yield _complaint(case, loop, arrows)


def _arrow(case: Case, cause: str, effect: str) -> Arrow:
    return next(arrow for arrow in case.graph.arrows_from(cause) if arrow.effect == effect)


def _complaint(case: Case, loop: Sequence[str], arrows: Sequence[Arrow]) -> Complaint:
    closing = arrows[-1]
    circle = Chain(tuple(case.title(node) for node in (*loop, loop[0])))
    return complaint(
        (*link_route(closing.key), KEY),
        Message("these links run in a circle: {loop}", {"loop": circle}),
        _mend(loop),
        question=Message(
            "Does this really run in a circle, and does it grow stronger or calm down: {loop}?",
            {"loop": circle},
        ),
        related=[
            Related(
                Message("{link} is part of the circle", {"link": arrow.name}),
                (*link_route(arrow.key), KEY),
            )
            for arrow in arrows[:-1]
        ],
    )


def _mend(loop: Sequence[str]) -> Message:
    if len(loop) == 1:
        return Message("delete it: nothing is its own cause")
    return Message(
        "if the loop is meant, mark the link that returns with “feedback: reinforcing” "
        "or “feedback: balancing”; else delete or reverse one"
    )
