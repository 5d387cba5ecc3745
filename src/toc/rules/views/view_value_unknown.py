"""A word in a view that means nothing there."""

from collections.abc import Iterator

from toc.findings import Route, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.views import CHOICES
from toc.words import Message


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=tuple(CHOICES))
def view_value_unknown(case: Case) -> Iterator[Complaint]:
    """Find words for lanes, layouts, overlays and states that no picture knows."""
    for name, view in case.strategy.views.items():
        for field, known in CHOICES.items():
            value = getattr(view, field)
            if isinstance(value, str) and value not in known:
                yield _unknown(("views", name, field), value, known)
            elif isinstance(value, tuple):
                for at, word in enumerate(value):
                    if word not in known:
                        yield _unknown(("views", name, field, at), word, known)


def _unknown(route: Route, word: str, known: tuple[str, ...]) -> Complaint:
    return complaint(
        route,
        Message("“{word}” is nothing that “{field}:” can be", {"word": word, "field": route[2]}),
        Message("write one of {words}", {"words": list(known)}),
    )
