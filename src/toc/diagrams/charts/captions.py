"""Labels around a radar: two columns beside it, one above and one beneath, never upon each other.

A label wants to stand as high as its spoke ends.  Where labels of a side would overlap
they are moved apart as little as can be (least squares, by pooling neighbours that
collide), and a thin line leads from each to its spoke.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.diagrams.sheet.setting import Type, paragraph, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.diagrams.charts.frame import Frame
    from toc.diagrams.scene import Anchor, Point, Words

__all__ = ["Caption", "apart", "seated"]

_LABEL = Type(9.5)
_FIGURE = Type(9.5, bold=True)
_AIR = 6.0
_NEAR = 1.0
_ANCHORS: Mapping[int, Anchor] = MappingProxyType({-1: "end", 0: "middle", 1: "start"})


@dataclass(frozen=True, slots=True)
class Caption:
    """A label with its figure, seated beside a middle at 0, 0.

    Attributes:
        lines: of the label.
        figure: the line beneath.
        left: its left edge.
        top: its upper edge.
        width: of its room.
        side: -1 left of the radar, 1 right of it, 0 above or beneath.
        leader: from the spoke's end to the label.
    """

    lines: tuple[str, ...]
    figure: str
    left: float
    top: float
    width: float
    side: int
    leader: tuple[Point, ...]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + _high(self.lines)

    def words(self, frame: Frame, x: float, y: float) -> tuple[Words, ...]:
        """Set it, for a middle at some place."""
        anchor = _ANCHORS[self.side]
        at = x + self.left + {-1: self.width, 0: self.width / 2, 1: 0.0}[self.side]
        top = y + self.top
        said = paragraph(self.lines, at, top, _LABEL, rightward=frame.run, anchor=anchor)
        under = top + len(self.lines) * _LABEL.lead
        return said + paragraph(
            [self.figure], at, under, _FIGURE, rightward=frame.run, anchor=anchor
        )


def seated(
    said: Sequence[tuple[str, str]], ends: Sequence[Point], room: float, far: float
) -> tuple[Caption, ...]:
    """Seat labels around a middle at 0, 0.

    Args:
        said: label and figure of each spoke.
        ends: where each spoke ends.
        room: how wide a label beside the radar may be.
        far: how far from the middle the columns begin.
    """
    found: dict[int, Caption] = {}
    for side in (-1, 0, 1):
        here = [at for at, (x, _) in enumerate(ends) if _side(x) == side]
        lines = {at: rows(said[at][0], room if side else 2 * room, _LABEL) for at in here}
        here.sort(key=lambda at: (ends[at][1], at))
        highs = [_high(lines[at]) for at in here]
        if side:
            tops = apart(
                [
                    (ends[at][1] - high / 2, high + _AIR)
                    for at, high in zip(here, highs, strict=True)
                ]
            )
        else:
            tops = [
                -far + 10 - high if ends[at][1] < 0 else far - 10
                for at, high in zip(here, highs, strict=True)
            ]
        for at, top in zip(here, tops, strict=True):
            found[at] = _caption(lines[at], said[at][1], top, (side, room, far))
    return tuple(found[at] for at in range(len(ends)))


def _side(x: float) -> int:
    return 0 if abs(x) < _NEAR else (1 if x > 0 else -1)


def _high(lines: Sequence[str]) -> float:
    return len(lines) * _LABEL.lead + _FIGURE.lead


def _caption(
    lines: tuple[str, ...],
    figure: str,
    top: float,
    place: tuple[int, float, float],
) -> Caption:
    side, room, far = place
    if not side:
        return Caption(lines, figure, -room, top, 2 * room, 0, ())
    left = far if side > 0 else -far - room
    middle = top + _high(lines) / 2
    leader = ((side * (far - 8), middle), (side * (far - 3), middle))
    return Caption(lines, figure, left, top, room, side, leader)


def apart(wishes: Iterable[tuple[float, float]]) -> list[float]:
    """Place things one below the other, each as near to its wish as all the others allow.

    Args:
        wishes: of each, from above, where it would begin and how much room it takes.

    Returns:
        Where each begins: the sum of the squared moves is least.

    >>> apart([(0, 10), (4, 10), (40, 10)])
    [-3.0, 7.0, 40.0]
    """
    blocks: list[tuple[float, int, list[float]]] = []
    for wish, room in wishes:
        start, count, rooms = float(wish), 1, [room]
        while blocks and blocks[-1][0] + sum(blocks[-1][2]) > start:
            before, more, others = blocks.pop()
            # The later block's wish is moved up by what stands above it, and both are averaged.
            lifted = start - sum(others)
            start = (before * more + lifted * count) / (more + count)
            count, rooms = count + more, others + rooms
        blocks.append((start, count, rooms))
    found: list[float] = []
    for start, _, rooms in blocks:
        found += accumulate(rooms[:-1], initial=start)
    return found
