"""A profile of rules that nobody has written."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ERROR)
def profile_unknown(case: Case) -> Iterator[Complaint]:
    """Find profiles of the strategy that are neither ours nor the project's."""
    for index, name in enumerate(case.strategy.head.profile):
        if name not in case.profiles:
            yield complaint(
                ("strategy", "profile", index),
                Message("no profile is called “{name}”", {"name": name}),
                Message("there are {known}", {"known": sorted(case.profiles)}),
            )
