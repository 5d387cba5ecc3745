"""What the spreadsheet of readings says, indicator by indicator, as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.monitoring.telling import amount
from toc.words import Message

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.loading import Loaded
    from toc.model import Reading, Text

__all__ = ["Overview", "Understood", "overview"]


@dataclass(frozen=True, slots=True)
class Understood:
    """The readings of one indicator.

    Attributes:
        indicator: its id.
        title: its title.
        unit: the unit of its values.
        count: how many readings there are, those of groups among them.
        latest: the latest about all, or about a group where there is no other.
    """

    indicator: str
    title: Text | None
    unit: Text | None
    count: int
    latest: Reading | None

    def sentence(self, language: str) -> str:
        """Say how many there are, and the latest."""
        values: dict[str, object] = {
            "id": self.indicator,
            "title": self.title or self.indicator,
            "count": self.count,
        }
        if self.latest is None:
            return Message("{id}: no reading ({title})", values).say(language)
        values |= {"value": self._value(language), "date": str(self.latest.date)}
        return Message(
            "{id}: {count} reading, the latest {value} in {date} ({title})",
            values,
            plural="{id}: {count} readings, the latest {value} in {date} ({title})",
        ).say(language)

    def _value(self, language: str) -> str:
        assert self.latest is not None
        said = amount(self.latest.value, self.unit).say(language)
        unit = "" if self.unit is None else self.unit.say(language)
        group = ", ".join(self.latest.by.values())
        parts = (said, "" if said.endswith("%") else unit, group and f"[{group}]")
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Overview:
    """All readings of a strategy.

    Attributes:
        path: the spreadsheet; nothing when there is none.
        indicators: what was understood, in the strategy's order.
        refused: how many rows could not be read.
        findings: what there is to tell of the spreadsheet.
    """

    path: str
    indicators: tuple[Understood, ...]
    refused: int
    findings: tuple[Finding, ...]

    def sentence(self, language: str) -> str:
        """Count what was read and what was not."""
        if not self.path:
            return Message("there is no spreadsheet of readings yet").say(language)
        count = sum(one.count for one in self.indicators)
        values = {"path": self.path, "count": count, "refused": self.refused}
        return Message(
            "{path}: {count} reading, and {refused} refused",
            values,
            plural="{path}: {count} readings, and {refused} refused",
        ).say(language)


def overview(loaded: Loaded) -> Overview:
    """Say what was understood of a strategy's spreadsheet of readings."""
    strategy, readings = loaded.strategy, loaded.readings
    rows: dict[str, list[Reading]] = {}
    for reading in strategy.readings:
        rows.setdefault(reading.indicator, []).append(reading)
    understood = tuple(
        Understood(name, one.title, one.unit, len(rows.get(name, ())), _latest(rows.get(name, [])))
        for name, one in strategy.indicators.items()
    )
    if readings is None:
        return Overview("", understood, 0, ())
    own = tuple(
        one
        for one in loaded.findings
        if one.span is not None and one.span.path == readings.sheet.path
    )
    return Overview(readings.sheet.path, understood, len(readings.refused), own)


def _latest(readings: list[Reading]) -> Reading | None:
    """Give the last reading, one about all before one about a group."""
    if not readings:
        return None
    return max(readings, key=lambda one: (not one.by, one.date.last, one.date.first))
