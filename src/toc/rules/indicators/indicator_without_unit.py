"""Numbers of which nobody says what they count."""

from collections.abc import Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model import Date, Measurement
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_NEED_NONE = ("percentage", "ordinal", "qualitative")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("unit", "measure"),
    yields_to=("indicator-undefined", "indicator-counts-outputs"),
)
def indicator_without_unit(case: Case) -> Iterator[Complaint]:
    """Find indicators with numbers and no unit; percentages and levels need none."""
    read = {
        reading.indicator: reading.value
        for reading in reversed(case.strategy.readings)
        if isinstance(reading.value, int | float)
    }
    for name, indicator in case.strategy.indicators.items():
        maps = (indicator.actual, indicator.target, indicator.milestones, indicator.baseline)
        numbers = [*filter(None, map(_number, maps)), *filter(None, [read.get(name)])]
        is_said = indicator.unit or indicator.assessed or indicator.measure in _NEED_NONE
        if is_said or not numbers:
            continue
        values = {"indicator": case.title(name), "number": str(numbers[0])}
        yield complaint(
            ("indicators", name, KEY),
            Message("“{indicator}” has numbers such as {number}, and nothing says of what", values),
            Message(
                "write under “{field}” what is counted: people, days, services, points",
                {"field": "unit"},
            ),
            question=Message("“{indicator}”: {number} of what?", values),
        )


def _number(values: Mapping[Date, Measurement]) -> int | float | None:
    found = (one.value for one in values.values())
    return next((value for value in found if isinstance(value, int | float) and value), None)
