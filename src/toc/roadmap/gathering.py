"""Gathering everything in a strategy that has a date, or should have one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.analysis.things import thing_of
from toc.model import Date, Interval
from toc.roadmap.moments import Moment
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.findings import Route
    from toc.model import Decision, Strategy
    from toc.roadmap.moments import Kind
    from toc.roadmap.reviews import ReviewCalendar

__all__ = ["gathered"]

DECISIONS = {
    "keep": Message("keep"),
    "change": Message("change"),
    "stop": Message("stop"),
}


def gathered(
    strategy: Strategy, calendar: ReviewCalendar, areas: Mapping[str, str]
) -> Iterator[Moment]:
    """Go through all moments, in the order of the file, section by section.

    What has no place for a date, or needs none, is left out: a result may have a horizon alone.

    Args:
        strategy: the strategy.
        calendar: its reviews, as they stand on a day.
        areas: the area of each node.
    """
    for found in (
        _stages(strategy),
        _activities(strategy, areas),
        _pilots(strategy),
        _events(strategy),
        _reviews(strategy, calendar),
        _results(strategy, areas),
        _values(strategy),
        _decisions(strategy),
        _others(strategy),
    ):
        for moment in found:
            yield _forward(moment)


def _forward(moment: Moment) -> Moment:
    """Take a period that runs backwards for none, and say so."""
    period = moment.period
    if period is None or not _is_backwards(period):
        return moment
    reason = Message("its period runs backwards: {period}", {"period": period})
    return replace(moment, period=None, reason=reason)


def _is_backwards(period: Interval) -> bool:
    return period.first is not None and period.last is not None and period.last < period.first


def _moment(strategy: Strategy, kind: Kind, route: Route, period: Interval | Date | None) -> Moment:
    name = str(route[1])
    found = Interval(period, period) if isinstance(period, Date) else period
    if found is not None and found.start is None and found.end is None:
        found = None
    reason = None if found is not None else Message("it has no date")
    return Moment(kind, name, thing_of(strategy, name).title, route, found, reason=reason)


def _in_stage(strategy: Strategy, moment: Moment, stage: str | None) -> Moment:
    section, name = strategy.index.get((stage or "").lower(), ("", ""))
    if section != "stages":
        return moment
    within = None if moment.period is not None else strategy.stages[name].period
    is_forward = within is not None and not _is_backwards(within)
    return replace(moment, stage=name, within=within if is_forward else None)


def _stages(strategy: Strategy) -> Iterator[Moment]:
    for name, stage in strategy.stages.items():
        found = _moment(strategy, "stage", ("stages", name, "period"), stage.period)
        yield replace(found, stage=name)


def _activities(strategy: Strategy, areas: Mapping[str, str]) -> Iterator[Moment]:
    for name, activity in strategy.activities.items():
        found = _moment(strategy, "activity", ("activities", name, "period"), activity.period)
        found = replace(found, area=areas.get(name, ""), quick_win=bool(activity.quick_win))
        yield _in_stage(strategy, found, activity.stage)


def _pilots(strategy: Strategy) -> Iterator[Moment]:
    for name, pilot in strategy.pilots.items():
        found = _moment(strategy, "pilot", ("pilots", name, "period"), pilot.period)
        found = replace(found, set_aside=strategy.has_lost(pilot))
        yield _in_stage(strategy, found, pilot.stage)


def _events(strategy: Strategy) -> Iterator[Moment]:
    for name, event in strategy.events.items():
        found = _moment(strategy, "event", ("events", name, "date"), event.date)
        yield _in_stage(strategy, found, event.stage)


def _reviews(strategy: Strategy, calendar: ReviewCalendar) -> Iterator[Moment]:
    for one in calendar.sessions:
        if one.review:
            route: Route = ("reviews", one.review, "date")
        elif one.agreed_by:
            route = ("reviews", one.agreed_by, "next")
        else:
            route = ("stages", one.stage, "review", "every")
        found = _moment(strategy, "review", route, one.when)
        title = found.title if one.review else _untitled(strategy, one.stage)
        found = replace(
            found,
            name=one.review or one.stage,
            title=title,
            standing=one.standing,
            joint=one.joint,
            number=one.number,
        )
        yield _in_stage(strategy, found, one.stage)
    for name in calendar.undated:
        yield _moment(strategy, "review", ("reviews", name, "date"), None)


def _untitled(strategy: Strategy, stage: str) -> Message:
    if not stage:
        return Message("Review agreed on")
    return Message("Review of “{stage}”", {"stage": thing_of(strategy, stage).title})


def _results(strategy: Strategy, areas: Mapping[str, str]) -> Iterator[Moment]:
    sections: tuple[tuple[Kind, str], ...] = (
        ("output", "outputs"),
        ("outcome", "outcomes"),
        ("goal", "goals"),
    )
    for kind, section in sections:
        for name, entry in getattr(strategy, section).items():
            # A change has a horizon and a goal the strategy's end; what is delivered has a day.
            if entry.due is not None or kind == "output":
                found = _moment(strategy, kind, (section, name, "due"), entry.due)
                yield replace(found, area=areas.get(name, ""))


def _values(strategy: Strategy) -> Iterator[Moment]:
    for name, indicator in strategy.indicators.items():
        for when in indicator.milestones:
            yield _moment(
                strategy, "milestone", ("indicators", name, "milestones", str(when)), when
            )
        for when in indicator.target:
            yield _moment(strategy, "target", ("indicators", name, "target", str(when)), when)


def _decisions(strategy: Strategy) -> Iterator[Moment]:
    """Go through what was decided for a day and is not done yet."""
    met = (
        (section, name, entry.decisions)
        for section in ("events", "reviews")
        for name, entry in getattr(strategy, section).items()
    )
    for section, name, decisions in met:
        for at, decision in enumerate(decisions):
            if decision.due is not None and decision.done is None:
                route = (section, name, "decisions", at, "due")
                found = _moment(strategy, "decision", route, decision.due)
                yield replace(found, title=_decided(strategy, decision, found))


def _decided(strategy: Strategy, decision: Decision, found: Moment) -> Message:
    """Say what a decision is about and what it was, for it has no title of its own."""
    known = (strategy.index.get(one.lower(), ("", one)) for one in decision.about)
    about = [thing_of(strategy, name).title if section else name for section, name in known]
    words = DECISIONS[decision.decision] if decision.decision else Message("to be carried out")
    what = Chain(tuple(about), ", ") if about else found.title
    return Message("{what}: {word}", {"what": what, "word": words})


def _others(strategy: Strategy) -> Iterator[Moment]:
    for name, assumption in strategy.assumptions.items():
        if assumption.check_by is not None:
            route = ("assumptions", name, "check_by")
            yield _moment(strategy, "check", route, assumption.check_by)
    for name, message in strategy.messages.items():
        yield _moment(strategy, "message", ("messages", name, "date"), message.date)
