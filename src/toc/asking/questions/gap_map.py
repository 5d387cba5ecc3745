"""Which links between activities and goals nothing supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.gap_map import evidence_gap_map
from toc.asking.asked import Told
from toc.asking.gaps import said_of, urgency
from toc.asking.picturing import facts
from toc.diagrams.matrix.gaps import gaps
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case
    from toc.diagrams.scene import Scene

ABOUT = Message("which links between activities and goals nothing supports")
WANTS = ""

_SHOWN = 20


def ask(case: Case) -> Iterator[Told]:
    """Ask of the whole strategy; links that a goal stands or falls with come first."""
    found = evidence_gap_map(case.strategy, ranks=urgency(case))
    gaps = [one for one in found.gaps if one.on_chain]
    yield Told(found, more=tuple(said_of(found, one) for one in gaps[:_SHOWN]))


def picture(case: Case, language: str) -> Scene:
    """Draw it as a matrix of activities and outcomes."""
    found = evidence_gap_map(case.strategy, ranks=urgency(case))
    return gaps(found, case.strategy, facts(case, language), language=language)
