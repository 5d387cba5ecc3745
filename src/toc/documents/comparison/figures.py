"""Shared indicators and policy areas side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.documents.quantities import quantity
from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.comparison.case import Case
    from toc.documents.paper import Block
    from toc.monitoring import Value
    from toc.regions import AreaRow, Measure, SharedIndicator

__all__ = ["areas", "indicators"]


def indicators(case: Case) -> Iterator[Block]:
    """Give each shared indicator with its values in every region, and what speaks against."""
    yield Heading(case.told(Message("Shared indicators")))
    found = case.comparison.indicators
    if not found:
        yield Paragraph(
            case.told(
                Message(
                    "No indicator is shared. Two indicators are one where both carry the same "
                    "code under “refs”, or have the same id."
                )
            )
        )
    for one in found:
        yield from _indicator(case, one)


def _indicator(case: Case, one: SharedIndicator) -> Iterator[Block]:
    name = case.told(one.measures[0].indicator.title)
    yield Heading(name, level=3)
    common = (
        Message("In {year}", {"year": str(one.year)})
        if one.year is not None
        else Message("In a common year")
    )
    head = (Message("Region"), Message("Start"), common, Message("Latest"), Message("Target"))
    yield Table(
        case.sentence(case.told(one.known_by)),
        (*map(case.told, head), case.told(Message("How it stands"))),
        tuple(_measure(case, measure) for measure in one.measures),
    )
    yield from _called(case, one)
    if one.obstacles:
        yield Paragraph(case.told(Message("These values cannot be compared:")))
        yield Bullets(tuple(case.sentence(case.told(why)) for why in one.obstacles))
    elif one.year is None:
        yield Paragraph(
            case.told(Message("There is no year in which two of them have a value.")), quiet=True
        )


def _called(case: Case, one: SharedIndicator) -> Iterator[Block]:
    """Say what each region calls it, where they call it differently."""
    titles = [case.told(measure.indicator.title) for measure in one.measures]
    if len(set(titles)) > 1:
        called = (
            case.told(Message("{region}: “{title}”", {"region": measure.region, "title": title}))
            for measure, title in zip(one.measures, titles, strict=True)
        )
        yield Paragraph(case.sentence("; ".join(called)), quiet=True)


def _measure(case: Case, measure: Measure) -> tuple[str, ...]:
    found = measure.progress
    values = (found.baseline, measure.then, found.last, found.target)
    return (
        case.told(measure.region),
        *(_value(case, measure, value) for value in values),
        case.told(found.word),
    )


def _value(case: Case, measure: Measure, value: Value | None) -> str:
    if value is None:
        return case.told(None)
    said = case.told(quantity(value.value, measure.progress.unit))
    return f"{said} ({case.day(value.date)})"


def areas(case: Case) -> Iterator[Block]:
    """Give the scores of each policy area that several regions have."""
    yield Heading(case.told(Message("Policy areas")))
    found = case.comparison.areas
    if not found:
        yield Paragraph(case.told(Message("No policy area is shared.")))
        return
    head = (
        Message("Area"),
        Message("Region"),
        Message("Score, of 100"),
        Message("Assessed"),
        Message("Mean of its sample"),
        Message("Questionnaire"),
    )
    yield Table(
        case.told(Message("How each region scored when it was last assessed")),
        tuple(map(case.told, head)),
        tuple(row for one in found for row in _area(case, one)),
        frozenset({2, 4}),
    )
    yield Paragraph(
        case.told(
            Message(
                "Scores of different questionnaires say different things; each is best held "
                "against the same region's earlier score."
            )
        ),
        quiet=True,
    )


def _area(case: Case, row: AreaRow) -> Iterator[tuple[str, ...]]:
    for mark in row.marks:
        scores = (mark.score, mark.peers)
        score, peers = (case.told(None if one is None else Shown(round(one))) for one in scores)
        yield (
            case.told(mark.area.title),
            case.told(mark.region),
            score,
            case.day(mark.date),
            peers,
            case.told(mark.method),
        )
