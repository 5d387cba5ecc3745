"""What is different from an earlier version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.comparing import compare
from toc.asking.asked import Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.comparing import Comparison
    from toc.asking.case import Case

ABOUT = Message("what is different from an earlier version")
WANTS = "strategy"

_STANDINGS = {
    "added": Message("added"),
    "changed": Message("changed"),
    "removed": Message("removed"),
}


def ask(case: Case) -> Iterator[Told]:
    """Compare with the earlier version; every difference is named."""
    assert case.before is not None
    found = compare(case.before, case.strategy)
    yield Told(found, more=tuple(_lines(found)))


def _lines(found: Comparison) -> Iterator[Message]:
    for one in found.differences:
        values = {"what": one.id, "how": _STANDINGS[one.standing], "fields": list(one.fields)}
        if one.fields:
            yield Message("{what}: {how} ({fields})", values)
        else:
            yield Message("{what}: {how}", values)
