"""A criterion that is to be computed, and nothing computes it."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.pilots.computed import COMPUTED, KNOWN, quantity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import nearest
from toc.words import Message


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=("computed",))
def criterion_computed_by_nothing(case: Case) -> Iterator[Complaint]:
    """Find criteria whose `computed` names nothing that is known."""
    for name, criterion in case.strategy.criteria.items():
        if criterion.computed is None or quantity(criterion.computed) is not None:
            continue
        near = nearest(criterion.computed, KNOWN)
        values = {
            "criterion": case.title(name),
            "computed": criterion.computed,
            "near": near,
            "known": list(COMPUTED),
        }
        mend = Message("write one of {known}, or give scores and leave “computed” out", values)
        if near is not None:
            mend = Message("did you mean “{near}”?", values)
        yield complaint(
            ("criteria", name, "computed"),
            Message("nothing computes “{computed}”, so “{criterion}” does not count", values),
            mend,
        )
