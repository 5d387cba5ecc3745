"""A measure that belongs to no policy area."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.areas import areas_of
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("area",),
    relies_on=(
        *NODE_SECTIONS,
        *(f"{section}.area" for section in NODE_SECTIONS),
        "areas",
        "links",
        "links.feedback",
    ),
)
def measure_without_area(case: Case) -> Iterator[Complaint]:
    """Find activities without an area of their own, of their causes or of their effects."""
    activities = case.graph.within("activities")
    if not case.strategy.areas or not activities:
        return
    areas = areas_of(case)
    without = [activity for activity in activities if not areas[activity]]
    if len(without) > 1 and not any(areas.values()):
        yield _of_all(len(without))
        return
    for activity in without:
        yield complaint(
            ("activities", activity, KEY),
            Message("“{activity}” belongs to no policy area", {"activity": case.title(activity)}),
            Message("name its area: {form}", {"form": f"area: {next(iter(case.strategy.areas))}"}),
            question=Message(
                "In which policy area do we report “{activity}”?",
                {"activity": case.title(activity)},
            ),
        )


def _of_all(count: int) -> Complaint:
    return complaint(
        ("activities", KEY),
        Message(
            "{count} activity belongs to no policy area, though the strategy has areas",
            {"count": count},
            plural="none of the {count} activities belongs to a policy area, "
            "though the strategy has areas",
        ),
        Message("name the area of each activity: {form}", {"form": "area: …"}),
        question=Message("In which policy area do we report each of our measures?"),
    )
