"""A goal that many links lead straight to, and nothing says how they combine."""

from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Arrow, Link
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
    far = _reached_by_way_of_others(case)
    for number, goal in enumerate(case.graph.within("goals")):
        helping = {one.cause: one for one in case.graph.arrows_into(goal) if not one.hinders}
        arrows = [
            one
            for one in helping.values()
            # A shortcut beside a longer chain is no way of its own: another rule tells of it.
            if _says_something(one.link) or not far.get(one.cause, 0) >> number & 1
        ]
        is_told = all(arrow.link.role in _TOLD_APART for arrow in arrows)
        is_much = len(arrows) >= case.limit(convergence_unexplained)
        if is_much and not is_told and case.graph.entry(goal).requires is None:
            yield _complaint(case, goal, arrows)


def _says_something(link: Link) -> bool:
    own = (link.because, link.text, link.assuming, link.through, link.evidence, link.sources)
    return any(own)


def _reached_by_way_of_others(case: Case) -> Mapping[str, int]:
    """Give for each node, as bits of a number, the goals that it reaches in two steps or more."""
    if case.graph.loops:
        return {}
    bit = {goal: 1 << number for number, goal in enumerate(case.graph.within("goals"))}
    reached: dict[str, int] = {}
    far: dict[str, int] = {}
    for node in reversed(case.graph.order):
        far[node] = 0
        for arrow in case.graph.arrows_from(node):
            if not arrow.hinders:
                far[node] |= reached[arrow.effect] & ~bit.get(arrow.effect, 0)
        nearby = (bit.get(one.effect, 0) for one in case.graph.arrows_from(node) if not one.hinders)
        reached[node] = bit.get(node, 0) | far[node] | sum({*nearby})
    return far


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
