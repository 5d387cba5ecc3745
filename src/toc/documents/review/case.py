"""A review as papers tell of it: the pack, and how its parts are said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.documents.subject import Subject
from toc.model import Date
from toc.reviewing import ReviewPack, review_pack
from toc.roadmap.months import said, said_period
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.analysis.due import Due
    from toc.analysis.things import Thing
    from toc.model import Interval

__all__ = ["ReviewCase"]


@dataclass(frozen=True)
class ReviewCase(Subject):
    """A subject that is reviewed."""

    @cached_property
    def pack(self) -> ReviewPack:
        """What the review is held with."""
        return review_pack(self.strategy, self.on, self.findings)

    def day(self, when: Date | Interval | None) -> str:
        """Say a date or a period as people write it."""
        if when is None:
            return self.told(None)
        return self.told(said(when) if isinstance(when, Date) else said_period(when))

    def people(self, names: Iterable[str]) -> str:
        """Say who some people are, in a row."""
        return self.told("; ".join(map(self.person, names)))

    def thing(self, one: Thing) -> str:
        """Say what a thing is called, with its id, so that minutes can name it."""
        title = self.told(one.title)
        return title if not one.name or title == one.name else f"{title} ({one.name})"

    def things(self, some: Iterable[Thing]) -> str:
        """Say some things in a row, with their ids."""
        return self.told("; ".join(map(self.thing, some)))

    def item(self, one: Due) -> str:
        """Say in one line what something that is due is about, by when and by whom."""
        values = {
            "what": self.things(one.things),
            "date": self.day(one.by),
            "people": self.people(one.people) if one.people else Message("nobody is named"),
        }
        if one.by is None:
            return self.told(Message("{what} · {people}", values))
        return self.told(Message("{what} · {date} · {people}", values))

    def by_work(self, some: Iterable[Due]) -> Mapping[str, Sequence[Due]]:
        """Put together what asks for the same work, the earliest first."""
        found: dict[str, list[Due]] = {}
        for one in some:
            found.setdefault(self.told(one.work), []).append(one)
        return found
