"""Which assumptions carry a goal, which of them are shaky, and who tests them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.asked import Told
from toc.asking.picturing import facts
from toc.asking.testing import in_order, said_of, tested_by
from toc.diagrams.charts.quadrants import Spot, quadrants
from toc.diagrams.drafting.notes import numbers_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.assumptions_map import Placed
    from toc.asking.case import Case
    from toc.diagrams.charts.quadrants import Weight
    from toc.diagrams.scene import Scene

ABOUT = Message("which assumptions carry a goal, which are in doubt, and who tests them")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask of the whole strategy; what to test first stands first."""
    said = [said_of(case, one) for one in in_order(case)]
    yield Told(case.assumptions, more=tuple(said))


def picture(case: Case, language: str) -> Scene:
    """Draw them by what falls with them and by who doubts them."""
    spots = [_spot(case, one, language) for one in case.assumptions.placed]
    title = Message("Which assumptions carry a goal, and which are in doubt").say(language)
    said = case.assumptions.sentence(language)
    return quadrants(title, facts(case, language), spots, language=language, said=said)


def _spot(case: Case, one: Placed, language: str) -> Spot:
    name = one.assumption.name
    return Spot(
        numbers_of(case.strategy)[name.lower()],
        case.strategy.assumptions[name].status or "untested",
        one.assumption.title.say(language),
        tested_by(case, name).say(language),
        _weight(one),
        one.is_vulnerable,
    )


def _weight(one: Placed) -> Weight:
    if one.carries:
        return "carries"
    return "may-carry" if one.may_carry else "alone"
