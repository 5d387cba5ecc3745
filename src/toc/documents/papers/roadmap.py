"""The roadmap as a document: what happens when, who does it, what it costs, when it is reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.diagrams.drafting.wordings import lasting
from toc.diagrams.gantt import gantt
from toc.diagrams.matrix.raci import raci
from toc.documents.costing import costed
from toc.documents.paper import Bullets, Heading, Paragraph, Picture, Table
from toc.documents.subject import Subject
from toc.errors import NothingToDrawError
from toc.roadmap.moments import KINDS
from toc.roadmap.months import said, said_period
from toc.roadmap.responsibilities import ROLES
from toc.roadmap.reviews import STANDINGS
from toc.roadmap.told import Roadmap, roadmap
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from toc.documents.paper import Block
    from toc.roadmap.moments import Moment
    from toc.roadmap.responsibilities import Part
    from toc.roadmap.reviews import Session

ABOUT = Message("the roadmap: what happens when, who does it, what it costs, when it is reviewed")
NEEDS: Final = ()


@dataclass(frozen=True)
class Planned(Subject):
    """A strategy, and its roadmap on the day."""

    @cached_property
    def roadmap(self) -> Roadmap:
        """What happens when, who does it, what it costs."""
        return roadmap(self.strategy, self.on)

    def when(self, moment: Moment) -> str:
        """Say when something is, or why nobody knows."""
        if moment.period is None:
            return self.told(moment.reason)
        return self.told(said_period(moment.period))

    def said(self, what: object) -> str:
        """Say something as a sentence."""
        return self.sentence(self.told(what))


def prepared(subject: Subject) -> Planned:
    """Take the roadmap once for all parts."""
    return Planned.of(subject)


def title(_subject: Subject) -> Message:
    """Give the title."""
    return Message("Roadmap")


def overview(subject: Planned) -> Iterator[Block]:
    """Say what runs, what comes next, and what is late."""
    line = subject.roadmap.line
    yield Heading(subject.told(Message("In short")))
    yield Paragraph(line.sentence(subject.language))
    yield Paragraph(line.reviews.sentence(subject.language))
    for name, moments in (
        (Message("What comes next"), line.next),
        (Message("Late: nothing tells whether it came"), line.late),
    ):
        if moments:
            yield Heading(subject.told(name), level=3)
            yield Bullets(tuple(_item(subject, one) for one in moments))


def _item(subject: Planned, one: Moment) -> str:
    what = KINDS[one.kind] if one.standing is None else STANDINGS[one.standing]
    values = {"title": one.title, "kind": what, "when": subject.when(one)}
    return subject.told(Message("{title} ({kind}): {when}", values))


def picture(subject: Planned) -> Iterator[Block]:
    """Draw everything along the calendar, a picture for each page."""
    try:
        drawn = gantt(subject.strategy, on=subject.on, language=subject.language, paper="A4")
    except NothingToDrawError as error:
        yield Paragraph(subject.said(error.message), quiet=True)
        return
    yield Heading(subject.told(Message("Along the calendar")))
    yield Paragraph(
        subject.told(
            Message(
                "Each stage with its activities, events and reviews; a bar is as exact as its "
                "dates, and the legend says how."
            )
        )
    )
    for at, page in enumerate(drawn.pages, 1):
        values = {"page": at, "pages": len(drawn.pages)}
        told = subject.told(
            Message(
                "The roadmap along the calendar, part {page} of {pages}: stages, activities, "
                "events and reviews; the tables of this document say the same in words.",
                values,
            )
        )
        yield Picture(page, told)


def stages(subject: Planned) -> Iterator[Block]:
    """List each stage with its activities, pilots and events."""
    line = subject.roadmap.line
    every = (*line.moments, *line.undated)
    own = [one for one in every if one.kind == "stage"]
    yield Heading(subject.told(Message("Stage by stage")), fresh=True)
    for stage in own:
        yield Heading(f"{subject.told(stage.title)} ({subject.when(stage)})", level=3)
        entry = subject.strategy.stages[stage.name]
        if entry.text:
            yield Paragraph(subject.told(entry.text))
        if entry.duration is not None:
            lasts = Chain(tuple(lasting(entry.duration)), ", ")
            said_ = Message("The document says that it lasts {duration}.", {"duration": lasts})
            yield Paragraph(subject.told(said_), quiet=True)
        yield from _listed(subject, [one for one in every if one.stage == stage.name])
    left = [one for one in every if not one.stage]
    name = Message("Across the stages") if own else Message("What is planned")
    yield Heading(subject.told(name), level=3)
    yield from _listed(subject, left)


def _listed(subject: Planned, moments: Iterable[Moment]) -> Iterator[Block]:
    rows = [one for one in moments if one.kind in ("activity", "pilot", "event")]
    if not rows:
        yield Paragraph(subject.told(Message("Nothing is planned here.")), quiet=True)
        return
    head = (Message("What"), Message("Kind"), Message("When"), Message("Who answers for it"))
    yield Table(
        subject.told(Message("What is planned")),
        tuple(subject.told(one) for one in head),
        tuple(
            (
                subject.told(one.title),
                subject.told(_kind(one)),
                subject.when(one),
                _answering(subject, one),
            )
            for one in rows
        ),
    )


def _kind(one: Moment) -> Message:
    if one.set_aside:
        return Message("{kind}, not chosen", {"kind": KINDS[one.kind]})
    return Message("activity, quick win") if one.quick_win else KINDS[one.kind]


def _answering(subject: Planned, one: Moment) -> str:
    """Say who answers for an activity, or who leads an event."""
    if one.kind == "event":
        leading = subject.strategy.events[one.name].facilitators
        return subject.told([subject.person(name) for name in leading])
    activity = subject.strategy.activities.get(one.name) if one.kind == "activity" else None
    accountable = None if activity is None else activity.accountable
    return subject.told(None if accountable is None else subject.person(accountable))


def quick_wins(subject: Planned) -> Iterator[Block]:
    """List what shows a result within six months."""
    yield Heading(subject.told(Message("Quick wins")))
    found = subject.roadmap.line.quick_wins
    if not found:
        none = Message("No activity is marked as showing a result within six months.")
        yield Paragraph(subject.told(none), quiet=True)
        return
    values = ((one, {"title": one.title, "when": subject.when(one)}) for one in found)
    yield Bullets(tuple(subject.told(Message("{title}: {when}", told)) for _, told in values))


def who(subject: Planned) -> Iterator[Block]:
    """Say who answers for what, who does it, who is asked and who is told; and draw it."""
    found = subject.roadmap.responsibilities
    yield Heading(subject.told(Message("Who does what")), fresh=True)
    yield Paragraph(found.sentence(subject.language))
    yield from _faults(subject, found.faults)
    if not found.parts:
        return
    head = (Message("Activity"), *ROLES.values())
    yield Table(
        subject.told(Message("Who answers for each activity, who does it, is asked, is told")),
        tuple(subject.sentence(subject.told(one)).removesuffix(".") for one in head),
        tuple(tuple(_parts(subject, part)) for part in found.parts),
    )
    if found.loads:
        drawn = raci(subject.strategy, language=subject.language, on=subject.on)
        told = Message("The same as a matrix: activities, stakeholders, and A, R, C or I.")
        yield Picture(drawn.scene, subject.told(told))


def _faults(subject: Planned, parts: Iterable[Part]) -> Iterator[Block]:
    items = tuple(subject.said(part.fault) for part in parts)
    if items:
        yield Bullets(items)


def _parts(subject: Planned, part: Part) -> Iterator[str]:
    yield subject.told(part.activity.title)
    for role in ROLES:
        names = [subject.person(name) for name in (*part.roles[role], *part.unknown[role])]
        yield subject.told(names)


def costs(subject: Planned) -> Iterator[Block]:
    """Set out what it costs: by activity, goal, source of funding and stage."""
    yield Heading(subject.told(Message("What it costs")), fresh=True)
    yield from costed(subject, subject.roadmap.budget)


def reviews(subject: Planned) -> Iterator[Block]:
    """List the reviews: held, due, overdue."""
    calendar = subject.roadmap.line.reviews
    yield Heading(subject.told(Message("Reviews")))
    yield Paragraph(calendar.sentence(subject.language))
    if calendar.sessions:
        head = (Message("When"), Message("How it stands"), Message("Stage"), Message("Session"))
        yield Table(
            subject.told(Message("All reviews")),
            tuple(subject.told(one) for one in head),
            tuple(_session(subject, one) for one in calendar.sessions),
        )
    notes = [
        Message("{title}: {reason}", {"title": subject.title(one.stage), "reason": one.reason})
        for one in calendar.unreckoned
    ]
    if notes:
        yield Bullets(tuple(subject.told(one) for one in notes))


def _session(subject: Planned, one: Session) -> tuple[str, ...]:
    together = Message("common session of several regions") if one.joint else None
    return (
        subject.told(said(one.when)),
        subject.told(STANDINGS[one.standing]),
        subject.title(one.stage) if one.stage else subject.told(None),
        subject.told(together),
    )


def undated(subject: Planned) -> Iterator[Block]:
    """Name what should have a date and has none."""
    found = subject.roadmap.line.undated
    if found:
        yield Heading(subject.told(Message("Without a date")))
        yield Bullets(tuple(_item(subject, one) for one in found))


PARTS: Mapping[str, Callable[[Planned], Iterator[Block]]] = MappingProxyType(
    {
        "overview": overview,
        "picture": picture,
        "stages": stages,
        "quick-wins": quick_wins,
        "who": who,
        "costs": costs,
        "reviews": reviews,
        "undated": undated,
    }
)
