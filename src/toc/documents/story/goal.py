"""The page of a goal: why, what is done and what changes, what stands in the way, how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Facts, Heading, Paragraph
from toc.documents.story.around import around
from toc.documents.story.drawing import picture
from toc.documents.story.proof import indicators, pilots
from toc.documents.story.steps import steps
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.paper import Block
    from toc.documents.story.case import Case
    from toc.documents.story.thread import Thread

__all__ = ["goals", "others"]


def goals(case: Case) -> Iterator[Block]:
    """Tell of each goal on a page of its own."""
    if not case.goals:
        yield Paragraph(case.told(Message("The strategy names no goal yet.")))
    for goal in case.goals:
        yield from _page(case, goal)


def _page(case: Case, goal: str) -> Iterator[Block]:
    entry = case.graph.entry(goal)
    title = case.title(goal)
    yield Heading(f"{entry.number}. {title}" if entry.number else title, fresh=True)
    yield from _facts(case, goal)
    yield from _why(case, case.threads[goal])
    yield Heading(case.told(Message("What is done, and what changes")), level=3)
    yield from steps(case, goal)
    yield from _left(case, case.threads[goal])
    yield from around(case, goal)
    yield from indicators(case, goal)
    yield from pilots(case, goal)
    yield from picture(case, goal)


def _facts(case: Case, goal: str) -> Iterator[Block]:
    entry = case.strategy.goals[goal]
    facts: list[tuple[str, str]] = []
    if entry.for_:
        facts.append((case.told(Message("for whom")), ", ".join(map(case.person, entry.for_))))
    if entry.due:
        facts.append((case.told(Message("by when")), case.day(entry.due)))
    if facts:
        yield Facts(tuple(facts))
    if entry.text:
        yield Paragraph(case.told(entry.text))


def _why(case: Case, thread: Thread) -> Iterator[Block]:
    """Tell from which needs and strengths it begins."""
    needs = [one for one in thread.starts if case.graph.section_of(one) == "needs"]
    assets = [one for one in thread.starts if one not in needs]
    yield Heading(case.told(Message("Why")), level=3)
    if needs:
        yield Bullets(tuple(_start(case, one) for one in needs))
    else:
        yield Paragraph(case.told(Message("Nobody has written yet which need this answers.")))
    if assets:
        yield Paragraph(case.told(Message("What we can build on:")))
        yield Bullets(tuple(_start(case, one) for one in assets))


def _start(case: Case, name: str) -> str:
    source = getattr(case.graph.entry(name), "source", None)
    said = case.stated(case.title(name))
    return f"{said} ({case.told(source)})" if source else said


def _left(case: Case, thread: Thread) -> Iterator[Block]:
    """Count what leads to the goal beside the steps."""
    measures = Message(
        "{count} more measure",
        {"count": len(thread.measures)},
        plural="{count} more measures",
    )
    steps = Message("{count} more step", {"count": thread.left}, plural="{count} more steps")
    counts = [one for one in (measures, steps) if one.values["count"]]
    if counts:
        said = Message(
            "beside these, the strategy has on the way here: {counts}", {"counts": counts}
        )
        yield Paragraph(case.sentence(case.told(said)), quiet=True)


def others(case: Case) -> Iterator[Block]:
    """Name the measures that no page has told, each once."""
    left = dict.fromkeys(node for one in case.threads.values() for node in one.measures)
    names = [node for node in left if node not in case.steps]
    if names:
        yield Heading(case.told(Message("What else is done")))
        yield Bullets(tuple(_measure(case, name) for name in names))


def _measure(case: Case, name: str) -> str:
    answers = case.strategy.activities[name].accountable
    person = case.person(answers) if answers else case.told(Message("nobody is named yet"))
    values = {"measure": case.stated(case.title(name)), "person": person}
    return case.told(Message("{measure} Who answers: {person}", values))
