"""Several pilots under a budget: which together test most, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.asking.afterwards import pilot_of
from toc.errors import InputError
from toc.graph import TheoryGraph
from toc.pilots.coverage import coverage
from toc.pilots.portfolio import portfolio
from toc.words import ORIGINAL, Message, Shown, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Strategy
    from toc.pilots.portfolio import Portfolio
    from toc.words import Sayable

__all__ = ["Affordable", "affordable"]


@dataclass(frozen=True, slots=True)
class Affordable:
    """The pilots that together test most for what there is, ready to be written.

    Attributes:
        title: of the strategy.
        portfolio: what is chosen, covered and left, and how that is known to be best.
    """

    title: Sayable | None
    portfolio: Portfolio

    def text(self, language: str = ORIGINAL) -> str:
        """Write it for a meeting.

        Args:
            language: a tag such as `ro`.
        """
        title = [say(self.title, language)] if self.title else []
        head = self.portfolio.headline.say(language)
        lines = [f"{head[:1].upper()}{head[1:]}.", *self._lines(language)]
        return "\n\n".join([*title, "\n".join(lines)]) + "\n"

    def _lines(self, language: str) -> Iterator[str]:
        found = self.portfolio
        left = [one for one in found.uncovered if one not in found.untestable]
        parts: tuple[tuple[Message, Sequence[Sayable]], ...] = (
            (Message("chosen:"), found.chosen),
            (Message("tested by them:"), found.covered),
            (Message("left untested, though another pilot would test it:"), left),
            (Message("what no pilot that has a cost tests:"), found.untestable),
            (Message("without a cost, and so left out:"), found.uncosted),
        )
        for head, things in parts:
            if things:
                yield f"\n  {head.say(language)}"
                yield from (f"    - {one.say(language)}" for one in things)
        values = {"cost": Shown(found.cost), "left": Shown(found.budget - found.cost)}
        yield ""
        if found.chosen:
            yield "  " + Message("together they cost {cost}; {left} is left", values).say(language)
        yield f"  {self._proof().say(language)}"

    def _proof(self) -> Message:
        found = self.portfolio
        if not found.is_proven:
            return Message("there may be a selection that tests more: this was not ruled out")
        if not found.steps:
            return Message(
                "no other selection within the budget tests more: a solver of whole-number "
                "programmes has proven it"
            )
        return Message(
            "no other selection within the budget tests more: {count} partial selection was "
            "looked at, and all others cannot be better",
            {"count": found.steps},
            plural="no other selection within the budget tests more: {count} partial selections "
            "were looked at, and all others cannot be better",
        )

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give it as plain data for JSON.

        Args:
            language: a tag such as `ro`.
        """
        return {
            "strategy": say(self.title, language) if self.title else None,
            "portfolio": self.portfolio.as_data(language),
            "proof": self._proof().say(language),
        }


def affordable(
    strategy: Strategy,
    budget: float,
    *,
    must: Sequence[str] = (),
    not_with: Sequence[Sequence[str]] = (),
) -> Affordable:
    """Choose the pilots that together test most under a budget.

    Args:
        strategy: the strategy.
        budget: what there is.
        must: ids of pilots that are carried out in any case.
        not_with: groups of pilots of which at most one is carried out.

    Raises:
        UnknownNameError: when there is no such pilot.
        InputError: when the budget is less than nothing, a pilot that must be has no cost,
            or no selection is allowed.
        MissingExtraError: for more than 25 pilots without SciPy.
    """
    if budget < 0:
        raise InputError(Message("a budget cannot be less than nothing"))
    costs = {name: pilot.cost for name, pilot in strategy.pilots.items()}
    wanted = [_priced(costs, pilot_of(strategy, name)) for name in must]
    groups = [[pilot_of(strategy, name) for name in group] for group in not_with]
    pairs = [
        (one, other)
        for group in groups
        for place, one in enumerate(group)
        for other in group[place + 1 :]
        # What has no cost is not chosen, and excludes nothing.
        if costs[one] is not None and costs[other] is not None
    ]
    graph = TheoryGraph(strategy)
    found = portfolio(coverage(graph), costs, budget, must=wanted, not_with=pairs)
    return Affordable(strategy.title, found)


def _priced(costs: dict[str, float | None], name: str) -> str:
    if costs[name] is None:
        values = {"pilot": name}
        raise InputError(Message("nobody says what “{pilot}” costs: write its cost", values))
    return name
