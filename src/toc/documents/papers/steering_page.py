"""The page for the steering group: what carries the strategy, what to test first, which pilot.

Five things at most, the first assumption to test and who tests it, the pilots in a table,
and how much or how little their ranking hangs on the weights.  It fits on one A4 page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.asking.case import Case
from toc.asking.naming import foremost, kind_of
from toc.asking.testing import in_order, said_of
from toc.asking.weighing import weigh
from toc.documents.paper import Bullets, Heading, Numbered, Paragraph, Table
from toc.documents.subject import Subject
from toc.pilots.numbers import Shown
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.things import Thing
    from toc.asking.weighing import Candidate, Choice, Weighed
    from toc.documents.paper import Block

ABOUT = Message("one page for the steering group: what carries it, what to test, which pilot")
NEEDS: Final = ()

_THINGS = 5
_OTHERS = 2


@dataclass(frozen=True)
class Steered(Subject):
    """A strategy and what a steering group asks of it."""

    @cached_property
    def case(self) -> Case:
        """What questions are put to."""
        return Case(self.strategy)

    @cached_property
    def weighed(self) -> Weighed:
        """The pilots side by side."""
        return weigh(self.strategy)

    @cached_property
    def needs(self) -> tuple[tuple[Thing, tuple[Thing, ...]], ...]:
        """What brings a goal down alone, with the goals that fall; that of most goals first."""
        things: dict[str, Thing] = {}
        goals: dict[str, list[Thing]] = {}
        for points in self.case.single_points.values():
            for thing in points.certain:
                things[thing.name] = thing
                goals.setdefault(thing.name, []).append(points.goal)
        ranked = sorted(foremost(things.values()), key=lambda one: -len(goals[one.name]))
        return tuple((thing, tuple(goals[thing.name])) for thing in ranked)


def title(_subject: Subject) -> Message:
    """Name the page."""
    return Message("What our strategy hangs on")


def cannot_do_without(page: Steered) -> Iterator[Block]:
    """Tell at most five things that bring a goal down alone."""
    yield Heading(page.told(Message("What it cannot do without")))
    if page.needs:
        yield Numbered(tuple(_need(page, *one) for one in page.needs[:_THINGS]))
    yield Paragraph(page.sentence(page.told(_others(page))), quiet=bool(page.needs))


def _need(page: Steered, thing: Thing, goals: tuple[Thing, ...]) -> str:
    values = {
        "kind": kind_of(thing),
        "thing": thing.title,
        "goals": [goal.title for goal in goals],
        "count": len(goals),
    }
    if thing.section == "risks":
        return page.sentence(page.told(_comes(values)))
    lost = Message(
        "“{thing}” ({kind}): without it “{goals}” is out of reach",
        values,
        plural="“{thing}” ({kind}): without it {count} goals are out of reach: {goals}",
    )
    return page.sentence(page.told(lost))


def _comes(values: Mapping[str, object]) -> Message:
    return Message(
        "“{thing}” ({kind}): if it comes about “{goals}” is out of reach",
        values,
        plural="“{thing}” ({kind}): if it comes about {count} goals are out of reach: {goals}",
    )


def _others(page: Steered) -> Message:
    values = {"count": len(page.needs) - _THINGS}
    if len(page.needs) > _THINGS:
        return Message(
            "beside these, {count} more thing brings a goal down alone (“toc analyse” names it)",
            values,
            plural="beside these, {count} more things bring a goal down alone (“toc analyse” "
            "names them)",
        )
    if page.needs:
        return Message("nothing else brings a goal down alone, whatever else works")
    return Message("no single thing is sure to bring a goal down")


def test_first(page: Steered) -> Iterator[Block]:
    """Tell which assumption to test first, why, and which pilot tests it."""
    placed = in_order(page.case)
    if not placed:
        return
    yield Heading(page.told(Message("What to test first")))
    first, *others = (page.sentence(page.told(said_of(page.case, one))) for one in placed)
    yield Paragraph(first)
    if others:
        yield Paragraph(page.told(Message("Then:")), quiet=True)
        yield Bullets(tuple(others[:_OTHERS]))


def pilots(page: Steered) -> Iterator[Block]:
    """Set the pilots side by side: what each tests, would settle and costs, and its place."""
    candidates = page.weighed.candidates
    if not candidates:
        return
    yield Heading(page.told(Message("The pilot projects")))
    head = (
        Message("Pilot"),
        Message("Assumptions that it tests"),
        Message("Tested by no other"),
        Message("Cost"),
        Message("Place"),
    )
    rows = tuple(_candidate(page, one) for one in candidates)
    name = page.told(Message("What each pilot project tests, what it costs, and its place"))
    yield Table(name, tuple(map(page.told, head)), rows, frozenset({3, 4}))


def _candidate(page: Steered, one: Candidate) -> tuple[str, ...]:
    trial, choice = one.trial, page.weighed.choice
    titles = (target.thing.title for target in trial.tests if target.kind == "assumption")
    tests = "; ".join(map(page.told, titles)) or page.told(None)
    cost = page.told(Shown(one.cost) if one.cost is not None else Message("not known"))
    only = str(len(trial.only))
    return (page.told(trial.pilot.title), tests, only, cost, _place(choice, trial.pilot.name))


def _place(choice: Choice | None, pilot: str) -> str:
    places = () if choice is None else choice.ranking.places
    by_name = {place.pilot.name: place for place in places}
    if pilot not in by_name:
        return "–"
    best, worst = by_name[pilot].best, by_name[pilot].worst
    return str(best) if best == worst else f"{best}–{worst}"


def ranking(page: Steered) -> Iterator[Block]:
    """Tell how much or how little the first place hangs on the weights."""
    choice = page.weighed.choice
    if choice is None:
        return
    yield Heading(page.told(Message("How much the ranking hangs on the weights")))
    said = (choice.stability.sentence(page.language), choice.smaa.sentence(page.language))
    yield Bullets(tuple(map(page.sentence, said)))


def assumed(page: Steered) -> Iterator[Block]:
    """Tell in one line how it was found."""
    yield Paragraph(
        page.told(
            Message(
                "Found by trying what happens to each goal when one thing after the other fails. "
                "It says nothing of how good the strategy is; “toc analyse” lists what was "
                "taken to be so."
            )
        ),
        quiet=True,
    )


PARTS = MappingProxyType(
    {
        "cannot-do-without": cannot_do_without,
        "test-first": test_first,
        "pilots": pilots,
        "ranking": ranking,
        "assumed": assumed,
    }
)
prepared = Steered.of
