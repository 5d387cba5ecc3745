"""The shape of a theory of change, all questions about it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.chains import chains
from toc.analysis.convergence import convergence
from toc.analysis.layering import layering
from toc.analysis.leaps import leaps
from toc.analysis.loops import loops
from toc.analysis.plain import plain
from toc.analysis.reach import reach
from toc.analysis.shortcuts import shortcuts
from toc.analysis.unavoidable import unavoidable

if TYPE_CHECKING:
    from toc.analysis.chains import Chains
    from toc.analysis.convergence import Convergence
    from toc.analysis.layering import Layering
    from toc.analysis.leaps import Leaps
    from toc.analysis.loops import Loops
    from toc.analysis.plain import Plain
    from toc.analysis.reach import Reach
    from toc.analysis.shortcuts import Shortcuts
    from toc.analysis.unavoidable import Unavoidable
    from toc.model import Strategy
    from toc.words import Message

__all__ = ["Structure", "structure"]


@dataclass(frozen=True, slots=True)
class Structure:
    """What the drawing alone says, before any evidence or date.

    Attributes:
        reach: which goals are reached, and what leads nowhere.
        chains: how many chains lead to each goal, and how long they are.
        unavoidable: what every chain to a goal passes through.
        loops: what runs in a circle.
        leaps: which links leave out levels.
        shortcuts: which links run beside a longer way.
        convergence: where causes meet without a word on how they combine.
        layering: which way the map reads.
    """

    reach: Reach
    chains: Chains
    unavoidable: Unavoidable
    loops: Loops
    leaps: Leaps
    shortcuts: Shortcuts
    convergence: Convergence
    layering: Layering

    @property
    def assumed(self) -> tuple[Message, ...]:
        """What was taken to be so, in all of it."""
        return tuple(message for one in self._parts for message in one.assumed)

    @property
    def _parts(
        self,
    ) -> tuple[Reach, Chains, Unavoidable, Loops, Leaps, Shortcuts, Convergence, Layering]:
        return (
            self.reach,
            self.chains,
            self.unavoidable,
            self.loops,
            self.leaps,
            self.shortcuts,
            self.convergence,
            self.layering,
        )

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting: whether the goals are reached, and which way the map reads."""
        return f"{self.reach.sentence(language)} {self.layering.sentence(language)}"

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def structure(strategy: Strategy) -> Structure:
    """Ask every question about the shape of a strategy.

    Each has a function of its own, whose documentation names its method and cost.

    Args:
        strategy: the strategy.

    Raises:
        MissingExtraError: when numpy is not installed, which the layering needs.
    """
    return Structure(
        reach(strategy),
        chains(strategy),
        unavoidable(strategy),
        loops(strategy),
        leaps(strategy),
        shortcuts(strategy),
        convergence(strategy),
        layering(strategy),
    )
