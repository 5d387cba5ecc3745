"""Whether the values of groups can be those of parts of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.monitoring.moments import exact
from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Sum", "added_up"]

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts.

    Attributes:
        whole: the value of the whole.
        parts: the values of the groups.
        aggregate: how the indicator says that they are joined.
        is_share: whether they are percentages.
        is_people: whether they count people.
        has_secret: whether one of them is not shown.
    """

    whole: int | float | str
    parts: tuple[int | float | str, ...]
    aggregate: str | None
    is_share: bool = False
    is_people: bool = False
    has_secret: bool = False


def added_up(one: Sum) -> Message | None:
    """Say what cannot be so: counts that do not add up, rates that lie on one side of the whole.

    Counts may differ by half a unit of their last digit for every number that was rounded.
    Where people may be counted in two groups, the groups can be more than the whole and
    never less.  A rate or a mean of the whole lies between those of its parts.
    """
    numbers = [exact(part) for part in one.parts if not isinstance(part, str)]
    if isinstance(one.whole, str) or len(numbers) != len(one.parts) or len(numbers) < 2:  # noqa: PLR2004 - one part adds up to nothing
        return None
    whole = exact(one.whole)
    if one.is_share or one.aggregate in ("mean", "none"):
        return _outside(one, whole, numbers)
    if one.aggregate in ("distinct", "sum") or one.is_people:
        return _unequal(one, whole, sum(numbers, Fraction()))
    return None


def _outside(one: Sum, whole: Fraction, numbers: list[Fraction]) -> Message | None:
    slack = _rounding((one.whole, *one.parts))
    if min(numbers) - slack <= whole <= max(numbers) + slack:
        return None
    values = {"low": Shown(min(numbers)), "high": Shown(max(numbers)), "whole": Shown(whole)}
    return Message(
        "the groups lie from {low} to {high}, and the whole, {whole}, does not lie between", values
    )


def _unequal(one: Sum, whole: Fraction, total: Fraction) -> Message | None:
    numbers = (one.whole, *one.parts)
    slack = _rounding(numbers) * len(numbers) / 2
    is_less = total < whole - slack
    is_more = total > whole + slack and one.aggregate != "distinct"
    if not (is_less or is_more):
        return None
    # What is not shown could be reckoned from the sum of all groups.
    if one.has_secret:
        return Message("the groups do not add up to the whole")
    values = {"total": Shown(total), "whole": Shown(whole)}
    return Message("the groups add up to {total}, and the whole is {whole}", values)


def _rounding(numbers: Iterable[float | str]) -> Fraction:
    """Give the unit of the last digit of the least exact number: half of it for each of two."""
    digits = [len(str(one).partition(".")[2]) if "." in str(one) else 0 for one in numbers]
    return Fraction(1, 10 ** min(digits)) if min(digits) else Fraction(1)
