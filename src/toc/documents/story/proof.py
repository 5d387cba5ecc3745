"""How we will know, and what is tried first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.documents.paper import Block
    from toc.documents.story.case import Case
    from toc.model import Date, Indicator, Measurement, Pilot

__all__ = ["indicators", "pilots"]

_MOST = 4


def indicators(case: Case, goal: str) -> Iterator[Block]:
    """Tell by which figures it will be seen, the goal's own first."""
    yield Heading(case.told(Message("How we will know")), level=3)
    own = _measuring(case, goal)
    if not own:
        yield Paragraph(case.told(Message("Nobody has said yet how this will be measured.")))
        return
    head = (
        Message("What is measured"),
        Message("Where we start"),
        Message("Where we want to be"),
    )
    yield Table(
        case.told(Message("The figures by which it will be seen")),
        tuple(map(case.told, head)),
        tuple(_row(case, one) for one in own[:_MOST]),
    )
    if len(own) > _MOST:
        said = Message(
            "{count} more figure is kept.",
            {"count": len(own) - _MOST},
            plural="{count} more figures are kept.",
        )
        yield Paragraph(case.told(said), quiet=True)


def _measuring(case: Case, goal: str) -> tuple[Indicator, ...]:
    """Give the indicators of the steps that this page tells, from the goal backwards."""
    own = [node for node, told in case.steps.items() if told.goal == goal]
    order = {node: -at for at, node in enumerate(own)}
    found = [
        (min(order[node] for node in measured), one)
        for one in case.strategy.indicators.values()
        if (measured := [node for node in map(case.graph.node, one.of) if node in order])
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _row(case: Case, indicator: Indicator) -> tuple[str, str, str]:
    title = case.told(indicator.title)
    ends = (_value(case, indicator, values) for values in (indicator.baseline, indicator.target))
    return title, *ends


def _value(case: Case, indicator: Indicator, values: Mapping[Date, Measurement]) -> str:
    """Say the last of some values with its unit and its date; that it is open where it is."""
    known = [(date, one.value) for date, one in values.items() if one.value is not None]
    if not known:
        return case.told(Message("not known yet"))
    date, value = max(known, key=lambda pair: pair[0].last)
    amount = case.amount(value, indicator.unit)
    return case.told(Message("{amount} in {date}", {"amount": amount, "date": case.day(date)}))


def pilots(case: Case, goal: str) -> Iterator[Block]:
    """Tell what is tried first on the way to a goal."""
    found = [one for one in case.strategy.pilots.values() if _leads_to(case, one, goal)]
    if not found:
        return
    yield Heading(case.told(Message("What is tried first")), level=3)
    yield Bullets(tuple(" ".join(_tried(case, one)) for one in found))


def _leads_to(case: Case, pilot: Pilot, goal: str) -> bool:
    """Whether a pilot names the goal, or tries a measure that is told on its page."""
    named = {case.graph.node(name) for name in pilot.contributes_to}
    tried = {case.graph.node(name) for name in pilot.of}
    own = {node for node, told in case.steps.items() if told.goal == goal}
    lost = case.strategy.has_lost(pilot)
    return not lost and (goal in named or (not named and bool(tried & own)))


def _tried(case: Case, pilot: Pilot) -> Iterator[str]:
    yield case.stated(pilot.title or Message("A pilot without a name"))
    facts = (
        (Message("Where: {what}"), pilot.where),
        (Message("When: {what}"), pilot.period and case.period(pilot.period)),
        (Message("What is new: {what}"), pilot.new),
        (Message("It goes on everywhere if: {what}"), pilot.scale_if),
        (Message("It stops if: {what}"), pilot.stop_if),
    )
    for frame, what in facts:
        if what:
            yield case.stated(Message(frame.template, {"what": case.told(what)}))
    if pilot.chosen is None and pilot.scores:
        yield case.told(Message("It is a candidate: which pilot is tried is not decided yet."))
