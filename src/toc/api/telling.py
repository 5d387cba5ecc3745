"""Telling: strategies and what was found in them, as texts for people."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from toc.api.checking import check
from toc.api.reading import original, strategy_of

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.rulebook import Rulebook

__all__ = ["outline", "questions"]


def outline(what: str | os.PathLike[str] | Strategy, *, language: str | None = None) -> str:
    """Write a strategy as a readable outline: its goals, what leads to them, and why.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.documents.outline import outline as written

    strategy = strategy_of(what)
    return written(strategy, language=language or original(strategy))


def questions(
    what: str | os.PathLike[str] | Strategy,
    *,
    on: date | None = None,
    language: str | None = None,
    first: int | None = None,
    book: Rulebook | None = None,
) -> str:
    """Say what was found as questions for the next meeting, grouped by goal, in Markdown.

    Args:
        what: a strategy, or the path of a file, a folder or a collection.
        on: the day for which to check; without one, nothing has ended yet.
        language: the language of the meeting; each strategy's own when None.
        first: how many questions to ask for each goal at most; all when None.
        book: the rules to go by.

    Raises:
        InputError: when nothing is there, or it cannot be read.
    """
    from toc.documents.questions import questions as asked

    report = check(what, on=on, book=book)
    return "\n".join(
        asked(
            verdict.strategy,
            verdict.findings,
            waived=verdict.waived,
            language=language,
            first=first,
        )
        for verdict in report.verdicts
        if verdict.strategy is not None
    )
