"""The roadmap as a calendar file (iCalendar, RFC 5545), for any calendar program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from unicodedata import category

from toc.errors import MissingExtraError
from toc.model import Event
from toc.roadmap.moments import KINDS
from toc.roadmap.months import SURE, said_period
from toc.roadmap.timeline import time_line
from toc.words import Message, say, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Date, Strategy
    from toc.roadmap.moments import Moment

__all__ = ["CalendarFile", "calendar_file"]

_KINDS = frozenset(KINDS) - {"stage", "activity", "pilot"}
"""What happens or falls due; what lasts stays in the picture."""

_COMING = frozenset({"planned", "due", "overdue"})
"""Of reviews, those that have yet to be held."""

_MODES = {
    "online": Message("online"),
    "onsite": Message("face to face"),
    "hybrid": Message("face to face and online"),
}


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar file, and what could not be put into it.

    Attributes:
        content: the file.
        count: how many entries it has.
        undated: what has no date.
    """

    content: bytes
    count: int
    undated: tuple[Moment, ...]

    def sentence(self, language: str = "en") -> str:
        """Say how many entries there are, and what is left out."""
        parts = [
            Message(
                "The calendar has {count} entry.",
                {"count": self.count},
                plural="The calendar has {count} entries.",
            )
        ]
        if self.undated:
            names = [Message("“{title}”", {"title": one.title}) for one in self.undated]
            parts.append(
                Message(
                    "{count} thing has no date and is not in it: {names}.",
                    {"count": len(names), "names": names},
                    plural="{count} things have no date and are not in it: {names}.",
                )
            )
        return " ".join(part.say(language) for part in parts)


def calendar_file(strategy: Strategy, on: date, *, language: str = "en") -> CalendarFile:
    """Write events, reviews that are to come, and deadlines as all-day entries.

    What is not known to the day is a tentative entry as long as it may take, and says how exact
    its date is.  The same entry keeps its identifier, so that a calendar brings it up to date.

    Args:
        strategy: the strategy.
        on: the day of the export: it decides which reviews are to come, and is all that the
            file says of when it was made.
        language: of the strategy's texts and of ours.

    Raises:
        MissingExtraError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar, vText  # noqa: PLC0415 - only who exports needs it
    except ImportError as error:
        raise MissingExtraError(
            Message(
                "a calendar file needs an extra package: pip install 'theory-of-change[calendar]'"
            )
        ) from error
    line = time_line(strategy, on)
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//theory-of-change//roadmap//{spoken(language).upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # What begins with X- is not escaped of itself.
    calendar.add("x-wr-calname", vText(_line(strategy.title.say(language))))
    shown = [one for one in line.moments if one.kind in _KINDS and _is_ahead(one)]
    for moment in shown:
        calendar.add_component(_entry(strategy, moment, on, language))
    undated = tuple(one for one in line.undated if one.kind in _KINDS)
    return CalendarFile(calendar.to_ical(), len(shown), undated)


def _is_ahead(moment: Moment) -> bool:
    return moment.kind != "review" or moment.standing in _COMING


def _entry(strategy: Strategy, moment: Moment, on: date, language: str) -> Any:
    from icalendar import Event as Entry  # noqa: PLC0415 - as above

    first, last = _days(moment)
    entry: Any = Entry()
    entry.add("uid", _identifier(strategy, moment))
    entry.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", last + timedelta(days=1))
    spoken_in = {"language": language}
    entry.add("summary", _line(_summary(moment).say(language)), parameters=spoken_in)
    told = "\n".join(_line(say(part, language)) for part in _told(strategy, moment))
    entry.add("description", told, parameters=spoken_in)
    found = strategy.entry(moment.name) if moment.kind == "event" else None
    if isinstance(found, Event) and found.place:
        entry.add("location", _line(found.place.say(language)), parameters=spoken_in)
    kind = _line(KINDS[moment.kind].say(language))
    entry.add("categories", [kind], parameters=spoken_in)
    entry.add("status", "CONFIRMED" if moment.precision == ("day", "day") else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    return entry


def _days(moment: Moment) -> tuple[date, date]:
    """Give the first and the last day; of what is open, those of the end that is given."""
    assert moment.period is not None
    start, end = moment.period.start, moment.period.end
    known: Date | None = start or end
    assert known is not None
    return (start or known).first, (end or known).last


def _summary(moment: Moment) -> Message:
    if moment.kind == "event":
        return Message("{name}", {"name": moment.title})
    return Message("{title} ({kind})", {"title": moment.title, "kind": KINDS[moment.kind]})


def _told(strategy: Strategy, moment: Moment) -> Iterator[object]:
    """Say what it is for, when it is, how exact that is, and of which strategy."""
    assert moment.period is not None
    found = strategy.entry(moment.name) if moment.kind == "event" else None
    if isinstance(found, Event):
        yield from _of_event(found)
    if moment.joint:
        yield Message("common session of several regions")
    yield said_period(moment.period)
    ends = {SURE[end] for end in moment.precision if end in SURE and end != "day"}
    for told in SURE.values():
        if told in ends:
            yield Message("The date is not more exact yet: {known}.", {"known": told})
    if moment.stage:
        stage = strategy.stages[moment.stage].title or moment.stage
        yield Message("Stage: {stage}", {"stage": stage})
    yield strategy.title


def _of_event(event: Event) -> Iterator[object]:
    if event.objective:
        yield event.objective
    if event.time:
        yield event.time
    if event.mode:
        yield _MODES[event.mode]


def _identifier(strategy: Strategy, moment: Moment) -> str:
    """Name an entry for good: by the ids of the strategy and of the entry, never by its date."""
    own = strategy.head.id or _hashed(str(strategy.title))
    parts = [str(step) for step in moment.route if step != "date"]
    if moment.kind == "review" and moment.number:
        parts = ["stages", moment.stage, "review", str(moment.number)]
    return f"{own}-{'-'.join(parts)}@theory-of-change"


def _hashed(text: str) -> str:
    return blake2b(text.encode(errors="replace"), digest_size=6).hexdigest()


def _line(text: str) -> str:
    """Write a text in one line, without what no calendar program should read."""
    kept = "".join(" " if category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    return " ".join(kept.encode(errors="replace").decode().split())
