"""Weights of criteria that are no shares of a whole."""

from collections.abc import Iterator
from decimal import Decimal

from toc.findings import KEY, Severity
from toc.model import Criterion
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_BETWEEN = 10
_ROUNDING = 1000


@rule(
    Severity.ERROR,
    looks_at=("weight", "knock_out"),
    relies_on=("criteria", "criteria.weight", "criteria.knock_out"),
)
def weights_do_not_add_up(case: Case) -> Iterator[Complaint]:
    """Find negative weights, criteria without one beside others, and sums that are no whole."""
    weights = [one.weight for one in case.strategy.criteria.values() if one.weight is not None]
    if weights:
        single = [*_negative(case), *_without(case)]
        total = sum((Decimal(str(weight)) for weight in weights), Decimal(0))
        # Whoever mends those has the sum to do again.
        yield from single or _sum(total)


def _negative(case: Case) -> Iterator[Complaint]:
    for name, criterion in case.strategy.criteria.items():
        if criterion.weight is not None and criterion.weight < 0:
            values = {"criterion": case.title(name), "weight": criterion.weight}
            yield complaint(
                ("criteria", name, "weight"),
                Message("“{criterion}” weighs less than nothing: {weight}", values),
                Message(
                    "write how much it counts; where less is better, say so: {form}",
                    {"form": "direction: down"},
                ),
                question=Message("How much does “{criterion}” count?", values),
            )


def _without(case: Case) -> Iterator[Complaint]:
    for name, criterion in case.strategy.criteria.items():
        if criterion.weight is None and not _rules_out(criterion):
            values = {"criterion": case.title(name)}
            yield complaint(
                ("criteria", name, KEY),
                Message("“{criterion}” has no weight, and others have one", values),
                Message("give it its share, or mark it as {form}", {"form": "knock_out: true"}),
                question=Message("How much does “{criterion}” count, beside the others?", values),
            )


def _rules_out(criterion: Criterion) -> bool:
    # A threshold of 0 is one.
    return criterion.knock_out is not None and criterion.knock_out is not False


def _sum(total: Decimal) -> Iterator[Complaint]:
    whole = _ONE if total < _BETWEEN else _HUNDRED
    rest = whole - total
    if abs(rest) * _ROUNDING <= whole:
        return
    values = {"sum": _plain(total), "whole": _plain(whole), "rest": _plain(abs(rest))}
    yield complaint(
        ("criteria", KEY),
        Message("the weights of the criteria add up to {sum} and not to {whole}", values),
        Message("share out {rest} more among them", values)
        if rest > 0
        else Message("take {rest} away from them", values),
        question=Message("Which criterion should count more, which less, to make {whole}?", values),
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
