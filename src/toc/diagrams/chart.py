"""What a picture shows, before anything has a place on the page.

All words are already in the chart's language.  Boxes name their column and lane by
index, arrows name their boxes by id, so that a chart can be written by hand in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from toc.typeface import BUNDLED, Fonts

__all__ = [
    "A3_ROOM",
    "Arrow",
    "Box",
    "Chart",
    "Column",
    "Evidence",
    "Facet",
    "Fact",
    "Feedback",
    "Gate",
    "Kind",
    "Lane",
    "Note",
    "State",
]

A3_ROOM = (1488.2, 1052.4)
"""A3 on its side with labels of 8.8 pt."""

Kind: TypeAlias = Literal[
    "need",
    "asset",
    "input",
    "activity",
    "output",
    "outcome",
    "goal",
    "factor",
    "barrier",
    "enabler",
    "unintended",
]
"""What a box stands for; factors come in four kinds."""

State: TypeAlias = Literal["untested", "holding", "doubtful", "failed"]
"""How an assumption stands."""

Gate: TypeAlias = Literal["all", "any"] | int | None
"""How many of a box's causes are needed; `None` where the authors have not said."""

Feedback: TypeAlias = Literal["", "reinforcing", "balancing"]
"""The sign of the loop that an arrow is declared to close; empty for every other arrow."""

Evidence: TypeAlias = Literal["", "strong", "moderate", "limited", "gap"]
"""How well a link is supported; empty where the authors have not graded it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is said of a box or an arrow beside its label, for those who ask.

    Attributes:
        name: what it is, in words: "Indicator", "Evidence" …
        said: the authors' words, one entry each.
    """

    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to pick out boxes: by pilot, by stakeholder.

    Attributes:
        name: for programs: "pilot", "stakeholder".
        title: the question that it answers, in words.
        values: for each of its values a title and the ids of its boxes.
    """

    name: str
    title: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A level of the theory, from the region's needs to its goals.

    Attributes:
        level: its name for programs: "input", "medium", "goal" …
        title: the heading.
        definition: the heading's meaning in a few words.
    """

    level: str
    title: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal band: a policy area or a stakeholder.

    Attributes:
        key: the id of the area or stakeholder, empty for what belongs to none.
        title: its name.
        others: its names in the strategy's other languages, for which room is left.
    """

    key: str
    title: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """One thing of the strategy.

    Attributes:
        id: the strategy's id; never shown.
        kind: what it stands for.
        label: its short title.
        column: index among the chart's columns.
        lane: index among the chart's lanes; where none are drawn, boxes of one lane are
            kept near each other.
        gate: how many of its causes it needs.
        second: its title in a second language, set smaller beneath.
        others: its titles in the strategy's other languages, for which room is left, so
            that it stands in the same place in each.
        holds: how many things are folded into it.
        unseen_causes: how many arrows into it are not on this sheet.
        unseen_effects: how many arrows out of it are not on this sheet.
        facts: what else is said of it.
        folded: the ids of the things that are folded into it.
    """

    id: str
    kind: Kind
    label: str
    column: int
    lane: int = 0
    gate: Gate = None
    second: str = ""
    others: tuple[str, ...] = ()
    holds: int = 0
    unseen_causes: int = 0
    unseen_effects: int = 0
    facts: tuple[Fact, ...] = ()
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """One claim that a cause leads to an effect.

    Attributes:
        key: the link's own name, unique among arrows.
        cause: id of a box.
        effect: id of a box.
        because: the mechanism in the authors' words.
        assuming: numbers of the notes that must hold for it.
        hinders: whether the cause works against the effect.
        feedback: the sign of the loop that the link is declared to close, if it is.
        evidence: how well it is supported.
        stands_for: how many links it stands for, where things are folded.
        facts: what else is said of it.
        folded: the keys of the links that it stands for, where they are several.
    """

    key: str
    cause: str
    effect: str
    because: str = ""
    assuming: tuple[int, ...] = ()
    hinders: bool = False
    feedback: Feedback = ""
    evidence: Evidence = ""
    stands_for: int = 1
    facts: tuple[Fact, ...] = ()
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A row of the assumptions' table.

    Attributes:
        number: what its badges show.
        state: how it stands.
        statement: what must be true.
        place: where it sits, in words.
        facts: what else is said of it.
    """

    number: int
    state: State
    statement: str
    place: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole picture's content, in one language.

    Attributes:
        title: the strategy's title.
        columns: levels from left to right, none empty.
        boxes: what stands in them, in any order: no engine depends on it.
        arrows: what leads to what, in any order.
        subtitle: place and period, or the name of a view.
        footer: facts about the sheet: version, status, date, language.
        lanes: bands from top to bottom; none at all is one nameless band.
        notes: the assumptions, by number.
        language: BCP 47 tag of every word here.
        second: BCP 47 tag of the words that stand smaller beneath, if there are any.
        left_out: what of the strategy is not on this sheet, in words.
        tabled: whether the assumptions' table stands on this sheet too.
        room: width and height of the paper, in units at the smallest type that can be read.
        page: which sheet this is, and of how many.
        link: where the strategy can be read, for a code on the sheet.
        facets: by what its boxes can be picked out.
        twins: the same chart in the strategy's other languages.
        fonts: the fonts that are given for it, after the bundled one.
    """

    title: str
    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    lanes: tuple[Lane, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str = "en"
    second: str = ""
    left_out: str = ""
    tabled: bool = True
    room: tuple[float, float] = A3_ROOM
    page: tuple[int, int] = (1, 1)
    link: str = ""
    facets: tuple[Facet, ...] = ()
    twins: tuple[Chart, ...] = ()
    fonts: Fonts = BUNDLED

    @property
    def family(self) -> tuple[Chart, ...]:
        """This chart and its twins, which are laid out alike."""
        return (self, *self.twins)

    def on(self, room: tuple[float, float]) -> Chart:
        """Give the same chart for paper of another size, in all its languages."""
        family = tuple(replace(one, room=room) for one in self.family)
        return replace(family[0], twins=family[1:])

    def spoken(self, language: str) -> Chart:
        """Give the same chart in another of its languages, itself where it has no other.

        The one that is given has the others as its twins, so that it is laid out alike.
        """
        found = next((one for one in self.family if one.language == language), self)
        others = tuple(replace(one, twins=()) for one in self.family if one is not found)
        return self if found is self else replace(found, twins=others, fonts=self.fonts)
