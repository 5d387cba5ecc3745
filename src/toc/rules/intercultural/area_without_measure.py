"""A policy area with a low score, for which nothing is done."""

from collections.abc import Iterator

from toc.assessing import last_scores, rounded
from toc.findings import KEY, Related, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.areas import areas_of
from toc.words import Message, Sayable


@rule(
    Severity.WARNING,
    limit=50,
    relies_on=(
        *NODE_SECTIONS,
        *(f"{section}.area" for section in NODE_SECTIONS),
        "areas",
        "areas.part_of",
        "assessments",
        *(f"assessments.{field}" for field in ("answers", "answered", "scores", "version")),
        "questions",
        "links",
        "links.feedback",
        "links.role",
    ),
)
def area_without_measure(case: Case) -> Iterator[Complaint]:
    """Find areas scored low of which no activity leads to a goal."""
    activities, goals = case.graph.within("activities"), case.graph.within("goals")
    if not activities or not goals:
        return
    leading = case.graph.leading_to(goals)
    served = _served(case, [one for one in activities if one in leading])
    tried = _served(case, activities)
    for area, (score, where) in last_scores(case.strategy).items():
        if score < case.limit(area_without_measure) and area not in served:
            yield _complaint(case, area, score, where, tried.get(area, []))


def _served(case: Case, activities: list[str] | tuple[str, ...]) -> dict[str, list[str]]:
    """Give the activities of each area, those of its parts with them."""
    areas = areas_of(case)
    found: dict[str, list[str]] = {}
    for activity in activities:
        for area in frozenset().union(*(_with_the_wider(case, one) for one in areas[activity])):
            found.setdefault(area, []).append(activity)
    return found


def _with_the_wider(case: Case, area: str) -> set[str]:
    spelled = {name.lower(): name for name in case.strategy.areas}
    found: set[str] = set()
    wider: str | None = area
    while wider is not None and wider not in found:
        found.add(wider)
        wider = spelled.get((case.strategy.areas[wider].part_of or "").lower())
    return found


def _complaint(case: Case, area: str, score: float, where: str, tried: list[str]) -> Complaint:
    values: dict[str, Sayable | str] = {"area": case.title(area), "score": rounded(score)}
    return complaint(
        ("areas", area, KEY),
        Message(
            "“{area}” scored {score} of 100, and none of its activities leads to a goal", values
        )
        if tried
        else Message("“{area}” scored {score} of 100, and no activity works on it", values),
        Message("link what is done in it to a goal")
        if tried
        else Message(
            "plan an activity with {form} that leads to a goal, or say in a waiver why not now",
            {"form": f"area: {area}"},
        ),
        related=[
            Related(
                Message("“{assessment}” says so", {"assessment": case.title(where)}),
                ("assessments", where, "scores"),
            ),
            *(
                Related(
                    Message("“{activity}” leads to no goal", {"activity": case.title(activity)}),
                    ("activities", activity, KEY),
                )
                for activity in tried
            ),
        ],
        question=Message("What will we do about “{area}”, which scored {score} of 100?", values),
    )
