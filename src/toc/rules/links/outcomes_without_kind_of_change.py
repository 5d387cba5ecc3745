"""Outcomes of which none says what kind of change it is."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SHOWN = 3


@rule(Severity.ADVICE, relies_on=("outcomes", "outcomes.change"))
def outcomes_without_kind_of_change(case: Case) -> Iterator[Complaint]:
    """Find out whether no outcome at all has a `change`."""
    outcomes = case.strategy.outcomes
    said = [name for name, one in outcomes.items() if one.change or _is_open(case, name)]
    if not outcomes or said:
        return
    names = list(outcomes)
    values = {"count": len(names), "outcome": case.title(names[0])}
    yield complaint(
        ("strategy", KEY),
        Message(
            "the only outcome does not say what kind of change it is: “{outcome}”",
            values,
            plural="none of the {count} outcomes says what kind of change it is, "
            "not even “{outcome}”",
        ),
        Message(
            "say of each whether people are reached, react, learn, act differently "
            "or live better: {form}",
            {"form": "change: reach, reaction, capacity, behaviour, benefit, condition, policy"},
        ),
        related=[
            Related(
                Message("“{outcome}” has no change", {"outcome": case.title(name)}),
                ("outcomes", name, KEY),
            )
            for name in names[:_SHOWN]
        ],
        question=Message(
            "“{outcome}”: do people know something new then, do they act differently, "
            "or do they live better?",
            values,
        ),
    )


def _is_open(case: Case, outcome: str) -> bool:
    return case.is_hole(("outcomes", outcome, "change"))
