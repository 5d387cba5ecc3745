"""The RACI matrix: activities, stakeholders, and the letters where they meet.

A answers for it, R carries it out, C is asked before, I is told afterwards.  An activity for
which not exactly one answers is outlined and told.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import circle, rectangle
from toc.diagrams.matrix.drawing import Drawing
from toc.diagrams.matrix.face import Crossing, Face, Head, Key, Line, Painted
from toc.diagrams.plate import Plate
from toc.diagrams.scene import Figure, Words, rounded
from toc.errors import NothingToDrawError
from toc.model import Date
from toc.roadmap.months import said
from toc.roadmap.responsibilities import LETTERS, ROLES, responsibilities
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.model import Strategy
    from toc.roadmap.responsibilities import Load, Part, Responsibilities, Role

__all__ = ["face_of", "raci"]

_HALF = 7.0
"""Half a letter's frame, where it stands alone."""

_SMALL = 4.8
_BESIDE = 5.1
_FEW = 2
_TYPE = 9.5


def raci(strategy: Strategy, *, language: str = "en", on: date | None = None) -> Plate:
    """Draw who does what in each activity.

    Args:
        strategy: the strategy.
        language: the language of its texts and of ours.
        on: the day to stand on it, if any.

    Raises:
        NothingToDrawError: when it has no activities, or nobody has a part in any.
    """
    found = responsibilities(strategy)
    if not found.parts or not found.loads:
        raise NothingToDrawError(
            Message(
                "nobody has a part in any activity yet: write “accountable:” and “responsible:”"
            )
        )
    head = strategy.head
    facts: list[Message] = []
    if head.version:
        facts.append(Message("version {version}", {"version": head.version}))
    if on is not None:
        facts.append(Message("as of {date}", {"date": said(Date.of(on))}))
    shown = (strategy.title.say(language), *(fact.say(language) for fact in facts))
    title = Message("Who does what").say(language)
    subtitle = " · ".join(fact for fact in shown if fact)
    return Plate(Drawing(face_of(found), title, subtitle, language).scene(), "A3")


def face_of(found: Responsibilities) -> Face:
    """Give the matrix its signs and words; whoever answers for most stands first."""
    return Face(
        rows=tuple(_row(part) for part in found.parts),
        columns=tuple(_column(at, load) for at, load in enumerate(found.loads, 1)),
        cells=tuple(_cells(found)),
        keys=tuple(_keys(found)),
        told=found.told,
        faults=tuple(part.fault for part in found.faults if part.fault is not None),
    )


def _row(part: Part) -> Line:
    """Outline an activity for which nobody answers; of several that do, the cells are."""
    return Line(part.activity.title, is_gap=not part.roles["accountable"])


def _column(at: int, load: Load) -> Head:
    told = [
        Message("{role}: {count}", {"role": LETTERS[role], "count": load.counts[role]})
        for role in ROLES
        if load.counts[role]
    ]
    return Head(
        "stakeholder", load.stakeholder.title, Chain(tuple(told), " · "), partial(_number, at)
    )


def _number(at: int, x: float, y: float) -> Painted:
    figure = Figure(rectangle(x - 9, y - 8, 18, 16, 3), palette.PAPER, palette.INK, 1.2)
    return Painted((figure,), (_letter(str(at), x, y, 8.5, palette.INK),))


def _cells(found: Responsibilities) -> Iterator[Crossing]:
    for row, part in enumerate(found.parts):
        several = len(part.roles["accountable"]) > 1
        for column, load in enumerate(found.loads):
            roles = part.letters(load.stakeholder.name)
            if roles:
                values = {
                    "activity": part.activity.title,
                    "who": load.stakeholder.title,
                    "roles": [ROLES[role] for role in roles],
                }
                yield Crossing(
                    f"{part.activity.name}/{load.stakeholder.name}",
                    "".join(LETTERS[role] for role in roles),
                    row,
                    column,
                    Message("“{activity}”: “{who}” {roles}", values),
                    partial(_letters, roles),
                    is_gap=several and "accountable" in roles,
                )


def _keys(found: Responsibilities) -> Iterator[Key]:
    used = {role for part in found.parts for role in ROLES if part.roles[role]}
    for role, meaning in ROLES.items():
        if role in used:
            said = Message("{letter}: {meaning}", {"letter": LETTERS[role], "meaning": meaning})
            yield Key(partial(_letters, (role,)), said)
    if found.faults:
        yield Key(None, Message("not exactly one answers for it"))


def _letters(roles: tuple[Role, ...], x: float, y: float) -> Painted:
    """Draw one letter, or two side by side; more of them as a word."""
    if len(roles) == 1:
        return _framed(roles[0], x, y, _HALF, _TYPE)
    if len(roles) == _FEW:
        left, right = (
            _framed(role, x + side * _BESIDE, y, _SMALL, _TYPE - 2.0)
            for role, side in zip(roles, (-1, 1), strict=True)
        )
        return Painted((*left.figures, *right.figures), (*left.lines, *right.lines))
    word = "".join(LETTERS[role] for role in roles)
    return Painted((), (_letter(word, x, y, 7.0, palette.INK),))


def _framed(role: Role, x: float, y: float, half: float, size: float) -> Painted:
    """Draw a letter in its frame: a dark square, an open one, a ring, a broken ring."""
    square = rectangle(x - half, y - half, 2 * half, 2 * half, 2)
    if role == "accountable":
        return Painted(
            (Figure(square, palette.TINTS["goal"]),), (_letter("A", x, y, size, palette.PAPER),)
        )
    if role == "responsible":
        frame = Figure(square, palette.PAPER, palette.ON_TRACK_EDGE, 1.6)
    else:
        dash = palette.DOTTED if role == "informed" else ()
        frame = Figure(circle(x, y, half), palette.PAPER, palette.SECONDARY, 1.1, dash)
    return Painted((frame,), (_letter(LETTERS[role], x, y, size, palette.INK),))


def _letter(text: str, x: float, y: float, size: float, colour: str) -> Words:
    place = rounded(x), rounded(y + size * 0.36)
    return Words(*place, text, size, bold=True, colour=colour, anchor="middle")
