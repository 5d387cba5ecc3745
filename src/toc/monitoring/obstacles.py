"""Why nothing can be said of an indicator: what is missing, and what cannot be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.monitoring.moments import LARGEST, after
from toc.monitoring.telling import amount
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toc.monitoring.course import Course
    from toc.monitoring.series import Observation

__all__ = ["missing", "unlike"]


def missing(course: Course) -> Message | None:
    """Say why there is nothing to judge by; None where there is."""
    questions = (
        (_no_measure, _nothing_read)
        if course.keeps
        else (
            _no_measure,
            _no_start,
            _nothing_read,
            _not_after_the_start,
        )
    )
    return _first(course, questions)


def unlike(course: Course) -> Message | None:
    """Say why what there is cannot be compared; None where it can."""
    questions = (_contradicting, _broken, _in_words, _beyond)
    more = () if course.keeps else (_upside_down, _nowhere_to_go, _wrong_way)
    return _first(course, (*questions, *more))


def _first(
    course: Course, questions: Sequence[Callable[[Course], Message | None]]
) -> Message | None:
    found = (question(course) for question in questions)
    return next((reason for reason in found if reason is not None), None)


def _no_measure(course: Course) -> Message | None:
    by_growth = course.method == "cagr" and course.indicator.direction in ("up", "down")
    if course.target is not None or course.keeps or by_growth:
        return None
    if course.is_open("target"):
        return Message("its target is still open")
    return Message("it has no target")


def _no_start(course: Course) -> Message | None:
    if course.baseline is not None:
        return None
    if course.plan.later is not None:
        values = {"since": str(course.plan.later.date)}
        return Message("it begins only with its baseline of {since}", values)
    if course.is_open("baseline"):
        return Message("its baseline is still open")
    return Message("it has no baseline")


def _nothing_read(course: Course) -> Message | None:
    if course.latest is not None:
        return None
    if course.series.headline:
        return Message("there are only forecasts, and values that do not apply")
    if course.series.groups:
        return Message("there are values of groups, and none of the whole")
    frequency, since = course.indicator.frequency, course.baseline
    if frequency is not None and since is not None:
        due = after(since.date, frequency)
        if due.last >= course.on:
            values = {"since": str(since.date), "due": str(due)}
            return Message("after the baseline of {since} the next value is due {due}", values)
    return Message("nothing has been measured yet")


def _not_after_the_start(course: Course) -> Message | None:
    assert course.latest is not None
    assert course.baseline is not None
    if course.at > course.baseline.moment:
        return None
    values = {"date": str(course.latest.date), "since": str(course.baseline.date)}
    return Message("its last value, of {date}, is not later than its baseline of {since}", values)


def _contradicting(course: Course) -> Message | None:
    latest = course.latest
    assert latest is not None
    others = [one for one in course.series.measured if one.date == latest.date]
    if len(others) == 1:
        return None
    told = [amount(one.value, course.indicator.unit) for one in others]
    return Message(
        "it has several values for {date}: {values}", {"date": str(latest.date), "values": told}
    )


def _broken(course: Course) -> Message | None:
    assert course.latest is not None
    broken = next((one for one in _since_the_start(course) if "b" in one.flag), None)
    if broken is not None:
        return Message(
            "there is a break in its series in {date}; measure the baseline anew",
            {"date": str(broken.date)},
        )
    before = "" if course.baseline is None else course.baseline.flag
    if ("d" in course.latest.flag) != ("d" in before):
        return Message("its baseline and its last value are defined differently")
    return None


def _since_the_start(course: Course) -> Iterator[Observation]:
    start = course.baseline
    for one in course.series.measured:
        if start is None or one.date.last > start.date.last:
            yield one


def _in_words(course: Course) -> Message | None:
    assert course.latest is not None
    ends = () if course.keeps else (course.baseline, course.target)
    values = [course.latest.value, *(one.value for one in ends if one is not None)]
    heights = [course.height, *(one.height for one in ends if one is not None)]
    lost = [value for value, height in zip(values, heights, strict=True) if height is None]
    if not lost:
        return None
    return Message(
        "“{level}” is no number, and nothing says above which level it stands; "
        "list them, the lowest first: {form}",
        {"level": str(lost[0]), "form": "levels: […]"},
    )


def _beyond(course: Course) -> Message | None:
    ends = () if course.keeps else (course.baseline, course.target)
    heights = [course.height, *(one.height for one in ends if one is not None)]
    if all(height is None or abs(height) <= LARGEST for height in heights):
        return None
    return Message("its numbers are so large that nobody can reckon with them")


def _upside_down(course: Course) -> Message | None:
    assert course.baseline is not None
    if course.target is None or course.baseline.moment < course.target.moment:
        return None
    values = {"until": str(course.target.date), "since": str(course.baseline.date)}
    return Message("its target is for {until}, and its baseline is of {since}", values)


def _nowhere_to_go(course: Course) -> Message | None:
    assert course.baseline is not None
    if course.target is None or course.target.height != course.baseline.height:
        return None
    value = amount(course.target.value, course.indicator.unit)
    return Message(
        "its target, {value}, is its baseline; if it should stay there, write {form}",
        {"value": value, "form": "band: [ , ]"},
    )


def _wrong_way(course: Course) -> Message | None:
    start, end, direction = course.baseline, course.target, course.indicator.direction
    assert start is not None
    if end is None or direction is None:
        return None
    assert start.height is not None
    assert end.height is not None
    values = {
        "baseline": amount(start.value, course.indicator.unit),
        "target": amount(end.value, course.indicator.unit),
    }
    if direction == "up" and end.height < start.height:
        return Message(
            "it should rise, and its target is to fall from {baseline} to {target}", values
        )
    if direction == "down" and end.height > start.height:
        return Message(
            "it should fall, and its target is to rise from {baseline} to {target}", values
        )
    return None
