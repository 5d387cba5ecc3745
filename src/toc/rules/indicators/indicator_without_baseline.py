"""An indicator of a change without a value to start from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_CHANGES = ("outcomes", "goals")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("assessed", "baseline", "of"),
    yields_to=("indicator-undefined", "indicator-counts-outputs"),
)
def indicator_without_baseline(case: Case) -> Iterator[Complaint]:
    """Find indicators of outcomes and goals of which nobody knows where they began."""
    read = _dates_read(case)
    for name, indicator in case.strategy.indicators.items():
        known = any(
            one.value is not None or one.by or one.note for one in indicator.baseline.values()
        )
        if known or _is_assessed(case, name) or not _is_of_a_change(case, indicator):
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("nothing says where “{indicator}” stood at the beginning", title),
            _mend([*indicator.actual, *read.get(name, ())]),
            question=Message("Where does “{indicator}” stand today?", title),
        )


def _is_assessed(case: Case, name: str) -> bool:
    """Whether it is the score of an area that an assessment has."""
    if not case.strategy.indicators[name].assessed:
        return False
    from toc.assessing import readings_of  # noqa: PLC0415 - most indicators are no scores

    return bool(readings_of(case.strategy, name))


def _is_of_a_change(case: Case, indicator: Indicator) -> bool:
    nodes = filter(None, map(case.graph.node, indicator.of))
    return not indicator.of or any(case.graph.section_of(node) in _CHANGES for node in nodes)


def _dates_read(case: Case) -> Mapping[str, list[Date]]:
    found: defaultdict[str, list[Date]] = defaultdict(list)
    for reading in case.strategy.readings:
        found[reading.indicator].append(reading.date)
    return found


def _mend(measured: Sequence[Date]) -> Message:
    if measured:
        first = min(measured, key=lambda date: (date.last, date.first))
        return Message(
            "if its first value, of {date}, is older than the measures, write it as the baseline",
            {"date": str(first)},
        )
    return Message(
        "measure it before the activities begin: {form}; until then, write {open}",
        {"form": "baseline: {2026: …}", "open": "baseline: tbd"},
    )
