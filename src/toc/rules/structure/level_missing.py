"""A strategy without a single activity, outcome or goal."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_LEVELS = ("activities", "outcomes", "goals")
_FIELD = 3


@rule(Severity.ERROR, sketch=Severity.NOTE, relies_on=_LEVELS)
def level_missing(case: Case) -> Iterator[Complaint]:
    """Find the levels of the chain on which nothing is written."""
    if any("->" not in name for name in case.unread):
        return  # what could not be read may stand on any of them
    still_open = {route[0] for route in case.strategy.open_points if len(route) < _FIELD}
    missing = [
        level for level in _LEVELS if not getattr(case.strategy, level) and level not in still_open
    ]
    if len(missing) == len(_LEVELS):
        yield _nothing_yet()
    else:
        yield from _each(case, missing)


def _nothing_yet() -> Complaint:
    return complaint(
        ("strategy", KEY),
        Message("the strategy has no activity, no outcome and no goal"),
        Message(
            "begin with the goal, ask what has to be true before it, "
            "and so on back to what somebody does"
        ),
        question=Message("What shall be different in the end, and for whom?"),
    )


def _each(case: Case, missing: Sequence[str]) -> Iterator[Complaint]:
    if "activities" in missing:
        yield complaint(
            ("strategy", KEY),
            Message("the strategy has no activity: it does not say what is done"),
            Message("write under “activities:” what is done, and link it to what it delivers"),
            question=Message("What do we do ourselves, so that this comes true?"),
        )
    if "outcomes" in missing:
        yield _no_outcome(case)
    if "goals" in missing:
        yield complaint(
            ("strategy", KEY),
            Message("the strategy has no goal: it does not say what all this is for"),
            Message("write under “goals:” what it commits to, and link the outcomes to it"),
            question=Message("What does the strategy promise, and to whom?"),
        )


def _no_outcome(case: Case) -> Complaint:
    """Complain where the outcome should stand, so that all else can still be told."""
    mend = Message("write under “outcomes:” who does what differently before the goal is reached")
    into = (one for goal in case.graph.within("goals") for one in case.graph.arrows_into(goal))
    helping = (
        one
        for one in into
        if not one.hinders and case.graph.section_of(one.cause) != case.graph.section_of(one.effect)
    )
    arrow = min(helping, key=lambda one: one.name, default=None)
    if arrow is None:
        return complaint(
            ("strategy", KEY),
            Message("the strategy has no outcome: it does not say what changes, and in whom"),
            mend,
            question=Message("Who does what differently when all this is done?"),
        )
    values = {"cause": case.title(arrow.cause), "goal": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "the strategy has no outcome: it does not say what changes, and in whom, "
            "between “{cause}” and “{goal}”",
            values,
        ),
        mend,
        question=Message("Who does what differently between “{cause}” and “{goal}”?", values),
    )
