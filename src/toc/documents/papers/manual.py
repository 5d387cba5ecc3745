"""The outline of an academy's manual: its modules, and the feedback that changed them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.paper import Facts, Heading, Paragraph, Table
from toc.documents.subject import Subject
from toc.errors import NothingToDrawError
from toc.meetings import Heard, Manual, manual
from toc.roadmap.months import said_period
from toc.words import Message, Shown

if TYPE_CHECKING:
    from toc.documents.paper import Block

ABOUT = Message("the outline of an academy’s manual, with the feedback that changed it")
NEEDS: Final = ("activities",)


@dataclass(frozen=True)
class _Case(Subject):
    @cached_property
    def manual(self) -> Manual:
        return manual(self.strategy, self.about)

    def people(self, names: tuple[str, ...]) -> str:
        return self.told("; ".join(map(self.person, names)))


def title(subject: Subject) -> Message:
    """Name the manual after its activity."""
    return Message("Outline of the manual: {activity}", {"activity": subject.title(subject.about)})


def prepared(subject: Subject) -> _Case:
    """Gather the sessions.

    Raises:
        NothingToDrawError: when no event is about the activity.
    """
    case = _Case.of(subject)
    if not case.manual.modules:
        values = {"activity": subject.title(subject.about), "form": f"about: [{subject.about}]"}
        raise NothingToDrawError(
            Message(
                "no event is about “{activity}”, so its manual has no modules: "
                "write {form} at its sessions",
                values,
            )
        )
    return case


def _overview(case: _Case) -> Iterator[Block]:
    """Say for whom it is, who answers for it, and how much feedback went into it."""
    activity = case.strategy.activities[case.about]
    items = [
        (Message("For whom"), case.people(activity.for_)),
        (
            Message("Who answers for it"),
            case.told(activity.accountable and case.person(activity.accountable)),
        ),
        (Message("Modules and feedback"), case.manual.sentence(case.language)),
    ]
    yield Facts(tuple((case.told(name), said) for name, said in items))


def _modules(case: _Case) -> Iterator[Block]:
    """Tell each module: when, for whom, by whom, what for, who came, what was said."""
    for number, module in enumerate(case.manual.modules, 1):
        event = case.strategy.events[module.event.name]
        yield Heading(f"{number}. {case.told(module.event.title)}")
        came = (
            f"{case.person(who)} {Shown(count).say(case.language)}"
            for who, count in event.attended.items()
        )
        items = [
            (Message("When"), case.told(None if event.date is None else said_period(event.date))),
            (Message("What for"), case.told(event.objective)),
            (Message("Invited"), case.people(event.audience)),
            (Message("Led by"), case.people(event.facilitators)),
            (Message("Who came"), case.told("; ".join(came))),
        ]
        yield Facts(tuple((case.told(name), said) for name, said in items))
        if event.text is not None:
            yield Paragraph(case.told(event.text))
        if module.feedback:
            yield _heard(case, module.feedback)
        else:
            yield Paragraph(case.told(Message("Nobody’s feedback is written down.")), quiet=True)


def _elsewhere(case: _Case) -> Iterator[Block]:
    """Tell what was said of it on other occasions."""
    if case.manual.elsewhere:
        yield Heading(case.told(Message("What was said of it elsewhere")))
        yield _heard(case, case.manual.elsewhere)


def _heard(case: _Case, feedback: tuple[Heard, ...]) -> Table:
    head = (Message("What was said"), Message("By whom"), Message("What it changed"))
    rows = tuple(
        (
            case.told(case.strategy.feedback[one.feedback.name].text or one.feedback.title),
            case.people(one.by),
            case.told(
                "; ".join(case.told(thing.title) for thing in one.changed) or Message("nothing yet")
            ),
        )
        for one in feedback
    )
    name = case.told(Message("What was said, and what was changed because of it"))
    return Table(name, tuple(map(case.told, head)), rows)


PARTS = MappingProxyType({"overview": _overview, "modules": _modules, "elsewhere": _elsewhere})
