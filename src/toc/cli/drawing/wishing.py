"""How it was asked to be shown, as keywords for `toc.api.draw`, and what does not go together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.cli.configuration import configuration
from toc.cli.drawing.asking import conditions
from toc.cli.reading import day
from toc.errors import InputError, UnknownNameError
from toc.words import LANGUAGES, Message

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from toc.model import Strategy

__all__ = ["see_to_languages", "see_to_set", "shared_wishes", "wishes"]

_BESIDE_A_SET = ("view", "texts", "paper", "tiles")
"""What the set for a meeting chooses for each of its pictures."""


def shared_wishes(options: Namespace) -> Mapping[str, Any]:
    """Give what all pictures of a set have in common."""
    return {
        "second": options.second,
        "lanes": options.lanes,
        "engine": options.engine,
        "overlay": options.overlay,
        "about": options.about,
        "on": _day(options, options.overlay),
        "book": configuration(Path.cwd()).book() if options.overlay == "findings" else None,
        "widths": options.widths,
        "tints": options.tints,
        "fonts": options.font or configuration(Path.cwd()).font_files,
        "link": options.link,
    }


def wishes(options: Namespace, overlay: str | None) -> Mapping[str, Any]:
    """Give all that was asked.

    Args:
        options: what was asked.
        overlay: what the view lays over its picture where nothing else is asked.
    """
    return {
        **shared_wishes(options),
        "language": options.texts or (options.language if options.is_language_asked else None),
        "on": _day(options, options.overlay or overlay),
        "paper": options.paper or "A3",
        "tiles": options.tiles,
        "by": options.by,
    }


def _day(options: Namespace, overlay: str | None) -> date | None:
    """Give the day that is asked for; findings have one in any case, and it is printed."""
    if options.on:
        return day(options.on)
    return date.today() if overlay == "findings" else None  # noqa: DTZ011 - the day on the wall of whoever asks


def see_to_set(options: Namespace) -> None:
    """See to it that nothing is asked for beside a whole set that would go unheard.

    Raises:
        InputError: when something is.
    """
    asked = [f"--{field}" for field, values in conditions(options).items() if values]
    asked += [f"--{field}" for field in _BESIDE_A_SET if getattr(options, field)]
    if asked:
        values = {"option": asked[0]}
        raise InputError(
            Message("--all draws the whole set, in every language: leave {option} out", values)
        )


def see_to_languages(options: Namespace, strategy: Strategy) -> None:
    """See to it that a language that is asked for is one of the strategy's, or of ours.

    Raises:
        UnknownNameError: when it is not, and the sheet would silently be in another.
    """
    own = strategy.languages
    for tag, known in ((options.texts, (*own, *LANGUAGES)), (options.second, own)):
        if tag and own and _main(tag) not in map(_main, known):
            values = {"language": tag, "known": list(own)}
            raise UnknownNameError(
                Message("the strategy has no texts in “{language}”; there are: {known}", values)
            )


def _main(tag: str) -> str:
    """Give a language without its region."""
    return tag.lower().partition("-")[0]
