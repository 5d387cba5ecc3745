"""The evidence gap map: activities, outcomes, and how well the best way between them is supported.

The signs are told apart by their shape: the more is known, the fuller the disc.  What nobody has
graded is a question mark, and what is known to be without evidence is outlined.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from toc.analysis.arrows import title
from toc.analysis.grades import GRADE_WORDS, GRADES
from toc.diagrams import palette
from toc.diagrams.curves import circle, rectangle
from toc.diagrams.matrix.drawing import Drawing
from toc.diagrams.matrix.face import Crossing, Face, Head, Key, Line, Painted
from toc.diagrams.scene import Figure, Words, rounded
from toc.errors import NothingToDrawError
from toc.words import Message, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.gap_cells import Cell
    from toc.analysis.gap_map import EvidenceGapMap
    from toc.analysis.grades import Grade
    from toc.diagrams.scene import Scene
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["face_of", "gaps"]

_RING = 7.0
_FULL = {"limited": 2.6, "moderate": 4.6, "strong": 7.0}
"""How large the disc within the ring is."""

_TYPE = 8.5


def gaps(found: EvidenceGapMap, strategy: Strategy, subtitle: str, *, language: str) -> Scene:
    """Draw what is known of the ways from activities to outcomes.

    Args:
        found: the map, by activity.
        strategy: the strategy, for its titles.
        subtitle: of which strategy.
        language: the language of its texts and of ours.

    Raises:
        NothingToDrawError: when no activity leads to an outcome.
    """
    if not found.cells:
        raise NothingToDrawError(Message("no activity leads to an outcome or a goal yet"))
    name = Message("What is known of the ways from activities to outcomes").say(language)
    return Drawing(
        face_of(found, strategy, found.sentence(language)), name, subtitle, language
    ).scene()


def face_of(found: EvidenceGapMap, strategy: Strategy, said: str) -> Face:
    """Give the map its signs and words; rows and columns stand as their authors listed them."""
    listed = {name: at for at, name in enumerate(strategy.index)}
    rows = sorted({one.row for one in found.cells}, key=lambda name: listed[name.lower()])
    reached = {one.column for one in found.cells}
    columns = sorted(
        (one for one in found.columns if one in reached),
        key=lambda name: (name in strategy.goals, listed[name.lower()]),
    )
    cells = [
        _cell(one, strategy, (rows.index(one.row), columns.index(one.column)))
        for one in found.cells
    ]
    return Face(
        rows=tuple(Line(title(strategy, name)) for name in rows),
        columns=tuple(_columns(columns, found, strategy)),
        cells=tuple(sorted(cells, key=lambda one: (one.row, one.column))),
        keys=tuple(_keys(found)),
        told=Said(said),
    )


def _columns(names: list[str], found: EvidenceGapMap, strategy: Strategy) -> Iterator[Head]:
    """Number outcomes and goals, each from one on."""
    count = {"outcome": 0, "goal": 0}
    for name in names:
        kind = "goal" if name in strategy.goals else "outcome"
        count[kind] += 1
        painted = partial(_headed, count[kind], is_goal=kind == "goal")
        yield Head(kind, title(strategy, name), _counted(name, found), painted)


def _counted(name: str, found: EvidenceGapMap) -> Sayable:
    """Say how many activities lead to a column, and of how many of these ways nothing is known."""
    ways = [one for one in found.cells if one.column == name]
    known = sum(one.grade not in ("gap", "unknown") for one in ways)
    if not known:
        return Message(
            "{count} activity leads to it, by no way that is graded throughout",
            {"count": len(ways)},
            plural="{count} activities lead to it, none by a way that is graded throughout",
        )
    return Message(
        "{count} activity leads to it, {known} by a way that is graded throughout",
        {"count": len(ways), "known": known},
        plural="{count} activities lead to it, {known} by a way that is graded throughout",
    )


def _headed(number: int, x: float, y: float, *, is_goal: bool) -> Painted:
    """Draw a column's number: in a dark box for a goal, in a light one for an outcome."""
    fill = palette.TINTS["goal"] if is_goal else palette.PAPER
    box = Figure(rectangle(x - 9, y - 8, 18, 16, 3), fill, palette.INK, 1.2)
    return Painted((box,), (_letter(str(number), x, y, palette.PAPER if is_goal else palette.INK),))


def _cell(one: Cell, strategy: Strategy, place: tuple[int, int]) -> Crossing:
    values: dict[str, object] = {
        "activity": title(strategy, one.row),
        "outcome": title(strategy, one.column),
        "grade": GRADE_WORDS[one.grade],
        "count": one.studies,
        "against": one.against,
    }
    told = Message("“{activity}” → “{outcome}”: {grade}", values)
    if one.studies:
        told = Message(
            "{told}; {count} source, {against} against",
            {"told": told, **values},
            plural="{told}; {count} sources, {against} against",
        )
    name = f"{one.row}/{one.column}"
    painted = partial(_sign, one.grade, is_against=bool(one.against))
    return Crossing(name, one.grade, *place, told, painted, is_gap=one.grade == "gap")


def _sign(grade: Grade, x: float, y: float, *, is_against: bool = False) -> Painted:
    """Draw a disc as full as much is known; a source against it is a stroke beneath."""
    beneath = _against(x, y).figures if is_against else ()
    if grade == "unknown":
        ring = Figure(circle(x, y, _RING), palette.PAPER, palette.SECONDARY, 1.0, palette.DOTTED)
        return Painted((ring, *beneath), (_letter("?", x, y, palette.INK),))
    ring = Figure(circle(x, y, _RING), palette.PAPER, palette.ON_TRACK_EDGE, 1.3)
    full = _FULL.get(grade, 0.0)
    disc = (Figure(circle(x, y, full), palette.ON_TRACK_EDGE),) if full else ()
    return Painted((ring, *disc, *beneath))


def _against(x: float, y: float) -> Painted:
    return Painted((Figure(rectangle(x - 6, y + 9, 12, 1.8), palette.HINDRANCE),))


def _keys(found: EvidenceGapMap) -> Iterator[Key]:
    used = {one.grade for one in found.cells}
    for grade in reversed(GRADES):
        if grade in used:
            yield Key(partial(_sign, grade), GRADE_WORDS[grade])
    if "gap" in used:
        yield Key(None, Message("somewhere along the best way there is no evidence"))
    if any(one.against for one in found.cells):
        yield Key(_against, Message("some source speaks against it"))


def _letter(text: str, x: float, y: float, colour: str) -> Words:
    place = rounded(x), rounded(y + _TYPE * 0.36)
    return Words(*place, text, _TYPE, bold=True, colour=colour, anchor="middle")
