"""The ranks of the pilots over all weightings, as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.weighing import weigh
from toc.diagrams.charts.ranked import Ranks, ranked
from toc.diagrams.plate import Plate
from toc.errors import NothingToDrawError
from toc.pilots.numbers import per_cent
from toc.words import Message, Shown

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.pilots.smaa import Smaa

__all__ = ["ranks"]


def ranks(strategy: Strategy, *, language: str, on: date | None = None) -> Plate:
    """Draw in how many of all weightings each pilot comes first, second, and last.

    Args:
        strategy: the strategy.
        language: the language of its texts and of ours.
        on: the day to stand on it, if any.

    Raises:
        NothingToDrawError: when it has no pilots, or nothing of them is added up.
    """
    choice = weigh(strategy).choice
    if choice is None or not choice.smaa.standings:
        raise NothingToDrawError(
            Message("the pilots have no ranks: write “criteria:”, and “scores:” under each pilot")
        )
    bars = [
        Ranks(one.pilot.title.say(language), tuple(map(per_cent, one.shares)))
        for one in choice.smaa.standings
    ]
    head = strategy.head
    version = Message("version {version}", {"version": head.version}).say(language)
    shown = (
        strategy.title.say(language),
        version if head.version else "",
        on.isoformat() if on else "",
    )
    title = Message("Which rank each pilot has, over all weightings of the criteria").say(language)
    subtitle = " · ".join(one for one in shown if one)
    said = _said(choice.smaa).say(language)
    return Plate(ranked(title, subtitle, bars, language=language, said=said))


def _said(found: Smaa) -> Message:
    """Say what the bars are, and how sure their lengths."""
    if found.is_exact:
        return Message("In how many of all possible weightings each has which place; exact.")
    return Message(
        "In how many of all possible weightings each has which place; {draws} were drawn, so that "
        "a share is right to about one in a hundred.",
        {"draws": Shown(found.draws)},
    )
