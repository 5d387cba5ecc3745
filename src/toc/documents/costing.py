"""What a strategy costs, as tables of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Paragraph, Table
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.paper import Block
    from toc.documents.subject import Subject
    from toc.roadmap.budget import Budget, Slice

__all__ = ["costed"]


def costed(subject: Subject, found: Budget) -> Iterator[Block]:
    """Set out a budget: by activity, by goal, by source of funding, by stage, and how.

    Args:
        subject: who speaks.
        found: the budget.
    """
    yield Paragraph(found.sentence(subject.language))
    yield from _by_activity(subject, found)
    tables: tuple[tuple[Message, Message, tuple[Slice, ...]], ...] = (
        (Message("By goal"), Message("Goal"), found.by_goal),
        (Message("By source of funding"), Message("Source"), found.by_funding),
        (Message("By stage"), Message("Stage"), found.by_stage),
        (Message("Pilot projects"), Message("Pilot project"), found.pilots),
    )
    for name, what, slices in tables:
        if slices:
            yield _sliced(subject, found.currency, (name, what), slices)
    yield Bullets(tuple(subject.told(one) for one in found.method))


def _by_activity(subject: Subject, found: Budget) -> Iterator[Block]:
    if not found.costs:
        return
    head = (Message("Activity"), Message("Cost"), Message("Who pays"))
    total = (
        subject.told(Message("All activities")),
        subject.told(found.total.said(found.currency)),
        "",
    )
    yield Table(
        subject.told(Message("By activity")),
        tuple(subject.told(one) for one in head),
        (
            *(
                (
                    subject.told(one.activity.title),
                    subject.told(one.amount.said(found.currency)),
                    subject.told(one.funding),
                )
                for one in found.costs
            ),
            total,
        ),
        frozenset({1}),
    )


def _sliced(
    subject: Subject, currency: str, named: tuple[Message, Message], slices: tuple[Slice, ...]
) -> Table:
    name, what = named
    is_shared = any(one.shared is not None for one in slices)
    head = [what, Message("Cost"), *([Message("of that, shared with others")] if is_shared else [])]
    rows = []
    for one in slices:
        row = [subject.told(one.title), subject.told(one.amount.said(currency))]
        if is_shared:
            row.append(_shared(subject, one, currency))
        rows.append(tuple(row))
    columns = frozenset({1, 2} if is_shared else {1})
    return Table(subject.told(name), tuple(subject.told(one) for one in head), tuple(rows), columns)


def _shared(subject: Subject, one: Slice, currency: str) -> str:
    if one.shared is None or not one.shared.count:
        return subject.told(None)
    return subject.told(one.shared.said(currency))
