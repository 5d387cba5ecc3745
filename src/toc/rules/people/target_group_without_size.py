"""A target group of which nobody says how many people it is."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Route, Severity
from toc.model import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_FOR_GROUPS = ("activities", "outcomes", "goals")


@rule(Severity.ADVICE, looks_at=("kind", "size"))
def target_group_without_size(case: Case) -> Iterator[Complaint]:
    """Find groups that something is for, without a `size`."""
    told: set[str] = set()
    for name, at in _target_groups(case):
        stakeholder = case.strategy.stakeholders[name]
        if name in told or stakeholder.kind != "group" or stakeholder.size is not None:
            continue
        told.add(name)
        group = case.title(name)
        yield complaint(
            ("stakeholders", name, KEY),
            Message("nothing says how large the group “{group}” is", {"group": group}),
            Message(
                "write roughly how many there are: {form}; or name a part that can be counted",
                {"form": "size: …"},
            ),
            related=[Related(Message("here something is for it"), at)],
            question=Message(
                "How large is the group “{group}”, roughly, and how much of it can be reached?",
                {"group": group},
            ),
        )


def _target_groups(case: Case) -> Iterator[tuple[str, Route]]:
    """Go through the groups that something is for; where roles are written, by these."""
    meant = {name for name in case.strategy.stakeholders if _has_the_role(case, name)}
    for name, at in _groups_served(case):
        if name in meant or not meant:
            yield name, at


def _has_the_role(case: Case, name: str) -> bool:
    # A role is a label in whatever language its author thinks in.
    languages = sorted(case.lexicon.languages)
    texts = (
        Text.of(dict.fromkeys(languages, role)) for role in case.strategy.stakeholders[name].roles
    )
    return any(case.expression(text, "target-group-roles") for text in texts)


def _groups_served(case: Case) -> Iterator[tuple[str, Route]]:
    for section in _FOR_GROUPS:
        for node, entry in getattr(case.strategy, section).items():
            for number, group in enumerate(entry.for_):
                kind, name = case.strategy.index.get(group.lower(), ("", ""))
                if kind == "stakeholders":
                    yield name, (section, node, "for", number)
