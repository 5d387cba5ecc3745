"""An output or an outcome from which nothing follows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("terminal",),
    relies_on=("links", "links.feedback"),
    yields_to=("node-without-links",),
)
def result_leads_nowhere(case: Case) -> Iterator[Complaint]:
    """Find outputs and outcomes without an effect; a link with a misspelled end is one."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    causes = {arrow.cause.lower() for arrow in arrows if not arrow.feeds_back}
    wasted = _wasted(case)
    for node in case.graph.within("outputs", "outcomes"):
        if node.lower() in causes or getattr(case.graph.entry(node), "terminal", None):
            continue
        yield complaint(
            (case.graph.section_of(node), node, KEY),
            Message("nothing follows from “{node}”", {"node": case.title(node)}),
            Message(
                "say what changes next: {link}; "
                "in an outcome, “terminal:” says why it may end here",
                {"link": f"{node} -> …: …"},
            ),
            related=[
                Related(
                    Message("“{activity}” leads to no goal", {"activity": case.title(activity)}),
                    ("activities", activity, KEY),
                )
                for activity in wasted.get(node, ())
            ],
            question=Message("What happens after “{node}”?", {"node": case.title(node)}),
        )


def _wasted(case: Case) -> Mapping[str, Sequence[str]]:
    """Give the activities that lead to no goal, by the node at which their chain ends."""
    leading = case.graph.leading_to(case.graph.within("goals"))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for activity in case.graph.within("activities"):
        if activity not in leading:
            found[case.graph.endings[activity]].append(activity)
    return found
