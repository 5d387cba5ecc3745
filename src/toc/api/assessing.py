"""Assessments: what a questionnaire says, and the empty table to answer it in."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from toc.api.reading import original, strategy_of
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    import os
    from datetime import date

    from toc.assessing.page import AssessmentPage
    from toc.model import Strategy

__all__ = ["answers_template", "assess", "assessment_picture"]


def assess(
    what: str | os.PathLike[str] | Strategy,
    *,
    assessment: str = "",
    against: str = "",
    on: date | None = None,
) -> AssessmentPage:
    """Score an assessment from its answers, and compare it with an earlier one.

    Args:
        what: a strategy, or the path of one.
        assessment: its id; the last one of all areas when empty.
        against: the id of the earlier one; the first one when empty.
        on: the day by which it was answered, where none is named.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when there is no such assessment.
    """
    from toc.assessing.page import assessment_page as found

    return found(strategy_of(what), assessment, against, on)


def assessment_picture(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date,
    assessment: str = "",
    language: str | None = None,
) -> bytes:
    """Draw the areas of an assessment as a radar, with the first one and the sample.

    Args:
        what: a strategy, or the path of one.
        name: the name of a file; its ending says what is drawn: .svg, .png, .pdf, .html.
        on: the day by which it was answered, where none is named.
        assessment: its id; the last one of all areas when empty.
        language: the language to write in; the strategy's first one when None.

    Raises:
        OutputError: when no picture ends so.
        NothingToDrawError: when there is no assessment with scores.
        MissingExtraError: when what the form needs is not installed.
    """
    from toc.diagrams.plate import Plate, form_of
    from toc.documents.assessment.drawing import radar_of
    from toc.documents.papers.assessment_report import prepared
    from toc.documents.subject import Subject

    form = form_of(name)
    strategy = strategy_of(what)
    subject = Subject(strategy, on, language or original(strategy), assessment)
    return Plate(radar_of(prepared(subject))).render(form)


def answers_template(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    assessment: str = "",
    language: str | None = None,
) -> bytes:
    """Write an empty table with the questions of the questionnaire, to be answered.

    Args:
        what: a strategy, or the path of one.
        name: the name of the file: .csv or .xlsx.
        assessment: the id of the assessment that is to be answered; without one, all questions.
        language: the language of the questions; the strategy's first one when None.

    Raises:
        OutputError: when no table ends so.
        UnknownNameError: when there is no such assessment.
        MissingExtraError: when a workbook is asked for, and openpyxl is not installed.
    """
    from toc.assessing.page import separator_of, template_rows
    from toc.tables import as_csv, as_xlsx

    strategy = strategy_of(what)
    said_in = language or original(strategy)
    rows = template_rows(strategy, assessment, said_in)
    ending = PurePath(name).suffix.lower()
    if ending == ".xlsx":
        return as_xlsx(rows, name=Message("Answers").say(said_in))
    if ending == ".csv":
        # With a mark, because spreadsheet programs read letters wrongly without one.
        return b"\xef\xbb\xbf" + as_csv(rows, separator=separator_of(said_in), end="\r\n").encode()
    values = {"ending": ending or name, "endings": ".csv, .xlsx"}
    raise OutputError(Message("none of these ends in {ending}; there are {endings}", values))
