"""What is to be done by when, and by whom: whatever a strategy has set a day for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.analysis.things import Thing, listed, plain_thing, thing_of
from toc.model.decisions import decisions_taken
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from toc.findings import Route
    from toc.model import Date, Interval, Strategy
    from toc.words import Sayable

__all__ = ["WORK", "Due", "due", "named"]

WORK: Mapping[str, Message] = MappingProxyType(
    {
        "review": Message("hold the review"),
        "assumption": Message("say what is known of the assumption"),
        "pilot": Message("choose the pilot project"),
        "result": Message("say what came of the pilot project"),
        "decision": Message("carry out what was decided"),
        "reading": Message("measure it, and enter the value"),
        "output": Message("deliver it, or write that it was delivered"),
        "minutes": Message("write down who came and what was decided"),
        "waiver": Message("decide anew about what was accepted"),
    }
)
"""What there is to do, by the kind of thing that is due."""

_SETTLED = ("holding", "failed")


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is to be done by a day.

    Attributes:
        kind: what there is to do, a key of `WORK`.
        things: what it is about.
        route: where the day, or what stands for it, is written.
        by: the day, as exactly as it is written; None where none was set.
        people: the stakeholders and people who are to do it.
    """

    kind: str
    things: tuple[Thing, ...]
    route: Route
    by: Date | Interval | None
    people: tuple[str, ...] = ()

    @property
    def work(self) -> Message:
        """What there is to do."""
        return WORK[self.kind]

    @property
    def what(self) -> Sayable:
        """What it is about, in quotes."""
        return listed(self.things)

    @property
    def last(self) -> date:
        """The last day on which it is in time; where none was set, the last that there is."""
        return (self.by and (self.by.last or self.by.first)) or date.max

    def is_late(self, on: date) -> bool:
        """Whether the day has passed."""
        return self.last < on

    def sentence(self, language: str = ORIGINAL) -> str:
        """Say what is to be done by when."""
        values = {"work": self.work, "what": self.what, "date": self.by}
        if self.by is None:
            return Message("{work}: {what}", values).say(language)
        return Message("{work}: {what}; by {date}", values).say(language)


def due(strategy: Strategy, until: date, *, delivered: Collection[str] = ()) -> tuple[Due, ...]:
    """Give what has to be done by a day, the earliest first; what is done is left out.

    Args:
        strategy: the strategy.
        until: the day; what falls into a month or a year that has begun by then counts.
        delivered: outputs of which it is known from elsewhere that they are there.
    """
    found = [
        *_assumptions(strategy),
        *_choice(strategy, until),
        *_results(strategy, until),
        *_decisions(strategy, until),
        *_outputs(strategy, delivered),
        *_minutes(strategy, until),
        *_waivers(strategy),
    ]
    begun = [one for one in found if one.by is None or (one.by.first or date.min) <= until]
    return tuple(sorted(begun, key=lambda one: (one.last, one.kind, one.route)))


def named(strategy: Strategy, name: str) -> Thing:
    """Give an entry or a link as a thing; what the strategy does not have is but a name."""
    if name in strategy.links or name.lower() in strategy.index:
        return thing_of(strategy, name)
    return plain_thing(name)


def _assumptions(strategy: Strategy) -> Iterator[Due]:
    for name, entry in strategy.assumptions.items():
        if entry.check_by is not None and entry.status not in _SETTLED:
            people = () if entry.owner is None else (entry.owner,)
            route = ("assumptions", name, "check_by")
            yield Due("assumption", (named(strategy, name),), route, entry.check_by, people)


def _choice(strategy: Strategy, until: date) -> Iterator[Due]:
    """Give the choice that has to be made before the first pilot begins, among those left."""
    stopped = {
        name.lower()
        for one in decisions_taken(strategy, until)
        if one.decision.decision == "stop"
        for name in one.decision.about
    }
    pilots = {name: one for name, one in strategy.pilots.items() if name.lower() not in stopped}
    starts = [(one.period.start, name) for name, one in pilots.items() if one.period]
    first = min(
        ((start, name) for start, name in starts if start is not None),
        key=lambda pair: (pair[0].first, pair[1]),
        default=None,
    )
    if first is not None and all(one.chosen is None for one in strategy.pilots.values()):
        things = tuple(named(strategy, name) for name in pilots)
        yield Due("pilot", things, ("pilots", first[1], "period"), first[0], strategy.head.led_by)


def _results(strategy: Strategy, until: date) -> Iterator[Due]:
    """Give the pilots that were chosen and are over, and of which nothing is told."""
    for name, pilot in strategy.pilots.items():
        end = None if pilot.period is None else pilot.period.end
        if end is not None and end.last < until and pilot.chosen is not None and not pilot.result:
            people = _answering(strategy, pilot.of)
            yield Due("result", (named(strategy, name),), ("pilots", name, "period"), end, people)


def _decisions(strategy: Strategy, until: date) -> Iterator[Due]:
    for one in decisions_taken(strategy, until):
        if one.is_waiting(until):
            names = one.decision.about or (one.sitting[1],)
            things = tuple(named(strategy, name) for name in names)
            yield Due("decision", things, one.route, one.decision.due, one.decision.by)


def _outputs(strategy: Strategy, delivered: Collection[str]) -> Iterator[Due]:
    there = {name.lower() for name in delivered}
    causes = _causes(strategy)
    for name, output in strategy.outputs.items():
        if output.due is not None and output.delivered is None and name.lower() not in there:
            people = _answering(strategy, causes.get(name.lower(), ()))
            thing = named(strategy, name)
            yield Due("output", (thing,), ("outputs", name, "due"), output.due, people)


def _causes(strategy: Strategy) -> Mapping[str, list[str]]:
    """Give what leads to each effect, by its id in lower case."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in strategy.arrows:
        found[arrow.effect.lower()].append(arrow.cause)
    return found


def _answering(strategy: Strategy, names: Iterable[str]) -> tuple[str, ...]:
    """Give who answers for some activities."""
    places = (strategy.index.get(name.lower(), ("", "")) for name in names)
    known = (strategy.activities[key] for section, key in places if section == "activities")
    people = (one.accountable for one in known)
    return tuple(dict.fromkeys(person for person in people if person))


def _minutes(strategy: Strategy, until: date) -> Iterator[Due]:
    """Give the events that are over, and of which nothing is told."""
    spoken = {one.from_.lower() for one in strategy.feedback.values() if one.from_}
    for name, event in strategy.events.items():
        last = None if event.date is None else event.date.last
        told = event.attended or event.decided or event.decisions or name.lower() in spoken
        if last is not None and last < until and not told:
            thing, route = named(strategy, name), ("events", name, "date")
            yield Due("minutes", (thing,), route, event.date, event.facilitators)


def _waivers(strategy: Strategy) -> Iterator[Due]:
    for name, waiver in strategy.waivers.items():
        if waiver.until is not None:
            things = tuple(named(strategy, one) for one in waiver.at or (name,))
            yield Due("waiver", things, ("waivers", name, "until"), waiver.until, waiver.by)
