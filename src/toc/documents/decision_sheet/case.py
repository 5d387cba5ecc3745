"""What a decision sheet tells of: the pilots, and everything that was asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.documents.subject import Subject
from toc.errors import MissingExtraError
from toc.pilots.choice import Ranking, weighted_sum
from toc.pilots.coverage import Coverage, coverage
from toc.pilots.table import Table, table
from toc.pilots.teaching import Teaching, teaching
from toc.pilots.weights import Weights, weights_of

if TYPE_CHECKING:
    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet

__all__ = ["Case"]


@dataclass(frozen=True)
class Case(Subject):
    """A strategy whose pilots are chosen from."""

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

    def titled(self, thing: Named) -> str:
        """Say what a thing is called, without quotes."""
        return self.told(thing.title)
