"""For whom the strategy is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model.language import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.findings import Route
    from toc.rulebook.case import Case

__all__ = ["target_groups"]


def target_groups(case: Case) -> Mapping[str, Route]:
    """Give each target group with the first place that makes it one."""
    found: dict[str, Route] = {}
    for name, stakeholder in case.strategy.stakeholders.items():
        for number, role in enumerate(stakeholder.roles):
            # A role is a label in whatever language its author thinks in.
            words = Text.of(dict.fromkeys(sorted(case.lexicon.languages), role))
            if case.expression(words, "target-group-roles") is not None:
                found.setdefault(name, ("stakeholders", name, "roles", number))
    for name, activity in case.strategy.activities.items():
        for number, group in enumerate(activity.for_):
            section, key = case.strategy.index.get(group.lower(), ("", ""))
            if section == "stakeholders":
                found.setdefault(key, ("activities", name, "for", number))
    return found
