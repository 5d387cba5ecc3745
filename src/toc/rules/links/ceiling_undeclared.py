"""A strategy that does not say up to which change its authors answer."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_DEPENDS_ON_OTHERS = ("benefit", "condition", "policy")


@rule(Severity.ADVICE, adopted=Severity.WARNING, looks_at=("ceiling",))
def ceiling_undeclared(case: Case) -> Iterator[Complaint]:
    """Find strategies without a ceiling that reach for what depends on others as well."""
    if case.strategy.head.ceiling is not None:
        return
    for name, outcome in case.strategy.outcomes.items():
        if outcome.change in _DEPENDS_ON_OTHERS:
            said = {"outcome": case.title(name)}
            yield complaint(
                ("strategy", KEY),
                Message(
                    "“{outcome}” depends on others as well, "
                    "and nothing says how far the authors answer for what changes",
                    said,
                ),
                Message(
                    "write in the head the last kind of change that you answer for: {form}",
                    {"form": "ceiling: behaviour"},
                ),
                question=Message(
                    "Do we answer for “{outcome}”, or do we contribute to it beside others?", said
                ),
            )
            return
