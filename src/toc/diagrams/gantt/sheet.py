"""One sheet of the Gantt picture as a scene, mirrored for readers from right to left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.gantt import frame, legend, rows
from toc.diagrams.gantt.measures import (
    APART,
    GROUP,
    MARGIN,
    PAD,
    SMALL,
)  # fmt: skip
from toc.diagrams.gantt.rows import Place
from toc.diagrams.labels import clean, rightward
from toc.diagrams.mirroring import mirrored
from toc.diagrams.scene import Figure, Heading, Scene, rounded
from toc.diagrams.sheet.setting import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.gantt.axis import Axis
    from toc.diagrams.gantt.legend import Key
    from toc.diagrams.gantt.measures import Format
    from toc.diagrams.gantt.paging import Part
    from toc.diagrams.gantt.plan import Plan
    from toc.diagrams.scene import Band, Box, Item

__all__ = ["Sheet"]

_FOOT = 20.0


@dataclass(frozen=True)
class Sheet:
    """What is the same on every page.

    Attributes:
        plan: all that is drawn.
        format: of its pages.
        axis: where days stand.
        title: the picture's name.
        lines: beneath it, what is shown.
        facts: at the foot, which strategy it is.
        on: the day whose line is drawn, if any.
        language: a BCP 47 tag.
    """

    plan: Plan
    format: Format
    axis: Axis
    title: str
    lines: tuple[str, ...]
    facts: str
    on: date | None
    language: str

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The signs of the legend."""
        return legend.keys_of(self.plan)

    @cached_property
    def top(self) -> float:
        """Where the axis begins."""
        return MARGIN + frame.title_height(self.title, self.lines, self.format.room)

    @property
    def room(self) -> float:
        """How high the rows of one page of A3 may be."""
        return self.format.height - self.body - self._below

    @cached_property
    def body(self) -> float:
        """Where the rows begin."""
        return self.top + frame.axis_height(dated=self._shows_day)

    @property
    def _shows_day(self) -> bool:
        return self.on is not None and self.axis.holds(self.on)

    @property
    def _below(self) -> float:
        return 10 + legend.height(self.keys, self.format.right, self.language) + _FOOT + MARGIN

    def scene(self, parts: Sequence[Part], page: tuple[int, int]) -> Scene:
        """Draw some parts of the plan.

        Args:
            parts: what stands on this page.
            page: which page it is, and of how many.
        """
        tops = [self.body]
        for part in parts:
            tops.append(tops[-1] + part.height)
        bottom = tops[-1] + 4
        foot = bottom + 10 + legend.height(self.keys, self.format.right, self.language)
        placed = list(zip(parts, tops, strict=False))
        boxes = tuple(box for part, top in placed for box in self._boxes(part, top))
        scene = Scene(
            width=self.format.width,
            height=rounded(foot + _FOOT + MARGIN),
            language=self.language,
            rightward=rightward(self.language),
            title=clean(self.title),
            told=" ".join((*self.lines, *(f"{box.told}." for box in boxes))),
            furniture=(
                frame.title(self.title, self.lines, self.format.room, self.language),
                *frame.axis(self.axis, self.top, self.body, self.language),
                *self._day(),
                *legend.legend(self.keys, self.format.right, bottom + 8, self.language),
                frame.footer(self.facts, page, (self.format.right, foot), self.language),
            ),
            bands=tuple(self._ground(placed, bottom)),
            headings=tuple(self._heading(part, top) for part, top in placed),
            boxes=boxes,
            arrows=(),
            badges=(),
        )
        return scene if scene.rightward else mirrored(scene)

    def _ground(self, placed: Sequence[tuple[Part, float]], bottom: float) -> Iterator[Band]:
        """Draw what lies beneath the rows: a shade for each stage, the axis, the day."""
        yield from self._shades(placed, bottom)
        yield from frame.grid(self.axis, self.top, bottom)
        if self.on is not None and self._shows_day:
            yield frame.day_line(self.on, self.axis, self.body, bottom)

    def _shades(self, placed: Sequence[tuple[Part, float]], bottom: float) -> Iterator[Band]:
        """Shade each stage behind its rows, or every other stage behind all."""
        if self.plan.by == "stage":
            for part, top in placed:
                stage = part.group.stage
                if stage is not None and stage.period is not None:
                    yield frame.shade(stage.period, self.axis, top, top + part.height)
            return
        periods = [one.period for one in self.plan.moments if one.kind == "stage" and one.period]
        for period in periods[::2]:
            yield frame.shade(period, self.axis, self.body, bottom)

    def _day(self) -> Iterator[Item]:
        if self.on is not None and self._shows_day:
            yield frame.day(self.on, self.axis, self.body, self.language)

    def _heading(self, part: Part, top: float) -> Heading:
        """Name a group above its rows."""
        run, y = rightward(self.language), top + APART + PAD
        words = paragraph(part.title, MARGIN, y, GROUP, rightward=run)
        y += len(part.title) * GROUP.lead
        words += paragraph(part.period, MARGIN, y, SMALL, rightward=run)
        line = ((MARGIN, top + APART / 2), (self.format.right, top + APART / 2))
        rule = Figure((("M", line[0]), ("L", line[1])), "", palette.MUTED, 1.0)
        is_first = top == self.body
        return Heading(str(part.at), MARGIN, self.format.labels, () if is_first else (rule,), words)

    def _boxes(self, part: Part, top: float) -> Iterator[Box]:
        y = top + APART
        if part.group.stage is not None:
            place = Place(part.at, part.first, y, part.head, self.axis, self.format, self.language)
            yield rows.stage_box(part.group.stage, place)
        y += part.head
        for at, row in enumerate(part.rows):
            high = part.row_height(row)
            place = Place(part.at, part.first + at, y, high, self.axis, self.format, self.language)
            yield from rows.boxes(row, place)
            y += high
