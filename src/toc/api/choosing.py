"""Choosing a pilot: a sheet for signature, a picture, and the edit of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.api.reading import strategy_of
from toc.words import ORIGINAL

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from datetime import date

    from toc.amending import Amended
    from toc.asking.afterwards import Afterwards
    from toc.loading import Loaded
    from toc.model import Strategy

__all__ = ["accept", "choose", "decision_sheet", "pilots_matrix", "pilots_ranks"]


def decision_sheet(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date,
    language: str = ORIGINAL,
) -> bytes:
    """Give a sheet on which the choice of a pilot is signed, as a file's content.

    Args:
        what: a strategy, or the path of one.
        name: the name of the file; its ending says what it is: .html, .pdf, .docx.
        on: the day that stands on it.
        language: the language of the sheet.

    Raises:
        NothingToDrawError: there is no pilot to choose.
        OutputError: no sheet ends so.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.api.documents import document, files_of

    made = document(what, "decision-sheet", on=on, language=language)
    return files_of(made, name)[name]


def pilots_matrix(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date | None = None,
    language: str = ORIGINAL,
) -> bytes:
    """Draw which pilot tests which assumption on the way to which goal, as a file's content.

    Raises:
        NothingToDrawError: there is no pilot.
        OutputError: no matrix ends so.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.diagrams.matrix import matrix
    from toc.diagrams.plate import form_of
    from toc.graph import TheoryGraph

    form = form_of(name)
    return matrix(TheoryGraph(strategy_of(what)), language=language, on=on).render(form)


def pilots_ranks(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date | None = None,
    language: str = ORIGINAL,
) -> bytes:
    """Draw in how many of all weightings each pilot has which rank, as a file's content.

    Raises:
        NothingToDrawError: there is no pilot, or nothing is added up.
        OutputError: no picture ends so.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.asking.ranks import ranks
    from toc.diagrams.plate import form_of

    form = form_of(name)
    return ranks(strategy_of(what), language=language, on=on).render(form)


def choose(loaded: Loaded, pilot: str, *, on: date, by: Sequence[str], because: str) -> Amended:
    """Propose the smallest edit of a strategy's file by which a pilot is chosen.

    Raises:
        UnknownNameError: there is no such pilot.
        OutputError: the file cannot be edited so that it says just that beside.
    """
    from toc.choosing import choose as chosen

    return chosen(loaded, pilot, on=on, by=by, because=because)


def accept(loaded: Loaded, found: Afterwards) -> tuple[Amended, ...]:
    """Propose the edits of a strategy's files that the result of a pilot suggests.

    Args:
        loaded: the strategy as it came from its files.
        found: what `toc.api.after_pilot` says.

    Raises:
        OutputError: a file cannot be edited so that it says just that beside.
    """
    from toc.choosing import accept as accepted

    return accepted(loaded, found.after.proposals)
