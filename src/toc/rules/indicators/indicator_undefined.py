"""An indicator of which little more is written than its name."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SAID = (
    *("baseline", "milestones", "target", "actual"),
    *("source", "method", "frequency", "responsible"),
)


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=_SAID)
def indicator_undefined(case: Case) -> Iterator[Complaint]:
    """Find indicators without any value and without a word on how they are collected."""
    read = {reading.indicator for reading in case.strategy.readings}
    for name, indicator in case.strategy.indicators.items():
        if name in read or any(getattr(indicator, field) for field in _SAID):
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("“{indicator}” has no value yet, and nothing says how to get one", title),
            Message(
                "write where it stands today, where it should get and by when, "
                "and who reads it, how often and from which source"
            ),
            question=Message(
                "Who could tell us today where “{indicator}” stands, and where is that written?",
                title,
            ),
        )
