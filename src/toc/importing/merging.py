"""A delivery beside what is known: what is new, what is there, and what says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.amending import Amended
from toc.errors import UnknownNameError
from toc.findings import Related
from toc.importing.layout import Names
from toc.importing.ledger import Known, Subject, known_values, subject_of, written
from toc.importing.taking import Delivered, Delivery, Refused, take
from toc.parts import place_of_readings
from toc.spelling import nearest
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.findings import Finding
    from toc.loading import Loaded
    from toc.model import Reading, Strategy
    from toc.parts import Parts
    from toc.tables import Sheet

__all__ = ["Import", "Otherwise", "merge"]

_MARK = b"\xef\xbb\xbf"
_MOST_SHOWN = 5
"""So many of the rows that contradict one are shown beside it, and so many of their values."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A delivered value that says something else than the one that is known.

    Attributes:
        delivered: the delivered value.
        known: the value that stands.
        finding: both, with their places, and what to do.
        is_replaced: whether the delivered value takes its place.
    """

    delivered: Delivered
    known: Known
    finding: Finding
    is_replaced: bool = False


@dataclass(frozen=True)
class Import:
    """What comes of taking a delivery into a strategy's readings; nothing is written.

    Attributes:
        delivery: the delivery as it was read.
        added: what is new.
        there: how many of its values are there already.
        otherwise: what contradicts a known value.
        refused: what cannot be taken, with all that is said of its row.
        doubtful: what is taken, and is hardly meant so.
        amended: the spreadsheet of readings, as it is and as it should be.
        hindrance: why that spreadsheet cannot be added to, if so.
    """

    delivery: Delivery
    added: tuple[Delivered, ...]
    there: int
    otherwise: tuple[Otherwise, ...]
    refused: tuple[Refused, ...]
    doubtful: tuple[Finding, ...]
    amended: Amended
    hindrance: Message | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything that was delivered stands in the strategy then."""
        return (
            self.delivery.layout is not None
            and not self.refused
            and all(one.is_replaced for one in self.otherwise)
        )

    @property
    def told(self) -> Message:
        """Count what came of it."""
        replaced = sum(one.is_replaced for one in self.otherwise)
        return Message(
            "{added} new, {replaced} replaced, {there} there already, {otherwise} otherwise, "
            "{refused} refused",
            {
                "added": len(self.added),
                "replaced": replaced,
                "there": self.there,
                "otherwise": len(self.otherwise) - replaced,
                "refused": len(self.refused),
            },
        )


def merge(
    sheet: Sheet,
    loaded: Loaded,
    parts: Parts,
    *,
    mapped: Mapping[str, str] | None = None,
    replaces: bool = False,
) -> Import:
    """Take a delivered table into the readings of a strategy.

    Doing so twice is doing it once, and the order of the rows says nothing.

    Args:
        sheet: the delivered table.
        loaded: the strategy.
        parts: its files.
        mapped: what the table calls indicators, each with the id that is meant.
        replaces: whether a delivered value takes the place of another one for the same;
            the old value is then kept in the row's note.

    Raises:
        OSError: when the system does not give the spreadsheet of readings.
        UnknownNameError: when there is no such indicator.
    """
    strategy = loaded.strategy
    names = Names(strategy, _checked(mapped or {}, strategy))
    delivery = take(sheet, strategy, names)
    sole, refused = _without_two_voices(delivery)
    known = known_values(strategy)
    added = [one for one in sole if subject_of(one.reading) not in known]
    others = [one for one in sole if subject_of(one.reading) in known]
    hindrance = _hindrance(loaded, parts)
    otherwise = tuple(_otherwise(others, known, loaded, delivery.sheet, replaces=replaces))
    return Import(
        delivery,
        tuple(added),
        len(others) - len(otherwise),
        otherwise,
        (*delivery.refused, *refused),
        tuple(_before_baseline(added, strategy, sheet)),
        _amended(loaded, parts, added, otherwise, hindrance),
        hindrance,
    )


def _checked(mapped: Mapping[str, str], strategy: Strategy) -> Mapping[str, str]:
    known = {key.lower() for key in strategy.indicators}
    for key in mapped.values():
        if key.lower() not in known:
            near = nearest(key, strategy.indicators)
            values = {"id": key, "near": near}
            if near is None:
                raise UnknownNameError(Message("no indicator is called “{id}”", values))
            message = Message("no indicator is called “{id}”; did you mean “{near}”?", values)
            raise UnknownNameError(message)
    return mapped


def _without_two_voices(delivery: Delivery) -> tuple[list[Delivered], list[Refused]]:
    """Leave out what a delivery says twice, and refuse what it says in two ways."""
    voices: dict[Subject, list[Delivered]] = {}
    for one in delivery.taken:
        voices.setdefault(subject_of(one.reading), []).append(one)
    sole: list[Delivered] = []
    refused: list[Refused] = []
    for said in voices.values():
        if all(one.reading.value == said[0].reading.value for one in said):
            sole.append(said[0])
        else:
            refused += _two_voices(said, delivery.sheet)
    return sole, refused


