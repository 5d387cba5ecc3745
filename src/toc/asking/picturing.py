"""A question's answers as a picture, or which overlay of the map shows them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.diagrams.laying import OVERLAYS
from toc.diagrams.plate import Plate
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.asking.case import Case

__all__ = ["facts", "picture"]

_ON_THE_MAP: Mapping[str, str] = MappingProxyType(
    {
        "single-points": "single-points",
        "cut-sets": "single-points",
        "ways": "ways",
        "cheapest-way": "ways",
        "strength": "strength",
        "timing": "dates",
        "layering": "layering",
    }
)
"""By question the overlay that shows its answers upon the map, where there is one."""


def picture(name: str, case: Case, language: str) -> Plate:
    """Draw a question's answers.

    Args:
        name: the question's name.
        case: what it is put about.
        language: the language of the picture.

    Raises:
        UnknownNameError: when there is no such question, goal or thing.
        NothingToDrawError: when no picture is drawn of it, or nothing would stand on it.
        MissingExtraError: when it needs a package that is not installed.
    """
    from toc.asking.putting import QUESTIONS, question_of  # noqa: PLC0415 - questions use `facts`

    draw = question_of(name).picture
    if draw is None:
        drawn = [one for one, question in QUESTIONS.items() if question.picture is not None]
        raise NothingToDrawError(_none(name, drawn))
    return Plate(draw(case, language))


def facts(case: Case, language: str) -> str:
    """Say in a line of which strategy, and of which version, a picture is."""
    head = case.strategy.head
    version = Message("version {version}", {"version": head.version}) if head.version else None
    said = (case.strategy.title.say(language), version.say(language) if version else "")
    return " · ".join(one for one in said if one)


def _none(name: str, drawn: list[str]) -> Message:
    overlay = _ON_THE_MAP.get(name, "")
    values = {"question": name, "overlay": overlay, "drawn": ", ".join(drawn)}
    if overlay in OVERLAYS:
        return Message(
            "“{question}” is shown upon the map: toc draw --overlay {overlay}; "
            "pictures of their own have: {drawn}",
            values,
        )
    return Message("“{question}” has no picture of its own; these have: {drawn}", values)
