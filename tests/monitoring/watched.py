"""One indicator, watched: what most tests of monitoring begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from toc.model import Reading, Strategy
from toc.monitoring import Progress, progress

__all__ = ["DAY", "stand", "with_readings"]

DAY = date(2027, 6, 30)


def with_readings(strategy: Strategy, *readings: Reading) -> Strategy:
    """Give a strategy the rows of a spreadsheet, as loading does."""
    strategy._readings = readings
    return strategy


def stand(*, on: date = DAY, method: str | None = None, **fields: Any) -> Progress:
    """Say how one indicator stands, from 20 in 2024 to 60 by 2028 unless told otherwise."""
    usual = {"title": "Speakers", "baseline": {"2024": 20}, "target": {"2028": 60}}
    head = fields.pop("head", {})
    entry = {name: value for name, value in (usual | fields).items() if value is not None}
    strategy = Strategy.model_validate({"strategy": head, "indicators": {"speak": entry}})
    return progress(strategy, "speak", on, method)