def _two_voices(said: Sequence[Delivered], sheet: Sheet) -> Iterator[Refused]:
    """Refuse every row of them, and show at each a few of the others."""
    values = sorted({str(one.reading.value) for one in said})
    several = [*values[:_MOST_SHOWN], "…"] if len(values) > _MOST_SHOWN else values
    shown = [(one, _voice(one, sheet)) for one in said[: _MOST_SHOWN + 1]]
    for one in said:
        finding = sheet.fault(
            one.row,
            one.column,
            Message("the table has several values for the same: {values}", {"values": several}),
            Message("keep the one that is right"),
            rule="readings-contradictory",
            related=tuple(voice for other, voice in shown if other is not one)[:_MOST_SHOWN],
        )
        yield Refused(one.row, finding)


def _voice(one: Delivered, sheet: Sheet) -> Related:
    said = sheet.placed(one.row, one.column, _as_message(one.reading.value))
    return Related(said, span=sheet.span(one.row, one.column))


def _as_message(value: float | str) -> Message:
    return Message("{value} stands here", {"value": str(value)})


def _otherwise(
    others: Sequence[Delivered],
    known: Mapping[Subject, Sequence[Known]],
    loaded: Loaded,
    sheet: Sheet,
    *,
    replaces: bool,
) -> Iterator[Otherwise]:
    for one in others:
        values = known[subject_of(one.reading)]
        if any(other.value == one.reading.value for other in values):
            continue
        first = values[0]
        can_be_replaced = replaces and len(values) == 1 and first.number is not None
        finding = _contradiction(one, first, loaded, sheet)
        yield Otherwise(one, first, finding, can_be_replaced)


def _contradiction(one: Delivered, known: Known, loaded: Loaded, sheet: Sheet) -> Finding:
    reading = one.reading
    values: dict[str, object] = {
        "indicator": loaded.strategy.indicators[reading.indicator].title or reading.indicator,
        "date": str(reading.date),
        "known": str(known.value),
        "value": str(reading.value),
    }
    if known.number is None:
        mend = Message("correct it under “actual:” if the delivered value is right")
        route: tuple[str | int, ...] = ("actual", str(reading.date))
    else:
        mend = Message("if the delivered value is right, import it with --replace")
        route = ("readings", known.number)
    span = loaded.locate(("indicators", reading.indicator, *route))
    return sheet.fault(
        one.row,
        one.column,
        Message("“{indicator}” was {known} in {date}, and is {value} here", values),
        mend,
        rule="readings-contradictory",
        related=(Related(Message("{known} stands here", values), span=span),),
    )


def _before_baseline(
    added: Sequence[Delivered], strategy: Strategy, sheet: Sheet
) -> Iterator[Finding]:
    """Find what is new and older than the value from which everything is counted."""
    begun = {
        name: min(one.baseline, key=lambda date: date.first)
        for name, one in strategy.indicators.items()
        if one.baseline
    }
    for one in added:
        baseline = begun.get(one.reading.indicator)
        if baseline is not None and one.reading.date.last < baseline.first:
            values = {
                "indicator": strategy.indicators[one.reading.indicator].title
                or one.reading.indicator,
                "date": str(one.reading.date),
                "baseline": str(baseline),
            }
            message = Message(
                "“{indicator}” was read in {date}, before its baseline of {baseline}", values
            )
            mend = Message(
                "correct the date; if it is right, write the value as a baseline as well"
            )
            yield sheet.fault(one.row, one.column, message, mend, rule="reading-before-baseline")


def _hindrance(loaded: Loaded, parts: Parts) -> Message | None:
    """Say why the spreadsheet of readings cannot be added to without risk."""
    readings = loaded.readings
    if readings is None:
        return None
    values: dict[str, object] = {"path": str(place_of_readings(parts))}
    if readings.sheet.is_workbook or readings.sheet.source is None:
        return Message("{path} is no CSV, and is not written to: save it as CSV in UTF-8", values)
    if readings.sheet.findings or (readings.sheet.rows and _lacks_columns(loaded)):
        return Message("{path} cannot be read whole: mend it first, see toc check", values)
    return None


def _lacks_columns(loaded: Loaded) -> bool:
    readings = loaded.readings
    return readings is None or readings.columns is None or bool(readings.columns.missing)


def _amended(
    loaded: Loaded,
    parts: Parts,
    added: Sequence[Delivered],
    otherwise: Sequence[Otherwise],
    hindrance: Message | None,
) -> Amended:
    path = place_of_readings(parts)
    if hindrance is not None:
        # It may be a file too large to be read at all.
        return Amended(path, b"", b"")
    before = path.read_bytes() if parts.readings is not None else b""
    new = {
        one.known.number: _with_old(one, loaded)
        for one in otherwise
        if one.is_replaced and one.known.number is not None
    }
    if not (added or new):
        return Amended(path, before, before)
    text = written(loaded, [one.reading for one in added], new)
    mark = _MARK if before.startswith(_MARK) else b""
    return Amended(path, before, mark + text.encode())


def _with_old(one: Otherwise, loaded: Loaded) -> Reading:
    """Give the delivered reading, its old value kept in its note."""
    assert one.known.number is not None
    old = loaded.strategy.readings[one.known.number]
    new = one.delivered.reading
    language = next(iter(loaded.strategy.languages), ORIGINAL)
    before = Message("before: {value}", {"value": str(old.value)}).say(language)
    note = "; ".join(filter(None, (new.note or old.note, before)))
    return replace(new, source=new.source or old.source, note=note, by=old.by)
