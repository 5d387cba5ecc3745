"""Which strategies stand side by side, and where each is in its roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.roadmap.months import said_period
from toc.vocabulary import STATUSES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.comparison.case import Case
    from toc.documents.paper import Block
    from toc.regions import Region, Schedule

__all__ = ["overview", "sessions"]


def overview(case: Case) -> Iterator[Block]:
    """Name the strategies with their versions, and say that nobody is ranked."""
    head = (
        Message("Region"),
        Message("Strategy"),
        Message("Version"),
        Message("Status"),
        Message("Period"),
    )
    yield Table(
        case.told(Message("The strategies, in the order of the alphabet")),
        tuple(map(case.told, head)),
        tuple(_strategy(case, region) for region in case.comparison.regions),
    )
    yield Paragraph(case.sentence(case.told(case.comparison.told)))
    yield Paragraph(
        case.told(
            Message(
                "Nobody is ranked here. Regions start from different places; values stand side "
                "by side so that people ask each other how they did it."
            )
        ),
        quiet=True,
    )


def _strategy(case: Case, region: Region) -> tuple[str, ...]:
    head = region.strategy.head
    return (
        case.told(region.name),
        case.told(region.strategy.title),
        case.told(head.version),
        case.told(STATUSES[region.strategy.status]),
        case.told(said_period(head.period) if head.period else None),
    )


def sessions(case: Case) -> Iterator[Block]:
    """Say where each region stands in its roadmap, and when some could review together."""
    head = (
        Message("Region"),
        Message("Stage on this day"),
        Message("Reviews held"),
        Message("Reviews overdue"),
        Message("Next review"),
        Message("Next common session"),
    )
    yield Heading(case.told(Message("Stages and common sessions")))
    yield Table(
        case.told(Message("Where each region stands in its roadmap")),
        tuple(map(case.told, head)),
        tuple(_schedule(case, one) for one in case.comparison.schedules),
        frozenset({2, 3}),
    )
    together = case.comparison.together
    if together:
        yield Paragraph(case.told(Message("These could be one common session:")))
        yield Bullets(
            tuple(
                case.told(
                    Message(
                        "{first} ({when}) and {second} ({then})",
                        {
                            "first": one.regions[0],
                            "second": one.regions[1],
                            "when": case.day(one.when[0]),
                            "then": case.day(one.when[1]),
                        },
                    )
                )
                for one in together
            )
        )


def _schedule(case: Case, one: Schedule) -> tuple[str, ...]:
    stages = "; ".join(case.told(stage.title) for stage in one.stages)
    return (
        case.told(one.region),
        case.told(stages),
        str(one.held),
        str(one.overdue),
        case.day(one.next),
        case.day(one.joint[0] if one.joint else None),
    )
