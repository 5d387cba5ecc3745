"""What moves a goal most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.learning import in_words
from toc.analysis.leverage import leverage
from toc.analysis.things import needed
from toc.asking.asked import Told
from toc.asking.naming import entered
from toc.asking.picturing import facts
from toc.diagrams.charts.tornado import Lesson, Storm, Swing, tornado
from toc.pilots.teaching import teaching
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.asking.case import Case
    from toc.diagrams.scene import Scene
    from toc.pilots.teaching import Teaching

ABOUT = Message("what moves a goal most")
WANTS = ""

_SHOWN, _DRAWN = 10, 7
_EVEN = 0.5
"""How likely a thing holds of which nobody has said it."""

_NEARLY = 0.999
"""From this share of the first on, a thing moves the goal as much as the first."""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; the first stand in order."""
    for goal in case.goals:
        found = leverage(case.logic, goal)
        first = [one.thing for one in found.items if one.birnbaum > 0][:_SHOWN]
        yield Told(found, more=tuple(map(entered, first)))


def picture(case: Case, language: str) -> Scene:
    """Draw for each goal how far things move it, and what the pilots would settle about it."""
    taught = teaching(case.graph) if case.strategy.pilots else ()
    storms = [_storm(case, goal, taught, language) for goal in case.goals]
    title = Message("What moves a goal most").say(language)
    return tornado(title, facts(case, language), storms, language=language)


def _storm(case: Case, goal: str, taught: Sequence[Teaching], language: str) -> Storm:
    found = leverage(case.logic, goal)
    first = [one for one in found.items if one.birnbaum > 0][:_DRAWN]
    most = first[0].birnbaum if first else 0.0
    swings = [
        Swing(
            needed(one.thing).say(language),
            found.chance - _EVEN * one.birnbaum,
            found.chance + _EVEN * one.birnbaum,
            _beside(one.birnbaum / most).say(language),
        )
        for one in first
    ]
    lessons = [_lesson(one, goal, language) for one in taught]
    known = [one for one in lessons if one is not None]
    widest_first = sorted(known, key=lambda one: (-one.share, one.label))
    return Storm(found.goal.title.say(language), found.chance, tuple(swings), tuple(widest_first))


def _beside(share: float) -> Message:
    """Say how much a thing moves a goal beside the one that moves it most."""
    if share > _NEARLY:
        return Message("moves it most")
    return Message("{share} of what the first moves", {"share": in_words(share)})


def _lesson(one: Teaching, goal: str, language: str) -> Lesson | None:
    shares = [lesson.if_any for lesson in one.lessons if lesson.goal.name == goal]
    if not shares or shares[0] is None:
        return None
    words = in_words(shares[0]) if shares[0] else Message("nothing")
    return Lesson(one.pilot.title.say(language), shares[0], words.say(language))
