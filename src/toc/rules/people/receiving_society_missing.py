"""A strategy all of whose target groups are newcomers."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_FOR_GROUPS = ("activities", "outcomes", "goals")
_EXAMPLES = 3


@rule(
    Severity.WARNING,
    relies_on=(
        *_FOR_GROUPS,
        *(f"{section}.for" for section in _FOR_GROUPS),
        "stakeholders",
        "stakeholders.title",
    ),
)
def receiving_society_missing(case: Case) -> Iterator[Complaint]:
    """Find that every group that something is for has newcomers in its title."""
    groups = _target_groups(case)
    if not groups or not all(_are_newcomers(case, name) for name in groups):
        return
    yield complaint(
        ("strategy", KEY),
        Message(
            "everything is for newcomers ({groups}), and nothing for those they live among",
            {"groups": [case.title(name) for name in groups[:_EXAMPLES]]},
        ),
        Message(
            "write what staff, employers or neighbours will do differently, "
            "and name them under {form}",
            {"form": "for:"},
        ),
        related=[
            Related(
                Message("“{group}” are newcomers", {"group": case.title(name)}),
                (*case.route(name), KEY),
            )
            for name in groups[:_EXAMPLES]
        ],
        question=Message(
            "What will institutions, employers and neighbours do differently from now on?"
        ),
    )


def _target_groups(case: Case) -> list[str]:
    named: dict[str, str] = {}
    for section in _FOR_GROUPS:
        for entry in getattr(case.strategy, section).values():
            named.update((group.lower(), group) for group in entry.for_)
    return list(named.values())


def _are_newcomers(case: Case, name: str) -> bool:
    """Read a title; “staff who work with migrants” are no newcomers, nor is the unknown."""
    stakeholder = case.strategy.entry(name)
    title = None if stakeholder is None else stakeholder.title
    return (
        case.expression(title, "newcomers") is not None
        and case.expression(title, "receiving-society") is None
    )
