"""The nouns of telling: what was found, how grave it is, and where it stands.

A finding names a thing by its *route*, the keys that lead to it from the top of the
strategy: `("links", "guide -> staff_apply", "assuming", 0)`.  Whoever has the files
turns the route into a *span*; a strategy that was built in Python has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from toc.words import Sayable

__all__ = ["GRADES", "KEY", "MOST_PATHS", "Edit", "Finding", "Related", "Route", "Severity", "Span"]

Route: TypeAlias = tuple[str | int, ...]

KEY = "[key]"
"""As the last step of a route: the key itself and not what stands under it."""

MOST_PATHS = 2**53 - 1
"""The largest count that every reader of JSON holds exactly; chains can be more."""


class Severity(IntEnum):
    """How grave a finding is, mildest first.

    A note is listed and counts for nothing: so a sketch is left in peace.
    """

    NOTE = 0
    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity's name as people type and read it."""
        return self.name.lower()


GRADES: Mapping[str, Severity | None] = MappingProxyType(
    {"off": None, **{severity.word: severity for severity in Severity}}
)
"""What a rule may be graded as, by the word that people type; None is not asked."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, in characters.

    Attributes:
        path: the file as it was named by the caller.
        line: where it begins.
        column: where it begins in that line.
        end_line: where it ends.
        end_column: one past its last character in that line.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file and the text to stand in its place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding: the first definition, the loop's end."""

    message: Sayable
    route: Route = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a strategy that its authors should know.

    Attributes:
        rule: the name of the rule that it comes from.
        message: what is so, in the authors' own words and titles.
        mend: what to do about it.
        route: what it is about.
        severity: set by the rulebook, after the strategy's status.
        span: where that stands, when the strategy came from files.
        related: other places that belong to it.
        label: a few words to stand under the marked place.
        question: the same as a question for the next meeting, where it is one.
        goal_paths: how many chains to a goal run through the place.
        edits: the changes to the file that mend it, where that is safe to do unasked.
    """

    rule: str
    message: Sayable
    mend: Sayable
    route: Route = ()
    severity: Severity = Severity.ERROR
    span: Span | None = None
    related: tuple[Related, ...] = ()
    label: Sayable | None = None
    question: Sayable | None = None
    goal_paths: int = 0
    edits: tuple[Edit, ...] = ()

    @property
    def told_paths(self) -> int:
        """How many chains to a goal run through the place, as far as programs can count."""
        return min(self.goal_paths, MOST_PATHS)
