"""An indicator about people that does not tell groups apart."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Date, Indicator, Measurement, Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

# Below this, one of two groups has fewer than ten people, who could be recognised.
_TWO_GROUPS = 20
# “Share of migrants …”: the people stand among the first words, or it is of something else.
_FIRST_WORDS = 2


@rule(
    Severity.ADVICE,
    adopted=Severity.WARNING,
    looks_at=("by", "unit", "title"),
    yields_to=("indicator-undefined", "indicator-counts-outputs"),
)
def indicator_without_disaggregation(case: Case) -> Iterator[Complaint]:
    """Find indicators about enough people without `by` and without a value for any group."""
    grouped = {reading.indicator for reading in case.strategy.readings if reading.by}
    for name, indicator in case.strategy.indicators.items():
        if name in grouped or _tells_groups_apart(indicator):
            continue
        if _counts_people(case, indicator) or _is_share_of_people(case, indicator):
            title = {"indicator": case.title(name)}
            yield complaint(
                ("indicators", name, KEY),
                Message("“{indicator}” is about people, and does not tell groups apart", title),
                Message(
                    "say by what it is told apart, such as sex, age, origin: {form}",
                    {"form": "by: […]"},
                ),
                question=Message(
                    "In whom might “{indicator}” look quite different: women, the young, "
                    "newcomers, people in villages?",
                    title,
                ),
            )


def _maps(indicator: Indicator) -> tuple[dict[Date, Measurement], ...]:
    return indicator.baseline, indicator.milestones, indicator.target, indicator.actual


def _tells_groups_apart(indicator: Indicator) -> bool:
    values = (one for values in _maps(indicator) for one in values.values())
    return bool(indicator.by) or any(one.by for one in values)


def _counts_people(case: Case, indicator: Indicator) -> bool:
    values = (one.value for values in _maps(indicator) for one in values.values())
    numbers = [value for value in values if isinstance(value, int | float)]
    are_enough = not numbers or max(numbers) >= _TWO_GROUPS
    return are_enough and _begins_with_people(case, indicator.unit, 0)


def _is_share_of_people(case: Case, indicator: Indicator) -> bool:
    is_share = indicator.measure == "percentage" or str(indicator.unit).strip() == "%"
    return is_share and _begins_with_people(case, indicator.title, _FIRST_WORDS)


def _begins_with_people(case: Case, text: Text | None, within: int) -> bool:
    for language, wording in case.wordings(text):
        found = case.lexicon.first(wording, language, "people-units")
        if found is not None and found.first <= within:
            return True
    return False
