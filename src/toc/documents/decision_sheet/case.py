"""What a decision sheet tells of: the pilots, and everything that was asked of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.analysis.learning import MOST_TESTED, learning
from toc.analysis.logic import Logic
from toc.errors import MissingExtraError
from toc.graph import TheoryGraph
from toc.pilots.choice import Ranking, weighted_sum
from toc.pilots.coverage import Coverage, coverage
from toc.pilots.table import Table, table
from toc.pilots.weights import Weights, weights_of
from toc.words import Sayable, say

if TYPE_CHECKING:
    from toc.model import Strategy
    from toc.pilots.coverage import Trial
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
    def lessons(self) -> Mapping[str, Mapping[str, float]] | None:
        """By pilot and goal, the share of what is unknown that it would settle.

        None where it is not known: what computes it is not installed.
        """
        logic = Logic.of(self.graph)
        try:
            return {one.pilot.name: self._shares(logic, one) for one in self.coverage.trials}
        except MissingExtraError:
            return None

    def _shares(self, logic: Logic, trial: Trial) -> Mapping[str, float]:
        # The gravest come first, and more at once are not computed.
        tested = [one.thing.name for one in (*trial.tests, *trial.through)][:MOST_TESTED]
        found = {goal: learning(logic, goal, tested).share for goal in self.graph.within("goals")}
        return {goal: share for goal, share in found.items() if share > 0}

    @cached_property
    def table(self) -> Table:
        """Criteria × pilots."""
        lessons = self.lessons
        return table(self.graph, learning=None if lessons is None else lessons.__getitem__)

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
