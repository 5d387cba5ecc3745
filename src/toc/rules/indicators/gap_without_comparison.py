"""A gap that does not say between whom."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("title", "text", "definition", "method", "by"),
    yields_to=("indicator-undefined",),
)
def gap_without_comparison(case: Case) -> Iterator[Complaint]:
    """Find titles with a word for a gap, where no text and no group says against whom."""
    grouped = {reading.indicator for reading in case.strategy.readings if reading.by}
    for name, indicator in case.strategy.indicators.items():
        gap = case.expression(indicator.title, "gap-words")
        if gap is None or indicator.by or name in grouped or _is_compared(case, indicator):
            continue
        values = {"indicator": case.title(name), "gap": gap}
        yield complaint(
            ("indicators", name, KEY),
            Message("“{indicator}” speaks of a gap, and nothing says between whom", values),
            Message("name both groups, such as migrants and the whole population of the place"),
            question=Message("“{indicator}”: compared with whom?", values),
        )


def _is_compared(case: Case, indicator: Indicator) -> bool:
    texts = (indicator.title, indicator.definition, indicator.text, indicator.method)
    return any(case.expression(text, "comparison-words") for text in texts)
