"""A risk to which there is no response."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("response",))
def risk_without_response(case: Case) -> Iterator[Complaint]:
    """Find risks without a response."""
    for name, risk in case.strategy.risks.items():
        if risk.response:
            continue
        values = {"risk": case.title(name)}
        yield complaint(
            ("risks", name, KEY),
            Message("nothing says what is done about the risk “{risk}”", values),
            Message(
                "write under “response:” what makes it less likely or what is done if it comes, "
                "or that it is accepted, and why"
            ),
            question=Message("What do we do about “{risk}”, or do we accept it?", values),
        )
