"""What changes in a scenario, goal by goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.likelihood import range_in_words
from toc.analysis.strength import evidence_words
from toc.analysis.what_if import what_if
from toc.asking.asked import Asked, Part, Told
from toc.asking.naming import entered, foremost
from toc.asking.taken import taken
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.analysis.answers import Both
    from toc.analysis.outlook import Outlook
    from toc.analysis.scenario import Scenario
    from toc.analysis.what_if import Change
    from toc.asking.case import Case
    from toc.asking.scenario_files import Imagined
    from toc.words import Sayable

__all__ = ["imagined", "side_by_side"]


def imagined(case: Case, scenario: Scenario) -> Asked:
    """Say what a scenario changes against the strategy as it is.

    Args:
        case: the strategy, and which goals are asked about.
        scenario: what is gone, what fails, what holds all the same.

    Raises:
        UnknownNameError: when there is no such goal or thing.
        MissingExtraError: when chances are given and oxidd is not installed.
    """
    return _asked(case, [_told(case, scenario)])


def side_by_side(case: Case, scenarios: Sequence[Imagined]) -> Asked:
    """Say what each of several scenarios changes, one below the other.

    Args:
        case: the strategy, and which goals are asked about.
        scenarios: the scenarios, each with its title.

    Raises:
        UnknownNameError: when there is no such goal.
        MissingExtraError: when chances are given and oxidd is not installed.
    """
    return _asked(case, [_told(case, one.scenario, one) for one in scenarios])


def _asked(case: Case, told: Sequence[Told]) -> Asked:
    assumed = (message for one in told for message in one.answer.assumed)
    return Asked("what-if", case.strategy.title, tuple(told), taken(assumed, case.logic))


def _told(case: Case, scenario: Scenario, named: Imagined | None = None) -> Told:
    found = what_if(case.logic, scenario, name=named.name if named else "")
    parts = [
        Part(Message("“{goal}”", {"goal": one.goal.title}), tuple(_lines(one)))
        for one in found.changes
        if one.goal.name in case.goals
    ]
    return Told(found, named.title if named else None, tuple(parts))


def _lines(one: Change) -> Iterator[Message]:
    yield _turned(_stands(one.before), _stands(one.after), is_same=one.before == one.after)
    if one.after.if_any:
        yield from _moved(one.baseline, one.outlook)
    for thing in foremost(one.single_points.if_any):
        yield Message("now also needs: {thing}", {"thing": entered(thing)})


def _turned(before: Sayable, after: Sayable, *, is_same: bool) -> Message:
    values = {"before": before, "after": after}
    if is_same:
        return Message("{after}, as before", values)
    return Message("{after}; before: {before}", values)


def _moved(was: Outlook, now: Outlook) -> Iterator[Message]:
    """Say what else is otherwise: the support, the earliest date, the chance."""
    if was.support.if_any != now.support.if_any:
        turned = _turned(_graded(was), _graded(now), is_same=False)
        yield Message("the best-supported way has {turned}", {"turned": turned})
    if was.earliest != now.earliest:
        yield _turned(_dated(was), _dated(now), is_same=False)
    if now.chance is not None and now.chance.estimate is not None:
        before, after = _likely(was), _likely(now)
        turned = _turned(before, after, is_same=before == after)
        yield Message("how likely, as far as was said: {turned}", {"turned": turned})


def _graded(outlook: Outlook) -> Sayable:
    known, possible = outlook.support.if_any
    if known == possible:
        return evidence_words(known)
    values = {"known": evidence_words(known), "possible": evidence_words(possible)}
    return Message("{known}, and up to {possible} is left open", values)


def _dated(outlook: Outlook) -> Sayable:
    certain, possible = outlook.earliest.if_any, outlook.earliest.if_all
    values: dict[str, object] = {
        "certain": certain and certain.date,
        "possible": possible and possible.date,
    }
    if certain is None and possible is None:
        return Message("no date says when it can be there")
    if certain is None:
        return Message("from {possible} if all causes are needed", values)
    if possible is None or possible.date == certain.date:
        return Message("not before {certain}", values)
    return Message("not before {certain}, or {possible} if all causes are needed", values)


def _likely(outlook: Outlook) -> Sayable:
    found = None if outlook.chance is None else outlook.chance.estimate
    if found is None:
        return Message("nobody has said")
    return range_in_words(found.if_all.low, found.if_any.high)


def _stands(reached: Both[bool]) -> Message:
    if reached.if_all:
        return Message("within reach")
    if reached.if_any:
        return Message("within reach only if one cause is enough where nobody has said it")
    return Message("out of reach")
