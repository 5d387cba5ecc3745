"""When it happens: each measure and each result by its stage of the roadmap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from toc.diagrams import palette
from toc.diagrams.overlay import Dress, Key, Overlay
from toc.model import Activity, Goal, Outcome, Output
from toc.views.spelled import quoted
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from toc.diagrams.laying import Case
    from toc.model import Interval, Node, Strategy

ABOUT = Message("in which stage each measure and each result falls")

_NONE = Dress(
    ink=palette.INK,
    edge=palette.SECONDARY,
    hatched=True,
    told=Message("in no stage"),
)
_BESIDE = Dress(muted=True)
_SEVERAL = Dress(edge=palette.INK, ring="dashed")

_Span: TypeAlias = tuple[int, ...] | None
"""Places of stages: of one, of several, of none; None where none is asked for."""

_Time: TypeAlias = tuple[date, date] | None


def lay(case: Case) -> Overlay:
    """Dress measures and results by stage: later ones are darker, and each has its number."""
    stages = _in_time(case.strategy)
    dresses = [_dress(case.strategy, stages, at) for at in range(len(stages))]
    spans = {box.id: _span(case, stages, box.id) for box in case.chart.boxes}
    return Overlay(
        "stages",
        Message("Stages of the roadmap"),
        {box: _worn(dresses, span) for box, span in spans.items()},
        keys=tuple(_keys(case.strategy, stages, dresses, set(spans.values()))),
    )


def _worn(dresses: Sequence[Dress], span: _Span) -> Dress:
    if span is None:
        return _BESIDE
    if not span:
        return _NONE
    first, last = span[0], span[-1]
    if first == last:
        return dresses[first]
    values = {"first": first + 1, "last": last + 1}
    told = Message("stages {first} to {last}", values)
    return replace(_SEVERAL, tag=f"{first + 1}–{last + 1}", told=told)


def _in_time(strategy: Strategy) -> Sequence[str]:
    """Give the stages in order of their first day, those without one last, as they are listed."""

    def rank(stage: str) -> tuple[bool, int]:
        period = strategy.stages[stage].period
        first = None if period is None else period.first
        return first is None, 0 if first is None else first.toordinal()

    return sorted(strategy.stages, key=rank)


def _span(case: Case, stages: Sequence[str], box: str) -> _Span:
    """Give the places of the stages in which a node falls, None where none is asked for."""
    if case.graph.node(box) is None:
        return None
    entry = case.graph.entry(box)
    time = _time(entry)
    if time is None and not isinstance(entry, Activity | Output | Outcome):
        return None
    named = entry.stage if isinstance(entry, Activity) else None
    found = [at for at, stage in enumerate(stages) if stage.lower() == (named or "").lower()]
    return tuple(found) or _by_date(case.strategy, stages, time)


def _by_date(strategy: Strategy, stages: Sequence[str], time: _Time) -> tuple[int, ...]:
    """Give the stage that holds the whole time, else all that it touches."""
    if time is None:
        return ()
    periods = [(at, strategy.stages[stage].period) for at, stage in enumerate(stages)]
    ends = [(at, _ends(period)) for at, period in periods if period is not None]
    holding = [at for at, (first, last) in ends if first <= time[0] and time[1] <= last]
    touched = [at for at, (first, last) in ends if first <= time[1] and time[0] <= last]
    return tuple(holding[:1] or touched)


def _ends(period: Interval) -> tuple[date, date]:
    return period.first or date.min, period.last or date.max


def _time(entry: Node) -> _Time:
    """Give a measure's period, or the day on which a result is due."""
    if isinstance(entry, Activity):
        return None if entry.period is None else _ends(entry.period)
    due = entry.due if isinstance(entry, Output | Outcome | Goal) else None
    return None if due is None else (due.last, due.last)


def _dress(strategy: Strategy, stages: Sequence[str], at: int) -> Dress:
    shade = at / max(1, len(stages) - 1)
    values = {"number": at + 1, "title": quoted(strategy, stages[at])}
    return Dress(
        fill=_mixed(palette.FIRST_STAGE, palette.LAST_STAGE, shade),
        ink=palette.INK,
        edge=palette.INK,
        tag=str(at + 1),
        told=Message("stage {number}, {title}", values),
    )


def _mixed(pale: str, dark: str, share: float) -> str:
    """Mix two colours."""
    pairs = ((int(pale[at : at + 2], 16), int(dark[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)


def _keys(
    strategy: Strategy, stages: Sequence[str], dresses: Sequence[Dress], spans: Collection[_Span]
) -> Iterator[Key]:
    """Explain the stages that are there, in order of time."""
    there = {at for span in spans for at in span or ()}
    for at, stage in enumerate(stages):
        if at in there:
            period = strategy.stages[stage].period
            title = quoted(strategy, stage)
            values = {"title": title, "period": str(period)}
            yield Key(Message("{title}, {period}", values) if period else title, dresses[at])
    if any(span and len(span) > 1 for span in spans):
        yield Key(Message("over several stages"), _SEVERAL)
    if () in spans:
        yield Key(Message("in no stage"), _NONE)
    if None in spans:
        yield Key(Message("has no stage of its own"), _BESIDE)
