"""Which assumptions carry a goal, which of them are shaky, and who tests them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.asked import Told
from toc.asking.testing import in_order, said_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("which assumptions carry a goal, which are in doubt, and who tests them")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask of the whole strategy; what to test first stands first."""
    said = [said_of(case, one) for one in in_order(case)]
    yield Told(case.assumptions, more=tuple(said))
