"""An indicator of which so much is missing that it cannot be measured yet."""

from collections.abc import Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model import Date, Indicator, Measurement
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_WORDS = {
    "unit": Message("a unit"),
    "baseline": Message("a value to start from"),
    "direction": Message("which way is better"),
    "target": Message("a value to reach"),
    "source": Message("a source"),
    "responsible": Message("who measures it"),
    "frequency": Message("how often it is measured"),
}
_FORMS = {
    "unit": "unit: …",
    "baseline": "baseline: {2026: …}",
    "direction": "direction: up",
    "target": "target: {2028: …}",
    "source": "source: …",
    "responsible": "responsible: …",
    "frequency": "frequency: P1Y",
}
_CHANGES = ("outcomes", "goals")
_DELIVERED = ("inputs", "activities", "outputs")
_NEED_NO_UNIT = ("percentage", "ordinal", "qualitative")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    limit=3,
    yields_to=("indicator-counts-outputs",),
)
def indicator_undefined(case: Case) -> Iterator[Complaint]:
    """Find indicators without as many of the seven things that define one as the limit."""
    read = {reading.indicator for reading in case.strategy.readings}
    for name, indicator in case.strategy.indicators.items():
        needed = _needed(case, indicator, is_read=name in read)
        # What is open on purpose, or cannot be read, is told of as that.
        missing = [
            field
            for field in _WORDS
            if needed[field] and not case.is_hole(("indicators", name, field))
        ]
        if len(missing) >= case.limit(indicator_undefined):
            yield _complaint(case, name, missing)


def _needed(case: Case, indicator: Indicator, *, is_read: bool) -> Mapping[str, bool]:
    """Say of each of the seven whether it is called for and not there."""
    kinds = {case.graph.section_of(node) for node in map(case.graph.node, indicator.of) if node}
    is_aimed_at = not indicator.of or bool(kinds & {*_CHANGES, *_DELIVERED})
    is_within = indicator.band is not None
    is_kept = indicator.direction == "maintain" or is_within
    has_target = _has_value(indicator.target) or _has_amount(case, indicator)
    is_measured = bool(indicator.actual) or is_read
    # The questionnaire says where a score of an area comes from, and out of how much.
    is_score = bool(indicator.assessed)
    return {
        "unit": not is_score and _needs_unit(indicator),
        "baseline": not (
            is_score or _has_value(indicator.baseline) or _is_only_of(kinds, _DELIVERED)
        )
        and is_aimed_at,
        "direction": indicator.direction is None and not is_within and is_aimed_at,
        "target": not (has_target or is_kept) and is_aimed_at,
        # Measured values without a source are told of one by one.
        "source": not (is_score or indicator.source or is_measured or _has_source(indicator)),
        "responsible": not indicator.responsible,
        "frequency": indicator.frequency is None and not _is_only_of(kinds, _DELIVERED),
    }


def _is_only_of(kinds: set[str], sections: tuple[str, ...]) -> bool:
    return bool(kinds) and kinds <= {*sections}


def _has_value(values: Mapping[Date, Measurement]) -> bool:
    return any(one.value is not None or one.by or one.note for one in values.values())


def _has_amount(case: Case, indicator: Indicator) -> bool:
    nodes = filter(None, map(case.graph.node, indicator.of))
    return any(getattr(case.graph.entry(node), "amount", None) for node in nodes)


def _measurements(indicator: Indicator) -> Iterator[Measurement]:
    for field in ("baseline", "milestones", "target", "actual"):
        yield from getattr(indicator, field).values()


def _has_source(indicator: Indicator) -> bool:
    return any(one.source for one in _measurements(indicator))


def _needs_unit(indicator: Indicator) -> bool:
    if indicator.unit or indicator.measure in _NEED_NO_UNIT:
        return False
    values = [one.value for one in _measurements(indicator) if one.value is not None]
    return not values or any(isinstance(value, int | float) for value in values)


def _complaint(case: Case, name: str, missing: list[str]) -> Complaint:
    title = {"indicator": case.title(name)}
    return complaint(
        ("indicators", name, KEY),
        Message(
            "“{indicator}” cannot be measured yet; what is missing: {missing}",
            {**title, "missing": [_WORDS[field] for field in missing]},
        ),
        Message(
            "agree on it with whoever has the data, and write {forms}",
            {"forms": [_FORMS[field] for field in missing]},
        ),
        question=Message(
            "Who could tell us today where “{indicator}” stands, and where is that written?",
            title,
        ),
    )
