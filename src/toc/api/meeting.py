"""Meetings and reviews: what they are held with, and the edits that they end in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.api.checking import check
from toc.api.reading import original, reading

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from datetime import date

    from toc.amending import Amended
    from toc.findings import Finding
    from toc.loading import Loaded
    from toc.model import Date, Strategy
    from toc.reviewing import Filled, Minutes, Record, Recorded, ReviewPack
    from toc.text.source import Source

__all__ = [
    "amend_by_meeting",
    "amend_by_review",
    "event_named",
    "meeting_form",
    "meeting_text",
    "meetings_text",
    "next_review",
    "read_meeting_form",
    "read_review_form",
    "review",
    "review_form",
    "review_text",
    "typed_minutes",
]


def review(strategy: Strategy, *, on: date) -> ReviewPack:
    """Gather what a review on a day needs: what moved, is overdue, in doubt, to be decided."""
    from toc.reviewing import review_pack

    return review_pack(strategy, on, check(strategy, on=on).findings)


def review_text(strategy: Strategy, *, on: date, path: str, language: str | None = None) -> str:
    """Tell a review in a few lines, with the commands that come next.

    Args:
        strategy: the strategy.
        on: the day of the review.
        path: where the strategy is, as it stands in the commands.
        language: of the text; the strategy's first one when None.
    """
    from toc.documents.review.brief import brief
    from toc.documents.subject import Subject

    findings = tuple(check(strategy, on=on).findings)
    said_in = language or original(strategy)
    return brief(Subject(strategy, on, said_in, findings=findings), path)


def review_form(strategy: Strategy, *, on: date, path: str, language: str | None = None) -> str:
    """Write the form that is filled in during a review, as YAML with explanations."""
    from toc.reviewing import form

    return form(strategy, review(strategy, on=on), language or original(strategy), path)


def read_review_form(path: str | os.PathLike[str], strategy: Strategy, *, on: date) -> Filled:
    """Read a form that was filled in, with whatever is wrong in it at its place.

    Raises:
        InputError: when it cannot be read.
    """
    from toc.reviewing import Filled, read_form

    source, refused = _source(path)
    return Filled(None, refused) if refused else read_form(source, strategy, on)


def _source(path: str | os.PathLike[str]) -> tuple[Source, tuple[Finding, ...]]:
    from pathlib import Path

    from toc.text.source import read_source

    with reading(path):
        source, refused = read_source(Path(path), str(path))
    return source, tuple(refused)


def next_review(strategy: Strategy, *, on: date) -> Date:
    """Reckon when the next review is, after one on a day.

    Raises:
        InputError: when no stage says how often progress is reviewed.
    """
    from toc.reviewing import next_review as reckoned

    return reckoned(strategy, on)


def typed_minutes(
    strategy: Strategy,
    *,
    on: date,
    decisions: Sequence[str] = (),
    states: Sequence[str] = (),
    by: Sequence[str] = (),
    next_one: Date | None = None,
    because: str = "",
) -> Minutes:
    """Make the minutes of a review of what was typed: `portal=change: too long`.

    Raises:
        InputError: when something of it cannot be read as a decision or a state.
        UnknownNameError: when something of it is about nothing in the strategy.
    """
    from toc.reviewing import Minutes, resolution_of, settled_of

    return Minutes(
        on,
        tuple(resolution_of(text, strategy) for text in decisions),
        tuple(settled_of(text, strategy) for text in states),
        tuple(by),
        next_one,
        because=" ".join(because.split()),
    )


def amend_by_review(loaded: Loaded, minutes: Minutes) -> tuple[Amended, ...]:
    """Propose the edits of a strategy's files by which a review is written down.

    Raises:
        OutputError: a file cannot be edited so that it says just that beside.
    """
    from toc.amending import amend
    from toc.reviewing import amendments

    with reading(loaded.path):
        return amend(loaded, amendments(loaded.strategy, minutes))


def meeting_text(
    strategy: Strategy, event: str, *, on: date, path: str, language: str | None = None
) -> str:
    """Tell in a few lines what there is to talk about at an event, and what comes next.

    Raises:
        UnknownNameError: when the strategy has no such event.
    """
    from toc.documents.meeting.brief import brief
    from toc.documents.subject import Subject

    findings = tuple(check(strategy, on=on).findings)
    said_in = language or original(strategy)
    return brief(Subject(strategy, on, said_in, event, findings), path)


def meetings_text(strategy: Strategy, *, on: date, path: str, language: str | None = None) -> str:
    """List the events of a strategy, with what is missing of each."""
    from toc.documents.meeting.listing import listing
    from toc.documents.subject import Subject

    return listing(Subject(strategy, on, language or original(strategy)), path)


def event_named(strategy: Strategy, event: str) -> str:
    """Give the id of an event as it is spelled where it stands.

    Raises:
        UnknownNameError: when the strategy has no such event.
    """
    from toc.documents.meeting.brief import event_named as named

    return named(strategy, event)


def meeting_form(strategy: Strategy, event: str, *, path: str, language: str | None = None) -> str:
    """Write the form of an event: who came, what was decided, what was said.

    Raises:
        UnknownNameError: when the strategy has no such event.
    """
    from toc.reviewing import record_form

    said_in = language or original(strategy)
    return record_form(strategy, event_named(strategy, event), said_in, path)


def read_meeting_form(path: str | os.PathLike[str], strategy: Strategy, event: str) -> Recorded:
    """Read the form of an event that was filled in, with whatever is wrong in it at its place.

    Raises:
        InputError: when it cannot be read.
        UnknownNameError: when the strategy has no such event.
    """
    from toc.reviewing import Recorded, read_record

    source, refused = _source(path)
    if refused:
        return Recorded(None, refused)
    return read_record(source, strategy, event_named(strategy, event))


def amend_by_meeting(loaded: Loaded, record: Record) -> tuple[Amended, ...]:
    """Propose the edits of a strategy's files by which an event is written down.

    Raises:
        OutputError: a file cannot be edited so that it says just that beside.
    """
    from toc.amending import amend
    from toc.reviewing import record_amendments

    with reading(loaded.path):
        return amend(loaded, record_amendments(loaded.strategy, record))
