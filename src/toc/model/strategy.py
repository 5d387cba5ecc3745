"""The whole strategy, section by section."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Generic, Self, TypeVar

from pydantic import (
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    model_validator,
)

from toc.model.assessment import Assessment, Criterion, Source
from toc.model.assumptions import Assumption, Risk
from toc.model.base import EXTENSION, Entry, Noun
from toc.model.calendar import Event, Feedback, Review, Stage
from toc.model.head import Head
from toc.model.indicators import Indicator, Reading
from toc.model.language import Text
from toc.model.learning import Change, Lesson, Publication, Term, View, Waiver
from toc.model.links import LINK_PATTERN, Arrow, Link, link_ends
from toc.model.nodes import Activity, Asset, Factor, Goal, Input, Need, Outcome, Output
from toc.model.people import Area, Stakeholder
from toc.model.pilots import Pilot
from toc.model.questionnaire import Answer, Question
from toc.model.reads import Reads
from toc.model.references import Reference, references
from toc.model.refusals import refusal
from toc.model.taking import Takes
from toc.model.values import Id, entries
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.findings import Route

__all__ = ["FORMAT", "ID_SECTIONS", "SECTIONS", "SHORT_FORMS", "Strategy"]

FORMAT = 1

LinkKey = Annotated[str, StringConstraints(pattern=LINK_PATTERN)]


def _format(value: object) -> int:
    if str(value) != str(FORMAT):
        raise refusal(
            Message("this is format {number}, which is not known here", {"number": str(value)}),
            Message("write “toc: 1”, or install a newer version of the tool"),
        )
    return FORMAT


_Entry = TypeVar("_Entry")

if TYPE_CHECKING:
    _Typed = str | Mapping[str, object]

    class Section(Takes[dict[str, _Entry], Mapping[str, _Entry | _Typed]], Generic[_Entry]):
        """Entries by id; a title alone, or plain data, stands for an entry."""

    Links = Section[Link]
    Versions = Section[Change]
else:
    Section = dict[Id, _Entry]
    Links = dict[LinkKey, Link]
    Versions = dict[str, Change]


class Strategy(Noun):
    """A theory of change and all that belongs to it.

    Each section maps ids to entries.  A strategy that comes from files and one that is
    built here are the same to every rule, picture and analysis.

    >>> strategy = Strategy(goals={"equal": "Equal access"}, links={"desk -> equal": "It helps"})
    >>> str(strategy.goals["equal"].title), [arrow.name for arrow in strategy.arrows]
    ('Equal access', ['desk -> equal'])
    """

    model_config = ConfigDict(ignored_types=(cached_property,))

    toc: Annotated[int, Reads(_format, {"enum": [FORMAT, str(FORMAT)]})] = Field(
        default=FORMAT, description="The version of the format."
    )
    head: Head = Field(
        default_factory=Head, alias="strategy", description="The strategy as a whole."
    )
    areas: Section[Area] = entries("Policy areas; also the lanes of the picture.")
    questions: Section[Question] = entries("The questions that assessments answer.")
    assessments: Section[Assessment] = entries("The regional questionnaire, as answered.")
    needs: Section[Need] = entries("The problems that the region starts from.")
    assets: Section[Asset] = entries("The strengths that the region starts from.")
    stakeholders: Section[Stakeholder] = entries("Who has a part in it.")
    stages: Section[Stage] = entries("The stages of the roadmap.")
    inputs: Section[Input] = entries("People, money, places and data.")
    activities: Section[Activity] = entries("The measures that someone carries out.")
    outputs: Section[Output] = entries("What is delivered.")
    outcomes: Section[Outcome] = entries("What changes, in whom.")
    goals: Section[Goal] = entries("What the strategy commits to.")
    factors: Section[Factor] = entries("Barriers, enablers, external factors, unintended effects.")
    assumptions: Section[Assumption] = entries("What must be true for arrows to hold.")
    risks: Section[Risk] = entries("Assumptions that may fail, with a response.")
    links: Links = entries("Causal links, `cause -> effect`, each with its reason.")
    indicators: Section[Indicator] = entries("How change is seen.")
    sources: Section[Source] = entries("Evidence that can be cited.")
    criteria: Section[Criterion] = entries("What pilots are judged by.")
    pilots: Section[Pilot] = entries("Pilot projects.")
    events: Section[Event] = entries("Workshops, sessions, meetings, interviews, launches.")
    feedback: Section[Feedback] = entries("What participants said.")
    reviews: Section[Review] = entries("Reviews of progress.")
    lessons: Section[Lesson] = entries("Lessons learned.")
    messages: Section[Publication] = entries("The communication plan.")
    glossary: Section[Term] = entries("Terms and acronyms.")
    waivers: Section[Waiver] = entries("Findings that are accepted.")
    views: Section[View] = entries("Named pictures.")
    changelog: Versions = entries("Versions; the key is free text.")

    _readings: tuple[Reading, ...] = PrivateAttr(default=())
    _answers: Mapping[str, Mapping[str, Answer]] = PrivateAttr(default_factory=dict)
    _open_points: tuple[Route, ...] = PrivateAttr(default=())

    @model_validator(mode="before")
    @classmethod
    def _leave_out_extensions(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            name: {key: entry for key, entry in section.items() if key[:2] != EXTENSION}
            if isinstance(section, dict) and name in SECTIONS
            else section
            for name, section in value.items()
        }

    @property
    def title(self) -> Text:
        """The strategy's title, or its id where it has none."""
        return self.head.title or Text.of(self.head.id or "")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts, the original's first."""
        return self.head.languages

    @property
    def status(self) -> str:
        """How far it is; a draft when nothing is written."""
        return self.head.status or "draft"

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The rows of its spreadsheet of readings."""
        return self._readings

    def answers(self, assessment: str) -> Mapping[str, Answer]:
        """Give what an assessment answers, by question: from its file, and in its own entry."""
        there = self._answers.get(assessment, {})
        return {**there, **self.assessments[assessment].answered}

    @cached_property
    def readings_by_indicator(self) -> Mapping[str, tuple[Reading, ...]]:
        """The rows of its spreadsheet by the indicator that they are of, in lower case."""
        found: dict[str, list[Reading]] = {}
        for reading in self.readings:
            found.setdefault(reading.indicator.lower(), []).append(reading)
        return {name: tuple(some) for name, some in found.items()}

    @property
    def open_points(self) -> tuple[Route, ...]:
        """The places where its authors wrote `tbd`."""
        return self._open_points

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy the strategy with some sections changed; what was worked out is left behind."""
        copy = super().model_copy(update=update, deep=deep)
        for name in set(copy.__dict__) - set(type(self).model_fields):
            object.__delattr__(copy, name)
        return copy

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Every cause with its effect, in the order of the file."""
        found: list[Arrow] = []
        for key, link in self.links.items():
            ends = link_ends(key)
            assert ends is not None
            causes, effect = ends
            found.extend(Arrow(cause, effect, link, key) for cause in causes)
        return tuple(found)

    @cached_property
    def index(self) -> Mapping[str, tuple[str, str]]:
        """Every id, in lower case, with its section and the way it is written there."""
        found: dict[str, tuple[str, str]] = {}
        for section in ID_SECTIONS:
            for key in getattr(self, section):
                found.setdefault(key.lower(), (section, key))
        return found

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """Every id that an entry had before, in lower case, with the one it has now."""
        found: dict[str, str] = {}
        for section, key in self.index.values():
            entry: Entry = getattr(self, section)[key]
            found.update((old.lower(), key) for old in entry.was)
        return found

    def has_lost(self, pilot: Pilot) -> bool:
        """Whether a pilot was scored, and others were chosen."""
        return bool(pilot.scores) and pilot.chosen is None and self._is_decided

    @cached_property
    def _is_decided(self) -> bool:
        return any(pilot.chosen is not None for pilot in self.pilots.values())

    def entry(self, name: str) -> Entry | None:
        """Give the entry of that id, in whatever section it stands."""
        found = self.index.get(name.lower())
        if found is None:
            return None
        section, key = found
        entry: Entry = getattr(self, section)[key]
        return entry

    def references(self) -> Iterator[Reference]:
        """Go through every place where an entry names another, link ends apart."""
        yield from references(self.head, ("strategy",))
        for section in SECTIONS:
            for key, entry in getattr(self, section).items():
                yield from references(entry, (section, key))


SECTIONS: tuple[str, ...] = tuple(
    name for name in Strategy.model_fields if name not in ("toc", "head", "extensions")
)
"""Every section that maps keys to entries, in the order of the format."""

ID_SECTIONS: tuple[str, ...] = tuple(
    name for name in SECTIONS if name not in ("links", "changelog")
)
"""The sections whose keys are ids, one namespace for the whole strategy."""

SHORT_FORMS: Mapping[str, str] = MappingProxyType(
    {name: "because" if name in ("links", "changelog") else "title" for name in SECTIONS}
)
"""The field that a bare value fills, by section."""
