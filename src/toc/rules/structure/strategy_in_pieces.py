"""A strategy whose parts no link joins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MOST_NAMED = 5
_TWO = 2
_LEVELS = ("factors", "needs", "assets", "inputs", "activities", "outputs", "outcomes", "goals")

_RESULTS = ("outputs", "outcomes")
_ENDS = ("activities", "goals")


@rule(Severity.ADVICE, relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.role"))
def strategy_in_pieces(case: Case) -> Iterator[Complaint]:
    """Find out whether the linked nodes fall into pieces, whichever way the arrows run."""
    graph = case.graph
    whole = graph.reached_from(graph.within("activities")) & graph.leading_to(graph.within("goals"))
    pieces = [
        piece
        for piece in _pieces(case)
        if not whole.isdisjoint(piece) or not any(_is_told_of(case, node) for node in piece)
    ]
    if len(pieces) > 1:
        yield _complaint(case, [_emblem(case, piece) for piece in pieces], pieces)


def _is_told_of(case: Case, node: str) -> bool:
    """Whether other rules tell of a node that is on no chain from an activity to a goal."""
    section = case.graph.section_of(node)
    if section in _RESULTS:
        is_meant = getattr(case.graph.entry(node), "terminal", None)
        return not (is_meant or case.graph.arrows_from(node))
    return section in _ENDS


def _complaint(case: Case, names: Sequence[str], pieces: Sequence[Sequence[str]]) -> Complaint:
    named = [Message("“{node}”", {"node": case.title(name)}) for name in names[:_MOST_NAMED]]
    rest = ["…"] if len(names) > _MOST_NAMED else []
    values = {"count": len(pieces), "pieces": [*named, *rest]}
    return complaint(
        ("strategy", KEY),
        Message(
            "the strategy is {count} piece: {pieces}",
            values,
            plural="the strategy is in {count} pieces that no link joins: {pieces}",
        ),
        Message(
            "add the link that joins them, or make each a strategy of its own, in its own file"
        ),
        related=[
            Related(_size(case, name, piece), (case.graph.section_of(name), name, KEY))
            for name, piece in zip(names[1:], pieces[1:], strict=True)
        ],
        question=_question(case, names, values),
    )


def _question(case: Case, names: Sequence[str], values: Mapping[str, object]) -> Message:
    if len(names) > _TWO:
        return Message("What do these have to do with each other: {pieces}?", values)
    first, second = (case.title(name) for name in names)
    return Message(
        "What do “{first}” and “{second}” have to do with each other?",
        {"first": first, "second": second},
    )


def _size(case: Case, name: str, piece: Sequence[str]) -> Message:
    return Message(
        "{count} node around “{node}”",
        {"count": len(piece), "node": case.title(name)},
        plural="{count} nodes around “{node}”",
    )


def _pieces(case: Case) -> list[list[str]]:
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in case.graph.arrows:
        beside[arrow.cause].append(arrow.effect)
        beside[arrow.effect].append(arrow.cause)
    seen: set[str] = set()
    pieces: list[list[str]] = []
    for node in case.graph.nodes:
        piece: list[str] = []
        waiting = [node]
        while waiting:
            near = waiting.pop()
            if near not in seen:
                seen.add(near)
                piece.append(near)
                waiting += beside.get(near, ())
        pieces.append(piece)
    return sorted((piece for piece in pieces if len(piece) > 1), key=len, reverse=True)


def _emblem(case: Case, piece: Sequence[str]) -> str:
    """Give the node by which people know a piece: the last that it leads to."""
    return max(piece, key=lambda node: _LEVELS.index(case.graph.section_of(node)))
