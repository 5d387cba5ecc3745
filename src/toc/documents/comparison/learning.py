"""Who tests which kind of assumption, and who could learn what from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.lessons import found_again
from toc.vocabulary import ASSUMED, STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.documents.comparison.case import Case
    from toc.documents.paper import Block
    from toc.lessons import Recurrence
    from toc.model import Strategy
    from toc.regions import Assumed, KindRow, Region

__all__ = ["assumptions", "lessons"]

_MOST = 5


def assumptions(case: Case) -> Iterator[Block]:
    """Give for each kind of assumption which pilots of which region put it to the test."""
    yield Heading(case.told(Message("Who tests which kind of assumption")))
    rows = tuple(_kind(case, row) for row in case.comparison.kinds)
    if not rows:
        yield Paragraph(case.told(Message("Nobody has written down an assumption.")))
        return
    names = tuple(case.told(region.name) for region in case.comparison.regions)
    yield Table(
        case.told(
            Message("How many assumptions of each kind a pilot puts to the test, and which pilots")
        ),
        (case.told(Message("What it is about")), *names),
        rows,
    )
    alike = case.comparison.alike
    if alike:
        yield Paragraph(case.told(Message("These say nearly the same:")))
        yield Bullets(
            tuple(f"{_assumed(case, one.one)} – {_assumed(case, one.other)}" for one in alike)
        )


def _kind(case: Case, row: KindRow) -> tuple[str, ...]:
    kind = ASSUMED.get(row.kind) or Message("no kind given")
    cells = (_cell(case, row, region) for region in case.comparison.regions)
    return case.sentence(case.told(kind)).removesuffix("."), *cells


def _cell(case: Case, row: KindRow, region: Region) -> str:
    """Say which pilots test, or that nobody does; and how many there are to test."""
    assumed = row.of(region.name)
    if not assumed:
        return case.told(None)
    pilots = {pilot.name: case.told(pilot.title) for one in assumed for pilot in one.pilots}
    tested = row.tested_in(region.name)
    values = {"tested": len(tested), "count": len(assumed)}
    counts = case.told(Message("{tested} of {count}", values))
    return f"{counts}: {'; '.join(pilots.values())}" if pilots else counts


def _assumed(case: Case, one: Assumed) -> str:
    values = {
        "region": one.region,
        "title": one.assumption.title,
        "state": STATES[one.status],
    }
    return case.told(Message("{region}: {title} ({state})", values))


def lessons(case: Case) -> Iterator[Block]:
    """Give for each region what the others learned that may hold there."""
    yield Heading(case.told(Message("Who could learn what from whom")))
    regions = case.comparison.regions
    for region in regions:
        others = [one.strategy for one in regions if one is not region]
        yield Heading(case.told(region.name), level=3)
        yield from _of(case, region, others)


def _of(case: Case, region: Region, others: Sequence[Strategy]) -> Iterator[Block]:
    found = found_again(region.strategy, others)
    if not found:
        yield Paragraph(case.told(Message("Nothing that others learned is like this here.")))
        return
    yield Bullets(tuple(_recurrence(case, one) for one in found[:_MOST]))
    more = len(found) - _MOST
    if more > 0:
        said = Message(
            "{count} more lesson: see “toc lessons”.",
            {"count": more},
            plural="{count} more lessons: see “toc lessons”.",
        )
        yield Paragraph(case.told(said), quiet=True)


def _recurrence(case: Case, one: Recurrence) -> str:
    place = one.places[0]
    values = {
        "region": one.region,
        "lesson": one.learned.lesson.title,
        "here": place.here.title,
        "reasons": [reason.told for reason in place.reasons],
    }
    return case.told(Message("{region}: {lesson}. Here: {here} ({reasons}).", values))
