"""A row of the Gantt picture: its label, its bar or marks, and the words beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import rectangle
from toc.diagrams.gantt import bars
from toc.diagrams.gantt.bars import REACH
from toc.diagrams.gantt.extent import extent_of
from toc.diagrams.gantt.measures import (
    BESIDE,
    GUTTER,
    INDENT,
    LABEL,
    LEAST_ROW,
    MARGIN,
    PAD,
    SMALL,
)  # fmt: skip
from toc.diagrams.gantt.telling import beside, told
from toc.diagrams.labels import clean, rightward
from toc.diagrams.scene import Box, Figure, rounded
from toc.diagrams.sheet.setting import item, measured, paragraph, rows
from toc.roadmap.months import said
from toc.words import Chain, Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.gantt.axis import Axis
    from toc.diagrams.gantt.measures import Format
    from toc.diagrams.gantt.plan import Row
    from toc.diagrams.scene import Item, Words
    from toc.model import Interval
    from toc.roadmap.moments import Moment
    from toc.roadmap.reviews import Standing

__all__ = ["Place", "boxes", "height", "label", "stage_box"]

_GRAVEST: tuple[Standing, ...] = ("overdue", "missed", "due", "planned", "held")
_WIDE = 2 * REACH


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands.

    Attributes:
        group: which group, by place.
        row: which row of the picture, by place.
        top: its upper edge.
        high: how high it is.
        axis: where days stand.
        format: the page's.
        language: of all words.
    """

    group: int
    row: int
    top: float
    high: float
    axis: Axis
    format: Format
    language: str

    @property
    def middle(self) -> float:
        """Its middle line."""
        return self.top + self.high / 2

    def say(self, what: object) -> str:
        """Say something in one line of drawable letters."""
        return clean(say(what, self.language))


def label(row: Row, format_: Format, language: str) -> tuple[str, ...]:
    """Break a row's label into lines."""
    return rows(clean(say(row.label, language)), format_.labels - INDENT, LABEL)


def height(row: Row, format_: Format, language: str) -> float:
    """Give how high a row is."""
    return max(len(label(row, format_, language)) * LABEL.lead + 2 * PAD, LEAST_ROW)


def boxes(row: Row, place: Place) -> Iterator[Box]:
    """Draw all that stands in a row; its label stands with the first."""
    lines = label(row, place.format, place.language)
    top = place.middle - len(lines) * LABEL.lead / 2
    run = rightward(place.language)
    words = paragraph(lines, MARGIN + INDENT, top, LABEL, rightward=run)
    if row.moments[0].kind == "review" and row.moments[0].period is not None:
        yield from _reviews(row.moments, place, words)
    else:
        yield _single(row.moments[0], place, words)


def stage_box(stage: Moment, place: Place) -> Box:
    """Draw the bar of a stage beside the name of its group."""
    return _single(stage, place, ())


def _single(moment: Moment, place: Place, words: tuple[Words, ...]) -> Box:
    axis, y = place.axis, place.middle
    if moment.period is None:
        drawn = bars.missing(moment.within, axis, y)
    elif moment.kind == "event":
        drawn = _event(moment.period, axis, y)
    else:
        drawn = bars.bar(moment.kind, moment.period, axis, y, faded=moment.set_aside)
    ground, noted = _noted(moment, place, drawn)
    marks = []
    if moment.quick_win:
        marks.append(item("quick-win", [bars.star(place.format.left - GUTTER / 2, y)]))
    return _box(moment, place, drawn, (*words, *noted), (*drawn.ground, *ground), marks)


def _event(period: Interval, axis: Axis, y: float) -> bars.Drawn:
    drawn = bars.bar("event", period, axis, y)
    found = extent_of(period)
    ends = [axis.x(end) for end in (found.first, found.last) if end is not None]
    x = min(max(sum(ends) / len(ends), axis.left + REACH), axis.right - REACH)
    mark = bars.diamond(x, y)
    if drawn.right - drawn.left <= _WIDE:
        return bars.Drawn(mark, (), x - REACH, x + REACH)
    left, right = min(drawn.left, x - REACH), max(drawn.right, x + REACH)
    return bars.Drawn(drawn.outline, (*drawn.ground, mark), left, right)


