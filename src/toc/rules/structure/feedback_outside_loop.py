"""A link that is said to feed back, and closes no circle."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("feedback",), relies_on=(*NODE_SECTIONS, "links"))
def feedback_outside_loop(case: Case) -> Iterator[Complaint]:
    """Find declared feedback from whose effect no arrows lead back to its cause."""
    circle = _circles(case.graph.arrows)
    told: set[str] = set()
    for arrow in case.graph.feedback:
        if circle[arrow.cause] != circle[arrow.effect] and arrow.key not in told:
            told.add(arrow.key)
            yield _complaint(case, arrow)


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    values = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "“{cause}” is said to feed back to “{effect}”, which does not lead to it",
            values,
        ),
        Message(
            "take “feedback:” out, or add the links by which “{effect}” leads to “{cause}”", values
        ),
        question=Message("How does “{effect}” lead to “{cause}”, so that it comes back?", values),
    )


def _circles(arrows: Iterable[Arrow]) -> dict[str, str]:
    """Give for each node one that stands for all that it runs in a circle with.

    Kosaraju's algorithm; linear in nodes and arrows.
    """
    effects: defaultdict[str, list[str]] = defaultdict(list)
    causes: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in arrows:
        effects[arrow.cause].append(arrow.effect)
        causes[arrow.effect].append(arrow.cause)
    circle: dict[str, str] = {}
    for head in reversed(_left_last_first([*effects, *causes], effects)):
        waiting = [head]
        while waiting:
            node = waiting.pop()
            if node not in circle:
                circle[node] = head
                waiting += causes.get(node, ())
    return circle


def _left_last_first(nodes: Iterable[str], effects: Mapping[str, list[str]]) -> list[str]:
    seen: set[str] = set()
    left: list[str] = []
    for root in nodes:
        path = [] if root in seen else [(root, iter(effects.get(root, ())))]
        seen.add(root)
        while path:
            node, following = path[-1]
            new = next((effect for effect in following if effect not in seen), None)
            if new is None:
                left.append(node)
                path.pop()
            else:
                seen.add(new)
                path.append((new, iter(effects.get(new, ()))))
    return left
