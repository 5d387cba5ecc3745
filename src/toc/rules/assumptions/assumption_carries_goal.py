"""An assumption that a goal stands or falls with, untested and unwatched."""

from collections.abc import Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model import Assumption, link_ends
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("status", "sources", "test", "check_by", "owner"),
    relies_on=(
        *("links", "goals", "outcomes", "outputs", "activities", "inputs", "risks.of"),
        *("pilots", "pilots.tests", "indicators", "indicators.of"),
    ),
    yields_to=("assumption-fatal", "assumption-untested"),
)
def assumption_carries_goal(case: Case) -> Iterator[Complaint]:
    """Find what is called untested or doubtful, carries a goal alone, and nobody looks at."""
    tested = _tested(case)
    asked = [
        name
        for name, one in case.strategy.assumptions.items()
        if _is_left_alone(one) and name.lower() not in tested
    ]
    if not asked:
        return
    carried = _carried(case)
    for name in asked:
        if name in carried:
            values = {"assumption": case.title(name), "goal": case.title(carried[name])}
            yield complaint(
                ("assumptions", name, KEY),
                Message(
                    "“{goal}” stands or falls with the assumption “{assumption}”, "
                    "which nobody tests or watches",
                    values,
                ),
                Message(
                    "say what would show whether it holds, who looks and by when: {form}",
                    {"form": "test: …, owner: …, check_by: …"},
                ),
                question=Message(
                    "Is there a way to “{goal}” if “{assumption}” turns out to be false?", values
                ),
            )


def _is_left_alone(one: Assumption) -> bool:
    is_open = one.status in ("untested", "doubtful")
    return is_open and not (one.sources or one.test or one.check_by or one.owner)


def _carried(case: Case) -> Mapping[str, str]:
    """Give for each thing the first goal that falls with it, however causes combine."""
    from toc.analysis.logic import Logic  # noqa: PLC0415 - only where somebody is left alone
    from toc.analysis.single_points import single_points  # noqa: PLC0415 - likewise

    logic = Logic.of(case.graph)
    found = [single_points(logic, goal) for goal in reversed(logic.goals)]
    return {one.name: goal.goal.name for goal in found for one in goal.certain}


def _tested(case: Case) -> set[str]:
    """Give what a pilot tests or an indicator would show, itself or through a link."""
    tests = [name for pilot in case.strategy.pilots.values() for name in pilot.tests]
    tests += [name for one in case.strategy.indicators.values() for name in one.of]
    ends = [link_ends(name) for name in tests]
    arrows = {f"{cause} -> {one[1]}".lower() for one in ends if one for cause in one[0]}
    named = [name for name, one in zip(tests, ends, strict=True) if one is None]
    for arrow in case.strategy.arrows:
        if arrow.name.lower() in arrows:
            named += arrow.link.assuming
    return {case.meant(name, ("assumptions",)) for name in named}
