"""A leaf: a scene put on a page of paper, whole or seen through a window."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams.paper import scale_on
from toc.diagrams.printing.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.paper import Paper
    from toc.diagrams.printing.parts import Part
    from toc.diagrams.scene import Figure, Item, Scene, Words

__all__ = ["Leaf", "Window", "projected", "seen", "whole"]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a page, in points, through which a scene is seen."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is to be printed.

    Attributes:
        scene: what stands on it.
        paper: the page, turned as it will lie.
        scale: points per unit.
        left: where the scene's left edge stands on the page, in points.
        top: where its upper edge stands.
        window: nothing of the scene is seen outside of it; `None` shows the whole.
        over: what is printed above the scene, in points of the page.
        told: whether a screen reader is told the scene; its tiles need not be told again.
    """

    scene: Scene
    paper: Paper
    scale: float
    left: float
    top: float
    window: Window | None = None
    over: tuple[Item, ...] = ()
    told: bool = True


def whole(scene: Scene, paper: Paper) -> Leaf:
    """Put a whole scene in the middle of a paper, as large as it can be."""
    page, scale = paper.facing(scene.width, scene.height), scale_on(scene, paper)
    left = (page.points_wide - scene.width * scale) / 2
    top = (page.points_high - scene.height * scale) / 2
    return Leaf(scene, page, scale, left, top)


def projected(scenes: Sequence[Scene], paper: Paper) -> tuple[Leaf, ...]:
    """Put scenes on slides at one scale and from one corner: nothing jumps from one to the next."""
    scale = min(scale_on(scene, paper) for scene in scenes)
    left = min((paper.points_wide - scene.width * scale) / 2 for scene in scenes)
    top = min((paper.points_high - scene.height * scale) / 2 for scene in scenes)
    return tuple(Leaf(scene, paper, scale, left, top) for scene in scenes)


def seen(leaf: Leaf) -> Iterator[Part]:
    """Give the scene's parts of which anything may be seen on a leaf."""
    if leaf.window is None:
        yield from parts(leaf.scene)
        return
    left = (leaf.window.x - leaf.left) / leaf.scale
    top = (leaf.window.y - leaf.top) / leaf.scale
    right, bottom = left + leaf.window.width / leaf.scale, top + leaf.window.height / leaf.scale
    for part in parts(leaf.scene):
        reaches = chain(map(_figure_reach, part.figures), map(_words_reach, part.lines))
        if any(x0 < right and x1 > left and y0 < bottom and y1 > top for x0, y0, x1, y1 in reaches):
            yield part


def _figure_reach(figure: Figure) -> tuple[float, float, float, float]:
    """Give a frame around an outline; a cubic never leaves the frame around its handles."""
    xs = [value for _, values in figure.path for value in values[::2]]
    ys = [value for _, values in figure.path for value in values[1::2]]
    edge = figure.width if figure.stroke else 0.0
    return min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge


def _words_reach(line: Words) -> tuple[float, float, float, float]:
    """Give a frame around a line, whichever way it runs from where it stands."""
    wide = typeface.width(line.text, line.size, bold=line.bold) * 1.1 + line.size
    return line.x - wide, line.y - 1.2 * line.size, line.x + wide, line.y + 0.4 * line.size
