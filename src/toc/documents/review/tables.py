"""The details of a review pack, and room for what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import (
    Bullets,
    Heading,
    Numbered,
    Paragraph,
    Room,
    Signatures,
    Table,
    Ticks,
)
from toc.documents.status.charts import bullet_pictures
from toc.meetings.questions import ABOUT_THE_WHOLE, NOWHERE, asked, by_goal
from toc.monitoring import SIGNS, STANDINGS
from toc.monitoring.diagnosis import in_short
from toc.vocabulary import CHOICES, STATES
from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.analysis.due import Due
    from toc.documents.paper import Block
    from toc.documents.review.case import ReviewCase
    from toc.model.decisions import Taken
    from toc.reviewing.movement import Movement
    from toc.reviewing.supports import Support

__all__ = [
    "assumptions",
    "coming",
    "decisions",
    "findings",
    "moved",
    "overdue",
    "since",
    "theory",
    "to_decide",
]

_LINES, _SIGNERS = 2, 4


def to_decide(case: ReviewCase) -> Iterator[Block]:
    """Tell all that has to be decided, with who can tell of it."""
    if case.pack.to_decide:
        yield Heading(case.told(Message("To decide")), fresh=True)
        yield from _works(case, case.pack.to_decide)


def overdue(case: ReviewCase) -> Iterator[Block]:
    """Tell all that is to be done and is not, as far as is written."""
    if case.pack.to_do:
        yield Heading(case.told(Message("To do, or to write down that it was done")))
        yield from _works(case, case.pack.to_do)


def coming(case: ReviewCase) -> Iterator[Block]:
    """Tell what falls due until the next review."""
    if case.pack.coming:
        yield Heading(case.told(Message("Until the next review")))
        yield from _works(case, case.pack.coming)


def _works(case: ReviewCase, some: Iterable[Due]) -> Iterator[Block]:
    """Tell what asks for the same work together, the earliest first."""
    head = tuple(map(case.told, (Message("About what"), Message("By when"), Message("Who"))))
    for work, members in case.by_work(some).items():
        rows = tuple(
            (case.things(one.things), case.day(one.by), case.people(one.people)) for one in members
        )
        yield Table(case.sentence(work).removesuffix("."), head, rows)


def moved(case: ReviewCase) -> Iterator[Block]:
    """Tell each indicator that moved now against then, and how the others stand."""
    if not case.pack.moved:
        return
    yield Heading(case.told(Message("What moved since the last review")))
    some = [one for one in case.pack.moved if one.has_moved]
    yield from bullet_pictures(case, [one.now for one in some])
    head = (
        Message("Indicator"),
        Message("Now"),
        Message("At the last review"),
        Message("What that is said from"),
        Message("Measured by"),
    )
    if some:
        rows = tuple(_moved(case, one) for one in some)
        name = case.told(Message("Each indicator that moved, now and then"))
        yield Table(name, tuple(map(case.told, head)), rows)
    yield from _unmoved(case, [one for one in case.pack.moved if not one.has_moved])


def _unmoved(case: ReviewCase, others: Sequence[Movement]) -> Iterator[Block]:
    """Say of what was not measured since how it stands, one standing after the other."""
    if not others:
        return
    yield Paragraph(case.told(Message("Not measured since:")))
    items: list[str] = []
    for standing, word in STANDINGS.items():
        named = [
            case.told(one.now.indicator.title) for one in others if one.now.standing == standing
        ]
        if named:
            items.append(f"{SIGNS[standing]} {case.told(word)}: {'; '.join(named)}")
    yield Bullets(tuple(items))


def _moved(case: ReviewCase, one: Movement) -> tuple[str, ...]:
    then = None if one.then is None else f"{SIGNS[one.then.standing]} {case.told(one.then.word)}"
    return (
        case.thing(one.now.indicator),
        f"{SIGNS[one.now.standing]} {case.told(one.now.word)}",
        case.told(then),
        case.told(one.now.why),
        case.people(one.people),
    )


def assumptions(case: ReviewCase) -> Iterator[Block]:
    """Tell the state of every assumption, and what falls with it."""
    if not case.pack.supports:
        return
    yield Heading(case.told(Message("What must be true, and whether it is")))
    head = (
        Message("Assumption"),
        Message("State"),
        Message("Falls with it"),
        Message("Shown by"),
        Message("Who keeps an eye on it"),
    )
    rows = tuple(
        (
            case.thing(one.assumption),
            case.told(_state(one)),
            case.told("; ".join(case.told(goal.title) for goal in one.carries)),
            case.things(one.tests),
            case.people(one.people),
        )
        for one in case.pack.supports
    )
    yield Table(
        case.told(Message("The assumptions, those that do not hold first")),
        tuple(map(case.told, head)),
        rows,
    )


def _state(one: Support) -> Message:
    values = {"state": STATES[one.status], "number": Shown(one.confidence or 0)}
    if one.confidence is None:
        return STATES[one.status]
    return Message("{state}, {number} % sure", values)


def theory(case: ReviewCase) -> Iterator[Block]:
    """Tell where what was done did not bring the change about, and what that rests on."""
    found = in_short(case.pack.diagnoses)
    if not found:
        return
    yield Heading(case.told(Message("Delivery or theory: where it fails")))
    for told, doubts in found:
        yield Paragraph(case.told(told))
        if doubts:
            yield Bullets(tuple(case.told(doubt.told) for doubt in doubts))


def since(case: ReviewCase) -> Iterator[Block]:
    """Tell what meetings were held since, what was said, decided and learned."""
    then = case.pack.since
    if not (then.events or then.feedback or then.decisions or then.lessons):
        return
    yield Heading(case.told(Message("What happened since")))
    yield from _named(case, Message("Meetings"), (_event(case, one.name) for one in then.events))
    yield from _named(
        case, Message("What participants said"), (_heard(case, one.name) for one in then.feedback)
    )
    yield from _named(
        case, Message("What was decided"), (_decided(case, one) for one in then.decisions)
    )
    yield from _named(
        case, Message("What was learned"), (_learned(case, one.name) for one in then.lessons)
    )


def _named(case: ReviewCase, name: Message, said: Iterable[str]) -> Iterator[Block]:
    items = tuple(said)
    if items:
        yield Heading(case.told(name), level=3)
        yield Bullets(items)


def _event(case: ReviewCase, name: str) -> str:
    event = case.strategy.events[name]
    came = sum(event.attended.values())
    values = {"event": case.title(name), "date": case.day(event.date), "count": Shown(came)}
    if event.attended:
        return case.told(Message("{event}, {date}: {count} came", values))
    return case.told(Message("{event}, {date}: nobody has written down who came", values))


def _heard(case: ReviewCase, name: str) -> str:
    feedback = case.strategy.feedback[name]
    values = {
        "said": feedback.title or name,
        "who": case.people(feedback.by),
        "changed": [case.title(one) for one in feedback.changed],
    }
    if feedback.changed:
        return case.told(Message("{said} ({who}); it changed: {changed}", values))
    return case.told(Message("{said} ({who}); nothing has come of it yet", values))


def _decided(case: ReviewCase, one: Taken) -> str:
    state = Message("not done yet") if one.is_waiting(case.on) else Message("done")
    values = {
        "state": state,
        "about": case.told("; ".join(map(case.title, one.decision.about))),
        "word": CHOICES.get(one.decision.decision or "", Message("nothing is written")),
        "reason": one.decision.because or "–",
        "where": case.title(one.sitting[1]),
    }
    told = Message("{about}: {word}, because {reason} ({where}; {state})", values)
    return case.told(told)


def _learned(case: ReviewCase, name: str) -> str:
    lesson = case.strategy.lessons[name]
    values = {"lesson": lesson.title or name, "action": lesson.action}
    if lesson.action is None:
        return case.told(Message("{lesson}", values))
    return case.told(Message("{lesson}: {action}", values))


def findings(case: ReviewCase) -> Iterator[Block]:
    """Ask what the check finds open, goal by goal."""
    open_ones = [one for one in case.pack.findings if one.question is not None]
    if not open_ones:
        return
    yield Heading(case.told(Message("What the strategy leaves open")))
    for goal, members in by_goal(case.strategy, open_ones).items():
        yield Heading(_goal(case, goal), level=3)
        put = asked(case.strategy, members, case.language)
        yield Numbered(tuple(_question(case, one.question, one.others) for one in put))


def _goal(case: ReviewCase, goal: str) -> str:
    if goal == ABOUT_THE_WHOLE:
        return case.told(Message("The strategy as a whole"))
    if goal == NOWHERE:
        return case.told(Message("What leads to no goal yet"))
    return case.told(Message("Goal: {title}", {"title": case.title(goal)}))


def _question(case: ReviewCase, question: str, others: Sequence[str]) -> str:
    if not others:
        return question
    same = Message("The same for: {others}", {"others": [*others]})
    return f"{question} {case.told(same)}."


def decisions(case: ReviewCase) -> Iterator[Block]:
    """Leave room for what is decided, the next date and those who sign."""
    yield Heading(case.told(Message("Decisions")), fresh=True)
    told = Message(
        "Whoever keeps the minutes fills in the form beside it: {form}.",
        {"form": "toc review --form"},
    )
    yield Paragraph(case.told(told), quiet=True)
    for name in _decided_about(case):
        yield Heading(name, level=3)
        yield Ticks(tuple(map(case.told, CHOICES.values())), in_line=True)
        yield Room(case.told(Message("Why, who does it, by when")), _LINES)
    yield Room(case.told(Message("Anything else that was decided")), _LINES)
    yield Room(case.told(Message("The next review")), 1)
    head = (Message("Name"), Message("Office"), Message("Signature"), Message("Date"))
    yield Signatures(case.told(Message("Signatures")), tuple(map(case.told, head)), _SIGNERS)


def _decided_about(case: ReviewCase) -> tuple[str, ...]:
    due = (thing for one in case.pack.to_decide for thing in one.things)
    doubtful = (one.assumption for one in case.pack.in_doubt)
    return tuple(dict.fromkeys(case.thing(one) for one in (*due, *doubtful)))
