"""A node that no link touches."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

# Needs and assets may be met through their area; a rule of their own looks after them.
_LINKED = ("inputs", "activities", "outputs", "outcomes", "goals", "factors")


@rule(
    Severity.WARNING,
    relies_on=("links",),
    yields_to=("goal-without-path-from-activity",),
)
def node_without_links(case: Case) -> Iterator[Complaint]:
    """Find nodes without a link in or out; a link with a misspelled end is one."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    touched = {end.lower() for arrow in arrows for end in (arrow.cause, arrow.effect)}
    for node in case.graph.within(*_LINKED):
        if node.lower() not in touched:
            yield complaint(
                (case.graph.section_of(node), node, KEY),
                Message("no link touches “{node}”", {"node": case.title(node)}),
                Message("link it to its causes and effects, or take it out"),
                question=Message(
                    "What brings about “{node}”, and what follows from it?",
                    {"node": case.title(node)},
                ),
            )
