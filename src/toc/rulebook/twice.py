"""Values of an indicator that stand twice for the same day and the same people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toc.findings import Route
    from toc.model import Date, Strategy

__all__ = ["Twice", "values_twice"]


@dataclass(frozen=True, slots=True)
class Twice:
    """A value and an earlier one for the same.

    Attributes:
        indicator: the indicator's id.
        date: when.
        group: about whom; nothing when it is about all.
        first: the earlier value.
        again: the later one.
        first_route: where the earlier one stands.
        route: where the later one stands.
    """

    indicator: str
    date: Date
    group: tuple[tuple[str, str], ...]
    first: float | str
    again: float | str
    first_route: Route
    route: Route

    @property
    def when(self) -> str:
        """Say the date, and the group if it is about one."""
        groups = ", ".join(name for _, name in self.group)
        return f"{self.date} ({groups})" if groups else str(self.date)


def values_twice(strategy: Strategy) -> Iterator[Twice]:
    """Go through what was measured inline and in the spreadsheet, and find what stands again."""
    known: dict[object, tuple[float | str, Route]] = {}
    for name, date, group, value, route in _measured(strategy):
        first, place = known.setdefault((name, date, group), (value, route))
        if place is not route:
            yield Twice(name, date, group, first, value, place, route)


def _measured(
    strategy: Strategy,
) -> Iterator[tuple[str, Date, tuple[tuple[str, str], ...], float | str, Route]]:
    for name, indicator in strategy.indicators.items():
        for date, one in indicator.actual.items():
            if one.value is not None:
                yield name, date, (), one.value, ("indicators", name, "actual", str(date))
    for number, row in enumerate(strategy.readings):
        group = tuple(sorted(row.by.items()))
        route = ("indicators", row.indicator, "readings", number)
        yield row.indicator, row.date, group, row.value, route
