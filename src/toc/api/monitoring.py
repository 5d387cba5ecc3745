"""Monitoring: how a strategy is doing on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.api.reading import strategy_of

if TYPE_CHECKING:
    import os
    from collections.abc import Collection
    from datetime import date

    from toc.model import Strategy
    from toc.monitoring import Status

__all__ = ["status"]


def status(
    what: str | os.PathLike[str] | Strategy, *, on: date, goals: Collection[str] = ()
) -> Status:
    """Say how a strategy is doing on a day: every indicator, every goal, and where it fails.

    Args:
        what: a strategy, or the path of one.
        on: the day; what is dated later does not count.
        goals: ids of the goals that are asked about; all of them when empty.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when there is no such goal.
    """
    from toc.monitoring import status as found

    return found(strategy_of(what), on, goals)
