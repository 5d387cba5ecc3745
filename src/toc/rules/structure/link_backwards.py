"""A link from a later step of the chain to an earlier one."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_LEVELS = {
    "inputs": Message("the input"),
    "activities": Message("the activity"),
    "outputs": Message("the output"),
    "outcomes": Message("the outcome"),
    "goals": Message("the goal"),
}
_ORDER = {section: level for level, section in enumerate(_LEVELS)}


@rule(Severity.WARNING, looks_at=("feedback",))
def link_backwards(case: Case) -> Iterator[Complaint]:
    """Find links against the order of the chain; circles have a rule of their own."""
    circles = [zip(loop, (*loop[1:], loop[0]), strict=True) for loop in case.graph.loops]
    told = {ends for circle in circles for ends in circle}
    for arrow in case.graph.arrows:
        if not arrow.feeds_back and arrow.ends not in told and _runs_back(case, arrow):
            yield _complaint(case, arrow)


def _runs_back(case: Case, arrow: Arrow) -> bool:
    cause = _ORDER.get(case.graph.section_of(arrow.cause))
    effect = _ORDER.get(case.graph.section_of(arrow.effect))
    return cause is not None and effect is not None and cause > effect


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    cause, effect = (case.graph.section_of(end) for end in arrow.ends)
    values = {
        "earlier": _LEVELS[effect],
        "later": _LEVELS[cause],
        "cause": case.title(arrow.cause),
        "effect": case.title(arrow.effect),
    }
    return complaint(
        (*link_route(arrow.key), KEY),
        Message("{later} “{cause}” leads back to {earlier} “{effect}”", values),
        Message(
            "turn it round: {link}; if the loop is meant, write “feedback: reinforcing” "
            "or “feedback: balancing”",
            {"link": f"{arrow.effect} -> {arrow.cause}"},
        ),
        related=[
            Related(Message("{later} stands here", values), (cause, arrow.cause, KEY)),
            Related(Message("{earlier} stands here", values), (effect, arrow.effect, KEY)),
        ],
        question=Message("Which comes first, “{effect}” or “{cause}”?", values),
    )
