"""A last assessment from so long ago that the region has changed since."""

from collections.abc import Iterator
from datetime import date

from toc.findings import Severity
from toc.model import Date
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MONTHS = 12


@rule(
    Severity.ADVICE,
    limit=3,
    looks_at=("date",),
    relies_on=("assessments", "assessments.date"),
)
def assessment_old(case: Case) -> Iterator[Complaint]:
    """Find that the last assessment was answered more than three years ago."""
    dated = {name: one.date for name, one in case.strategy.assessments.items() if one.date}
    is_known = len(dated) == len(case.strategy.assessments)
    if case.on is None or not dated or not is_known or case.strategy.status == "closed":
        return
    name, last = max(dated.items(), key=lambda named: named[1].last)
    years = case.limit(assessment_old)
    if _is_older(last, case.on, years):
        values = {"assessment": case.title(name), "date": str(last), "years": years}
        yield complaint(
            ("assessments", name, "date"),
            Message("the last assessment, “{assessment}”, is more than {years} years old", values),
            Message("answer the questionnaire again, and add it as an assessment of its own"),
            question=Message(
                "What has changed in our region since “{assessment}” ({date})?", values
            ),
        )


def _is_older(assessed: Date, day: date, years: float) -> bool:
    last = assessed.last
    months = (day.year - last.year) * _MONTHS + day.month - last.month
    return (months, day.day) > (round(years * _MONTHS), last.day)
