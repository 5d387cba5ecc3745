"""A goal that many links lead straight to, and nothing says how they combine."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_TOLD_APART = ("necessary", "sufficient")


@rule(
    Severity.WARNING,
    limit=3,
    looks_at=("requires",),
    relies_on=("links.feedback", "links.role"),
)
def convergence_unexplained(case: Case) -> Iterator[Complaint]:
    """Find goals with many helping links, without `requires:` and without roles that say it."""
    for goal in case.graph.within("goals"):
        helping = {one.cause: one for one in case.graph.arrows_into(goal) if not one.hinders}
        arrows = list(helping.values())
        is_told = all(arrow.link.role in _TOLD_APART for arrow in arrows)
        is_much = len(arrows) >= case.limit(convergence_unexplained)
        if is_much and not is_told and case.graph.entry(goal).requires is None:
            yield _complaint(case, goal, arrows)


def _complaint(case: Case, goal: str, arrows: Sequence[Arrow]) -> Complaint:
    values = {"count": len(arrows), "goal": case.title(goal)}
    return complaint(
        ("goals", goal, KEY),
        Message(
            "{count} link leads straight to “{goal}”, and nothing says whether it is enough",
            values,
            plural="{count} links lead straight to “{goal}”, "
            "and nothing says whether it takes all of them",
        ),
        Message(
            "name the outcome in which they meet, or write under the goal “requires: all”, "
            "“requires: any”, or how many are enough"
        ),
        related=[
            Related(
                Message("from “{cause}”", {"cause": case.title(arrow.cause)}),
                (*link_route(arrow.key), KEY),
            )
            for arrow in arrows
        ],
        question=Message(
            "Does “{goal}” take all of these, or is one enough: {causes}?",
            {**values, "causes": [_quoted(case, arrow.cause) for arrow in arrows]},
        ),
    )


def _quoted(case: Case, node: str) -> Message:
    return Message("“{node}”", {"node": case.title(node)})
