"""How it is going on a day: each box as the worst of its indicators stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from toc.diagrams.readings import Reading, overlay_of
from toc.monitoring import progress, series
from toc.monitoring.measured import by_node, worst
from toc.monitoring.telling import amount
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.diagrams.chart import Box
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay
    from toc.monitoring import Progress, Standing
    from toc.words import Sayable

ABOUT = Message("how it is going: what is on track, behind, not known")

_UNDATED = Message("How it is going")
_UNKNOWN: tuple[Standing, ...] = ("stale", "not-comparable", "no-data")


def lay(case: Case) -> Overlay:
    """Dress each box as the worst of its indicators stands; without any it stands back."""
    day = case.on or _last_day(case)
    on = day or date.max
    found = [progress(case.strategy, name, on) for name in case.strategy.indicators]
    nodes = by_node(case.graph, found)
    boxes = {box.id: some for box in case.chart.boxes if (some := _inside(box, nodes))}
    readings = {box: _reading(some) for box, some in boxes.items()}
    title = Message("How it is going on {date}", {"date": day.isoformat()}) if day else _UNDATED
    return overlay_of("monitoring", title, readings, case.chart)


def _last_day(case: Case) -> date | None:
    """Give the last day of which anything is known, where none is asked for."""
    values = (
        one for name in case.strategy.indicators for one in series(case.strategy, name).headline
    )
    return max((one.date.last for one in values), default=None)


def _inside(box: Box, nodes: Mapping[str, Sequence[Progress]]) -> Sequence[Progress]:
    """Give how the indicators of a box stand, or of all that is folded into it, each once."""
    some = {
        one.indicator.name: one for node in (box.id, *box.folded) for one in nodes.get(node, ())
    }
    return tuple(some.values())


def _reading(some: Sequence[Progress]) -> Reading:
    shown = worst(some) or min(some, key=lambda one: _UNKNOWN.index(one.standing))
    if len(some) > 1:
        known = sum(one.is_known for one in some)
        foot = Message("{known} of {all} known", {"known": known, "all": len(some)})
        return Reading(shown.standing, foot, None, _words(some))
    share = None if shown.share is None or not shown.is_known else min(max(shown.share, 0.0), 1.0)
    return Reading(shown.standing, _foot(shown) or "", share, _words(some))


def _foot(one: Progress) -> Sayable | None:
    """Say the last value and where it should come, in a few words."""
    if one.last is None or one.standing == "no-data":
        return None
    value = amount(one.last.value, one.unit)
    if one.band is not None:
        low, high = (amount(end, one.unit) for end in one.band)
        return Message(
            "{value}, within {low} to {high}", {"value": value, "low": low, "high": high}
        )
    if one.target is None:
        return value
    values = {"value": value, "target": amount(one.target.value, one.unit)}
    if _rises(one):
        return Message("{value} of {target}", values)
    return Message("{value}, target {target}", values)


def _rises(one: Progress) -> bool:
    ends = (one.baseline, one.target)
    numbers = [end.value for end in ends if end is not None and not isinstance(end.value, str)]
    return len(numbers) == len(ends) and numbers[0] < numbers[1]


def _words(some: Sequence[Progress]) -> Chain:
    return Chain(tuple(_each(some)), "; ")


def _each(some: Sequence[Progress]) -> Iterator[Message]:
    for one in some:
        values = {"indicator": one.indicator.title, "word": one.word, "why": one.why}
        yield Message("“{indicator}” ({word}): {why}", values)
