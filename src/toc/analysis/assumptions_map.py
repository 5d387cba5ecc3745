"""Which assumptions carry the theory, which of them are shaky, and who watches them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer
from toc.analysis.likelihoods import Interval, stated
from toc.analysis.single_points import single_points
from toc.analysis.things import Thing, listed
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.logic import Logic
    from toc.model import Strategy

__all__ = ["AssumptionsMap", "Placed", "assumptions_map"]

_EVEN = 0.5
_SHAKY = {"failed": True, "doubtful": True, "holding": False}


@dataclass(frozen=True, slots=True)
class Placed:
    """An assumption with its place on the map.

    Attributes:
        assumption: the assumption.
        carries: the goals that it brings down by itself, however undeclared causes combine.
        may_carry: the goals that it brings down if all causes are needed where nothing is said.
        is_vulnerable: whether its authors doubt it; None where nothing is said of it.
        has_signpost: whether an indicator or a pilot would show it.
        has_hedge: whether a risk that names it has a response, or it says what follows if
            it fails.
    """

    assumption: Thing
    carries: tuple[Thing, ...]
    may_carry: tuple[Thing, ...]
    is_vulnerable: bool | None
    has_signpost: bool
    has_hedge: bool

    @property
    def is_load_bearing(self) -> bool:
        """Whether a goal falls with it for certain."""
        return bool(self.carries)


@dataclass(frozen=True, slots=True)
class AssumptionsMap(Answer):
    """The assumptions: load-bearing or not, vulnerable or not.

    Attributes:
        placed: each assumption with its place, in order of name.
        assumed: what the answer takes for granted.
    """

    placed: tuple[Placed, ...]
    assumed: tuple[Message, ...] = ()

    @property
    def critical(self) -> tuple[Placed, ...]:
        """The assumptions that a goal falls with and that their authors doubt."""
        return tuple(one for one in self.placed if one.is_load_bearing and one.is_vulnerable)

    @property
    def unknown(self) -> tuple[Placed, ...]:
        """The assumptions that a goal falls with and of which nothing is said."""
        return tuple(
            one for one in self.placed if one.is_load_bearing and one.is_vulnerable is None
        )

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        critical, unknown = self.critical, self.unknown
        if critical:
            return Message(
                "{count} assumption that a goal stands or falls with is doubtful: {things}.",
                {"count": len(critical), "things": _listed(critical)},
                plural="{count} assumptions that a goal stands or falls with are doubtful: "
                "{things}.",
            )
        if unknown:
            return Message(
                "{count} assumption that a goal stands or falls with has not been judged: "
                "{things}.",
                {"count": len(unknown), "things": _listed(unknown)},
                plural="{count} assumptions that a goal stands or falls with have not been "
                "judged: {things}.",
            )
        return Message("No goal is known to stand or fall with an assumption that is doubtful.")


def _listed(placed: tuple[Placed, ...]) -> object:
    return listed([one.assumption for one in placed])


def assumptions_map(logic: Logic) -> AssumptionsMap:
    """Place every assumption: load-bearing or not, vulnerable or not.

    RAND's assumption-based planning (Dewar 2002): an assumption that is both needs a
    signpost that shows when it fails, and something that shapes or hedges it.
    Load-bearing is computed, vulnerable is what its authors say: failed or doubtful, or
    less likely than not, or named by a risk that is likely.  Where they say nothing it is
    unknown, and not safe.

    Args:
        logic: the logic of a strategy.
    """
    strategy = logic.strategy
    if strategy is None:
        return AssumptionsMap(())
    found = [single_points(logic, goal) for goal in logic.goals]
    chances = stated(strategy)
    placed = [
        Placed(
            logic.thing(name),
            tuple(one.goal for one in found if name in _names(one.certain)),
            tuple(one.goal for one in found if name in _names(one.possible)),
            _is_vulnerable(strategy, name, chances),
            bool(strategy.assumptions[name].test),
            _has_hedge(strategy, name),
        )
        for name in sorted(strategy.assumptions)
    ]
    return AssumptionsMap(
        tuple(placed), tuple(dict.fromkeys(one for goal in found for one in goal.assumed))
    )


def _names(things: tuple[Thing, ...]) -> frozenset[str]:
    return frozenset(thing.name for thing in things)


def _is_vulnerable(strategy: Strategy, name: str, chances: Mapping[str, Interval]) -> bool | None:
    told = [_SHAKY.get(strategy.assumptions[name].status or "")]
    mine = [chances[one] for one in (name, *_risks(strategy, name)) if one in chances]
    told += [one.high < _EVEN for one in mine]
    if True in told:
        return True
    return False if False in told else None


def _risks(strategy: Strategy, name: str) -> list[str]:
    return [
        risk
        for risk, entry in strategy.risks.items()
        if name.lower() in {one.lower() for one in entry.of}
    ]


def _has_hedge(strategy: Strategy, name: str) -> bool:
    responses = [strategy.risks[risk].response for risk in _risks(strategy, name)]
    return strategy.assumptions[name].if_false is not None or any(
        response is not None for response in responses
    )
