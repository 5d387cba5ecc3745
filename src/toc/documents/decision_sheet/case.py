"""What a decision sheet tells of: the pilots, and everything that was asked of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.errors import MissingExtraError
from toc.graph import TheoryGraph
from toc.pilots.choice import Ranking, weighted_sum
from toc.pilots.coverage import Coverage, coverage
from toc.pilots.table import Table, table
from toc.pilots.teaching import Teaching, teaching
from toc.pilots.weights import Weights, weights_of
from toc.words import Sayable, say

if TYPE_CHECKING:
    from toc.model import Strategy
    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet

__all__ = ["Case"]

_SPACES = re.compile("[ \t\r\n]+")
"""What parts words; a space that keeps a number together is none of these."""


@dataclass(frozen=True)
class Case:
    """A strategy whose pilots are chosen from.

    Attributes:
        strategy: the strategy.
        language: of its texts and of ours.
    """

    strategy: Strategy
    language: str

    @cached_property
    def graph(self) -> TheoryGraph:
        """The strategy as a graph."""
        return TheoryGraph(self.strategy)

    @cached_property
    def coverage(self) -> Coverage:
        """What each pilot tests."""
        return coverage(self.graph)

    @cached_property
    def lessons(self) -> Mapping[str, Teaching] | None:
        """By pilot, what it would teach; None where what computes it is not installed."""
        try:
            return {one.pilot.name: one for one in teaching(self.graph)}
        except MissingExtraError:
            return None

    @cached_property
    def table(self) -> Table:
        """Criteria × pilots."""
        lessons = self.lessons
        if lessons is None:
            return table(self.graph)
        return table(self.graph, learning=lambda pilot: lessons[pilot].shares)

    @cached_property
    def sheet(self) -> Sheet:
        """What is added up."""
        return self.table.sheet()

    @cached_property
    def weights(self) -> Weights:
        """What each criterion counts."""
        return weights_of(self.sheet)

    @cached_property
    def ranking(self) -> Ranking:
        """Who comes first."""
        return weighted_sum(self.sheet, self.weights)

    def told(self, what: object) -> str:
        """Say anything in the sheet's language, in one line; a dash where there is nothing."""
        if what in (None, "", ()):
            return "–"
        return _SPACES.sub(" ", say(what, self.language)).strip()

    def title(self, thing: Named) -> str:
        """Say what a thing is called, without quotes."""
        return self.told(thing.title)

    def person(self, name: str) -> str:
        """Say who somebody is: a stakeholder by its title, others by their name."""
        entry = self.strategy.entry(name)
        title: Sayable | None = getattr(entry, "title", None)
        return self.told(title) if title else name

    def sentence(self, said: str) -> str:
        """Make a sentence of what a result says: a capital letter, a full stop."""
        first = next((at for at, letter in enumerate(said) if letter.isalpha()), 0)
        begun = said[:first] + said[first : first + 1].upper() + said[first + 1 :]
        return begun if begun.endswith((".", "?", "!")) else f"{begun}."
