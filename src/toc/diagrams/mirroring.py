"""The same sheet for readers from right to left: needs on the right, goals on the left.

Everything changes its side and nothing its height, so that two who hold a sheet each, one
in Arabic and one in Romanian, find a box in the same row and in the same column, counted
from where each of them begins to read.  Letters are not mirrored: a line of text keeps
its own direction and takes its place on the other side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toc.diagrams.nouns import changed
from toc.diagrams.scene import OPPOSITE, Badge, Band, Box, Figure, Heading, Sign, Words, rounded

if TYPE_CHECKING:
    from toc.diagrams.scene import Path, Scene

__all__ = ["mirrored"]


def mirrored(scene: Scene) -> Scene:
    """Give a scene with left and right exchanged; twice gives the scene itself."""

    def change(noun: Any) -> Any:
        if isinstance(noun, Figure):
            return replace(noun, path=_path(noun, scene.width))
        if isinstance(noun, Words):
            return replace(noun, x=rounded(scene.width - noun.x), anchor=OPPOSITE[noun.anchor])
        if isinstance(noun, Box | Band | Heading):
            return replace(noun, x=rounded(scene.width - noun.x - noun.width))
        if isinstance(noun, Badge | Sign):
            return replace(noun, x=rounded(scene.width - noun.x))
        return noun

    return changed(scene, change)


def _path(figure: Figure, width: float) -> Path:
    """Mirror an outline; one that is upright only changes its place."""
    if not figure.upright:
        return tuple(
            (
                step,
                tuple(
                    value if at % 2 else rounded(width - value) for at, value in enumerate(values)
                ),
            )
            for step, values in figure.path
        )
    across = [value for _, values in figure.path for value in values[::2]]
    shift = width - max(across) - min(across)
    return tuple(
        (
            step,
            tuple(value if at % 2 else rounded(value + shift) for at, value in enumerate(values)),
        )
        for step, values in figure.path
    )
