"""A goal for which next to nothing is spent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from toc.findings import KEY, Related, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_EXACT = 1000
_EXAMPLES = 3
_HALF = 0.5


@rule(
    Severity.ADVICE,
    limit=0.05,
    relies_on=(*NODE_SECTIONS, "activities.cost", "links", "links.feedback", "links.role"),
    yields_to=("goal-without-path-from-activity",),
)
def goal_underfunded(case: Case) -> Iterator[Complaint]:
    """Find goals whose activities together cost less than a share of all.

    The share is the limit, or half of an even share where that is less.
    """
    costs, goals = _costs(case), case.graph.within("goals")
    # Where there are many goals, a small share is all that each can have.
    share = min(case.limit(goal_underfunded), _HALF / max(1, len(goals)))
    least = _times(_sum(costs.values()), share)
    for goal in goals if least else ():
        own = [name for name in case.graph.leading_to([goal]) if name in costs]
        if own and _sum(costs[name] for name in own) < least:
            yield _complaint(case, goal, sorted(own, key=lambda name: (-costs[name], name)), costs)


def _costs(case: Case) -> Mapping[str, Decimal]:
    """Give what each activity costs; nothing where one of them does not say."""
    activities = case.strategy.activities
    if any(activity.cost is None for activity in activities.values()):
        return {}
    return {name: Decimal(str(activity.cost)) for name, activity in activities.items()}


def _complaint(
    case: Case, goal: str, own: Sequence[str], costs: Mapping[str, Decimal]
) -> Complaint:
    title = case.title(goal)
    values = {
        "goal": title,
        "cost": _amount(_sum(costs[name] for name in own)),
        "total": _amount(_sum(costs.values())),
        "currency": case.strategy.head.currency or "EUR",
    }
    return complaint(
        ("goals", goal, KEY),
        Message(
            "what leads to “{goal}” costs only {cost} of {total} {currency} in all",
            values,
        ),
        Message("give it more of the means, or promise less"),
        related=[
            Related(
                Message("“{activity}” leads to it", {"activity": case.title(name)}),
                ("activities", name, "cost"),
            )
            for name in own[:_EXAMPLES]
        ],
        question=Message("Is so little enough for “{goal}”?", {"goal": title}),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    with localcontext(prec=_EXACT):
        return sum(amounts, Decimal())


def _times(amount: Decimal, share: float) -> Decimal:
    with localcontext(prec=_EXACT):
        return amount * Decimal(str(share))


def _amount(amount: Decimal) -> str:
    """Group the digits with spaces, which reads alike in every language."""
    said = f"{amount:,f}"
    return (said.rstrip("0").rstrip(".") if "." in said else said).replace(",", "\u00a0")
