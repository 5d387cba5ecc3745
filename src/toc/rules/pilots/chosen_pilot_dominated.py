"""A chosen pilot that another one beats on all that was scored."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.pilots.dominance import Dominance, dominance
from toc.pilots.table import Table, table
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message, Shown


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
    if not any(pilot.chosen for pilot in pilots.values()):
        return
    scores = table(case.graph)
    beaten = {(one.pilot.name, one.by.name): one for one in dominance(scores.scored())}
    for name, pilot in pilots.items():
        rivals = [other for other in pilots if pilots[other].chosen is None]
        found = (beaten[name, other] for other in rivals if (name, other) in beaten)
        one = next((one for one in found if pilot.chosen and _are_alike(case, one)), None)
        if one is not None:
            yield _complaint(case, scores, one)


def _are_alike(case: Case, one: Dominance) -> bool:
    """Whether both were scored on the same criteria, and on no other."""
    known = {
        name.lower() for name, criterion in case.strategy.criteria.items() if not criterion.computed
    }
    own, other = (_scored(case, pilot.name) for pilot in (one.pilot, one.by))
    return own == other and own <= known


def _scored(case: Case, pilot: str) -> frozenset[str]:
    criteria = case.strategy.criteria.items()
    computed = {name.lower() for name, criterion in criteria if criterion.computed}
    scores = case.strategy.pilots[pilot].scores.items()
    return frozenset(name.lower() for name, score in scores if score != {}) - computed


def _complaint(case: Case, scores: Table, one: Dominance) -> Complaint:
    values = {
        "pilot": case.title(one.pilot.name),
        "other": case.title(one.by.name),
        "criteria": list(one.better),
    }
    return complaint(
        ("pilots", one.pilot.name, "chosen"),
        Message(
            "“{other}” scores at least as well as the chosen “{pilot}” on everything, "
            "and better on {criteria}",
            values,
        ),
        Message(
            "choose “{other}”, correct the scores, or accept it in a waiver that says why", values
        ),
        related=[_against(case, scores, one, better.name) for better in one.better],
        question=Message(
            "What speaks for “{pilot}”, when “{other}” scores better on {criteria}?", values
        ),
    )


def _against(case: Case, scores: Table, one: Dominance, criterion: str) -> Related:
    own, other = (scores.cell(pilot.name, criterion).mean or 0 for pilot in (one.pilot, one.by))
    values = {"criterion": case.title(criterion), "own": Shown(own), "other": Shown(other)}
    written = case.strategy.pilots[one.by.name].scores
    key = next(name for name in written if name.lower() == criterion.lower())
    return Related(
        Message("“{criterion}”: {other}, and {own} for the one that was chosen", values),
        ("pilots", one.by.name, "scores", key),
    )
