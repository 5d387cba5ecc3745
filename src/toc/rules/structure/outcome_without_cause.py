"""An outcome that nothing leads to."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    relies_on=("links", "links.feedback", "links.role"),
    yields_to=("node-without-links", "level-missing"),
)
def outcome_without_cause(case: Case) -> Iterator[Complaint]:
    """Find outcomes without a cause that helps; a link with a misspelled end is one."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    helped = {one.effect.lower() for one in arrows if not (one.hinders or one.feeds_back)}
    for outcome in case.graph.within("outcomes"):
        if outcome.lower() not in helped:
            yield complaint(
                ("outcomes", outcome, KEY),
                Message("nothing leads to “{outcome}”", {"outcome": case.title(outcome)}),
                Message(
                    "link what brings it about: {link}; if that is in nobody's hands here, "
                    "write it under “assumptions:” or “factors:” instead",
                    {"link": f"… -> {outcome}: …"},
                ),
                question=Message(
                    "What has to happen so that this comes true: “{outcome}”?",
                    {"outcome": case.title(outcome)},
                ),
            )
