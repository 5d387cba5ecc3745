"""What is written down of an event, as the edit of the strategy that it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.amending import APPEND, Amendment
from toc.reviewing.minutes import Resolution, is_written
from toc.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Strategy
    from toc.text.places import Tree

__all__ = ["Record", "Remark", "record_amendments"]

_WORDS, _LONGEST = 2, 60


@dataclass(frozen=True, slots=True)
class Remark:
    """What a participant said.

    Attributes:
        said: in their own words.
        by: who said it.
        about: what it is about.
        changed: what was changed because of it.
    """

    said: str
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its beginning, short enough for a list."""
        if len(self.said) <= _LONGEST:
            return self.said
        return f"{self.said[:_LONGEST].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True, slots=True)
class Record:
    """What is written down of an event.

    Attributes:
        event: its id.
        attended: how many came, by stakeholder.
        decided: what was decided, in a sentence each.
        resolutions: what was decided about what.
        remarks: what participants said.
    """

    event: str
    attended: tuple[tuple[str, str], ...] = ()
    decided: tuple[str, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    remarks: tuple[Remark, ...] = ()


def record_amendments(strategy: Strategy, record: Record) -> tuple[Amendment, ...]:
    """Give the edits after which the strategy says what was written down of an event.

    What it says already is left out, so that a form that is taken in twice counts once.

    Args:
        strategy: the strategy.
        record: what was written down.
    """
    return (*_of_event(strategy, record), *_of_remarks(strategy, record))


def _of_event(strategy: Strategy, record: Record) -> Iterator[Amendment]:
    event, route = strategy.events[record.event], ("events", record.event)
    if record.attended and not event.attended:
        yield Amendment((*route, "attended"), dict(record.attended))
    elif record.attended:
        for name, number in record.attended:
            yield Amendment((*route, "attended", name), number)
    known = {wording for text in event.decided for wording in text.wordings.values()}
    yield from _added(
        (*route, "decided"),
        [one for one in record.decided if one not in known],
        is_there=bool(event.decided),
    )
    new = [one.as_tree for one in record.resolutions if not is_written(one, event.decisions)]
    yield from _added((*route, "decisions"), new, is_there=bool(event.decisions))


def _added(route: tuple[str, ...], items: Sequence[Tree], *, is_there: bool) -> Iterator[Amendment]:
    """Add items to a list, or make it of them."""
    if items and not is_there:
        yield Amendment(route, [*items])
    elif items:
        for item in items:
            yield Amendment((*route, APPEND), item)


def _of_remarks(strategy: Strategy, record: Record) -> Iterator[Amendment]:
    known = {
        wording
        for one in strategy.feedback.values()
        for text in (one.title, one.text)
        if text is not None
        for wording in text.wordings.values()
    }
    taken = set(strategy.index)
    for one in record.remarks:
        if one.said in known:
            continue
        name = _name(one.said, taken)
        taken.add(name)
        yield Amendment(("feedback", name), dict(_entry(record.event, one)))


def _entry(event: str, remark: Remark) -> Iterator[tuple[str, Tree]]:
    yield "title", remark.title
    if remark.title != remark.said:
        yield "text", remark.said
    yield "from", event
    for key, names in (("by", remark.by), ("about", remark.about), ("changed", remark.changed)):
        if names:
            yield key, [*names]


def _name(said: str, taken: set[str]) -> str:
    """Make an id of the first words that are long enough to mean something."""
    words = [word for word in re.findall("[a-z0-9]+", folded(said)) if len(word) > _WORDS]
    base = "_".join(("fb", *words[:_WORDS]))
    names = (base, *(f"{base}_{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
