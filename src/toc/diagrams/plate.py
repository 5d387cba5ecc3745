"""A plate: one scene alone, as a file of its own.

A picture of a strategy has pages, views and overlays; a chart, a matrix or a timeline is
only its scene.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from toc.errors import OutputError, UnknownNameError
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.scene import Scene

__all__ = ["FORMS", "Plate", "form_of"]

FORMS = ("html", "pdf", "png", "svg")
"""What a plate can become."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'"
_STYLE = "body{margin:0}svg{display:block;max-width:100%;height:auto;margin:auto}"


def form_of(name: str) -> str:
    """Give the form that a file's ending asks for.

    Raises:
        OutputError: no plate ends so.
    """
    form = PurePath(name).suffix.removeprefix(".").lower()
    if form in FORMS:
        return form
    values = {
        "ending": PurePath(name).suffix or name,
        "endings": ", ".join(f".{one}" for one in FORMS),
    }
    raise OutputError(Message("none of these ends in {ending}; there are {endings}", values))


@dataclass(frozen=True, slots=True)
class Plate:
    """A scene that is shown alone.

    Attributes:
        scene: what is drawn.
        paper: the paper of its PDF, by name.
    """

    scene: Scene
    paper: str = "A4"

    def render(self, form: str = "svg") -> bytes:
        """Give it as a file's content.

        Args:
            form: `svg`, `html`, `png` or `pdf`.

        Raises:
            UnknownNameError: there is no such form.
            MissingExtraError: what the form needs is not installed.
        """
        if form == "svg":
            return self._drawn().encode()
        if form == "html":
            return self._page().encode()
        if form == "png":
            from toc.diagrams.renderers.png import pixels  # noqa: PLC0415 - only what is asked for

            return pixels(self.scene)
        if form == "pdf":
            return self._printed()
        values = {"name": form, "known": ", ".join(FORMS)}
        raise UnknownNameError(
            Message("there is no “{name}” to draw with; there are: {known}", values)
        )

    def _drawn(self) -> str:
        from toc.diagrams.vector import drawn  # noqa: PLC0415 - as above

        return drawn(self.scene)

    def _page(self) -> str:
        from toc.diagrams.markup import attributes, element  # noqa: PLC0415 - as above

        direction = "ltr" if self.scene.rightward else "rtl"
        lines = (
            "<!DOCTYPE html>",
            f"<html {attributes(lang=self.scene.language, dir=direction)}>",
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            element("title", self.scene.title),
            f"<style>{_STYLE}</style></head>",
            f"<body><main>{self._drawn()}</main></body>",
            "</html>",
        )
        return "\n".join(lines) + "\n"

    def _printed(self) -> bytes:
        from toc.diagrams.lettering import drawable  # noqa: PLC0415 - as above
        from toc.diagrams.paper import named  # noqa: PLC0415 - as above
        from toc.diagrams.printing import bound  # noqa: PLC0415 - as above

        return bound([drawable(self.scene)[0]], named(self.paper))

    def _repr_svg_(self) -> str:
        return self._drawn()
