"""A node that leads to too many things at once."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

# Money and people go into everything, and an outside factor touches much: that is no theory.
_STEPS = ("activities", "outputs", "outcomes", "goals")


@rule(Severity.WARNING, limit=5, yields_to=("levels-fully-meshed",))
def node_fans_out(case: Case) -> Iterator[Complaint]:
    """Find activities and results with more direct effects than can be meant."""
    for node in case.graph.within(*_STEPS):
        count = len(case.graph.effects_of(node))
        if count > case.limit(node_fans_out):
            said = {"node": case.title(node), "count": count}
            yield complaint(
                (case.graph.section_of(node), node, KEY),
                Message(
                    "{count} link leaves “{node}”",
                    said,
                    plural="{count} links leave “{node}”: it is to lead to everything at once",
                ),
                Message(
                    "keep the links that carry the strategy, or let them part one step later, "
                    "from the change that they have in common"
                ),
                question=Message("Which of the effects of “{node}” matter most?", said),
            )
