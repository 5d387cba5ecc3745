"""The decision sheet: what a steering group signs when it chooses a pilot.

On one paper stand the pilots, what each would teach, the criteria and their weights, the
scores and who gave them, the ranking, how firm it is, and room for the decision.  Nothing
here decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.decision_sheet.candidates import afterwards, candidates, lessons
from toc.documents.decision_sheet.case import Case
from toc.documents.decision_sheet.judging import criteria, scorers, scores
from toc.documents.decision_sheet.signing import decision
from toc.documents.decision_sheet.standing import ranking, robustness
from toc.documents.paper import Document
from toc.errors import NothingToDrawError
from toc.vocabulary import STATUSES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.model import Strategy

__all__ = ["decision_sheet"]

_PARTS = (candidates, lessons, criteria, scores, scorers, ranking, robustness, afterwards, decision)


def decision_sheet(strategy: Strategy, on: date, language: str = "en") -> Document:
    """Make the sheet for choosing one of a strategy's pilots.

    Args:
        strategy: the strategy.
        on: the day of the sheet; it stands on every page.
        language: the language of its texts and of ours.

    Raises:
        NothingToDrawError: when the strategy has no pilots.
    """
    if not strategy.pilots:
        raise NothingToDrawError(
            Message("the strategy has no pilot projects to choose from: write them under “pilots:”")
        )
    case = Case(strategy, language)
    return Document(
        title=case.told(Message("Decision on a pilot project")),
        language=language,
        on=on,
        facts=tuple(_facts(case, on)),
        blocks=tuple(block for part in _PARTS for block in part(case)),
    )


def _facts(case: Case, on: date) -> Iterator[str]:
    head = case.strategy.head
    title = case.strategy.title.say(case.language) or case.told(
        Message("A strategy without a title")
    )
    version = (
        case.told(Message("version {version}", {"version": head.version}))
        if head.version
        else case.told(Message("version not given"))
    )
    status = [case.told(STATUSES[head.status])] if head.status else []
    yield f"{title} · {version}"
    yield " · ".join((*status, case.told(Message("sheet of {day}", {"day": on.isoformat()}))))
