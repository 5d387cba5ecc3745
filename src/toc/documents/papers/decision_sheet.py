"""The decision sheet: what a steering group signs when it chooses a pilot.

On one paper stand the pilots, what each would teach, the criteria and their weights, the
scores and who gave them, the ranking, how firm it is, and room for the decision.  Nothing
here decides.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.decision_sheet.candidates import afterwards, candidates, lessons
from toc.documents.decision_sheet.case import Case
from toc.documents.decision_sheet.judging import criteria, scorers, scores
from toc.documents.decision_sheet.signing import decision
from toc.documents.decision_sheet.standing import ranking, robustness
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.subject import Subject

ABOUT = Message("the sheet on which the choice of a pilot is signed")
NEEDS: Final = ()
PARTS = MappingProxyType(
    {
        "candidates": candidates,
        "lessons": lessons,
        "criteria": criteria,
        "scores": scores,
        "scorers": scorers,
        "ranking": ranking,
        "robustness": robustness,
        "afterwards": afterwards,
        "decision": decision,
    }
)


def title(_subject: Subject) -> Message:
    """Name the sheet."""
    return Message("Decision on a pilot project")


def prepared(subject: Subject) -> Case:
    """Ask what the sheet tells.

    Raises:
        NothingToDrawError: when the strategy has no pilots.
    """
    if not subject.strategy.pilots:
        raise NothingToDrawError(
            Message("the strategy has no pilot projects to choose from: write them under “pilots:”")
        )
    return Case.of(subject)
