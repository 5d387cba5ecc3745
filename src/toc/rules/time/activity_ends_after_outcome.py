"""An activity that is still running when what it leads to is due."""

from collections.abc import Iterator, Mapping
from datetime import date

from toc.findings import Related, Severity
from toc.model.nodes import Goal, Outcome
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_DELIVERED = ("activities", "outputs")


@rule(Severity.WARNING, looks_at=("period",), yields_to=("period-reversed",))
def activity_ends_after_outcome(case: Case) -> Iterator[Complaint]:
    """Find activities that surely end after a due date that they lead to through outputs."""
    due = _first_due(case)
    for name, activity in case.strategy.activities.items():
        end = None if activity.period is None else activity.period.end
        if end is not None and name in due and end.first > due[name][0]:
            yield _complaint(case, name, due[name][1])


def _complaint(case: Case, name: str, result: str) -> Complaint:
    period, outcome = case.strategy.activities[name].period, case.graph.entry(result)
    assert period is not None
    assert isinstance(outcome, Outcome | Goal)
    titles = {"activity": case.title(name), "outcome": case.title(result)}
    values = {**titles, "end": period.end, "due": outcome.due}
    return complaint(
        ("activities", name, "period"),
        Message("“{activity}” ends ({end}) after “{outcome}” is due ({due})", values),
        Message("let it end earlier, or say that what it leads to is due later"),
        related=[
            Related(
                Message("“{outcome}” is due", {"outcome": titles["outcome"]}),
                (case.graph.section_of(result), result, "due"),
            )
        ],
        question=Message(
            "Can “{outcome}” be reached by {due}, if “{activity}” runs until {end}?",
            values,
        ),
    )


def _first_due(case: Case) -> Mapping[str, tuple[date, str]]:
    """Give for each activity and output the first due date that follows, and of what it is."""
    graph = case.graph
    found: dict[str, tuple[date, str]] = {}
    for node in reversed(graph.order):
        if graph.section_of(node) not in _DELIVERED:
            continue
        following = [arrow.effect for arrow in graph.arrows_from(node) if not arrow.hinders]
        dates = [one for effect in following if (one := _due(case, effect, found)) is not None]
        if dates:
            found[node] = min(dates)
    return found


def _due(case: Case, node: str, found: Mapping[str, tuple[date, str]]) -> tuple[date, str] | None:
    entry = case.graph.entry(node)
    if isinstance(entry, Outcome | Goal):
        return None if entry.due is None else (entry.due.last, node)
    return found.get(node) if case.graph.section_of(node) == "outputs" else None
