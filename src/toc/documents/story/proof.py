"""How we will know, and what is tried first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading, Paragraph
from toc.monitoring import progress
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.paper import Block
    from toc.documents.story.case import Case
    from toc.model import Indicator, Pilot
    from toc.monitoring import Progress, Value

__all__ = ["indicators", "pilots"]

_MOST = 3


def indicators(case: Case, goal: str) -> Iterator[Block]:
    """Tell by which figures it will be seen, the goal's own first."""
    yield Heading(case.told(Message("How we will know")), level=3)
    own = _measuring(case, goal)
    if not own:
        yield Paragraph(case.told(Message("Nobody has said yet how this will be measured.")))
        return
    yield Bullets(tuple(_figure(case, one) for one in own[:_MOST]))
    if len(own) > _MOST:
        said = Message(
            "{count} more figure is kept.",
            {"count": len(own) - _MOST},
            plural="{count} more figures are kept.",
        )
        yield Paragraph(case.told(said), quiet=True)


def _measuring(case: Case, goal: str) -> tuple[str, ...]:
    """Give the indicators of the steps that this page tells, from the goal backwards."""
    own = [node for node, told in case.steps.items() if told.goal == goal]
    order = {node: -at for at, node in enumerate(own)}
    found = [
        (min(order[node] for node in measured), name)
        for name, one in case.strategy.indicators.items()
        if (measured := [node for node in map(case.graph.node, one.of) if node in order])
    ]
    return tuple(name for _, name in sorted(found, key=lambda pair: pair[0]))


def _figure(case: Case, name: str) -> str:
    """Say where a figure began, where it is by now if somebody has looked, and its aim."""
    indicator = case.strategy.indicators[name]
    found = progress(case.strategy, name, case.on)
    values = {
        "title": case.told(indicator.title or Message("A figure without a name")),
        "baseline": _value(case, indicator, found.baseline),
        "target": _target(case, indicator, found),
    }
    if found.last is None or found.last == found.baseline:
        return case.told(Message("{title}. Start: {baseline}. Aim: {target}.", values))
    values["now"] = _value(case, indicator, found.last)
    return case.told(Message("{title}. Start: {baseline}. So far: {now}. Aim: {target}.", values))


def _target(case: Case, indicator: Indicator, found: Progress) -> str:
    if found.target is not None or found.band is None:
        return _value(case, indicator, found.target)
    low, high = (case.amount(end, indicator.unit) for end in found.band)
    return case.told(Message("from {low} to {high}", {"low": low, "high": high}))


def _value(case: Case, indicator: Indicator, value: Value | None) -> str:
    """Say a value with its unit and its date; that it is open where it is."""
    if value is None:
        return case.told(Message("not known yet"))
    values = {"amount": case.amount(value.value, indicator.unit), "date": case.day(value.date)}
    return case.told(Message("{amount} ({date})", values))


def pilots(case: Case, goal: str) -> Iterator[Block]:
    """Tell what is tried first on the way to a goal."""
    found = [one for one in case.strategy.pilots.values() if _leads_to(case, one, goal)]
    if not found:
        return
    open_ = all(one.chosen is None and one.scores for one in found)
    title = Message("What may be tried first") if open_ else Message("What is tried first")
    yield Heading(case.told(title), level=3)
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
        (Message("Where"), pilot.where),
        (Message("When"), pilot.period and case.period(pilot.period)),
        (Message("What is new"), pilot.new),
        (Message("It goes on everywhere if"), pilot.scale_if),
        (Message("It stops if"), pilot.stop_if),
    )
    for name, what in facts:
        if what:
            yield case.stated(Message("{name}: {what}", {"name": name, "what": case.told(what)}))
