"""The matrix: pilots, what they test and which goals they lead to, in one picture.

Rows are pilots, columns are assumptions (their number and state as in every picture), links
and goals.  What nobody tests is outlined.  The scene is drawn by the same renderers as every
other one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.diagrams.matrix.drawing import Drawing
from toc.diagrams.matrix.grid import grid_of
from toc.errors import NothingToDrawError, UnknownNameError
from toc.words import Message

if TYPE_CHECKING:
    from datetime import date

    from toc.diagrams.scene import Scene
    from toc.graph import TheoryGraph

__all__ = ["FORMS", "Matrix", "matrix"]

FORMS = ("pdf", "png", "svg")
"""What a matrix can become."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The drawn matrix.

    Attributes:
        scene: what is drawn.
    """

    scene: Scene

    def render(self, form: str = "svg") -> bytes:
        """Give it as a file's content.

        Args:
            form: `svg`, `png` or `pdf`.

        Raises:
            UnknownNameError: there is no such form.
            MissingExtraError: what the form needs is not installed.
        """
        if form == "svg":
            from toc.diagrams.vector import drawn  # noqa: PLC0415 - only what is asked for

            return drawn(self.scene).encode()
        if form == "png":
            from toc.diagrams.renderers.png import pixels  # noqa: PLC0415 - as above

            return pixels(self.scene)
        if form == "pdf":
            return self._printed()
        values = {"name": form, "known": ", ".join(FORMS)}
        raise UnknownNameError(
            Message("there is no “{name}” to draw with; there are: {known}", values)
        )

    def _printed(self) -> bytes:
        from toc.diagrams.lettering import drawable  # noqa: PLC0415 - as above
        from toc.diagrams.paper import named  # noqa: PLC0415 - as above
        from toc.diagrams.printing import bound  # noqa: PLC0415 - as above

        return bound([drawable(self.scene)[0]], named("A4"))

    def _repr_svg_(self) -> str:
        return self.render("svg").decode()


def matrix(graph: TheoryGraph, *, language: str = "en", on: date | None = None) -> Matrix:
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
    return Matrix(Drawing(grid_of(graph), title, shown, language).scene())
