"""What later work found out: progress, single points of failure, changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.readings import overlay_of
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay

ABOUT = Message("what was found out about each box and arrow")


def lay(case: Case) -> Overlay:
    """Dress what was found out; the rest stands back."""
    return overlay_of("data", Message("What was found out"), case.readings, case.chart)
