"""Which single thing brings a goal down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.asked import Told
from toc.asking.naming import entered, foremost
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("which single thing brings a goal down")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; what is certain stands before what is possible."""
    for found in case.single_points.values():
        certain = [entered(one) for one in foremost(found.certain)]
        possible = [
            Message("only if all causes are needed: {thing}", {"thing": entered(one)})
            for one in foremost(found.possible)
        ]
        yield Told(found, more=(*certain, *possible))
