"""An activity from which changes are expected, and nothing that is delivered."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Arrow
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_CHANGES = {"outcomes", "goals"}


@rule(
    Severity.WARNING,
    relies_on=(*NODE_SECTIONS, "links", "links.feedback", "links.role"),
    yields_to=("level-missing", "activity-worded-as-outcome"),
)
def activity_without_output(case: Case) -> Iterator[Complaint]:
    """Find activities that help no more than changes; a misspelled effect may be an output."""
    arrows = case.strategy.arrows
    unknown = {one.cause.lower() for one in arrows if case.graph.node(one.effect) is None}
    for activity in case.graph.within("activities"):
        helping = [one for one in case.graph.arrows_from(activity) if not one.hinders]
        kinds = {case.graph.section_of(one.effect) for one in helping}
        # One that leads to goals alone leaves out more, and a rule about links tells of it.
        if "outcomes" in kinds and kinds <= _CHANGES and activity.lower() not in unknown:
            yield _complaint(case, activity, helping)


def _complaint(case: Case, activity: str, arrows: Sequence[Arrow]) -> Complaint:
    effect = arrows[0].effect
    values = {"activity": case.title(activity), "effect": case.title(effect)}
    return complaint(
        ("activities", activity, KEY),
        Message("“{activity}” leads straight to “{effect}”: nothing says what it delivers", values),
        Message(
            "name what it delivers under “outputs:”, with a number and a date, "
            "and put it in between: {first}, {second}",
            {"first": f"{activity} -> …", "second": f"… -> {effect}"},
        ),
        related=[
            Related(
                Message("straight to “{effect}”", {"effect": case.title(arrow.effect)}),
                (*link_route(arrow.key), KEY),
            )
            for arrow in arrows
        ],
        question=Message(
            "What will people have in their hands after “{activity}”, how many and by when?",
            {"activity": case.title(activity)},
        ),
    )
