"""The roadmap: what runs and what comes, its pictures, and its calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.api.reading import strategy_of
from toc.words import ORIGINAL

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from datetime import date

    from toc.model import Strategy
    from toc.roadmap.ics import CalendarFile
    from toc.roadmap.told import Roadmap

__all__ = ["calendar_of", "raci_picture", "roadmap", "roadmap_picture"]


def roadmap(what: str | os.PathLike[str] | Strategy, *, on: date) -> Roadmap:
    """Give what runs on a day, what comes next, what is late, and what has no date.

    Args:
        what: a strategy, or the path of one.
        on: the day.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.roadmap.told import roadmap as told

    return told(strategy_of(what), on)


def roadmap_picture(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date | None = None,
    by: str = "stage",
    language: str = ORIGINAL,
    fonts: Iterable[str | os.PathLike[str]] = (),
) -> bytes:
    """Draw the roadmap along the calendar, as a file's content.

    Args:
        what: a strategy, or the path of one.
        name: the name of the file; its ending says what it is.
        on: the day whose line is drawn; without one there is none, and nothing is overdue.
        by: whether rows stand by `stage` or by `area`.
        language: of the strategy's texts and of ours.
        fonts: font files for letters that the bundled font has not.

    Raises:
        NothingToDrawError: nothing on the roadmap has a date.
        OutputError: no picture ends so.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.diagrams.gantt import gantt
    from toc.diagrams.plate import form_of
    from toc.typeface import fonts_of

    form = form_of(name)
    drawn = gantt(strategy_of(what), on=on, by=by, language=language, fonts=fonts_of(fonts))
    return drawn.render(form)


def raci_picture(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date | None = None,
    language: str = ORIGINAL,
) -> bytes:
    """Draw who does what in each activity, as a file's content.

    Raises:
        NothingToDrawError: nobody has a part in any activity.
        OutputError: no picture ends so.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.diagrams.matrix.raci import raci
    from toc.diagrams.plate import form_of

    return raci(strategy_of(what), language=language, on=on).render(form_of(name))


def calendar_of(
    what: str | os.PathLike[str] | Strategy, *, on: date, language: str = ORIGINAL
) -> CalendarFile:
    """Write events, reviews that are to come, and deadlines as a calendar file.

    Raises:
        MissingExtraError: icalendar is not installed.
    """
    from toc.roadmap.ics import calendar_file

    return calendar_file(strategy_of(what), on, language=language)
