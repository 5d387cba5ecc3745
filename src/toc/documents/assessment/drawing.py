"""The scores of an assessment as pictures: a radar, and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.assessing import rounded
from toc.diagrams.charts import Names, Score, bars, radar
from toc.words import Message

if TYPE_CHECKING:
    from toc.assessing import AreaScore
    from toc.diagrams.scene import Scene
    from toc.documents.assessment.case import Case

__all__ = ["bars_of", "radar_of"]


def radar_of(case: Case) -> Scene:
    """Draw the areas around a centre; fewer than three are drawn as bars."""
    return radar(
        _title(case), _subtitle(case), _scores(case), language=case.language, names=_names(case)
    )


def bars_of(case: Case) -> Scene:
    """Draw the areas beneath each other, in the order of the strategy."""
    return bars(
        _title(case),
        _subtitle(case),
        _scores(case, notes=True),
        language=case.language,
        names=_names(case),
    )


def _title(case: Case) -> str:
    return case.told(case.found.title)


def _subtitle(case: Case) -> str:
    return f"{case.name} · {case.date(case.found)}" if case.found.date else case.name


def _names(case: Case) -> Names:
    has_peers = any(one.peers is not None for one in case.found.areas)
    now, before = case.told(Message("score (of 100)")), ""
    if case.again is not None and case.changes:
        # Both have a date: that is how it is known which one was first.
        now, before = case.date(case.found), case.date(case.again.first)
    return Names(now, before, case.told(Message("mean of the sample")) if has_peers else "")


def _scores(case: Case, *, notes: bool = False) -> list[Score]:
    return [
        Score(
            case.told(one.title),
            _as_said(one.score),
            _as_said(case.changes[one.area].before) if one.area in case.changes else None,
            _as_said(one.peers),
            _note(case, one) if notes else "",
        )
        for one in case.found.areas
    ]


def _as_said(score: float | None) -> float | None:
    """Give a score as it stands in the tables: two numbers for one score would be one too many."""
    return None if score is None else int(rounded(score))


def _note(case: Case, one: AreaScore) -> str:
    notes = []
    if one.is_unsure:
        notes.append(
            Message(
                "unsure: {answered} of {asked} answered",
                {"answered": one.answered, "asked": one.asked},
            )
        )
    if one.is_optional:
        notes.append(Message("optional, not part of the whole"))
    return "; ".join(map(case.told, notes))
