"""Scenarios as their authors typed them: read with places, and told of where they are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from toc.analysis.grades import GIVEN
from toc.analysis.likelihoods import Interval as Chance
from toc.analysis.likelihoods import interval_of_likelihood
from toc.analysis.scenario import Scenario
from toc.errors import UnknownNameError
from toc.findings import KEY, Finding
from toc.model import Duration, Interval, Text
from toc.model.base import gate
from toc.model.nodes import NODE_SECTIONS
from toc.model.refusals import Refusal, refusal
from toc.model.values import likelihood
from toc.spelling import nearest
from toc.text.document import read_document
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from toc.analysis.logic import Logic
    from toc.analysis.things import Thing
    from toc.findings import Route
    from toc.text.document import Document
    from toc.text.places import Tree
    from toc.text.source import Source
    from toc.words import Sayable

__all__ = ["Imagined", "Scenarios", "scenarios_of"]

Read: TypeAlias = "Callable[[Any], object]"

_LIST = "scenarios"


def _grade(value: Any) -> str:
    if value not in GIVEN:
        raise refusal(
            Message("“{text}” is no grade of evidence", {"text": str(value)}),
            Message("write one of {grades}", {"grades": list(GIVEN)}),
        )
    return str(value)


def _chance(value: Any) -> Chance:
    return interval_of_likelihood(likelihood(value))


_IDS: Mapping[str, str] = MappingProxyType(
    {"without": "without", "fails": "fails", "holds": "kept"}
)
"""The fields that name things, and what a scenario calls them."""

_VALUES: Mapping[str, tuple[tuple[str, ...], Read]] = MappingProxyType(
    {
        "requires": (NODE_SECTIONS, gate),
        "grades": (("links",), _grade),
        "chances": ((), _chance),
        "lags": (("links",), Duration.of),
        "dates": (("activities",), Interval.of),
    }
)
"""The fields that say something of things: of which sections, and how it is read."""

_TEXTS = ("title", "text")
_FIELDS = (*_TEXTS, *_IDS, *_VALUES)


@dataclass(frozen=True, slots=True)
class Imagined:
    """A scenario of a file.

    Attributes:
        name: its id there.
        title: what it is called.
        scenario: what would be otherwise.
    """

    name: str
    title: Sayable
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Scenarios:
    """The scenarios of a file.

    Attributes:
        imagined: those that could be read, in the order of the file.
        findings: what is wrong with them, each with its place.
    """

    imagined: tuple[Imagined, ...]
    findings: tuple[Finding, ...]


def scenarios_of(source: Source, logic: Logic) -> Scenarios:
    """Read the scenarios of a file, for one strategy.

    A file has scenarios by id below `scenarios:`, or is a single one.  The chance of a risk
    is the chance that it occurs.

    Args:
        source: the text of the file.
        logic: the logic of the strategy, which knows its things.
    """
    document = read_document(source)
    reading = _Reading(document, logic)
    entries: Tree = document.data.get(_LIST)
    if _LIST not in document.data:
        stem = PurePath(source.path).stem
        found = [reading.scenario(stem, document.data, ())] if document.data else []
        return Scenarios(tuple(found), reading.findings)
    for key in document.data.keys() - {_LIST}:
        reading.tell_unknown((key,), (_LIST,))
    if not isinstance(entries, dict):
        reading.tell_shape((_LIST,))
        return Scenarios((), reading.findings)
    found = [reading.scenario(key, entry, (_LIST, key)) for key, entry in entries.items()]
    return Scenarios(tuple(found), reading.findings)


@dataclass(slots=True)
class _Reading:
    """A file while it is read, and what is wrong with it so far."""

    document: Document
    logic: Logic
    own: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, from the top of the file."""
        found = [*self.document.findings, *self.own]
        return tuple(sorted(found, key=lambda one: (one.span is not None, one.span)))

    def scenario(self, name: str, entry: Tree, route: Route) -> Imagined:
        if not isinstance(entry, dict):
            self.tell_shape(route)
            entry = {}
        for key in entry.keys() - set(_FIELDS):
            self.tell_unknown((*route, key), _FIELDS)
        parts: dict[str, Any] = {
            part: self._names(entry.get(key), (*route, key)) for key, part in _IDS.items()
        }
        parts |= {key: self._values(entry.get(key), (*route, key)) for key in _VALUES}
        return Imagined(name, self._title(entry, route) or Text.of(name), Scenario(**parts))

    def _title(self, entry: Mapping[str, Tree], route: Route) -> Text | None:
        title = entry.get("title")
        return None if title is None else self._read(Text.of, title, (*route, "title"))

    def _names(self, value: Tree, route: Route) -> tuple[str, ...]:
        names = value if isinstance(value, list) else [value] if value is not None else []
        places = [(*route, at) if isinstance(value, list) else route for at in range(len(names))]
        found = (self._thing(name, place) for name, place in zip(names, places, strict=True))
        return tuple(thing.name for thing in found if thing is not None)

    def _values(self, value: Tree, route: Route) -> Mapping[str, object]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.tell_shape(route)
            return {}
        sections, read = _VALUES[str(route[-1])]
        found: dict[str, object] = {}
        for key, said in value.items():
            thing = self._thing(key, (*route, key, KEY), sections)
            taken = self._read(read, said, (*route, key))
            if thing is not None and taken is not None:
                is_of_risk = isinstance(taken, Chance) and thing.section == "risks"
                # A risk holds when it does not occur.
                found[thing.name] = taken.opposite if is_of_risk else taken
        return found

    def _thing(self, name: Tree, route: Route, sections: tuple[str, ...] = ()) -> Thing | None:
        if not isinstance(name, str):
            self.tell_shape(route)
            return None
        try:
            thing = self.logic.thing(name)
        except UnknownNameError as error:
            mend = Message("write an id of the strategy, or a link as it is written there")
            self._tell("reference-dangling", error.message, mend, route)
            return None
        if sections and thing.section not in sections:
            self._tell_kind(thing, sections, route)
            return None
        return thing

    def _read(self, read: Callable[[Any], Any], value: Tree, route: Route) -> Any:
        try:
            return read(value)
        except Refusal as fault:
            context = fault.context or {}
            self._tell("value-malformed", context["message"], context["mend"], route)
            return None

    def tell_unknown(self, route: Route, known: tuple[str, ...]) -> None:
        """Tell of a key that a scenario has not."""
        key = str(route[-1])
        near = nearest(key, known)
        mend = Message("a scenario has: {fields}", {"fields": list(known)})
        if near is not None:
            mend = Message("did you mean “{id}”?", {"id": near})
        message = Message("“{key}” is no field of a scenario", {"key": key})
        self._tell("key-unknown", message, mend, (*route, KEY))

    def tell_shape(self, route: Route) -> None:
        """Tell of a value that has another shape than its field."""
        message = Message("this has another shape than a scenario has here")
        mend = Message("write ids in brackets, or below the key each id with its value")
        self._tell("value-malformed", message, mend, route)

    def _tell_kind(self, thing: Thing, sections: tuple[str, ...], route: Route) -> None:
        values = {"id": thing.name, "section": thing.section, "sections": list(sections)}
        message = Message("“{id}” stands in {section}", values)
        mend = Message("here stands something from {sections}", values)
        self._tell("reference-of-wrong-kind", message, mend, route)

    def _tell(self, rule: str, message: Sayable, mend: Sayable, route: Route) -> None:
        span = self.document.locate(route)
        self.own.append(Finding(rule, message, mend, route, span=span))
