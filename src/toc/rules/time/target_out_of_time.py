"""A target that the chains before it cannot meet, even if all goes well."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model import Strategy
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ERROR,
    relies_on=(
        *("activities.period", "activities.after", "outputs.due", "outcomes.due", "goals.due"),
        *("outcomes.requires", "goals.requires", "outputs.requires", "activities.requires"),
        *("links", "indicators.of", "indicators.target"),
    ),
    yields_to=("effect-before-cause",),
)
def target_out_of_time(case: Case) -> Iterator[Complaint]:
    """Find targets before the earliest day on which what leads to them can be there."""
    if not _has_targets(case.strategy):
        return
    from toc.analysis.timing import timing  # noqa: PLC0415 - only who has targets pays

    for one in timing(case.strategy).missed:
        if one.reading != "certain" or one.earliest is None:
            continue
        values = {"node": case.title(one.node), "due": one.due, "earliest": one.earliest}
        yield complaint(
            one.route,
            Message(
                "“{node}” cannot be there before {earliest}, even if all goes well, "
                "and its target is {due}",
                values,
            ),
            Message("move the target, begin earlier, or shorten what leads to it"),
            related=[
                Related(Message("this decides when it can be there"), case.route(name))
                for name in one.chain[:1]
            ],
            question=Message(
                "What could begin earlier, so that “{node}” is there in time?", values
            ),
        )


def _has_targets(strategy: Strategy) -> bool:
    nodes = (*strategy.outputs.values(), *strategy.outcomes.values(), *strategy.goals.values())
    return any(node.due for node in nodes) or any(
        one.target for one in strategy.indicators.values()
    )
