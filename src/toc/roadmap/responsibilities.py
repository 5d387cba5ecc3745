"""Who does what: the one who answers for each activity, who does it, who is asked, who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.plain import plain
from toc.analysis.things import Thing, thing_of
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.analysis.plain import Plain
    from toc.model import Activity, Strategy

__all__ = ["LETTERS", "ROLES", "Load", "Part", "Responsibilities", "Role", "responsibilities"]

Role: TypeAlias = Literal["accountable", "responsible", "consulted", "informed"]

ROLES: dict[Role, Message] = {
    "accountable": Message("answers for it"),
    "responsible": Message("carries it out"),
    "consulted": Message("is asked before"),
    "informed": Message("is told afterwards"),
}
LETTERS: dict[Role, str] = {
    "accountable": "A",
    "responsible": "R",
    "consulted": "C",
    "informed": "I",
}
"""The letters of the matrix, the same in every language."""


@dataclass(frozen=True, slots=True)
class Part:
    """Who has which part in one activity.

    Attributes:
        activity: the activity.
        roles: the ids of the stakeholders in each role, in the order of the file.
        unknown: who is named and is no stakeholder, by role.
    """

    activity: Thing
    roles: Mapping[Role, tuple[str, ...]]
    unknown: Mapping[Role, tuple[str, ...]]

    @property
    def fault(self) -> Message | None:
        """What is wrong with who answers for it: exactly one must."""
        answering = self.roles["accountable"]
        values: dict[str, object] = {"activity": self.activity.title}
        if len(answering) > 1:
            return Message("several answer for “{activity}”: agree on one", values)
        if answering:
            return None
        if self.unknown["accountable"]:
            values["name"] = self.unknown["accountable"][0]
            return Message(
                "“{name}”, who is to answer for “{activity}”, is no stakeholder of the strategy",
                values,
            )
        return Message("nobody answers for “{activity}”", values)

    def letters(self, stakeholder: str) -> tuple[Role, ...]:
        """Give the roles of a stakeholder in it, the one who answers first."""
        return tuple(role for role in ROLES if stakeholder in self.roles[role])


@dataclass(frozen=True, slots=True)
class Load:
    """How much a stakeholder carries.

    Attributes:
        stakeholder: who.
        counts: in how many activities it has each role.
    """

    stakeholder: Thing
    counts: Mapping[Role, int]


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """The RACI matrix of a strategy.

    Attributes:
        parts: each activity, in the order of the file.
        loads: each stakeholder that has a part in any, whoever answers for most first.
        idle: the partners of the strategy that have no part in any activity.
    """

    parts: tuple[Part, ...]
    loads: tuple[Load, ...]
    idle: tuple[Thing, ...]

    @property
    def faults(self) -> tuple[Part, ...]:
        """The activities for which not exactly one answers."""
        return tuple(part for part in self.parts if part.fault is not None)

    def sentence(self, language: str = "en") -> str:
        """Say whether exactly one answers for each activity, and who carries most."""
        return self.told.say(language)

    @property
    def told(self) -> Chain:
        """The same, for whoever chooses the language later."""
        return Chain(tuple(self._said()), " ")

    def _said(self) -> Iterator[Message]:
        if not self.parts:
            yield Message("There are no activities.")
            return
        bad = len(self.faults)
        if bad:
            yield Message(
                "For {bad} of {count} activity it is not said who alone answers.",
                {"count": len(self.parts), "bad": bad},
                plural="For {bad} of {count} activities it is not said who alone answers.",
            )
        else:
            yield Message("Exactly one answers for each activity.")
        if self.loads and self.loads[0].counts["accountable"]:
            first = self.loads[0]
            values = {
                "who": first.stakeholder.title,
                "own": first.counts["accountable"],
                "count": len(self.parts),
            }
            yield Message(
                "Most is answered for by “{who}”: {own} of {count} activity.",
                values,
                plural="Most is answered for by “{who}”: {own} of {count} activities.",
            )

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def responsibilities(strategy: Strategy) -> Responsibilities:
    """Give who has which part in each activity.

    A name that leads to no stakeholder is kept apart.  Exactly one must answer for an activity;
    where several are named, with commas between them, all of them are shown.

    Args:
        strategy: the strategy.
    """
    parts = tuple(_part(strategy, name, one) for name, one in strategy.activities.items())
    return Responsibilities(parts, tuple(_loads(strategy, parts)), tuple(_idle(strategy, parts)))


def _part(strategy: Strategy, name: str, activity: Activity) -> Part:
    named: dict[Role, tuple[str, ...]] = {
        "accountable": _several(strategy, activity.accountable),
        "responsible": activity.responsible,
        "consulted": activity.consulted,
        "informed": activity.informed,
    }
    known: dict[Role, tuple[str, ...]] = {}
    unknown: dict[Role, tuple[str, ...]] = {}
    for role, names in named.items():
        found = [(one, _stakeholder(strategy, one)) for one in names]
        known[role] = tuple(dict.fromkeys(key for _, key in found if key))
        unknown[role] = tuple(dict.fromkeys(one for one, key in found if not key))
    return Part(thing_of(strategy, name), known, unknown)


def _several(strategy: Strategy, label: str | None) -> tuple[str, ...]:
    """Take “a, b” for two when both are known; the one field holds one."""
    if label is None:
        return ()
    parts = tuple(part.strip() for part in label.split(","))
    return parts if all(_stakeholder(strategy, part) for part in parts) else (label,)


def _stakeholder(strategy: Strategy, name: str) -> str:
    section, key = strategy.index.get(name.lower(), ("", ""))
    return key if section == "stakeholders" else ""


def _loads(strategy: Strategy, parts: Iterable[Part]) -> list[Load]:
    counts: dict[str, dict[Role, int]] = {}
    for part in parts:
        for role, names in part.roles.items():
            for name in names:
                own = counts.setdefault(name, dict.fromkeys(ROLES, 0))
                own[role] += 1
    order = {name: at for at, name in enumerate(strategy.stakeholders)}

    def weight(name: str) -> tuple[int, ...]:
        return (*(-counts[name][role] for role in ROLES), order[name])

    return [Load(thing_of(strategy, name), counts[name]) for name in sorted(counts, key=weight)]


def _idle(strategy: Strategy, parts: Iterable[Part]) -> Iterator[Thing]:
    busy = {name for part in parts for names in part.roles.values() for name in names}
    head = strategy.head
    for name in dict.fromkeys(
        _stakeholder(strategy, one) for one in (*head.led_by, *head.partners)
    ):
        if name and name not in busy:
            yield thing_of(strategy, name)
