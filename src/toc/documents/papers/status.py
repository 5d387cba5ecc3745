"""How it is going: every indicator with its charts, every goal, where it fails, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.documents.status.charts import bullet_pictures, over_time_pictures
from toc.documents.subject import Subject
from toc.model import Date
from toc.monitoring import SIGNS, STANDINGS, status
from toc.monitoring.diagnosis import in_short
from toc.monitoring.telling import amount
from toc.roadmap.months import said
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.documents.paper import Block
    from toc.monitoring import Doubt, Progress, Standing, Status, Value
    from toc.words import Sayable

ABOUT = Message("how it is going: indicators with charts, goals, where it fails, what is due")
NEEDS: Final = ()

_ATTENTION: tuple[Standing, ...] = ("far-behind", "behind", "stale", "not-comparable")


@dataclass(frozen=True)
class Watched(Subject):
    """A strategy, and how it is doing on the day."""

    @cached_property
    def status(self) -> Status:
        """How it is doing; what leads to one goal where the paper is about that."""
        return status(self.strategy, self.on, (self.about,) if self.about else ())

    def standing(self, *standings: Standing) -> Sequence[Progress]:
        """Give the indicators that stand somehow, in the order of these standings."""
        return [one for word in standings for one in self.status.indicators if one.standing == word]


def title(subject: Subject) -> Message:
    """Name the paper after the day, and after its goal where it has one."""
    values = {"on": said(Date.of(subject.on)), "goal": subject.title(subject.about)}
    if subject.about:
        return Message("How it is going on {on}: {goal}", values)
    return Message("How it is going on {on}", values)


def prepared(subject: Subject) -> Watched:
    """Ask how it is going.

    Raises:
        UnknownNameError: when it is to be about something that is no goal.
    """
    watched = Watched.of(subject)
    _ = watched.status
    return watched


def overview(watched: Watched) -> Iterator[Block]:
    """Say how many stand how, and how each goal is doing."""
    yield Paragraph(watched.told(watched.status.told))
    if watched.status.goals:
        yield Heading(watched.told(Message("By goal")))
        yield Bullets(tuple(watched.told(one.told) for one in watched.status.goals))


def attention(watched: Watched) -> Iterator[Block]:
    """Tell what is behind, and what is not known any more, each with its sentence."""
    some = watched.standing(*_ATTENTION)
    if some:
        yield Heading(watched.told(Message("What needs attention")))
        yield Bullets(tuple(watched.told(one.told) for one in some))


def theory(watched: Watched) -> Iterator[Block]:
    """Tell where it is delivery that fails, and where the theory is in doubt."""
    found = watched.status.diagnoses
    if found:
        yield Heading(watched.told(Message("Delivery and theory")))
        yield Paragraph(
            watched.told(
                Message(
                    "What is delivered and what changes are held against each other: if the one "
                    "is on track and the other is not, the theory between them is in doubt."
                )
            ),
            quiet=True,
        )
        yield Bullets(tuple(_diagnosed(watched)))


def _diagnosed(watched: Watched) -> Iterator[str]:
    for told, doubts in in_short(watched.status.diagnoses):
        yield watched.told(told)
        yield from (_doubted(watched, doubt) for doubt in doubts)


def _doubted(watched: Watched, doubt: Doubt) -> str:
    return watched.sentence(
        watched.told(Message("to be looked at: {doubt}", {"doubt": doubt.told}))
    )


def charts(watched: Watched) -> Iterator[Block]:
    """Draw where each indicator stands, and how it came there."""
    pictures = [
        *bullet_pictures(watched, watched.status.indicators),
        *over_time_pictures(watched, watched.status.indicators),
    ]
    if pictures:
        yield Heading(watched.told(Message("In pictures")))
        yield from pictures


def indicators(watched: Watched) -> Iterator[Block]:
    """List every indicator, with its baseline, its last value and its target."""
    some = watched.standing(*STANDINGS)
    if not some:
        return
    name = Message("All indicators")
    yield Heading(watched.told(name))
    head = (
        Message("Indicator"),
        Message("Standing"),
        Message("Baseline"),
        Message("Last value"),
        Message("Expected by then"),
        Message("Target"),
    )
    rows = tuple(tuple(_row(watched, one)) for one in some)
    yield Table(watched.told(name), tuple(map(watched.told, head)), rows, frozenset({2, 3, 4, 5}))


def _row(watched: Watched, one: Progress) -> Iterator[str]:
    unit = [one.counted_in] if one.counted_in is not None else []
    yield watched.told([one.indicator.title, *unit])
    yield f"{SIGNS[one.standing]} {watched.told(one.word)}"
    for value in (one.baseline, one.last):
        yield _dated(watched, one, value)
    expected = one.shown_expected
    yield watched.told(None if expected is None else amount(expected, one.unit))
    yield _dated(watched, one, one.target)


def _dated(watched: Watched, one: Progress, value: Value | None) -> str:
    if value is None:
        return watched.told(None)
    values = {"value": amount(value.value, one.unit), "date": str(value.date)}
    return watched.told(Message("{value} ({date})", values))


def without_data(watched: Watched) -> Iterator[Block]:
    """Say of what is not known why it is not."""
    some = watched.standing("no-data")
    if some:
        yield Heading(watched.told(Message("What is not known")))
        yield Bullets(tuple(watched.told(one.told) for one in some))


def groups(watched: Watched) -> Iterator[Block]:
    """Put groups side by side, with nobody recognisable."""
    yield from _told(watched, Message("Groups"), [one.told for one in watched.status.groups])


def heading(watched: Watched) -> Iterator[Block]:
    """Say where indicators are heading, if they go on as they did."""
    found = [one.told for one in watched.status.forecasts]
    yield from _told(watched, Message("Where it is heading"), found)


def due(watched: Watched) -> Iterator[Block]:
    """List the values that are due, with who measures them."""
    found = watched.status.due
    if not found:
        return
    name = Message("Values that are due")
    yield Heading(watched.told(name))
    head = (Message("Indicator"), Message("Due"), Message("Who measures it"))
    rows = tuple(
        (
            watched.told(one.indicator.title),
            watched.told(Message("{day}, late", {"day": str(one.date)}))
            if one.is_late
            else str(one.date),
            watched.told([who.title for who in one.by]),
        )
        for one in found
    )
    yield Table(watched.told(name), tuple(map(watched.told, head)), rows)


def _told(watched: Watched, name: Message, found: Sequence[Sayable]) -> Iterator[Block]:
    if found:
        yield Heading(watched.told(name))
        yield Bullets(tuple(watched.told(one) for one in found))


PARTS = MappingProxyType(
    {
        "overview": overview,
        "attention": attention,
        "theory": theory,
        "charts": charts,
        "indicators": indicators,
        "without-data": without_data,
        "groups": groups,
        "heading": heading,
        "due": due,
    }
)
