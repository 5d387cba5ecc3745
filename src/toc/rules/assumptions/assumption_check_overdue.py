"""An assumption that was to be checked by now, and was not."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model import Date
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, since="consulted", looks_at=("check_by", "status"))
def assumption_check_overdue(case: Case) -> Iterator[Complaint]:
    """Find untested assumptions whose day of being looked at is certainly past."""
    for name, assumption in case.strategy.assumptions.items():
        due = assumption.check_by
        is_open = assumption.status in (None, "untested")
        if due is not None and case.on is not None and due.last < case.on and is_open:
            yield _complaint(case, name, due)


def _complaint(case: Case, name: str, due: Date) -> Complaint:
    owner = case.strategy.assumptions[name].owner
    values = {"assumption": case.title(name), "date": str(due)}
    return complaint(
        ("assumptions", name, "check_by"),
        Message(
            "“{assumption}” was to be checked by {date}, and nothing says what came of it", values
        ),
        Message(
            "write what was found: {forms}; if nobody has looked, say by when somebody will",
            {"forms": "status: holding, doubtful, failed"},
        ),
        related=[]
        if owner is None
        else [
            Related(
                Message("“{who}” keeps an eye on it", {"who": case.title(owner)}),
                ("assumptions", name, "owner"),
            )
        ],
        question=Message("What do we know by now: is it true that “{assumption}”?", values),
    )
