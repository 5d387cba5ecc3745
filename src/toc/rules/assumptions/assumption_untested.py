"""A critical assumption that nobody has tested, and nobody is going to."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Assumption, link_ends
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("importance", "status", "sources", "test", "check_by", "owner"),
    relies_on=("pilots", "pilots.tests", "indicators", "indicators.of", "links.assuming"),
    yields_to=("assumption-fatal",),
)
def assumption_untested(case: Case) -> Iterator[Complaint]:
    """Find critical assumptions without a source, a test, a date, an owner or a pilot."""
    tested = _tested(case)
    for name, assumption in case.strategy.assumptions.items():
        if _is_left_alone(assumption) and name.lower() not in tested:
            yield complaint(
                ("assumptions", name, KEY),
                Message(
                    "the assumption “{assumption}” is critical and untested: "
                    "it has no source, no test, no date and no owner",
                    {"assumption": case.title(name)},
                ),
                Message(
                    "say what would show whether it holds, who looks and by when: {form}",
                    {"form": "test: …, owner: …, check_by: …"},
                ),
                question=Message(
                    "How could we find out whether “{assumption}” is true, "
                    "and who does so by when?",
                    {"assumption": case.title(name)},
                ),
            )


def _is_left_alone(assumption: Assumption) -> bool:
    known = assumption.sources or assumption.status not in (None, "untested")
    planned = assumption.test or assumption.check_by or assumption.owner
    return assumption.importance == "critical" and not (known or planned)


def _tested(case: Case) -> set[str]:
    """Give what an indicator is of, or a pilot tests: itself, or a link that assumes it."""
    strategy = case.strategy
    tests = [name for pilot in strategy.pilots.values() for name in pilot.tests]
    ends = [link_ends(name) for name in tests]
    arrows = {f"{cause} -> {one[1]}".lower() for one in ends if one for cause in one[0]}
    named = [name for name, one in zip(tests, ends, strict=True) if one is None]
    named += [name for one in strategy.indicators.values() for name in one.of]
    for arrow in strategy.arrows:
        if arrow.name.lower() in arrows:
            named += arrow.link.assuming
    return {case.meant(name, ("assumptions",)) for name in named}
