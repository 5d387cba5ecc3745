"""An activity of which nobody says with whom and with what it is done."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Activity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("accountable", "responsible", "cost", "funding"),
    relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.role"),
)
def activity_without_input(case: Case) -> Iterator[Complaint]:
    """Find activities with no input, cost or person; a misspelled cause may be an input."""
    unknown = [one.effect for one in case.strategy.arrows if case.graph.node(one.cause) is None]
    fed = case.graph.reached_from((*case.graph.within("inputs", "assets"), *unknown))
    for name, activity in case.strategy.activities.items():
        if name in fed or _has_means(activity):
            continue
        yield complaint(
            ("activities", name, KEY),
            Message(
                "nothing says who does “{activity}”, and with what", {"activity": case.title(name)}
            ),
            Message(
                "write who answers for it under “accountable:” and what it takes under “cost:” "
                "(“none” if it takes no money), or link what goes in: {link}",
                {"link": f"… -> {name}"},
            ),
            question=Message(
                "Who does “{activity}”, and with what time and money?",
                {"activity": case.title(name)},
            ),
        )


def _has_means(activity: Activity) -> bool:
    has_people = bool(activity.accountable or activity.responsible)
    return has_people or activity.cost is not None or bool(activity.funding)
