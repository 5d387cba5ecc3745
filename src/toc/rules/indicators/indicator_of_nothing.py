"""An indicator that does not say what it measures."""

from collections.abc import Iterator
from itertools import chain

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("of",),
    relies_on=("factors", "factors.watch", "assumptions", "assumptions.test"),
)
def indicator_of_nothing(case: Case) -> Iterator[Complaint]:
    """Find indicators without `of` that no factor and no assumption names either."""
    named = {name.lower() for name in _named(case)}
    for name, indicator in case.strategy.indicators.items():
        if indicator.of or name.lower() in named:
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("“{indicator}” measures nothing of the strategy", title),
            Message("name the result that it shows, {form}, or take it out", {"form": "of: …"}),
            question=Message("Which change in the strategy does “{indicator}” show?", title),
        )


def _named(case: Case) -> Iterator[str]:
    watched = (factor.watch for factor in case.strategy.factors.values())
    tested = (assumption.test for assumption in case.strategy.assumptions.values())
    for name in chain.from_iterable((*watched, *tested)):
        is_known = name.lower() in case.strategy.index
        yield name if is_known else case.nearest(name, ("indicators",)) or name
