"""A percentage that does not say of whom or of what."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("definition", "title", "text", "unit", "measure", "method"),
    yields_to=("indicator-undefined",),
)
def percentage_without_population(case: Case) -> Iterator[Complaint]:
    """Find percentages without a definition, and without “of whom” in any of their texts."""
    for name, indicator in case.strategy.indicators.items():
        if indicator.definition or not _is_percentage(case, indicator):
            continue
        is_read = any(case.wordings(indicator.title))
        if not is_read or _says_of_whom(case, indicator):
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("“{indicator}” is a percentage, and nothing says of whom", title),
            Message(
                "say which part is counted, out of which whole, and how many that are: {form}",
                {"form": "definition: …"},
            ),
            question=Message("“{indicator}”: how many per cent of whom, exactly?", title),
        )


def _is_percentage(case: Case, indicator: Indicator) -> bool:
    if indicator.measure == "percentage":
        return True
    wordings = indicator.unit.wordings.values() if indicator.unit else ()
    is_sign = any(wording.strip() == "%" for wording in wordings)
    return is_sign or case.expression(indicator.unit, "percentage-units") is not None


def _says_of_whom(case: Case, indicator: Indicator) -> bool:
    texts = (indicator.title, indicator.text, indicator.unit, indicator.method)
    return any(case.expression(text, "of-whom") for text in texts)
