"""Which way the map reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.layering import layering
from toc.asking.asked import Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("which way the map reads, and which arrows fit least")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask of the whole strategy."""
    yield Told(layering(case.strategy))
