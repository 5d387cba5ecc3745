"""What a picture shows, before anything has a place on the page.

All words are already in the chart's language.  Boxes name their column and lane by
index, arrows name their boxes by id, so that a chart can be written by hand in a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Arrow",
    "Box",
    "Chart",
    "Column",
    "Gate",
    "Kind",
    "Lane",
    "Note",
    "State",
]

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
    """A horizontal band: a policy area or a stakeholder."""

    key: str
    title: str


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
    """

    id: str
    kind: Kind
    label: str
    column: int
    lane: int = 0
    gate: Gate = None


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
        feedback: whether the link is declared to close a loop.
    """

    key: str
    cause: str
    effect: str
    because: str = ""
    assuming: tuple[int, ...] = ()
    hinders: bool = False
    feedback: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A row of the assumptions' table.

    Attributes:
        number: what its badges show.
        state: how it stands.
        statement: what must be true.
        place: where it sits, in words.
    """

    number: int
    state: State
    statement: str
    place: str = ""


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

    @property
    def texts(self) -> tuple[str, ...]:
        """What the authors wrote of what is shown."""
        lanes = (lane.title for lane in self.lanes)
        columns = (column.title for column in self.columns)
        labels = (box.label for box in self.boxes)
        statements = (note.statement for note in self.notes)
        return (self.title, self.subtitle, *lanes, *columns, *labels, *statements)
