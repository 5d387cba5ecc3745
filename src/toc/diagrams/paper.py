"""Paper: what a picture is printed on or thrown at, and how large it stands there.

>>> round(PAPERS["slide"].points_wide), round(PAPERS["slide"].points_high)
(1440, 810)
>>> PAPERS["A3"].facing(300, 200).width
420.0
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.errors import UnknownNameError
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.scene import Scene

__all__ = ["PAPERS", "POINTS", "Paper", "label_pixels", "label_points", "named", "scale_on"]

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_PIXEL: Final = 72 / 96
"""Points in a pixel of a slide."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper.

    Attributes:
        name: as people call it.
        width: in millimetres.
        height: in millimetres.
        turns: whether it may lie on either side; a projector's picture may not.
    """

    name: str
    width: float
    height: float
    turns: bool = True

    @property
    def points_wide(self) -> float:
        """The width in points."""
        return self.width * POINTS

    @property
    def points_high(self) -> float:
        """The height in points."""
        return self.height * POINTS

    @property
    def turned(self) -> Paper:
        """The same paper on its other side."""
        return replace(self, width=self.height, height=self.width) if self.turns else self

    def facing(self, width: float, height: float) -> Paper:
        """Lay the paper as something of some shape lies: landscape where that is wider."""
        alike = (width > height) == (self.width > self.height)
        return self if alike else self.turned


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {
        "A4": Paper("A4", 210.0, 297.0),
        "A3": Paper("A3", 297.0, 420.0),
        "A2": Paper("A2", 420.0, 594.0),
        "A1": Paper("A1", 594.0, 841.0),
        "A0": Paper("A0", 841.0, 1189.0),
        "slide": Paper("slide", 508.0, 285.75, turns=False),
    }
)
"""Every paper by its name, smallest first; a slide is 1920 × 1080 pixels at 96 an inch."""


def named(name: str) -> Paper:
    """Give the paper of a name, however it is spelled.

    Raises:
        UnknownNameError: there is none.
    """
    known = {paper.casefold(): paper for paper in PAPERS}
    if name.casefold() not in known:
        values = {"name": name, "known": ", ".join(PAPERS)}
        raise UnknownNameError(Message("there is no paper “{name}”; there are: {known}", values))
    return PAPERS[known[name.casefold()]]


def scale_on(scene: Scene, paper: Paper) -> float:
    """Give the points per unit at which a whole scene just fits on a paper that may turn."""
    page = paper.facing(scene.width, scene.height)
    return min(page.points_wide / scene.width, page.points_high / scene.height)


def label_points(scene: Scene, paper: Paper) -> float:
    """Give the size of the boxes' labels in points, as they are read on a paper."""
    return palette.LABEL * scale_on(scene, paper)


def label_pixels(scene: Scene) -> float:
    """Give the size of the boxes' labels in pixels, as they are read on a slide."""
    return label_points(scene, PAPERS["slide"]) / _PIXEL
