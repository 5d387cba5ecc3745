"""Regions side by side, for a common session: what they share, test and learn; no ranking."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.comparison.case import Case
from toc.documents.comparison.figures import areas, indicators
from toc.documents.comparison.learning import assumptions, lessons
from toc.documents.comparison.overview import overview, sessions
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.subject import Subject

ABOUT = Message("regions side by side, for a common session")
NEEDS: Final = ()
COMPARES: Final = True
PARTS = MappingProxyType(
    {
        "overview": overview,
        "indicators": indicators,
        "areas": areas,
        "assumptions": assumptions,
        "sessions": sessions,
        "lessons": lessons,
    }
)


def title(_subject: Subject) -> Message:
    """Name the paper."""
    return Message("Regions side by side")


def prepared(subject: Subject) -> Case:
    """Set the strategies side by side."""
    return Case.of(subject)
