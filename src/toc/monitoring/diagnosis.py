"""Where it fails: in what is delivered, or in the theory of what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.things import listed, thing_of
from toc.monitoring.measured import by_node, worst
from toc.monitoring.telling import Account
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.analysis.things import Thing
    from toc.graph import TheoryGraph
    from toc.model import Arrow
    from toc.monitoring.progress import Progress
    from toc.words import Sayable

__all__ = ["CAUSES", "Cause", "Diagnosis", "Doubt", "State", "diagnoses", "in_short"]

Cause: TypeAlias = Literal["working", "theory", "delivery", "other"]
"""What the two together say."""

State: TypeAlias = Literal["untested", "holding", "doubtful", "failed"]

CAUSES: Mapping[Cause, Message] = MappingProxyType(
    {
        "working": Message("it works as it was thought"),
        "theory": Message("the theory is in doubt"),
        "delivery": Message("it is not delivered"),
        "other": Message("something else brings it about"),
    }
)
"""The words for each."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A link that may not hold.

    Attributes:
        link: the link.
        assumptions: what it rests on.
        states: what is known of each of these today.
    """

    link: Thing
    assumptions: tuple[Thing, ...]
    states: tuple[State, ...]

    @property
    def told(self) -> Sayable:
        """The link, and what it rests on."""
        if not self.assumptions:
            return Message("{link}: it rests on nothing that is written", {"link": self.link.title})
        some = [
            Message("“{title}” ({state})", {"title": one.title, "state": STATES[state]})
            for one, state in zip(self.assumptions, self.states, strict=True)
        ]
        return Message("{link}: {assumptions}", {"link": self.link.title, "assumptions": some})


@dataclass(frozen=True, slots=True)
class Diagnosis(Account):
    """Whether a change comes about, and what should bring it about is delivered.

    Attributes:
        change: the outcome or the goal.
        cause: what the two together say.
        delivered: what leads to it and is on track, of the outputs that are known.
        undelivered: what leads to it and is not.
        doubts: where the theory is in doubt, the links between, those first that rest on
            what is doubtful or has failed.
    """

    change: Thing
    cause: Cause
    delivered: tuple[Thing, ...]
    undelivered: tuple[Thing, ...]
    doubts: tuple[Doubt, ...] = ()
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def told(self) -> Sayable:
        """What the two together say, for a meeting."""
        values = {
            "change": self.change.title,
            "delivered": listed(self.delivered, 3),
            "undelivered": listed(self.undelivered, 3),
        }
        return {
            "working": Message("“{change}” is on track, and so is {delivered}.", values),
            "theory": Message(
                "“{change}” is not on track, though {delivered} is: the theory is in doubt.",
                values,
            ),
            "delivery": Message(
                "“{change}” is not on track, and neither is {undelivered}: see to that first.",
                values,
            ),
            "other": Message(
                "“{change}” is on track, though {undelivered} is not: look for other causes.",
                values,
            ),
        }[self.cause]


def in_short(found: Sequence[Diagnosis]) -> tuple[tuple[Sayable, tuple[Doubt, ...]], ...]:
    """Say each diagnosis with its doubts, and what works as it was thought in one sentence."""
    told: list[tuple[Sayable, tuple[Doubt, ...]]] = [
        (one.told, one.doubts) for one in found if one.cause != "working"
    ]
    working = [one.change for one in found if one.cause == "working"]
    if working:
        values = {"count": len(working), "changes": listed(working)}
        said = Message(
            "{count} change is on track, and so is what is delivered for it: {changes}.",
            values,
            plural="{count} changes are on track, and so is what is delivered for them: {changes}.",
        )
        told.append((said, ()))
    return tuple(told)


_GRAVEST: tuple[Cause, ...] = ("theory", "delivery", "other", "working")
_WEAKEST: tuple[State, ...] = ("failed", "doubtful", "untested", "holding")


def diagnoses(graph: TheoryGraph, found: Sequence[Progress]) -> tuple[Diagnosis, ...]:
    """Tell for each change whether delivery or theory is at fault, where both are known.

    A node is on track where the worst of its indicators is; a change is held against the
    outputs that lead to it.  Both on track: it works.  Outputs on track and the change
    not: the theory is in doubt, and the links between, back to what is on track, are
    named with what they rest on; a change that only waits for an earlier one that is not on
    track is not told of again.  Neither: a problem of delivery.  The change on track
    and an output not: something else brings it about.

    What asks for a decision comes first: theory, then delivery, then other causes.

    Method: C. H. Weiss, Evaluation (1972; 2nd ed. 1998), theory failure and implementation
    failure.

    Args:
        graph: the theory of change.
        found: how its indicators stand.
    """
    on_track = _on_track(graph, found)
    changes = [node for node in graph.within("outcomes", "goals") if node in on_track]
    each = (_diagnosis(graph, on_track, node) for node in changes)
    found_out = (one for one in each if one is not None)
    return tuple(sorted(found_out, key=lambda one: _GRAVEST.index(one.cause)))


def _on_track(graph: TheoryGraph, found: Sequence[Progress]) -> Mapping[str, bool]:
    """Give the nodes of which it is known how they stand, and whether they are on track."""
    stood = {node: worst(some) for node, some in by_node(graph, found).items()}
    return {
        node: one.standing in ("achieved", "on-track")
        for node, one in stood.items()
        if one is not None
    }


def _diagnosis(graph: TheoryGraph, on_track: Mapping[str, bool], change: str) -> Diagnosis | None:
    way = graph.leading_to([change])
    outputs = [node for node in graph.within("outputs") if node in way and node in on_track]
    if not outputs:
        return None
    delivered = [node for node in outputs if on_track[node]]
    undelivered = [node for node in outputs if not on_track[node]]
    doubts: tuple[Doubt, ...] = ()
    if on_track[change]:
        cause: Cause = "other" if undelivered else "working"
    else:
        cause = "delivery" if undelivered else "theory"
    if cause == "theory":
        doubts = tuple(sorted(_doubts(graph, on_track, change), key=_weakest))
        if not doubts:
            return None
    return Diagnosis(
        thing_of(graph.strategy, change),
        cause,
        tuple(thing_of(graph.strategy, node) for node in delivered),
        tuple(thing_of(graph.strategy, node) for node in undelivered),
        doubts,
    )


def _weakest(one: Doubt) -> tuple[object, ...]:
    return min((_WEAKEST.index(state) for state in one.states), default=-1), one.link.name


def _doubts(graph: TheoryGraph, on_track: Mapping[str, bool], change: str) -> Iterator[Doubt]:
    """Walk back from a change to what is known; what leads there from what is on track may fail.

    What is not on track itself is told of where it stands: it explains what comes after it.
    """
    behind = _known_before(graph, on_track, change)
    sound = graph.reached_from([node for node in behind if on_track.get(node, False)])
    keys = dict.fromkeys(
        arrow.key
        for node in sorted(behind | {change})
        if node == change or node not in on_track
        for arrow in graph.arrows_into(node)
        if not arrow.hinders and arrow.cause in behind & sound and on_track.get(arrow.cause, True)
    )
    arrows = {arrow.key: arrow for arrow in graph.arrows}
    yield from (_doubt(graph, arrows[key]) for key in keys)


def _known_before(graph: TheoryGraph, on_track: Mapping[str, bool], change: str) -> frozenset[str]:
    """Give what leads to a change, back to the nearest of which it is known how it stands."""
    found: set[str] = set()
    waiting = [change]
    while waiting:
        for arrow in graph.arrows_into(waiting.pop()):
            if arrow.hinders or arrow.cause in found:
                continue
            found.add(arrow.cause)
            if arrow.cause not in on_track:
                waiting.append(arrow.cause)
    return frozenset(found)


def _doubt(graph: TheoryGraph, arrow: Arrow) -> Doubt:
    strategy = graph.strategy
    index = (strategy.index.get(name.lower()) for name in arrow.link.assuming)
    names = [found[1] for found in index if found is not None and found[0] == "assumptions"]
    things = tuple(thing_of(strategy, name) for name in names)
    states: tuple[State, ...] = tuple(
        strategy.assumptions[name].status or "untested" for name in names
    )
    return Doubt(thing_of(strategy, arrow.key), things, states)
