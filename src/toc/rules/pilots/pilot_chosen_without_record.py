"""A pilot of which nobody can see how it was chosen."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.model import Choice, Pilot, Strategy
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("chosen", "scores"),
    relies_on=("criteria", "criteria.computed", "criteria.optional"),
)
def pilot_chosen_without_record(case: Case) -> Iterator[Complaint]:
    """Find chosen pilots without date, people or reason, without criteria or scores."""
    for name, pilot in case.strategy.pilots.items():
        if pilot.chosen is None:
            continue
        missing = [*_of_choice(pilot.chosen), *_of_judging(case.strategy, pilot)]
        if missing:
            values = {"pilot": case.title(name), "missing": missing}
            yield complaint(
                ("pilots", name, "chosen"),
                Message("“{pilot}” was chosen, and nobody wrote down {missing}", values),
                Message(
                    "write down the decision: {form}; what it was judged by stands under "
                    "“criteria:”, and how, under “scores:”",
                    {"form": "chosen: {on: …, by: …, because: …}"},
                ),
                question=Message("“{pilot}” was chosen: {missing}?", values),
            )


def _of_choice(chosen: Choice) -> Iterator[Message]:
    if chosen.on is None:
        yield Message("when")
    if not chosen.by:
        yield Message("by whom")
    if not chosen.because:
        yield Message("why")


def _of_judging(strategy: Strategy, pilot: Pilot) -> Iterator[Message]:
    criteria = strategy.criteria.values()
    if not criteria:
        yield Message("by which criteria")
    elif not pilot.scores and any(not (one.computed or one.optional) for one in criteria):
        yield Message("with which scores")
