"""An effect that is expected before its cause can be there."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from toc.findings import KEY, Related, Severity
from toc.model import Activity, Arrow, Date, Duration, Goal, Outcome, Output
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_MONTHS = 12
_HORIZONS = ("short", "medium", "long")
_TERMS = {
    "short": Message("short term"),
    "medium": Message("medium term"),
    "long": Message("long term"),
}


@rule(Severity.ERROR, looks_at=("lag", "role", "feedback"))
def effect_before_cause(case: Case) -> Iterator[Complaint]:
    """Find links whose effect is certainly over before the cause and the lag are."""
    for arrow in case.graph.arrows:
        if arrow.hinders or arrow.feeds_back:
            continue
        cause, effect = _date(case, arrow.cause), _date(case, arrow.effect, at_latest=True)
        if cause is None or effect is None:
            yield from _by_horizon(case, arrow)
        elif effect.last < cause.first:
            yield _complaint(case, arrow, cause, effect)
        elif arrow.link.lag is not None and effect.last < _later(cause.first, arrow.link.lag):
            yield _no_room(case, arrow, cause, effect)


def _date(case: Case, node: str, *, at_latest: bool = False) -> Date | None:
    """Give when a node is due; an activity brings things about from its start on."""
    entry = case.graph.entry(node)
    if isinstance(entry, Output | Outcome | Goal):
        return entry.due
    if not isinstance(entry, Activity) or entry.period is None:
        return None
    first, last = entry.period.first, entry.period.last
    if first is not None and last is not None and last < first:
        return None  # the two ends are told of as such
    return entry.period.end if at_latest else entry.period.start


def _later(day: date, lag: Duration) -> date:
    """Give the day that a length of time leads to, or the last one there is."""
    months = day.month - 1 + lag.months
    year, month = day.year + lag.years + months // _MONTHS, months % _MONTHS + 1
    if year > date.max.year:
        return date.max
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    days = 7 * lag.weeks + lag.days
    return date.max if days > (date.max - moved).days else moved + timedelta(days)


def _by_horizon(case: Case, arrow: Arrow) -> Iterator[Complaint]:
    cause, effect = case.graph.entry(arrow.cause), case.graph.entry(arrow.effect)
    if not (isinstance(cause, Outcome) and isinstance(effect, Outcome)):
        return
    if cause.horizon is None or effect.horizon is None:
        return
    if _HORIZONS.index(effect.horizon) < _HORIZONS.index(cause.horizon):
        yield _complaint(case, arrow, _TERMS[cause.horizon], _TERMS[effect.horizon])


def _complaint(
    case: Case, arrow: Arrow, cause: Date | Message, effect: Date | Message
) -> Complaint:
    said = {**_ends(case, arrow), "before": effect, "after": cause}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message("“{effect}” ({before}) would come before its cause, “{cause}” ({after})", said),
        Message("correct one of the two dates, or the direction of the link"),
        related=_related(case, arrow, "horizon" if isinstance(cause, Message) else None),
        question=Message("What comes first, “{cause}” or “{effect}”?", said),
    )


def _no_room(case: Case, arrow: Arrow, cause: Date, effect: Date) -> Complaint:
    said = {**_ends(case, arrow), "before": effect, "after": cause, "lag": arrow.link.lag}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "“{effect}” ({before}) would come too soon after “{cause}” ({after}): "
            "the link says that it takes {lag}",
            said,
        ),
        Message("correct one of the two dates, or the lag"),
        related=_related(case, arrow, None),
        question=Message("How long after “{cause}” does it come to “{effect}”?", said),
    )


def _ends(case: Case, arrow: Arrow) -> dict[str, object]:
    return {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}


def _related(case: Case, arrow: Arrow, field: str | None) -> list[Related]:
    """Show both dates, in whatever field they stand."""
    return [
        Related(
            Message("when “{node}” is expected", {"node": case.title(node)}),
            (section, node, field or ("period" if section == "activities" else "due")),
        )
        for node in arrow.ends
        for section in [case.graph.section_of(node)]
    ]
