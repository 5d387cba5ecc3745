"""The earliest time at which each thing can be there, when causes combine in any way.

Nothing here knows a strategy or a calendar, so that other systems can be timed as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Event", "Settled", "Wait", "settle"]

Known: TypeAlias = "tuple[int, str, str] | None"
"""When enough is there, through which cause and which link; None as long as that is open."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A cause, and how long its effect takes.

    Attributes:
        cause: what is waited for.
        link: the name of what joins them.
        over: the time that a time of the cause leads to; never earlier than it, and never
            earlier for a later one.
    """

    cause: str
    link: str
    over: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is there when enough of its causes are.

    Attributes:
        necessary: the causes of which all must be there.
        sufficient: the causes of which, beside those, one is enough.
        others: the causes of which, beside the necessary ones, some number is enough.
        least: that number.
        done: the time at which it is there when enough causes are, likewise never earlier.
        own: its own time, before which it cannot be.
    """

    necessary: Sequence[Wait] = ()
    sufficient: Sequence[Wait] = ()
    others: Sequence[Wait] = ()
    least: int = 0
    done: Callable[[int], int] = int
    own: int = 0

    @property
    def waits(self) -> tuple[Wait, ...]:
        """All its causes."""
        return (*self.necessary, *self.sufficient, *self.others)


@dataclass(frozen=True, slots=True)
class Settled:
    """When something is there.

    Attributes:
        time: the earliest time.
        cause: what it waited for last; empty when its own time decided.
        link: the name of what joins the two.
    """

    time: int
    cause: str = ""
    link: str = ""


def settle(events: Mapping[str, Event]) -> dict[str, Settled]:
    """Give the earliest time of each event; what can never be there is left out.

    The least fixed point: a loop cannot start itself.  The order of the events has no part
    in the outcome.

    Method: Knuth's generalisation of Dijkstra's algorithm (Inf. Process. Lett. 6(1), 1977).
    Cost: arrows times the number of causes of an effect, and a logarithm.

    Args:
        events: what is timed, by name.
    """
    found: dict[str, Settled] = {}
    heap: list[tuple[int, str, str, str]] = []
    effects: dict[str, set[str]] = {}
    for name, event in events.items():
        for wait in event.waits:
            effects.setdefault(wait.cause, set()).add(name)
        _offer(heap, name, event, found)
    while heap:
        time, name, cause, link = heappop(heap)
        if name in found:
            continue
        found[name] = Settled(time, cause, link)
        for effect in effects.get(name, ()):
            if effect not in found:
                _offer(heap, effect, events[effect], found)
    return found


def _offer(
    heap: list[tuple[int, str, str, str]],
    name: str,
    event: Event,
    found: Mapping[str, Settled],
) -> None:
    known = _enough(event, found)
    if known is None:
        return
    time, cause, link = known
    done = event.done(max(time, event.own))
    if time <= event.own:
        cause = link = ""
    heappush(heap, (done, name, cause, link))


def _enough(event: Event, found: Mapping[str, Settled]) -> Known:
    necessary = _there(event.necessary, found)
    if len(necessary) < len(event.necessary):
        return None
    needed = max(necessary, default=(0, "", ""))
    beside = _beside(event, found)
    return None if beside is None else max(needed, beside)


def _beside(event: Event, found: Mapping[str, Settled]) -> Known:
    if not event.sufficient and not event.others and not event.least:
        return 0, "", ""
    ways = _there(event.sufficient, found)[:1]
    others = _there(event.others, found)
    if event.others and len(others) >= event.least:
        ways.append(others[event.least - 1] if event.least else (0, "", ""))
    return min(ways, default=None)


def _there(waits: Iterable[Wait], found: Mapping[str, Settled]) -> list[tuple[int, str, str]]:
    """Give when the causes that are settled lead to their effect, the earliest first."""
    return sorted(
        (one.over(found[one.cause].time), one.cause, one.link)
        for one in waits
        if one.cause in found
    )
