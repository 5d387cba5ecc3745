"""A survey that has no figures for so small a place."""

import re
from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

# A NUTS code of level 3; where it ends in 0, the whole region is one county.
_COUNTY = re.compile(r"[A-Za-z]{2}\w\w[1-9A-Za-z]\Z")


@rule(Severity.ADVICE, looks_at=("source",))
def source_too_coarse(case: Case) -> Iterator[Complaint]:
    """Find sources that name a survey of larger regions, where the strategy is of a county."""
    place = case.strategy.head.place
    nuts = "" if place is None or place.nuts is None else place.nuts.strip()
    if _COUNTY.match(nuts) is None:
        return
    for name, indicator in case.strategy.indicators.items():
        survey = case.expression(indicator.source, "regional-surveys")
        if survey is None or case.expression(indicator.source, "local-surveys"):
            continue
        values = {"indicator": case.title(name), "survey": survey, "nuts": nuts}
        yield complaint(
            ("indicators", name, "source"),
            Message(
                "“{indicator}” is to come from “{survey}”, which has no figures for a single "
                "county or city",
                values,
            ),
            Message("use a register or a survey of your own, or say that it shows the region"),
            related=[
                Related(
                    Message("the strategy is for {nuts}", values), ("strategy", "place", "nuts")
                )
            ],
            question=Message(
                "Who has figures on “{indicator}” for our own place, and not for the whole region?",
                values,
            ),
        )
