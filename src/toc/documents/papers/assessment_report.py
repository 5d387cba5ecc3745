"""The assessment report: overview, area by area, what changed, what follows, how it was found.

It is about the assessment that is named, else about the last one by the day of the
document.  What to recommend is left to people.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.assessment.after import changes, follows, method, recommendations
from toc.documents.assessment.areas import area_by_area, good_practices
from toc.documents.assessment.case import Case
from toc.documents.assessment.overview import overview, pictures, scores
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.subject import Subject

ABOUT = Message("the report of an assessment: scores, answers, changes, what follows")
NEEDS: Final = ()
PARTS = MappingProxyType(
    {
        "overview": overview,
        "scores": scores,
        "pictures": pictures,
        "area-by-area": area_by_area,
        "good-practices": good_practices,
        "changes": changes,
        "follows": follows,
        "recommendations": recommendations,
        "method": method,
    }
)


def title(subject: Subject) -> Message:
    """Name the report after its assessment."""
    return Message("Assessment report: {assessment}", {"assessment": prepared(subject).found.title})


def prepared(subject: Subject) -> Case:
    """Score the assessment.

    Raises:
        InputError: what it should be about is no assessment.
        NothingToDrawError: the strategy has no assessment with scores or answers.
    """
    case = Case.of(subject)
    case.see_to_it()
    return case
