"""Words for a chance, as intelligence analysts use them, read as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from toc.model import Strategy

__all__ = ["Given", "Interval", "interval_of", "interval_of_likelihood", "stated"]

_SCALE = {
    "almost no chance": (0.01, 0.05),
    "very unlikely": (0.05, 0.20),
    "unlikely": (0.20, 0.45),
    "roughly even": (0.45, 0.55),
    "likely": (0.55, 0.80),
    "very likely": (0.80, 0.95),
    "almost certain": (0.95, 0.99),
}
"""The scale of ODNI's directive ICD 203 (2015), analytic standards."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A chance that is known between two ends, 0 to 1."""

    low: float
    high: float

    @property
    def opposite(self) -> Interval:
        """The chance that it does not happen."""
        return Interval(1 - self.high, 1 - self.low)


Given: TypeAlias = "str | float | Interval"
"""A word of the scale, a share from 0 to 1, or an interval."""


def interval_of(given: Given) -> Interval:
    """Read a chance.

    Raises:
        ValueError: when it is no chance.

    >>> interval_of("likely")
    Interval(low=0.55, high=0.8)
    """
    if isinstance(given, Interval):
        found = given
    elif isinstance(given, str):
        found = Interval(*_SCALE[given]) if given in _SCALE else Interval(1, 0)
    else:
        found = Interval(given, given)
    if not 0 <= found.low <= found.high <= 1:
        message = f"{given!r} is no chance: write a word of the scale, or a share from 0 to 1"
        raise ValueError(message)
    return found


def stated(strategy: Strategy) -> dict[str, Interval]:
    """Give the chances that a strategy states, that each thing holds.

    That is the confidence in assumptions and in links, and the likelihood of risks, turned
    round: a risk holds when it does not occur.
    """
    found: dict[str, Interval] = {}
    for name, assumption in strategy.assumptions.items():
        if assumption.confidence is not None:
            found[name] = _percent(assumption.confidence)
    for name, risk in strategy.risks.items():
        if risk.likelihood is not None:
            found[name] = interval_of_likelihood(risk.likelihood).opposite
    for key, link in strategy.links.items():
        if link.confidence is not None:
            found[key] = _percent(link.confidence)
    return found


def interval_of_likelihood(given: str | float) -> Interval:
    """Read a likelihood as a strategy states it: a word of the scale, or a percentage."""
    return interval_of(given) if isinstance(given, str) else _percent(given)


def _percent(share: float) -> Interval:
    return Interval(share / 100, share / 100)
