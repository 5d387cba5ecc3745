"""Sharing: what was learned, what others learned, and regions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.api.reading import strategy_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from datetime import date

    from toc.lessons import FoundOut, Learned, Recurrence
    from toc.model import Strategy
    from toc.regions import Comparison

__all__ = ["compared", "found_again", "found_out", "learned"]


def learned(what: str | os.PathLike[str] | Strategy, about: str = "") -> tuple[Learned, ...]:
    """Give the lessons of a strategy, each with what it is about.

    Args:
        what: a strategy, or the path of one.
        about: an id; only what was learned about it, or from it.

    Raises:
        InputError: nothing is there, or it cannot be read.
        StrategyError: something in it could not be understood.
    """
    from toc.lessons import learned as found

    return found(strategy_of(what), about)


def found_again(
    what: str | os.PathLike[str] | Strategy,
    others: Iterable[str | os.PathLike[str] | Strategy],
) -> tuple[Recurrence, ...]:
    """Find the lessons of others that may hold in a strategy, and say why.

    Args:
        what: a strategy, or the path of one.
        others: strategies whose authors learned before.

    Raises:
        InputError: nothing is there, or it cannot be read.
        StrategyError: something in one could not be understood.
    """
    from toc.lessons import found_again as found

    return found(strategy_of(what), [strategy_of(one) for one in others])


def found_out(
    what: str | os.PathLike[str] | Strategy,
    others: Iterable[str | os.PathLike[str] | Strategy],
) -> tuple[FoundOut, ...]:
    """Find what others know of assumptions like those that nobody has tested here.

    Args:
        what: a strategy, or the path of one.
        others: strategies whose authors may have tested before.

    Raises:
        InputError: nothing is there, or it cannot be read.
        StrategyError: something in one could not be understood.
    """
    from toc.lessons import found_out as found

    return found(strategy_of(what), [strategy_of(one) for one in others])


def compared(strategies: Iterable[str | os.PathLike[str] | Strategy], *, on: date) -> Comparison:
    """Set strategies side by side: what they share, test and plan; none is ranked.

    Args:
        strategies: strategies, or the paths of them.
        on: the day; what is dated later does not count.

    Raises:
        InputError: nothing is there, or it cannot be read.
        StrategyError: something in one could not be understood.
    """
    from toc.regions import compared as side_by_side

    return side_by_side([strategy_of(one) for one in strategies], on)
