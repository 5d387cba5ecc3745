"""An entry that says by its id alone what it is."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.indicators import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_NAMED = ("areas", "stakeholders", "stages", *NODE_SECTIONS, "assumptions", "indicators", "pilots")


@rule(Severity.WARNING, looks_at=("title", "strategy"))
def entry_without_title(case: Case) -> Iterator[Complaint]:
    """Find entries that people read about and that have no title."""
    for section in _NAMED:
        for name, entry in getattr(case.strategy, section).items():
            if not entry.title:
                yield complaint(
                    (section, name, KEY),
                    Message("“{id}” has no title", {"id": name}),
                    Message("write what it is in one phrase: {form}", {"form": f"{name}: …"}),
                )
