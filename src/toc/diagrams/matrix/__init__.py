"""The matrix: pilots, what they test and which goals they lead to, in one picture.

Rows are pilots, columns are assumptions (their number and state as in every picture), links
and goals.  What nobody tests is outlined.  The scene is drawn by the same renderers as every
other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.matrix.drawing import Drawing
from toc.diagrams.matrix.grid import grid_of
from toc.diagrams.matrix.pilots import face_of
from toc.diagrams.plate import Plate
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from datetime import date

    from toc.graph import TheoryGraph

__all__ = ["matrix"]


def matrix(graph: TheoryGraph, *, language: str = "en", on: date | None = None) -> Plate:
    """Draw the matrix of a strategy's pilots.

    Args:
        graph: the strategy.
        language: the language of its texts and of ours.
        on: the day to stand on it, if any.

    Raises:
        NothingToDrawError: when the strategy has no pilots.
    """
    if not graph.strategy.pilots:
        raise NothingToDrawError(
            Message("the strategy has no pilot projects to choose from: write them under “pilots:”")
        )
    head = graph.strategy.head
    version = Message("version {version}", {"version": head.version}).say(language)
    facts = (
        graph.strategy.title.say(language),
        version if head.version else "",
        on.isoformat() if on else "",
    )
    title = Message("What the pilot projects test, and where they lead").say(language)
    shown = " · ".join(fact for fact in facts if fact)
    return Plate(Drawing(face_of(grid_of(graph)), title, shown, language).scene())
