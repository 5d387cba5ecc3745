"""A strategy that is one chain, with nothing beside it."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    limit=4,
    relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.assuming", "links.risks"),
)
def strategy_single_thread(case: Case) -> Iterator[Complaint]:
    """Find strategies in which no arrow branches or meets another, and no arrow assumes."""
    thread = _thread(case)
    if len(thread) >= case.limit(strategy_single_thread) and not _asks_what_else(case):
        values = {
            "count": len(thread),
            "first": case.title(thread[0]),
            "last": case.title(thread[-1]),
        }
        yield complaint(
            ("strategy", KEY),
            Message(
                "all hangs on a single thread of {count} node, from “{first}” to “{last}”",
                values,
                plural="all hangs on a single thread of {count} nodes, from “{first}” to “{last}”",
            ),
            Message(
                "ask at every arrow what else must be true, and write it as another cause "
                "or under “assuming:”"
            ),
            question=Message(
                "What else must be true on the way from “{first}” to “{last}”?", values
            ),
        )


def _thread(case: Case) -> list[str]:
    """Give the nodes of the one chain in order, or none where there is more than that."""
    graph = case.graph
    if graph.loops or len(graph.arrows) < len(case.strategy.arrows):
        return []
    linked = [node for node in graph.order if graph.causes_of(node) or graph.effects_of(node)]
    begins = [node for node in linked if not graph.causes_of(node)]
    most = max(
        (len(near(node)) for node in linked for near in (graph.causes_of, graph.effects_of)),
        default=0,
    )
    return linked if len(begins) == 1 and most == 1 else []


def _asks_what_else(case: Case) -> bool:
    return any(arrow.link.assuming or arrow.link.risks for arrow in case.graph.arrows)
