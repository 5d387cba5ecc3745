"""Which gaps in the evidence should be filled first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.grades import GRADE_WORDS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.gap_map import EvidenceGapMap, Gap
    from toc.asking.case import Case

__all__ = ["said_of", "urgency"]


def urgency(case: Case) -> Mapping[str, int]:
    """Rank links: those that a goal stands or falls with first, then those that may be such."""
    found: dict[str, int] = {}
    for points in case.single_points.values():
        found |= {one.name: 2 for one in points.possible if found.get(one.name) != 1}
        found |= {one.name: 1 for one in points.certain}
    return found


def said_of(found: EvidenceGapMap, gap: Gap) -> Message:
    """Say a gap in a line."""
    cause, effect = found.titles[gap.arrow]
    values = {"cause": cause, "effect": effect, "grade": GRADE_WORDS[gap.grade]}
    if gap.rank == 1:
        return Message("“{cause}” → “{effect}”: {grade}; a goal stands or falls with it", values)
    return Message("“{cause}” → “{effect}”: {grade}", values)
