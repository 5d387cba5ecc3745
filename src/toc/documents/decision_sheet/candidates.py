"""The pilots that are chosen from, what each would teach, and what was agreed for after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Heading, Paragraph, Table
from toc.pilots.numbers import Shown
from toc.pilots.reach import reach
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.documents.decision_sheet.case import Case
    from toc.documents.paper import Block
    from toc.model import Pilot
    from toc.pilots.coverage import Target, Trial

__all__ = ["afterwards", "candidates", "lessons"]


def candidates(case: Case) -> Iterator[Block]:
    """Tell what is chosen from: what is new, where, when, for how much, for which goals."""
    yield Heading(case.told(Message("The pilot projects")))
    head = (
        case.told(Message("Pilot")),
        case.told(Message("What is new")),
        case.told(Message("Where and when")),
        case.told(Message("Cost")),
        case.told(Message("Goals that it leads to")),
    )
    rows = tuple(
        (
            case.titled(pilot),
            case.told(entry.new),
            _where(case, entry),
            _cost(case, entry),
            _goals(case, pilot.name),
        )
        for pilot in case.table.pilots
        for entry in (case.strategy.pilots[pilot.name],)
    )
    yield Table(case.told(Message("What each pilot project is")), head, rows, frozenset({3}))


def _where(case: Case, entry: Pilot) -> str:
    return case.told(tuple(one for one in (entry.where, entry.period) if one))


def _cost(case: Case, entry: Pilot) -> str:
    if entry.cost is None:
        return case.told(Message("not known"))
    currency = case.strategy.head.currency or "EUR"
    return f"{Shown(entry.cost).say(case.language)}\u00a0{currency}"


def _goals(case: Case, pilot: str) -> str:
    found = reach(case.graph, pilot)
    reached = case.told(tuple(way.goal.title for way in found.ways))
    if not found.missed:
        return reached
    return case.told(
        Message(
            "{reached} (it also claims {missed}, and nothing leads there)",
            {"reached": reached, "missed": list(found.missed)},
        )
    )


def lessons(case: Case) -> Iterator[Block]:
    """Tell what each pilot tests, what only it tests, what it would settle and what it leaves."""
    yield Heading(case.told(Message("What is learned")))
    head = (
        case.told(Message("Pilot")),
        case.told(Message("It tests")),
        case.told(Message("No other tests")),
        case.told(Message("It would settle, of what is not known")),
        case.told(Message("On its way, and left untested")),
    )
    rows = tuple(
        (
            case.titled(one.pilot),
            _things(case, (*one.tests, *one.through)),
            _only(case, one),
            _settled(case, one),
            _things(case, one.leaves),
        )
        for one in case.coverage.trials
    )
    yield Table(case.told(Message("What each pilot project puts to the test")), head, rows)
    yield Paragraph(case.sentence(case.coverage.sentence(case.language)))
    if case.lessons is not None:
        yield Paragraph(
            case.told(
                Message(
                    "How much would be settled is computed from the links alone: whatever may fail "
                    "is taken to be as likely to hold as not, and each by itself; where nobody "
                    "says how causes combine, any of them is taken to be enough."
                )
            ),
            quiet=True,
        )


def _things(case: Case, targets: Iterable[Target]) -> str:
    return "; ".join(case.titled(one.thing) for one in targets) or "–"


def _only(case: Case, trial: Trial) -> str:
    if trial.only and len(trial.only) == len(trial.tests) + len(trial.through):
        return case.told(Message("all of these"))
    return _things(case, trial.only)


def _settled(case: Case, trial: Trial) -> str:
    if case.lessons is None:
        return case.told(Message("not computed"))
    found = case.lessons[trial.pilot.name].lessons
    if any(one.if_any is None for one in found):
        return case.told(Message("not computed"))
    known = sorted((one for one in found if one.if_any), key=lambda one: -(one.if_any or 0))
    said = (
        Message("{share} about {goal}", {"share": one.words, "goal": one.goal}) for one in known
    )
    return "; ".join(map(case.told, said)) or case.told(Message("nothing about a goal"))


def afterwards(case: Case) -> Iterator[Block]:
    """Tell what was agreed before: at which result a pilot is scaled up, changed, stopped."""
    entries = [(one, case.strategy.pilots[one.name]) for one in case.table.pilots]
    if not any(entry.scale_if or entry.adapt_if or entry.stop_if for _, entry in entries):
        return
    yield Heading(case.told(Message("What is agreed for afterwards")))
    head = (
        case.told(Message("Pilot")),
        case.told(Message("It is scaled up if")),
        case.told(Message("It is changed if")),
        case.told(Message("It is stopped if")),
    )
    rows = tuple(
        (case.titled(one), *map(case.told, (entry.scale_if, entry.adapt_if, entry.stop_if)))
        for one, entry in entries
    )
    yield Table(case.told(Message("What follows from the result")), head, rows)
