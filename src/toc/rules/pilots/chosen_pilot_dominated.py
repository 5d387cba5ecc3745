"""A chosen pilot that another one beats on all that was scored."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from toc.findings import Related, Severity
from toc.model import Criterion, Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_Means = Mapping[str, Fraction]


@rule(
    Severity.ERROR,
    looks_at=("chosen", "scores"),
    relies_on=(
        *("criteria", "criteria.computed", "criteria.direction"),
        *("pilots", "pilots.chosen", "pilots.scores"),
    ),
)
def chosen_pilot_dominated(case: Case) -> Iterator[Complaint]:
    """Find chosen pilots beside one that is nowhere worse, and somewhere better."""
    pilots = case.strategy.pilots
    means = {name: _means(case, pilot) for name, pilot in pilots.items()}
    others = [name for name, pilot in pilots.items() if pilot.chosen is None]
    for name, pilot in pilots.items():
        if pilot.chosen is None:
            continue
        for other in others:
            better = _better_on(case, means[name], means[other])
            if better:
                yield _complaint(case, (name, means[name]), (other, means[other]), better)
                break


def _means(case: Case, pilot: Pilot) -> _Means:
    """Give the mean score by criterion; nothing where one is of no criterion."""
    found: dict[str, Fraction] = {}
    for name, score in pilot.scores.items():
        criterion = case.strategy.entry(name)
        given = list(score.values()) if isinstance(score, dict) else [score]
        if not isinstance(criterion, Criterion):
            return {}
        if given and not criterion.computed:
            # Read as it is written, so that 0.1 and 0.2 are 0.3.
            numbers = (Fraction(str(number)) for number in given)
            found[name.lower()] = sum(numbers, Fraction(0)) / len(given)
    return found


def _better_on(case: Case, own: _Means, other: _Means) -> list[str]:
    """Give the criteria on which the other is better, if it is worse on none."""
    if own.keys() != other.keys():
        return []
    gains = {name: _sign(case, name) * (other[name] - own[name]) for name in own}
    if any(gain < 0 for gain in gains.values()):
        return []
    return [name for name in gains if gains[name] > 0]


def _sign(case: Case, name: str) -> int:
    criterion = case.strategy.entry(name)
    return -1 if isinstance(criterion, Criterion) and criterion.direction == "down" else 1


def _complaint(
    case: Case, chosen: tuple[str, _Means], other: tuple[str, _Means], better: list[str]
) -> Complaint:
    titles = [Message("“{title}”", {"title": case.title(name)}) for name in better]
    values = {"pilot": case.title(chosen[0]), "other": case.title(other[0]), "criteria": titles}
    return complaint(
        ("pilots", chosen[0], "chosen"),
        Message(
            "“{other}” scores at least as well as the chosen “{pilot}” on everything, "
            "and better on {criteria}",
            values,
        ),
        Message(
            "choose “{other}”, correct the scores, or accept it in a waiver that says why", values
        ),
        related=[_against(case, name, chosen, other) for name in better],
        question=Message(
            "What speaks for “{pilot}”, when “{other}” scores better on {criteria}?", values
        ),
    )


def _against(
    case: Case, name: str, chosen: tuple[str, _Means], other: tuple[str, _Means]
) -> Related:
    values = {
        "criterion": case.title(name),
        "own": _plain(chosen[1][name]),
        "other": _plain(other[1][name]),
    }
    scores = case.strategy.pilots[other[0]].scores
    key = next(one for one in scores if one.lower() == name)
    return Related(
        Message("“{criterion}”: {other}, and {own} for the one that was chosen", values),
        ("pilots", other[0], "scores", key),
    )


def _plain(number: Fraction) -> str:
    return f"{Decimal(round(number * 100)).scaleb(-2).normalize():f}"
