"""An entry that says by its id alone what it is."""

from collections.abc import Iterator

from toc.findings import KEY, Route, Severity
from toc.model.head import Head
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_NAMED = ("areas", "stakeholders", "stages", *NODE_SECTIONS, "assumptions", "indicators", "pilots")


@rule(Severity.WARNING, looks_at=("title",))
def entry_without_title(case: Case) -> Iterator[Complaint]:
    """Find entries that people read about, and strategies, that have no title."""
    head = case.strategy.head
    if head != Head() and not head.title:
        yield _complaint(("strategy", KEY), head.id or "strategy")
    for section in _NAMED:
        for name, entry in getattr(case.strategy, section).items():
            if not entry.title:
                yield _complaint((section, name, KEY), name)


def _complaint(route: Route, name: str) -> Complaint:
    return complaint(
        route,
        Message("“{id}” has no title", {"id": name}),
        Message("write what it is in one phrase: {form}", {"form": "title: …"}),
    )
