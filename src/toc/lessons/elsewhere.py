"""What others found out about assumptions like those here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.plain import plain
from toc.analysis.things import thing_of
from toc.lessons.closeness import Closeness
from toc.lessons.matching import matches
from toc.lessons.side import Side
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.analysis.plain import Plain
    from toc.analysis.things import Thing
    from toc.lessons.closeness import Reason
    from toc.model import Strategy, Text

__all__ = ["FoundOut", "found_out"]

_KNOWN = ("holding", "doubtful", "failed")
"""What somebody says of an assumption who has looked."""

_SPEAKING = (Closeness.CODE, Closeness.WORDING, Closeness.WORDS)


@dataclass(frozen=True, slots=True)
class FoundOut:
    """What others found out about an assumption like one that nobody has tested here.

    Attributes:
        here: the assumption here.
        region: what people call the strategy of the others.
        there: their assumption.
        status: what they know of it: holding, doubtful or failed.
        reasons: why the two are alike, the closest first.
    """

    here: Thing
    region: Text
    there: Thing
    status: str
    reasons: tuple[Reason, ...]

    @property
    def told(self) -> Message:
        """What others found out, in a sentence."""
        values = {
            "here": self.here.title,
            "region": self.region,
            "there": self.there.title,
            "state": STATES[self.status],
            "reasons": [reason.told for reason in self.reasons],
        }
        return Message("“{here}”: in {region}, “{there}” is {state} ({reasons})", values)

    def sentence(self, language: str = "en") -> str:
        """Say what others found out."""
        return self.told.say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def found_out(strategy: Strategy, others: Iterable[Strategy]) -> tuple[FoundOut, ...]:
    """Find what others know of assumptions like those that nobody has tested here.

    Assumptions are alike as lessons are found again, by a code, by their wording, or by
    their kind before the same kind of change; but of what somebody found out the words
    must speak too, one of them at least.  In the order of the assumptions here, and of each
    the closest first.

    Args:
        strategy: whose assumptions are untested.
        others: who may have tested before.

    >>> from toc.model import Strategy
    >>> here = Strategy(assumptions={"a": "Staff have time to use the guide"})
    >>> there = Strategy(
    ...     strategy={"place": "Timiș"},
    ...     assumptions={"b": {"title": "Staff have time to use guides", "status": "failed"}},
    ... )
    >>> [one.status for one in found_out(here, [there])]
    ['failed']
    """
    side = Side(strategy)
    found = [one for other in others if other is not strategy for one in _from(Side(other), side)]
    order = {name: at for at, name in enumerate(strategy.assumptions)}
    return tuple(
        sorted(found, key=lambda one: (order[one.here.name], one.reasons[0].closeness.place))
    )


def _from(other: Side, here: Side) -> Iterator[FoundOut]:
    for name, entry in other.strategy.assumptions.items():
        if entry.status not in _KNOWN:
            continue
        there = thing_of(other.strategy, name)
        for thing, reasons in matches(there, other, here):
            own = here.strategy.assumptions.get(thing.name)
            kinds = {reason.closeness for reason in reasons}
            if own is not None and own.status not in _KNOWN and not kinds.isdisjoint(_SPEAKING):
                yield FoundOut(thing, other.name, there, entry.status, reasons)
