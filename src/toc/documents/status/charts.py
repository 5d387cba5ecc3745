"""Charts of how it is going: indicators as bullets, and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.charts import Bullet, Panel, Point, bullets, multiples
from toc.documents.paper import Picture
from toc.monitoring import series
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.documents.subject import Subject
    from toc.model import Date, Measurement
    from toc.monitoring import Progress, Value

__all__ = ["bullet_pictures", "over_time_pictures"]

_LARGEST = 1e15
"""A larger number is on no scale: who measured it has to look again first."""
_BULLETS, _PANELS = 12, 6
"""So many stand on one picture: it keeps to a page, and its letters stay large."""


def bullet_pictures(subject: Subject, some: Sequence[Progress]) -> Iterator[Picture]:
    """Draw where each indicator stands on the way from its baseline to its target."""
    rows = [_bullet(subject, one) for one in some if _number(one.last) is not None]
    title, subtitle = _named(subject, Message("Where each indicator stands"))
    for at in range(0, len(rows), _BULLETS):
        part = rows[at : at + _BULLETS]
        scene = bullets(title, subtitle, part, language=subject.language)
        yield Picture(scene, _told(subject, title, [(one.label, one.words) for one in part]))


def over_time_pictures(subject: Subject, some: Sequence[Progress]) -> Iterator[Picture]:
    """Draw the values of each indicator over time, with its milestones and its target."""
    panels = [panel for one in some if (panel := _panel(subject, one)).points]
    title, subtitle = _named(subject, Message("Over time"))
    for at in range(0, len(panels), _PANELS):
        part = panels[at : at + _PANELS]
        scene = multiples(title, subtitle, part, language=subject.language)
        yield Picture(scene, _told(subject, title, [(one.label, one.words) for one in part]))


def _named(subject: Subject, title: Message) -> tuple[str, str]:
    return subject.told(title), f"{subject.name} · {subject.on.isoformat()}"


def _told(subject: Subject, title: str, parts: Sequence[tuple[str, str]]) -> str:
    said = "; ".join(f"{label}: {words}" for label, words in parts)
    return subject.sentence(f"{title}: {said}")


def _bullet(subject: Subject, one: Progress) -> Bullet:
    is_judged = one.is_known or one.before is not None
    return Bullet(
        subject.told(one.indicator.title),
        _unit(subject, one),
        _number(one.baseline),
        one.shown_expected if is_judged and _is_drawn(one.shown_expected or 0) else None,
        _number(one.last),
        _number(one.target),
        one.standing,
        subject.told(_words(one)),
    )


def _words(one: Progress) -> object:
    """Say of which date a value is, and why it cannot be judged where it cannot."""
    if one.last is None or one.standing == "no-data":
        return one.why
    dated = Message("in {date}", {"date": str(one.last.date)})
    if one.reason is None:
        return dated
    return Message("{told} ({reason})", {"told": dated, "reason": one.reason})


def _unit(subject: Subject, one: Progress) -> str:
    return subject.told(one.unit) if one.unit is not None else ""


def _number(one: Value | None) -> float | None:
    """Give a number that can be drawn; a level has none."""
    if one is None or isinstance(one.value, str) or not _is_drawn(one.value):
        return None
    return one.value


def _panel(subject: Subject, one: Progress) -> Panel:
    indicator = subject.strategy.indicators[one.indicator.name]
    found = series(subject.strategy, one.indicator.name, subject.on)
    points = (_point(it.date, it.value, it.flag, subject.on) for it in found.measured)
    targets = sorted(indicator.target, key=lambda date: (date.last, date.first))
    on_the_way = {**indicator.milestones, **{date: indicator.target[date] for date in targets[:-1]}}
    return Panel(
        subject.told(one.indicator.title),
        _unit(subject, one),
        tuple(point for point in points if point is not None),
        tuple(point for dated, it in on_the_way.items() if (point := _aim(dated, it)) is not None),
        _ended(one.baseline, subject.on),
        _ended(one.target),
        one.standing,
        subject.told(_words(one)),
        subject.on,
    )


def _aim(dated: Date, one: Measurement) -> Point | None:
    return None if one.value is None else _point(dated, one.value, one.flag)


def _ended(one: Value | None, on: date | None = None) -> Point | None:
    return None if one is None else _point(one.date, one.value, one.flag, on)


def _point(dated: Date, value: float | str, flag: str, on: date | None = None) -> Point | None:
    """Give a number where it counts: at the end of its date, or on the day before that."""
    when = dated.last if on is None else min(dated.last, on)
    if isinstance(value, str) or not _is_drawn(value):
        return None
    return Point(when, value, flag, str(dated))


def _is_drawn(value: float) -> bool:
    return abs(value) <= _LARGEST
