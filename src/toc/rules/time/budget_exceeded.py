"""Activities that cost more than there is."""

from collections.abc import Iterator
from decimal import Decimal, localcontext

from toc.findings import Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_EXACT = 1000
"""More digits than an amount can be typed with, so that sums are not rounded."""
_EXAMPLES = 3


@rule(Severity.ERROR)
def budget_exceeded(case: Case) -> Iterator[Complaint]:
    """Find that the activities together cost more than the strategy's budget.

    What a pilot costs is part of the activities that it tries.
    """
    budget = case.strategy.head.budget
    costs = {
        name: Decimal(str(activity.cost))
        for name, activity in case.strategy.activities.items()
        if activity.cost
    }
    if budget is None or _sum(costs) <= Decimal(str(budget)):
        return
    yield _complaint(case, costs, Decimal(str(budget)))


def _complaint(case: Case, costs: dict[str, Decimal], budget: Decimal) -> Complaint:
    largest = sorted(costs, key=lambda name: -costs[name])[:_EXAMPLES]
    currency = case.strategy.head.currency or "EUR"
    return complaint(
        ("strategy", "budget"),
        Message(
            "the activities cost {total} {currency}, and the budget is {budget} {currency}",
            {"total": _amount(_sum(costs)), "budget": _amount(budget), "currency": currency},
        ),
        Message(
            "cut or postpone something, or find more money; the largest part is “{activity}”",
            {"activity": case.title(largest[0])},
        ),
        related=[
            Related(
                Message(
                    "“{activity}” costs {cost} {currency}",
                    {
                        "activity": case.title(name),
                        "cost": _amount(costs[name]),
                        "currency": currency,
                    },
                ),
                ("activities", name, "cost"),
            )
            for name in largest
        ],
        question=Message(
            "What can cost less, come later or be paid by others, so that {budget} {currency} "
            "are enough?",
            {"budget": _amount(budget), "currency": currency},
        ),
    )


def _sum(costs: dict[str, Decimal]) -> Decimal:
    with localcontext(prec=_EXACT):
        return sum(costs.values(), Decimal())


def _amount(amount: Decimal) -> str:
    """Group the digits with spaces, which reads alike in every language."""
    said = f"{amount:,f}"
    return (said.rstrip("0").rstrip(".") if "." in said else said).replace(",", "\u00a0")
