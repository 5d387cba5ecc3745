"""A target group that took part in no event and gave no feedback."""

from collections.abc import Iterable, Iterator

from toc.findings import KEY, Related, Route, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.groups import target_groups
from toc.words import Message

_EXAMPLES = 3


@rule(
    Severity.WARNING,
    since="consulted",
    relies_on=(
        "stakeholders",
        "events",
        "events.attended",
        "events.audience",
        "events.facilitators",
        "feedback",
        "feedback.by",
    ),
)
def target_group_not_asked(case: Case) -> Iterator[Complaint]:
    """Find target groups that no event and no feedback names."""
    asked = _asked(case)
    unasked = {name: at for name, at in target_groups(case).items() if name not in asked}
    if case.strategy.events:
        yield from (_of(case, name, at) for name, at in unasked.items())
    elif unasked:
        yield _of_all(case, unasked)


def _of(case: Case, name: str, at: Route) -> Complaint:
    group = case.title(name)
    return complaint(
        ("stakeholders", name, KEY),
        Message("“{group}” took part in no event and gave no feedback", {"group": group}),
        Message(
            "invite them and write it under {events}, or write what they said under {feedback}",
            {"events": "events:", "feedback": "feedback:"},
        ),
        related=[Related(Message("here it is a target group"), at)],
        question=Message(
            "What do “{group}” say about this, and who asks them?",
            {"group": group},
        ),
    )


def _of_all(case: Case, groups: Iterable[str]) -> Complaint:
    titles = [case.title(name) for name in groups][:_EXAMPLES]
    return complaint(
        ("strategy", KEY),
        Message("no event is written down at which a target group was asked"),
        Message(
            "write the meetings that were held under {events}, with who was there",
            {"events": "events:"},
        ),
        question=Message(
            "When were those asked for whom this is done, such as {groups}?", {"groups": titles}
        ),
    )


def _asked(case: Case) -> frozenset[str]:
    """Give the stakeholders that were asked, misspelled ones included."""
    names: set[str] = set()
    for event in case.strategy.events.values():
        came = (name for name, number in event.attended.items() if number)
        names.update(event.audience, event.facilitators, came)
    for said in case.strategy.feedback.values():
        names.update(said.by)
    return frozenset(_meant(case, name) for name in names)


def _meant(case: Case, name: str) -> str:
    known = case.strategy.index.get(name.lower())
    return known[1] if known is not None else case.nearest(name, ("stakeholders",)) or name
