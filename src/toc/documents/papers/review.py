"""The review pack: one page first, then the details, then room for the decisions."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.review.case import ReviewCase
from toc.documents.review.first_page import first_page
from toc.documents.review.tables import (
    assumptions,
    coming,
    decisions,
    findings,
    moved,
    overdue,
    since,
    theory,
    to_decide,
)
from toc.model import Date
from toc.roadmap.months import said
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.subject import Subject

ABOUT = Message("the pack of a review: what moved, what is overdue, what is to be decided")
NEEDS: Final = ()
CHECKED: Final = True
PARTS = MappingProxyType(
    {
        "summary": first_page,
        "decide": to_decide,
        "moved": moved,
        "theory": theory,
        "overdue": overdue,
        "assumptions": assumptions,
        "since": since,
        "coming": coming,
        "questions": findings,
        "decisions": decisions,
    }
)


def title(subject: Subject) -> Message:
    """Name the pack after its day."""
    return Message("Review of {date}", {"date": said(Date.of(subject.on))})


def prepared(subject: Subject) -> ReviewCase:
    """Gather what the review needs."""
    return ReviewCase.of(subject)
