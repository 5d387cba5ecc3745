"""Outcomes that ask something of newcomers only."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model import Outcome, Stakeholder
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SHOWN = 3


@rule(
    Severity.WARNING,
    relies_on=(
        "outcomes",
        "outcomes.for",
        "outcomes.title",
        "stakeholders",
        "stakeholders.kind",
        "stakeholders.title",
    ),
    yields_to=("receiving-society-missing",),
)
def integration_one_way(case: Case) -> Iterator[Complaint]:
    """Find that all outcomes that say in whom something changes say newcomers."""
    named = [name for name, outcome in case.strategy.outcomes.items() if outcome.for_]
    outcomes = case.strategy.outcomes.values()
    if named and all(_is_one_way(case, outcome) for outcome in outcomes):
        yield complaint(
            ("strategy", KEY),
            Message("whatever changes, changes in newcomers only"),
            Message(
                "add what institutions or residents will do differently, "
                "and name them under {form}",
                {"form": "for:"},
            ),
            related=[
                Related(
                    Message("“{outcome}” is about newcomers", {"outcome": case.title(name)}),
                    ("outcomes", name, "for"),
                )
                for name in named[:_SHOWN]
            ],
            question=Message(
                "What will institutions and residents do differently, "
                "so that integration does not rest on newcomers alone?"
            ),
        )


def _is_one_way(case: Case, outcome: Outcome) -> bool:
    """Read whom an outcome is for; one that does not say may be about anybody in its title."""
    if not outcome.for_:
        return case.expression(outcome.title, "receiving-society") is None
    return all(_are_newcomers(case, name) for name in outcome.for_)


def _are_newcomers(case: Case, name: str) -> bool:
    """Whether a group is of newcomers; organisations, and what is unknown, are not."""
    group = case.strategy.entry(name)
    return (
        isinstance(group, Stakeholder)
        and group.kind != "organisation"
        and case.expression(group.title, "newcomers") is not None
        and case.expression(group.title, "receiving-society") is None
    )
