"""An indicator of which nobody says where its values are to be found."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("source",),
    yields_to=("indicator-undefined", "indicator-counts-outputs", "reading-without-source"),
)
def indicator_without_source(case: Case) -> Iterator[Complaint]:
    """Find indicators without a means of verification; one beside a value will do."""
    read = {reading.indicator for reading in case.strategy.readings if reading.source}
    for name, indicator in case.strategy.indicators.items():
        if indicator.assessed or indicator.source or name in read or _has_sourced_value(indicator):
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("nothing says where the values of “{indicator}” are to be found", title),
            Message("name the register, the survey or the report that somebody can ask for"),
            question=Message(
                "In which register, survey or report could anybody look up “{indicator}”?",
                title,
            ),
        )


def _has_sourced_value(indicator: Indicator) -> bool:
    maps = (indicator.baseline, indicator.milestones, indicator.target, indicator.actual)
    return any(one.source for values in maps for one in values.values())
