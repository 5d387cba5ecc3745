"""A policy area with a low score, of which nobody says what is wrong."""

from collections.abc import Iterator

from toc.assessing import last_scores, needs_of, rounded
from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    limit=50,
    relies_on=(
        "needs",
        "needs.area",
        "areas",
        "areas.part_of",
        "assessments",
        *(f"assessments.{field}" for field in ("answers", "answered", "scores", "version")),
        "questions",
    ),
    yields_to=("area-without-measure",),
)
def area_without_need(case: Case) -> Iterator[Complaint]:
    """Find areas scored low in which no need stands, nor in the wider area around them."""
    if not case.strategy.needs:
        return
    for area, (score, where) in last_scores(case.strategy).items():
        if score >= case.limit(area_without_need) or _is_explained(case, area):
            continue
        values = {"area": case.title(area), "score": rounded(score)}
        yield complaint(
            ("areas", area, KEY),
            Message("“{area}” scored {score} of 100, and no need says what is wrong in it", values),
            Message(
                "write under “needs:” what people in the region lack, with {form}",
                {"form": f"area: {area}"},
            ),
            related=[
                Related(
                    Message("“{assessment}” says so", {"assessment": case.title(where)}),
                    ("assessments", where, "scores"),
                )
            ],
            question=Message(
                "“{area}” scored {score} of 100: what do people lack there, and who?", values
            ),
        )


def _is_explained(case: Case, area: str) -> bool:
    """Whether a need stands in an area, in a part of it, or in what it is part of."""
    spelled = {name.lower(): name for name in case.strategy.areas}
    seen: set[str] = set()
    wider: str | None = area
    while wider is not None and wider not in seen:
        if needs_of(case.strategy, wider) if wider == area else _has_own(case, wider):
            return True
        seen.add(wider)
        wider = spelled.get((case.strategy.areas[wider].part_of or "").lower())
    return False


def _has_own(case: Case, area: str) -> bool:
    return any((need.area or "").lower() == area.lower() for need in case.strategy.needs.values())
