"""An organisation that is listed, and has no part in anything."""

from collections.abc import Iterator, Mapping, Sequence
from keyword import iskeyword

from toc.findings import KEY, Related, Route, Severity
from toc.model.base import Noun
from toc.model.language import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_PARTS = {
    "strategy": ("led_by",),
    "inputs": ("from",),
    "activities": ("accountable", "responsible", "for"),
    "outcomes": ("for",),
    "goals": ("for",),
    "factors": ("watch",),
    "assumptions": ("owner",),
    "risks": ("owner",),
    "links": ("through",),
    "indicators": ("responsible",),
    "events": ("audience", "facilitators", "attended"),
}
_TELLING = ("feedback", "messages", "changelog")
"""Sections in which `by` is whoever takes part, named freely."""
_ASIDE = ("consulted", "informed")


@rule(
    Severity.ADVICE,
    looks_at=("kind",),
    relies_on=(
        *_PARTS,
        *(f"{section}.{name}" for section, names in _PARTS.items() for name in names),
        *_TELLING,
        *(f"{section}.by" for section in _TELLING),
        "pilots",
        "pilots.chosen",
    ),
)
def partner_idle(case: Case) -> Iterator[Complaint]:
    """Find organisations that nothing is in the hands of."""
    busy, aside, partners = _busy(case), _aside(case), _partners(case)
    for name, stakeholder in case.strategy.stakeholders.items():
        is_idle = stakeholder.kind == "organisation" and name not in busy
        # Whoever is asked for an opinion need not be a partner.
        if is_idle and (name not in aside or name in partners):
            yield _complaint(case, name, aside.get(name))


def _complaint(case: Case, name: str, aside: Route | None) -> Complaint:
    who = case.title(name)
    return complaint(
        ("stakeholders", name, KEY),
        Message("“{who}” is listed, and has no part in anything", {"who": who})
        if aside is None
        else Message("“{who}” is only consulted or informed", {"who": who}),
        Message(
            "give it something to do, to provide or to watch over, or do not list it as a partner"
        ),
        related=[] if aside is None else [Related(Message("here it is only asked or told"), aside)],
        question=Message("What does “{who}” contribute?", {"who": who}),
    )


def _busy(case: Case) -> frozenset[str]:
    """Give the stakeholders that have a part, misspelled ones included."""
    names = {
        name for section, fields in _PARTS.items() for name, _ in _named(case, section, fields)
    }
    for section in _TELLING:
        names.update(name for name, _ in _named(case, section, ("by",)))
    for pilot in case.strategy.pilots.values():
        names.update(() if pilot.chosen is None else pilot.chosen.by)
    return frozenset(_meant(case, name) for name in names)


def _partners(case: Case) -> frozenset[str]:
    """Give the stakeholders that are called partners, by the strategy or by a role."""
    called = {_meant(case, name) for name in case.strategy.head.partners}
    for name, stakeholder in case.strategy.stakeholders.items():
        for role in stakeholder.roles:
            # A role is a label in whatever language its author thinks in.
            words = Text.of(dict.fromkeys(sorted(case.lexicon.languages), role))
            if case.expression(words, "partner-roles") is not None:
                called.add(name)
    return frozenset(called)


def _aside(case: Case) -> dict[str, Route]:
    found: dict[str, Route] = {}
    for name, route in _named(case, "activities", _ASIDE):
        found.setdefault(_meant(case, name), route)
    return found


def _named(case: Case, section: str, fields: Sequence[str]) -> Iterator[tuple[str, Route]]:
    """Go through the names in some fields, each with the route to it."""
    head: Mapping[str, Noun] = {"": case.strategy.head}
    entries = head if section == "strategy" else getattr(case.strategy, section)
    for key, entry in entries.items():
        for field in fields:
            value = getattr(entry, f"{field}_" if iskeyword(field) else field)
            names = [value] if isinstance(value, str) else value or ()
            for number, name in enumerate(names):
                yield name, (section, key, field, number)


def _meant(case: Case, name: str) -> str:
    known = case.strategy.index.get(name.lower())
    return known[1] if known is not None else case.nearest(name, ("stakeholders",)) or name
