"""An output that is expected to change what people do, and reaches nobody on the way."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Arrow, Assumption, Outcome
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_TAKING_UP = ("reach", "reaction", "capacity")
_FURTHER_ON = ("behaviour", "benefit", "condition")
_SUPPOSED = ("reach", "capability", "opportunity", "motivation")


@rule(
    Severity.WARNING,
    looks_at=("assuming", "role", "feedback"),
    relies_on=("links", "outcomes", "outcomes.change", "assumptions", "assumptions.kind"),
    yields_to=("link-without-mechanism",),
)
def output_without_adoption(case: Case) -> Iterator[Complaint]:
    """Find outputs that lead straight to behaviour or beyond, and that nobody takes up."""
    for output in case.graph.within("outputs"):
        arrows = [arrow for arrow in case.graph.arrows_from(output) if not arrow.hinders]
        if any(_change(case, arrow) in _TAKING_UP for arrow in arrows):
            continue
        for arrow in arrows:
            if _change(case, arrow) in _FURTHER_ON and not _is_supposed(case, arrow):
                yield _complaint(case, arrow)


def _change(case: Case, arrow: Arrow) -> str | None:
    effect = case.graph.entry(arrow.effect)
    return effect.change if isinstance(effect, Outcome) else None


def _is_supposed(case: Case, arrow: Arrow) -> bool:
    """Whether an assumption of the link may be about taking the output up."""
    named = (case.strategy.entry(name) for name in arrow.link.assuming)
    return any(
        not isinstance(one, Assumption) or one.kind is None or one.kind in _SUPPOSED
        for one in named
    )


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    ends = {"output": case.title(arrow.cause), "outcome": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message(
            "nothing between “{output}” and “{outcome}” says whom it reaches, "
            "and whether they can and want to use it",
            ends,
        ),
        Message(
            "put an outcome in between whose change is reach, reaction or capacity, or name "
            "under “assuming:” an assumption of reach, capability, opportunity or motivation"
        ),
        question=Message(
            "Whom does “{output}” reach, and why would they use it, "
            "so that it comes to “{outcome}”?",
            ends,
        ),
    )
