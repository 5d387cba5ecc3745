"""A pilot whose measures lead to no goal, or not to what it claims."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ERROR,
    looks_at=("of", "contributes_to"),
    relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.role"),
    yields_to=("pilot-outside-strategy",),
)
def pilot_without_path_to_goal(case: Case) -> Iterator[Complaint]:
    """Find pilots without a chain of helping arrows to a goal, and claims without one."""
    goals = set(case.graph.within("goals"))
    for name, pilot in case.strategy.pilots.items():
        if pilot.of and not any(map(case.graph.node, pilot.of)):
            continue  # every measure is misspelled, and told of as such
        reached = case.graph.reached_from(case.graph.node(measure) or "" for measure in pilot.of)
        if not goals & reached:
            yield _no_goal(case, name)
            continue
        for index, claim in enumerate(pilot.contributes_to):
            node = case.graph.node(claim)
            if node is not None and node not in reached:
                yield _empty_claim(case, name, index, claim)


def _no_goal(case: Case, name: str) -> Complaint:
    return complaint(
        ("pilots", name, KEY),
        Message("the pilot “{pilot}” leads to no goal", {"pilot": case.title(name)}),
        Message("link the activities that it tries, or choose others under “of:”"),
    )


def _empty_claim(case: Case, name: str, index: int, claim: str) -> Complaint:
    return complaint(
        ("pilots", name, "contributes_to", index),
        Message(
            "no chain leads from “{pilot}” to “{goal}”",
            {"pilot": case.title(name), "goal": case.title(claim)},
        ),
        Message("add the links that are missing, or take the claim out"),
    )
