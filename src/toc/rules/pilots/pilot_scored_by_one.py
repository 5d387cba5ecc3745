"""A chosen pilot that one person judged."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.model import Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("chosen", "scores"))
def pilot_scored_by_one(case: Case) -> Iterator[Complaint]:
    """Find chosen pilots whose scores are by nobody in particular, or all by one person."""
    for name, pilot in case.strategy.pilots.items():
        people = _people(pilot)
        if pilot.chosen is None or not pilot.scores or len(people) > 1:
            continue
        values = {"pilot": case.title(name), "person": [*map(case.title, people)]}
        yield complaint(
            ("pilots", name, "scores"),
            Message("“{person}” alone has scored “{pilot}”, which was chosen", values)
            if people
            else Message("“{pilot}” was chosen, and nobody wrote down who scored it", values),
            Message(
                "let people of at least three organisations score, each for themselves: {form}",
                {"form": "{…: 4, …: 2, …: 5}"},
            ),
            question=Message("Who else should score “{pilot}”?", values),
        )


def _people(pilot: Pilot) -> list[str]:
    names = [name for score in pilot.scores.values() if isinstance(score, dict) for name in score]
    return list({name.strip().lower(): name for name in names}.values())
