"""Which assumption to test first, and who tests it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.naming import entered
from toc.model import Text
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.analysis.assumptions_map import Placed
    from toc.asking.case import Case
    from toc.words import Sayable

__all__ = ["in_order", "said_of", "tested_by"]

_DOUBT = {True: 0, None: 1, False: 2}


def in_order(case: Case, goal: str = "") -> Sequence[Placed]:
    """Put the assumptions in the order in which to test them.

    First what a goal stands or falls with, then what it may stand or fall with, then what
    brings it down in most pairs; of these what is in doubt before what nobody has judged,
    before what is holding; of these what its authors call critical; then by id.

    Args:
        case: the strategy.
        goal: of which goal alone; of all when empty.
    """
    mine = case.logic.parts_of(goal) if goal else None
    placed = [one for one in case.assumptions.placed if mine is None or one.assumption.name in mine]
    return sorted(placed, key=lambda one: _rank(case, one, goal))


def _rank(case: Case, one: Placed, goal: str) -> tuple[bool, bool, int, int, bool, str]:
    carries = [thing.name for thing in one.carries if goal in ("", thing.name)]
    may_carry = [thing.name for thing in one.may_carry if goal in ("", thing.name)]
    name = one.assumption.name
    entry = case.strategy.assumptions[name]
    pairs = [pair for pair in (case.pairs(goal) if goal else ()) if one.assumption in pair]
    return (
        not carries,
        not may_carry,
        -len(pairs),
        _DOUBT[one.is_vulnerable],
        entry.importance != "critical",
        name,
    )


def said_of(case: Case, one: Placed) -> Message:
    """Say where an assumption stands, and who tests it."""
    return Message(
        "{assumption}: {weight}, {doubt}; {tested}",
        {
            "assumption": entered(one.assumption),
            "weight": _weight(one),
            "doubt": _doubt(one),
            "tested": tested_by(case, one.assumption.name),
        },
    )


def _weight(one: Placed) -> Message:
    if one.carries:
        return Message("a goal stands or falls with it")
    if one.may_carry:
        return Message("a goal falls with it if all causes are needed")
    return Message("no goal falls with it alone")


def _doubt(one: Placed) -> Message:
    if one.is_vulnerable is None:
        return Message("nobody has judged it")
    return Message("in doubt") if one.is_vulnerable else Message("held to be true")


def tested_by(case: Case, name: str) -> Message:
    """Say who tests an assumption: a pilot, else who watches it."""
    pilots = case.tested_by(name)
    if len(pilots) == 1:
        return Message("the pilot {pilot} tests it", {"pilot": pilots[0]})
    if pilots:
        return Message("these pilots test it: {pilots}", {"pilots": list(pilots)})
    entry = case.strategy.assumptions[name]
    if entry.test:
        return Message("these would show it: {tests}", {"tests": _titles(case, entry.test)})
    if entry.owner:
        owner = _titles(case, [entry.owner])[0]
        return Message("no pilot tests it; {owner} keeps an eye on it", {"owner": owner})
    return Message("nobody tests it and nobody watches it")


def _titles(case: Case, names: Sequence[str]) -> list[Sayable]:
    entries = [(name, case.strategy.entry(name)) for name in names]
    return [(entry.title if entry else None) or Text.of(name) for name, entry in entries]
