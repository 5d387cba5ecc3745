"""What all sections of a generated strategy are written with."""

from __future__ import annotations

from functools import cached_property
from random import Random

from benchmarks.generator.plan import Plan
from benchmarks.generator.wording import Wording

__all__ = ["STAGES", "Pen"]

STAGES = (
    ("2026-01", "2026-06"),
    ("2026-07", "2026-12"),
    ("2027-01", "2027-06"),
    ("2027-07", "2027-12"),
    ("2028-01", "2028-12"),
)
"""The first and the last month of each stage of the roadmap."""


class Pen:
    """A plan, the words to put it into, and who stands near what.

    Args:
        plan: the plan.
        rng: where chance comes from.
    """

    def __init__(self, plan: Plan, rng: Random) -> None:
        """Begin with nothing written."""
        self.plan = plan
        self.names = plan.names
        self.rng = rng
        self.words = Wording(rng)

    @cached_property
    def organisations(self) -> list[str]:
        """The stakeholders that do something: every other one."""
        return self.names["stakeholders"][::2]

    @cached_property
    def groups(self) -> list[str]:
        """The stakeholders in whom something changes."""
        return self.names["stakeholders"][1::2]

    @cached_property
    def piloted(self) -> dict[str, str]:
        """For each pilot the activity that it tries."""
        pilots = self.names["pilots"]
        return {
            pilot: self.plan.near("activities", at, len(pilots)) for at, pilot in enumerate(pilots)
        }

    def organisation(self, place: int, count: int, *, after: int = 0) -> str:
        """Give an organisation as far along as one place among many."""
        known = self.organisations
        return known[(place * len(known) // count + after) % len(known)]

    def some_groups(self, place: int, count: int, wanted: int) -> list[str]:
        """Give groups as far along as one place among many, each once."""
        known = self.groups
        first = place * len(known) // count
        return list(dict.fromkeys(known[(first + step) % len(known)] for step in range(wanted)))

    def area(self, place: int, count: int) -> str:
        """Give the area as far along as one place among many."""
        return self.plan.near("areas", place, count)
