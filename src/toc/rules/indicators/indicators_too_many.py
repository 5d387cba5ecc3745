"""More indicators than anybody will measure."""

from collections import defaultdict
from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_IN_ALL = 40


@rule(Severity.ADVICE, limit=3)
def indicators_too_many(case: Case) -> Iterator[Complaint]:
    """Find nodes with more indicators than the limit, and strategies with more than forty."""
    measured: defaultdict[str, list[str]] = defaultdict(list)
    for name, indicator in case.strategy.indicators.items():
        for node in dict.fromkeys(filter(None, map(case.graph.node, indicator.of))):
            measured[node].append(name)
    limit = case.limit(indicators_too_many)
    for node, names in measured.items():
        if len(names) > limit:
            yield _on_a_node(case, node, names)
    count = len(case.strategy.indicators)
    if count > _IN_ALL:
        yield complaint(
            ("strategy", KEY),
            Message(
                "the strategy has {count} indicator",
                {"count": count},
                plural="the strategy has {count} indicators",
            ),
            Message("keep those that somebody will decide by, and let the others go"),
            question=Message("By which of all our indicators will anybody decide anything?"),
        )


def _on_a_node(case: Case, node: str, names: list[str]) -> Complaint:
    values = {"count": len(names), "node": case.title(node)}
    return complaint(
        (case.graph.section_of(node), node, KEY),
        Message(
            "{count} indicator measures “{node}”",
            values,
            plural="{count} indicators measure “{node}”",
        ),
        Message("keep the one or two that would change a decision"),
        related=[
            Related(
                Message("“{indicator}” is one of them", {"indicator": case.title(name)}),
                ("indicators", name, KEY),
            )
            for name in names
        ],
        question=Message(
            "Which one of its indicators would convince us that “{node}” has happened?", values
        ),
    )
