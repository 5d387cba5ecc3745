"""An activity that leads to no goal."""

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
def activity_without_path_to_goal(case: Case) -> Iterator[Complaint]:
    """Find activities from which no goal is reached by arrows that help."""
    leading = case.graph.leading_to((*case.graph.within("goals"), *_dead_ends(case)))
    for activity in case.graph.within("activities"):
        if activity not in leading:
            yield complaint(
                ("activities", activity, KEY),
                Message("“{activity}” leads to no goal", {"activity": case.title(activity)}),
                _mend(case, activity),
                question=Message(
                    "To which goal does “{activity}” contribute, and how?",
                    {"activity": case.title(activity)},
                ),
            )


def _dead_ends(case: Case) -> frozenset[str]:
    """Give the results from which nothing follows: a rule of their own tells of them."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    causes = {arrow.cause.lower() for arrow in arrows if not arrow.feeds_back}
    return frozenset(
        node
        for node in case.graph.within("outputs", "outcomes")
        if node.lower() not in causes
        and not getattr(case.graph.entry(node), "terminal", None)
        and not case.is_hole((case.graph.section_of(node), node, "terminal"))
    )


def _mend(case: Case, activity: str) -> Message:
    if all(arrow.hinders for arrow in case.graph.arrows_from(activity)):
        return Message("link it to what it delivers: {link}", {"link": f"{activity} -> …: …"})
    return Message(
        "its chain ends at “{node}”: say what follows from that, or drop the activity",
        {"node": case.title(case.graph.endings[activity])},
    )
