"""Several strategies side by side on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.plain import plain
from toc.regions.areas import area_rows
from toc.regions.assuming import kind_rows, pairs
from toc.regions.indicators import shared_indicators
from toc.regions.region import in_order
from toc.regions.sessions import schedules, together
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.regions.areas import AreaRow
    from toc.regions.assuming import KindRow, Pair
    from toc.regions.indicators import SharedIndicator
    from toc.regions.region import Region
    from toc.regions.sessions import Schedule, Together

__all__ = ["Comparison", "compared"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several strategies side by side.

    Attributes:
        on: the day.
        regions: the strategies, in the order of the alphabet.
        indicators: what two regions or more measure.
        areas: the policy areas that two regions or more have.
        kinds: the kinds of assumption, and who tests them.
        alike: assumptions of two regions that say nearly the same.
        schedules: where each region stands in its roadmap.
        together: when two regions could review together.
    """

    on: date
    regions: tuple[Region, ...]
    indicators: tuple[SharedIndicator, ...]
    areas: tuple[AreaRow, ...]
    kinds: tuple[KindRow, ...]
    alike: tuple[Pair, ...]
    schedules: tuple[Schedule, ...]
    together: tuple[Together, ...]

    def sentence(self, language: str = "en") -> str:
        """Say what the strategies have in common."""
        return self.told.say(language)

    @property
    def told(self) -> Message:
        """What the strategies have in common, counted."""
        counts: tuple[Message, ...] = (
            Message(
                "{count} shared indicator",
                {"count": len(self.indicators)},
                plural="{count} shared indicators",
            ),
            Message(
                "{count} policy area",
                {"count": len(self.areas)},
                plural="{count} policy areas",
            ),
            Message(
                "{count} pair of like assumptions",
                {"count": len(self.alike)},
                plural="{count} pairs of like assumptions",
            ),
        )
        values = {"names": [region.name for region in self.regions], "counts": list(counts)}
        return Message("{names} have in common: {counts}", values)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def compared(strategies: Iterable[Strategy], on: date) -> Comparison:
    """Set strategies side by side.

    They are compared only where it can be said that they speak of the same: by a code of a
    common list, by the same id, or by nearly the same name or wording.  Whatever speaks
    against a comparison is said beside the values.  There is no order but that of the
    alphabet, and no sum over regions.

    Args:
        strategies: the strategies.
        on: the day; what is dated later does not count.

    >>> from datetime import date
    >>> from toc.model import Strategy
    >>> one, other = (
    ...     Strategy(strategy={"place": place}, areas={"work": "Labour market"})
    ...     for place in ("Timiș", "Arad")
    ... )
    >>> compared([one, other], date(2027, 1, 1)).sentence()
    'Arad, Timiș have in common: 0 shared indicators, 1 policy area, 0 pairs of like assumptions'
    """
    regions = in_order(strategies)
    schedule = tuple(schedules(regions, on))
    return Comparison(
        on,
        regions,
        tuple(shared_indicators(regions, on)),
        tuple(area_rows(regions, on)),
        tuple(kind_rows(regions)),
        tuple(pairs(regions)),
        schedule,
        tuple(together(schedule)),
    )
