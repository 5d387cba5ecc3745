"""A link between two activities, or two outputs, that may be no more than their order."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_BOTH = {"activities": Message("activities"), "outputs": Message("outputs")}


@rule(Severity.ADVICE, looks_at=("because", "feedback"), yields_to=("cycle-undeclared",))
def link_within_level(case: Case) -> Iterator[Complaint]:
    """Find links from like to like that do not say what the one does for the other."""
    told: set[str] = set()
    for arrow in case.graph.arrows:
        if arrow.key in told or arrow.link.because or arrow.hinders or arrow.feeds_back:
            continue
        section = case.graph.section_of(arrow.cause)
        if section in _BOTH and section == case.graph.section_of(arrow.effect):
            told.add(arrow.key)
            yield _complaint(case, arrow, section)


def _complaint(case: Case, arrow: Arrow, section: str) -> Complaint:
    values = {
        "cause": case.title(arrow.cause),
        "effect": case.title(arrow.effect),
        "kind": _BOTH[section],
    }
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "“{cause}” and “{effect}” are both {kind}, "
            "and nothing says what the one does for the other",
            values,
        ),
        _mend(arrow, section),
        question=Message(
            "What does “{cause}” do for “{effect}”, or does it only come first?", values
        ),
    )


def _mend(arrow: Arrow, section: str) -> Message:
    if section == "activities":
        return Message(
            "if the one only has to be over first, write “{after}” under {effect} "
            "instead of the link; else give the reason",
            {"after": f"after: [{arrow.cause}]", "effect": arrow.effect},
        )
    return Message(
        "link {effect} to the activity that delivers it, or give the reason",
        {"effect": arrow.effect},
    )
