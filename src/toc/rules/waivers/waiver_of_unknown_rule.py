"""A waiver for a rule that is not there."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import nearest
from toc.words import Message


@rule(Severity.WARNING, looks_at=("rule",))
def waiver_of_unknown_rule(case: Case) -> Iterator[Complaint]:
    """Find waivers whose rule has no such name."""
    for key, waiver in case.strategy.waivers.items():
        if waiver.rule and waiver.rule not in case.rules:
            yield complaint(
                ("waivers", key, "rule"),
                Message("no rule is called “{name}”", {"name": waiver.rule}),
                _mend(nearest(waiver.rule, case.rules)),
            )


def _mend(near: str | None) -> Message:
    if near is None:
        return Message("“toc rules” lists their names")
    return Message("did you mean “{id}”?", {"id": near})
