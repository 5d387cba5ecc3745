"""What a comparison tells of: the strategies, and what was found between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.documents.subject import Subject
from toc.regions import compared
from toc.roadmap.months import said

if TYPE_CHECKING:
    from toc.model import Date
    from toc.regions import Comparison

__all__ = ["Case"]


@dataclass(frozen=True)
class Case(Subject):
    """Strategies that are set side by side."""

    @cached_property
    def comparison(self) -> Comparison:
        """What they have in common, and what not."""
        return compared((self.strategy, *self.others), self.on)

    def day(self, when: Date | None) -> str:
        """Say a date, a dash where there is none."""
        return self.told(None if when is None else said(when))
