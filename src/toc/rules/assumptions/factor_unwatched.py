"""A barrier or an external factor that nobody watches."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_OUTSIDE = ("barrier", "external")


@rule(
    Severity.ADVICE,
    adopted=Severity.WARNING,
    looks_at=("kind", "watch"),
    relies_on=("indicators", "indicators.of"),
)
def factor_unwatched(case: Case) -> Iterator[Complaint]:
    """Find barriers and external factors without `watch`, which no indicator is of."""
    measured = {_meant(case, name) for one in case.strategy.indicators.values() for name in one.of}
    for name, factor in case.strategy.factors.items():
        if factor.kind not in _OUTSIDE or factor.watch or name.lower() in measured:
            continue
        values = {"factor": case.title(name)}
        yield complaint(
            ("factors", name, KEY),
            Message("no indicator and no stakeholder watches the factor “{factor}”", values),
            Message("name who or what would show a change first: {form}", {"form": "watch: …"}),
            question=Message(
                "Who would notice first that something changes about “{factor}”, "
                "and whom do they tell?",
                values,
            ),
        )


def _meant(case: Case, name: str) -> str:
    return (case.graph.node(name) or name).lower()
