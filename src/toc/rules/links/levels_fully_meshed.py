"""Two levels between which almost everything leads to everything."""

from collections import Counter
from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Outcome
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_FEWEST_NODES = 3
_LEVELS = {
    "activities": Message("the activities"),
    "outputs": Message("the outputs"),
    "short": Message("the short-term outcomes"),
    "medium": Message("the medium-term outcomes"),
    "long": Message("the long-term outcomes"),
    "outcomes": Message("the outcomes"),
    "goals": Message("the goals"),
}


@rule(
    Severity.WARNING,
    limit=0.6,
    relies_on=("activities", "outputs", "outcomes", "outcomes.horizon", "goals"),
)
def levels_fully_meshed(case: Case) -> Iterator[Complaint]:
    """Find pairs of levels with almost as many links as there can be."""
    levels = {
        node: _level(case, node)
        for node in case.graph.within("activities", "outputs", "outcomes", "goals")
    }
    width = Counter(levels.values())
    joined = {arrow.ends for arrow in case.graph.arrows if not arrow.feeds_back}
    links = Counter(
        (levels[cause], levels[effect])
        for cause, effect in joined
        if cause in levels and effect in levels
    )
    for first in _LEVELS:
        for second in _LEVELS:
            count, possible = links[first, second], width[first] * width[second]
            is_wide = min(width[first], width[second]) >= _FEWEST_NODES
            if first != second and is_wide and count / possible > case.limit(levels_fully_meshed):
                yield _complaint(first, second, count, possible)


def _level(case: Case, node: str) -> str:
    entry = case.graph.entry(node)
    horizon = entry.horizon if isinstance(entry, Outcome) else None
    return horizon or case.graph.section_of(node)


def _complaint(first: str, second: str, count: int, possible: int) -> Complaint:
    levels = {"first": _LEVELS[first], "second": _LEVELS[second]}
    return complaint(
        ("strategy", KEY),
        Message(
            "between {first} and {second} almost everything leads to everything "
            "({count} of {possible} possible links)",
            {**levels, "count": count, "possible": possible},
        ),
        Message("keep the links for which somebody can say how one brings about the other"),
        question=Message(
            "Of the links between {first} and {second}, on which few does most depend?", levels
        ),
    )
