"""How the last value of an indicator is judged: against its path, its growth, its band."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.monitoring.growth import growth
from toc.monitoring.moments import bounded, exact
from toc.monitoring.obstacles import missing, unlike
from toc.words import Message

if TYPE_CHECKING:
    from fractions import Fraction

    from toc.monitoring.course import Course
    from toc.monitoring.growth import Growth, Sense
    from toc.monitoring.plan import Point
    from toc.monitoring.telling import Standing

__all__ = ["Judgement", "judged"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the last value stands, whatever its age.

    Attributes:
        standing: how it stands.
        reason: why, where that needs saying.
        ratio: what was reached by what was expected.
        share: how much of the way is reached.
        expected: the value that was expected by then.
        away: whether it is further from the target than where it began.
        score: from -5 to 5, by growth.
        band: the values between which it should stay.
        assumed: what was taken to be so.
    """

    standing: Standing
    reason: Message | None = None
    ratio: float | None = None
    share: float | None = None
    expected: float | None = None
    away: bool = False
    score: float | None = None
    band: tuple[int | float, int | float] | None = None
    assumed: tuple[Message, ...] = ()


def judged(course: Course) -> Judgement:
    """Judge the last value of an indicator."""
    reason = missing(course)
    if reason is not None:
        return Judgement("no-data", reason)
    reason = unlike(course)
    if reason is not None:
        return Judgement("not-comparable", reason)
    if course.keeps:
        return _in_band(course)
    found = _by_growth(course) if course.method == "cagr" else _by_path(course)
    return _with_levels(course, _past_its_date(course, found))


def _by_path(course: Course) -> Judgement:
    start, end, at = _height(course.baseline), _height(course.target), course.height
    assert at is not None
    share = (at - start) / (end - start)
    height = course.plan.expected(course.at, by_milestones=course.method == "milestones")
    expected = (height - start) / (end - start)
    shown = _plain(height)
    if share >= 1 or share < 0:
        ratio = bounded(share / expected) if expected > 0 else None
        standing: Standing = "achieved" if share >= 1 else "far-behind"
        return Judgement(standing, None, ratio, bounded(share), shown, away=share < 0)
    if expected <= 0:
        return Judgement("not-comparable", Message("nothing was expected of it by then yet"))
    standing = _graded(course, share / expected)
    return Judgement(standing, None, bounded(share / expected), bounded(share), shown)


def _graded(course: Course, ratio: Fraction) -> Standing:
    if ratio >= exact(course.limits.on_track):
        return "on-track"
    return "behind" if ratio >= exact(course.limits.behind) else "far-behind"


def _by_growth(course: Course) -> Judgement:
    found = _grown(course)
    if found is None:
        return Judgement(
            "not-comparable",
            Message("its growth cannot be reckoned from these values; reckon it by path"),
        )
    share = _share(course)
    if share is not None and share >= 1:
        return Judgement("achieved", None, found.ratio, bounded(share), score=5.0)
    standing = _graded_growth(course, found)
    # What stands on the far side of its baseline has not grown, whatever the quotients say.
    away = found.rate < 0
    way = None if share is None else bounded(share)
    return Judgement(standing, None, found.ratio, way, away=away, score=found.score)


def _grown(course: Course) -> Growth | None:
    start, end, at = course.baseline, course.target, course.height
    assert start is not None
    assert at is not None
    target = None if end is None else (float(_height(end)), float(end.moment - start.moment))
    limit = course.indicator.limit
    return growth(
        float(_height(start)),
        float(at),
        float(course.at - start.moment),
        _sense(course),
        target=target,
        limit=None if limit is None else float(limit),
    )


def _sense(course: Course) -> Sense:
    """Give the direction: that of the target, and only without one that which is declared."""
    if course.target is None:
        return -1 if course.indicator.direction == "down" else 1
    return 1 if _height(course.target) > _height(course.baseline) else -1


def _graded_growth(course: Course, found: Growth) -> Standing:
    if found.ratio is None:
        least, most = found.moderate, found.on_track
        reached = found.rate
    else:
        least, most = float(course.limits.behind), float(course.limits.on_track)
        reached = found.ratio
    if reached < 0:
        return "far-behind"
    if reached >= most:
        return "on-track"
    return "behind" if reached >= least else "far-behind"


def _share(course: Course) -> Fraction | None:
    if course.target is None:
        return None
    start, end, at = _height(course.baseline), _height(course.target), course.height
    assert at is not None
    return (at - start) / (end - start)


def _past_its_date(course: Course, found: Judgement) -> Judgement:
    """Let what was to be reached by now and was not be behind at best."""
    if not course.is_due or found.standing not in ("on-track", "behind", "far-behind"):
        return found
    assert course.target is not None
    reason = Message("its target was for {until}", {"until": str(course.target.date)})
    standing: Standing = "behind" if found.standing == "on-track" else found.standing
    return replace(found, standing=standing, reason=reason)


def _with_levels(course: Course, found: Judgement) -> Judgement:
    assert course.latest is not None
    if not isinstance(course.latest.value, str):
        return found
    told = Message("the levels are taken to be equally far apart")
    return replace(found, expected=None, assumed=(told,))


def _in_band(course: Course) -> Judgement:
    """Judge what should stay where it is.

    Outside its band it is behind where it has come nearer since its baseline, and far
    behind where it has not, or has left it.
    """
    band, height = _band(course), course.height
    assert height is not None
    if band is None:
        reason = Message(
            "it should stay as it is, and nothing says how far it may move: write {form}",
            {"form": "band: [ , ]"},
        )
        return Judgement("not-comparable", reason)
    now = _outside(height, band)
    if not now:
        return Judgement("on-track", band=band)
    start = course.baseline
    before = None if start is None or start.height is None else _outside(start.height, band)
    is_worse = before is not None and now >= before
    return Judgement("far-behind" if is_worse else "behind", band=band, away=is_worse)


def _band(course: Course) -> tuple[int | float, int | float] | None:
    """Give the band that is written; else what lies between baseline and target, if it is there."""
    if course.indicator.band is not None:
        return course.indicator.band
    ends = [
        one.value
        for one in (course.baseline, course.target)
        if one is not None and not isinstance(one.value, str)
    ]
    height = course.height
    assert height is not None
    if ends and exact(min(ends)) <= height <= exact(max(ends)):
        return min(ends), max(ends)
    return None


def _outside(height: Fraction, band: tuple[int | float, int | float]) -> Fraction:
    low, high = (exact(end) for end in band)
    return max(low - height, height - high, exact(0))


def _height(point: Point | None) -> Fraction:
    assert point is not None
    assert point.height is not None
    return point.height


def _plain(number: Fraction) -> float:
    return int(number) if number.denominator == 1 else bounded(number)
