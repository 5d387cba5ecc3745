"""A survey that has no figures for so small a place."""

import re
from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

# A NUTS code of level 3; where it ends in 0, the whole region is one county.
_COUNTY = re.compile(r"[A-Za-z]{2}\w\w[1-9A-Za-z]\Z")

# “Eurostat”, “date Eurostat”, “Eurostat (lfst_r_lfe2emprt)”, “Eurostat, 2024”.
_EUROSTAT_ALONE = re.compile(
    r"((date|data|datele|baza de date|database)( de la| of| from)? )?eurostat"
    r"( data(base)?| statistics)?[\s,:(\[]*([a-z]{2,5}_\w+)?[\s,)\]]*(\d{4})?[\s)\].]*",
    re.IGNORECASE,
)


@rule(Severity.ADVICE, looks_at=("source",))
def source_too_coarse(case: Case) -> Iterator[Complaint]:
    """Find sources that name a survey of larger regions, where the strategy is of a county."""
    place = case.strategy.head.place
    nuts = "" if place is None or place.nuts is None else place.nuts.strip()
    if _COUNTY.match(nuts) is None:
        return
    for name, indicator in case.strategy.indicators.items():
        if case.expression(indicator.source, "local-surveys"):
            continue
        values = {"indicator": case.title(name)}
        survey = case.expression(indicator.source, "regional-surveys")
        if survey is not None:
            message = Message(
                "“{indicator}” is to come from “{survey}”, which has no figures for a single "
                "county or city",
                {**values, "survey": survey},
            )
            yield _complaint(case, name, message, nuts)
        elif (rate := _regional_rate(case, indicator)) is not None:
            message = Message(
                "“{indicator}” is to come from Eurostat, which has the “{rate}” of larger "
                "regions only",
                {**values, "rate": rate},
            )
            yield _complaint(case, name, message, nuts)


def _regional_rate(case: Case, indicator: Indicator) -> str | None:
    """Give the rate in a title that Eurostat, the only source, has for larger regions only."""
    wordings = () if indicator.source is None else indicator.source.wordings.values()
    # Where another institution is named beside it, that one may have the figure.
    if not wordings or not all(_EUROSTAT_ALONE.fullmatch(one.strip()) for one in wordings):
        return None
    return case.expression(indicator.title, "regional-rates")


def _complaint(case: Case, name: str, message: Message, nuts: str) -> Complaint:
    return complaint(
        ("indicators", name, "source"),
        message,
        Message("use a register or a survey of your own, or say that it shows the region"),
        related=[
            Related(
                Message("the strategy is for {nuts}", {"nuts": nuts}),
                ("strategy", "place", "nuts"),
            )
        ],
        question=Message(
            "Who has figures on “{indicator}” for our own place, and not for the whole region?",
            {"indicator": case.title(name)},
        ),
    )