def _noted(
    moment: Moment, place: Place, drawn: bars.Drawn
) -> tuple[tuple[Figure, ...], tuple[Words, ...]]:
    """Set the words beside a bar where there is room for them: after it, within it, before it."""
    note = beside(moment)
    if note is None or moment.kind == "stage":
        return (), ()
    text = place.say(note)
    wide, axis = measured(text, SMALL), place.axis
    if moment.period is None and wide + 2 * PAD <= drawn.right - drawn.left:
        x = drawn.left + PAD
    elif drawn.right + BESIDE + wide <= axis.right:
        x = drawn.right + BESIDE
    elif drawn.left - BESIDE - wide >= axis.left:
        x = drawn.left - BESIDE - wide
    else:
        return (), ()
    return _on_paper(text, x, wide, place)


def _on_paper(
    text: str, x: float, wide: float, place: Place
) -> tuple[tuple[Figure, ...], tuple[Words, ...]]:
    """Set words upon paper, so that no line of the axis runs through them."""
    top = place.middle - SMALL.lead / 2
    ground = Figure(rectangle(x - 1, top, wide + 2, SMALL.lead), palette.PAPER)
    run = rightward(place.language)
    return (ground,), paragraph([text], x, top + 1, SMALL, rightward=run)


def _box(
    moment: Moment,
    place: Place,
    drawn: bars.Drawn,
    lines: tuple[Words, ...],
    ground: tuple[Figure, ...],
    marks: Sequence[Item] = (),
) -> Box:
    return Box(
        id=f"{moment.kind}/{'/'.join(map(str, moment.route[:2]))}",
        kind=moment.kind,
        column=place.group,
        lane=place.row,
        x=rounded(drawn.left),
        y=rounded(place.middle - REACH),
        width=rounded(drawn.right - drawn.left),
        height=rounded(2 * REACH),
        outline=drawn.outline,
        lines=lines,
        marks=tuple(marks),
        told=place.say(told(moment)),
        ground=ground,
    )


def _reviews(moments: tuple[Moment, ...], place: Place, words: tuple[Words, ...]) -> Iterator[Box]:
    """Draw the reviews of a group in one row; those that would touch are one mark."""
    clusters = _clusters(moments, place.axis)
    before = place.axis.left
    for at, (x, cluster) in enumerate(clusters):
        after = clusters[at + 1][0] - REACH if at + 1 < len(clusters) else place.axis.right
        box, before = _cluster(cluster, place, x, (before, after), words if at == 0 else ())
        yield box


def _clusters(moments: tuple[Moment, ...], axis: Axis) -> list[tuple[float, list[Moment]]]:
    found: list[tuple[float, list[Moment]]] = []
    for moment in moments:
        assert moment.period is not None
        x = min(max(_middle(moment.period, axis), axis.left + REACH), axis.right - REACH)
        if found and x - found[-1][0] < _WIDE + 1:
            found[-1][1].append(moment)
        else:
            found.append((x, [moment]))
    return found


def _middle(period: Interval, axis: Axis) -> float:
    found = extent_of(period)
    ends = [axis.x(end) for end in (found.first, found.last) if end is not None]
    return sum(ends) / len(ends)


def _cluster(
    cluster: list[Moment],
    place: Place,
    x: float,
    room: tuple[float, float],
    words: tuple[Words, ...],
) -> tuple[Box, float]:
    """Draw one review, or of several the gravest with their number beside it.

    Returns:
        The mark, and from where on there is room for the next.
    """
    gravest = min(cluster, key=lambda one: _GRAVEST.index(one.standing or "due"))
    joint = any(one.joint for one in cluster)
    outline, *ground = bars.review(gravest.standing or "due", x, place.middle, joint=joint)
    drawn = bars.Drawn(outline, tuple(ground), x - REACH, x + REACH)
    text = f"×{len(cluster)}" if len(cluster) > 1 else _date(gravest, place)
    left = _left_of_words(x, measured(text, SMALL), room)
    noted: tuple[tuple[Figure, ...], tuple[Words, ...]] = ((), ())
    if left is not None:
        noted = _on_paper(text, left, measured(text, SMALL), place)
    box = _box(cluster[0], place, drawn, (*words, *noted[1]), (*ground, *noted[0]))
    if len(cluster) > 1:
        box = replace(box, told=place.say(Chain(tuple(told(one) for one in cluster), "; ")))
    taken = x if left is None else max(x, left + measured(text, SMALL))
    return box, taken + REACH


def _left_of_words(x: float, wide: float, room: tuple[float, float]) -> float | None:
    """Give where words beside a mark begin: after it, else before it, else nowhere."""
    before, after = room
    if x + REACH + PAD + wide <= after - PAD:
        return x + REACH + PAD
    left = x - REACH - PAD - wide
    return left if left >= before + PAD else None


def _date(moment: Moment, place: Place) -> str:
    assert moment.period is not None
    when = moment.period.start or moment.period.end
    return place.say(said(when) if when is not None else Message("no date"))
