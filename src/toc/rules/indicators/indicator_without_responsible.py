"""An indicator that nobody is to measure."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("responsible",),
    yields_to=("indicator-undefined", "indicator-counts-outputs"),
)
def indicator_without_responsible(case: Case) -> Iterator[Complaint]:
    """Find indicators that name nobody who measures them."""
    for name, indicator in case.strategy.indicators.items():
        if not indicator.responsible:
            title = {"indicator": case.title(name)}
            yield complaint(
                ("indicators", name, KEY),
                Message("nobody is named who measures “{indicator}”", title),
                Message(
                    "name the organisation that collects it, and has agreed to: {form}",
                    {"form": "responsible: …"},
                ),
                question=Message("Which of our organisations will measure “{indicator}”?", title),
            )
