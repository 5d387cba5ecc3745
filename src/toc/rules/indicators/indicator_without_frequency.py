"""An indicator of which nobody says how often it is measured."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_DELIVERED = ("inputs", "activities", "outputs")


@rule(
    Severity.WARNING,
    looks_at=("frequency", "of"),
    yields_to=("indicator-undefined", "indicator-counts-outputs", "indicator-without-source"),
)
def indicator_without_frequency(case: Case) -> Iterator[Complaint]:
    """Find indicators without a frequency; what is delivered is counted when it is."""
    for name, indicator in case.strategy.indicators.items():
        if indicator.frequency is not None or _counts_what_is_delivered(case, indicator):
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("nothing says how often “{indicator}” is measured", title),
            Message(
                "write how often there is a new value: {year} for once a year, {months} for "
                "every six months",
                {"year": "frequency: P1Y", "months": "P6M"},
            ),
            question=Message("How often will there be a new value of “{indicator}”?", title),
        )


def _counts_what_is_delivered(case: Case, indicator: Indicator) -> bool:
    nodes = [case.graph.node(name) for name in indicator.of]
    return bool(nodes) and all(
        node is not None and case.graph.section_of(node) in _DELIVERED for node in nodes
    )
