"""An activity that names no target group."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("for",),
    relies_on=(*NODE_SECTIONS, "activities.for", "outcomes.for", "goals.for", "links"),
    yields_to=("activity-worded-as-outcome",),
)
def activity_without_target_group(case: Case) -> Iterator[Complaint]:
    """Find activities without `for` where what follows next has none either."""
    for activity in case.graph.within("activities"):
        if not (_is_for_somebody(case, activity) or _leads_to_somebody(case, activity)):
            yield complaint(
                ("activities", activity, KEY),
                Message("“{activity}” names no target group", {"activity": case.title(activity)}),
                Message("say for whom it is done: {form}", {"form": "for: […]"}),
                question=Message("For whom is “{activity}”?", {"activity": case.title(activity)}),
            )


def _is_for_somebody(case: Case, node: str) -> bool:
    return bool(getattr(case.graph.entry(node), "for_", ()))


def _leads_to_somebody(case: Case, activity: str) -> bool:
    """Look at what it leads to; an output cannot say for whom it is, what follows it can."""
    for effect in _helped(case, activity):
        is_output = case.graph.section_of(effect) == "outputs"
        next_ones = _helped(case, effect) if is_output else [effect]
        if any(_is_for_somebody(case, node) for node in next_ones):
            return True
    return False


def _helped(case: Case, node: str) -> list[str]:
    return [arrow.effect for arrow in case.graph.arrows_from(node) if not arrow.hinders]
