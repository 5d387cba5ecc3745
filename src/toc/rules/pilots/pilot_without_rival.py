"""A chosen pilot beside which no other was judged."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("chosen", "scores"),
    relies_on=("pilots", "pilots.scores"),
)
def pilot_without_rival(case: Case) -> Iterator[Complaint]:
    """Find a chosen pilot that is the only one with scores."""
    scored = [name for name, pilot in case.strategy.pilots.items() if pilot.scores]
    for name in scored if len(scored) == 1 else ():
        if case.strategy.pilots[name].chosen is not None:
            values = {"pilot": case.title(name)}
            yield complaint(
                ("pilots", name, "chosen"),
                Message("“{pilot}” was chosen, and nothing else was scored beside it", values),
                Message("score at least one other measure as a pilot, with the same criteria"),
                question=Message("What else could be tried instead of “{pilot}”?", values),
            )
