"""The state of the assumptions, and what falls with those that do not hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis import Logic, Thing, assumptions_map
from toc.analysis.due import named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.model import Assumption, Strategy

__all__ = ["Support", "supports"]

_UNSETTLED = {"failed": 0, "doubtful": 1, "untested": 2, "holding": 3}
"""In this order they are talked about."""


@dataclass(frozen=True, slots=True)
class Support:
    """An assumption as it stands on the day of a review.

    Attributes:
        assumption: the assumption.
        status: what is known of it: untested, holding, doubtful or failed.
        is_critical: whether its authors say that much hangs on it.
        confidence: how likely its authors think it is, in per cent.
        people: who keeps an eye on it.
        tests: the indicators and pilots that would show it.
        links: the links that rest on it.
        carries: the goals that fall with it for certain.
    """

    assumption: Thing
    status: str
    is_critical: bool
    confidence: float | None
    people: tuple[str, ...]
    tests: tuple[Thing, ...]
    links: tuple[Thing, ...]
    carries: tuple[Thing, ...]

    @property
    def is_in_doubt(self) -> bool:
        """Whether its authors doubt it, or have seen it fail."""
        return self.status in ("failed", "doubtful")


def supports(strategy: Strategy) -> tuple[Support, ...]:
    """Give all assumptions: those that failed first, then the doubtful, then the untested.

    Among equals those that a goal falls with come first, and then the critical ones.
    """
    if not strategy.assumptions:
        return ()
    carries = {
        one.assumption.name: one.carries for one in assumptions_map(Logic.of(strategy)).placed
    }
    resting = _resting(strategy)
    found = [
        _support(strategy, name, carries, resting.get(name.lower(), ()))
        for name in strategy.assumptions
    ]
    return tuple(sorted(found, key=_gravest_first))


def _gravest_first(one: Support) -> tuple[int, bool, bool]:
    return _UNSETTLED[one.status], not one.carries, not one.is_critical


def _resting(strategy: Strategy) -> Mapping[str, list[str]]:
    """Give the links that rest on each assumption, by its id in lower case."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, link in strategy.links.items():
        for name in link.assuming:
            found[name.lower()].append(key)
    return found


def _support(
    strategy: Strategy, name: str, carries: Mapping[str, tuple[Thing, ...]], links: Sequence[str]
) -> Support:
    entry: Assumption = strategy.assumptions[name]
    return Support(
        named(strategy, name),
        entry.status or "untested",
        entry.importance == "critical",
        entry.confidence,
        () if entry.owner is None else (entry.owner,),
        tuple(named(strategy, one) for one in entry.test),
        tuple(named(strategy, key) for key in links),
        carries.get(name, ()),
    )
