"""How well links are supported, in order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GIVEN", "GRADES", "GRADE_WORDS", "Grade", "better", "grade", "weaker"]

Grade: TypeAlias = Literal["gap", "unknown", "limited", "moderate", "strong"]

GRADES: tuple[Grade, ...] = ("gap", "unknown", "limited", "moderate", "strong")
"""From nothing known to well supported.

Unknown is no grade between two others.  Its place says only what may be concluded: beside a
known gap a way is as weak as the gap, and beside a known grade another way does not count.
"""

GIVEN: tuple[Grade, ...] = tuple(one for one in GRADES if one != "unknown")
"""Those that a link may be given, weakest first."""

_READ: Mapping[str, Grade] = {one: one for one in GRADES}

GRADE_WORDS: Mapping[Grade, Message] = MappingProxyType(
    {
        "gap": Message("no evidence"),
        "unknown": Message("nobody has said"),
        "limited": Message("limited evidence"),
        "moderate": Message("moderate evidence"),
        "strong": Message("strong evidence"),
    }
)
"""The words for each."""


def grade(written: str | None) -> Grade:
    """Read what a link says of its evidence; a link that says nothing is unknown."""
    return _READ.get(written or "", "unknown")


def better(one: Grade, other: Grade) -> Grade:
    """Give the grade of two ways to the same thing: the better way counts."""
    return one if GRADES.index(one) >= GRADES.index(other) else other


def weaker(one: Grade, other: Grade) -> Grade:
    """Give the grade of two links in a row: a chain is as strong as its weakest link."""
    return one if GRADES.index(one) <= GRADES.index(other) else other
