"""A goal that no activity leads to."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ERROR,
    sketch=Severity.NOTE,
    relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.role"),
    yields_to=("level-missing",),
)
def goal_without_path_from_activity(case: Case) -> Iterator[Complaint]:
    """Find goals that are reached from no activity by arrows that help."""
    reached = case.graph.reached_from(case.graph.within("activities"))
    for goal in case.graph.within("goals"):
        if goal not in reached:
            yield complaint(
                ("goals", goal, KEY),
                Message("no activity leads to “{goal}”", {"goal": case.title(goal)}),
                _mend(case, goal),
                question=Message(
                    "What do we do so that this comes true: “{goal}”?", {"goal": case.title(goal)}
                ),
            )


def _mend(case: Case, goal: str) -> Message:
    if all(arrow.hinders for arrow in case.graph.arrows_into(goal)):
        return Message("link what brings it about: {link}", {"link": f"… -> {goal}: …"})
    return Message(
        "its chain begins at “{node}”: link an activity to it, or drop the goal",
        {"node": case.title(case.graph.beginnings[goal])},
    )
