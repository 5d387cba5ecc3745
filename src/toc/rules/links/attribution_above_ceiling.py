"""A link that claims to be enough for a change that its authors do not answer for."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model import Arrow, Goal, Outcome
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_CHANGES = ("reach", "reaction", "capacity", "behaviour", "benefit", "condition", "policy")
_BEHAVIOUR = _CHANGES.index("behaviour")


@rule(Severity.WARNING, looks_at=("role", "feedback"))
def attribution_above_ceiling(case: Case) -> Iterator[Complaint]:
    """Find links with the role `sufficient` whose effect lies above the ceiling."""
    ceiling = case.strategy.head.ceiling
    if ceiling is None:
        return
    told: set[str] = set()
    for arrow in case.graph.arrows:
        is_enough = arrow.link.role == "sufficient" and not arrow.feeds_back
        if is_enough and arrow.key not in told and _is_above(case, arrow, ceiling):
            told.add(arrow.key)
            yield _complaint(case, arrow, ceiling)


def _is_above(case: Case, arrow: Arrow, ceiling: str) -> bool:
    effect, height = case.graph.entry(arrow.effect), _CHANGES.index(ceiling)
    if isinstance(effect, Goal):
        # What kind of change a goal is goes unsaid; it is at least a benefit to somebody.
        return height <= _BEHAVIOUR
    if isinstance(effect, Outcome) and effect.change is not None:
        return _CHANGES.index(effect.change) > height
    return False


def _complaint(case: Case, arrow: Arrow, ceiling: str) -> Complaint:
    ends = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), "role"),
        Message(
            "“{cause}” is said to be enough for “{effect}”, "
            "which lies above what the authors answer for",
            ends,
        ),
        Message(
            "write “role: contributes”; or raise the ceiling, if you do answer for a change "
            "that depends on others as well"
        ),
        related=[
            Related(
                Message("the ceiling: the authors answer for “{change}”", {"change": ceiling}),
                ("strategy", "ceiling"),
            )
        ],
        question=Message(
            "Is “{cause}” enough for “{effect}”, or does it contribute beside other causes?", ends
        ),
    )
