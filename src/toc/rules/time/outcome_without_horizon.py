"""An outcome that does not say when it is expected."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=("horizon", "due"))
def outcome_without_horizon(case: Case) -> Iterator[Complaint]:
    """Find outcomes with neither `horizon` nor `due`."""
    for name, outcome in case.strategy.outcomes.items():
        if outcome.horizon is None and outcome.due is None:
            title = case.title(name)
            yield complaint(
                ("outcomes", name, KEY),
                Message("nothing says when “{outcome}” is expected", {"outcome": title}),
                Message(
                    "write {form} (or medium, or long), or a date under {due}",
                    {"form": "horizon: short", "due": "due:"},
                ),
                question=Message("By when do you expect “{outcome}”?", {"outcome": title}),
            )
