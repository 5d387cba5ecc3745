"""A future that is thought through, and a strategy as it would be in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from toc.analysis.likelihoods import Given
    from toc.model import Duration, Interval, Strategy

__all__ = ["Gate", "Scenario", "imagined"]

Gate: TypeAlias = "str | int"
"""How causes combine: `all`, `any`, or how many are enough."""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Scenario:
    """A future that is thought through.

    Attributes:
        without: ids of what is gone: an activity, a stakeholder, an input, a link.
        fails: ids of what turns out not to hold: assumptions; ids of risks that occur.
        kept: ids of what holds all the same, though the two others name it.
        requires: how the causes of a node combine, by id.
        grades: how well a link is supported, by the link as it is written.
        chances: how likely it is that a thing holds, by id.
        lags: how long a link takes, by the link.
        dates: when an activity takes place, by id.
    """

    without: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    requires: Mapping[str, Gate] = field(default_factory=_nothing)
    grades: Mapping[str, str] = field(default_factory=_nothing)
    chances: Mapping[str, Given] = field(default_factory=_nothing)
    lags: Mapping[str, Duration] = field(default_factory=_nothing)
    dates: Mapping[str, Interval] = field(default_factory=_nothing)

    @property
    def is_drawn_otherwise(self) -> bool:
        """Whether the strategy would have to be written otherwise."""
        return bool(self.requires or self.grades or self.lags or self.dates)


def imagined(strategy: Strategy, scenario: Scenario, spelled: Callable[[str], str]) -> Strategy:
    """Give a strategy as it would be written in a scenario; what is gone is still in it.

    Args:
        strategy: the strategy, which is left as it is.
        scenario: what would be otherwise.
        spelled: gives the id or the link as the strategy spells it.

    Raises:
        UnknownNameError: when there is no such thing.
    """
    changes: dict[tuple[str, str], dict[str, object]] = {}
    for name, gate in scenario.requires.items():
        changes.setdefault(strategy.index[spelled(name).lower()], {})["requires"] = gate
    for name, period in scenario.dates.items():
        changes.setdefault(("activities", spelled(name)), {})["period"] = period
    for name, grade in scenario.grades.items():
        changes.setdefault(("links", spelled(name)), {})["evidence"] = grade
    for name, lag in scenario.lags.items():
        changes.setdefault(("links", spelled(name)), {})["lag"] = lag
    sections: dict[str, dict[str, Any]] = {}
    for (section, name), update in changes.items():
        entries = sections.setdefault(section, dict(getattr(strategy, section)))
        entries[name] = entries[name].model_copy(update=update)
    return strategy.model_copy(update=sections)
