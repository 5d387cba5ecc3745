"""A criterion by which all pilots are the same."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from toc.findings import KEY, Severity
from toc.model import Criterion
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("computed", "knock_out"),
    relies_on=("pilots", "pilots.scores"),
)
def criterion_decides_nothing(case: Case) -> Iterator[Complaint]:
    """Find criteria for which at least two pilots are scored, and all of them alike."""
    means = _means(case)
    for name, criterion in case.strategy.criteria.items():
        scores = means.get(name.lower(), [])
        if len(scores) > 1 and len(set(scores)) == 1 and _is_compared(criterion):
            values = {"criterion": case.title(name)}
            yield complaint(
                ("criteria", name, KEY),
                Message("“{criterion}” decides nothing: all pilots score the same", values),
                Message("score more finely what sets the pilots apart, or drop the criterion"),
                question=Message("How do the pilots differ on “{criterion}”?", values),
            )


def _is_compared(criterion: Criterion) -> bool:
    # That all pass what would rule one out is as it should be.
    rules_out = criterion.knock_out is not None and criterion.knock_out is not False
    return not (criterion.computed or rules_out)


def _means(case: Case) -> dict[str, list[Fraction]]:
    found: defaultdict[str, list[Fraction]] = defaultdict(list)
    for pilot in case.strategy.pilots.values():
        for name, score in pilot.scores.items():
            given = list(score.values()) if isinstance(score, dict) else [score]
            if given:
                numbers = (Fraction(str(number)) for number in given)
                found[name.lower()].append(sum(numbers, Fraction(0)) / len(given))
    return found
