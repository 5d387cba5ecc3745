"""What meetings said and decided about a thing, and the feedback that changed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.paper import Heading, Paragraph, Table
from toc.documents.subject import Subject
from toc.meetings import History, history
from toc.model import Date
from toc.roadmap.months import said, said_period
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.paper import Block
    from toc.meetings import Happening

ABOUT = Message("what meetings said and decided about a thing, and what feedback changed")
NEEDS: Final = ()

_KINDS = MappingProxyType(
    {
        "decided": Message("decided"),
        "said": Message("decided"),
        "heard": Message("a participant said"),
        "changed": Message("changed because a participant said"),
        "learned": Message("learned"),
    }
)
_OCCASIONS = ("events", "reviews", "feedback", "lessons", "waivers", "views", "stakeholders")
"""What has no history of its own: it makes that of others."""


@dataclass(frozen=True)
class _Case(Subject):
    @cached_property
    def histories(self) -> tuple[History, ...]:
        """Those of the thing that is asked about, else of all that have one."""
        if self.about:
            return (history(self.strategy, self.about),)
        names = [key for section, key in self.strategy.index.values() if section not in _OCCASIONS]
        found = (history(self.strategy, name) for name in (*names, *self.strategy.links))
        return tuple(one for one in found if one.happenings)


def title(subject: Subject) -> Message:
    """Name the paper after the thing, where it is about one."""
    if subject.about:
        return Message("History of “{title}”", {"title": subject.title(subject.about)})
    return Message("What meetings have changed")


def prepared(subject: Subject) -> _Case:
    """Look for what happened."""
    return _Case.of(subject)


def _histories(case: _Case) -> Iterator[Block]:
    """Tell what happened to each thing, the earliest first."""
    for one in case.histories:
        if not case.about:
            yield Heading(case.told(one.thing.title))
        if one.happenings:
            yield _table(case, one)
        else:
            yield Paragraph(case.sentence(one.sentence(case.language)))
    if not case.histories:
        told = Message("No meeting has decided anything yet, and no feedback is written down.")
        yield Paragraph(case.told(told))


def _table(case: _Case, found: History) -> Table:
    head = (Message("When"), Message("Where"), Message("What happened"), Message("Who"))
    rows = tuple(_row(case, one) for one in found.happenings)
    name = case.told(Message("What happened, the earliest first"))
    return Table(name, tuple(map(case.told, head)), rows)


def _row(case: _Case, one: Happening) -> tuple[str, ...]:
    when = one.when
    day = None if when is None else said(when) if isinstance(when, Date) else said_period(when)
    values = {"kind": _KINDS[one.kind], "told": one.told}
    return (
        case.told(day),
        case.told(None if one.occasion is None else one.occasion.title),
        case.told(Message("{kind}: {told}", values)),
        case.told("; ".join(map(case.person, one.people))),
    )


PARTS = MappingProxyType({"histories": _histories})
