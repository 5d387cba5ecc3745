"""The assessment report: what stands in it, and what is left to people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assessing.questionnaires import asked, county
from documents.papers import NASTY

from toc.documents.making import made
from toc.documents.paper import Bullets, Document, Facts, Heading, Paragraph, Picture, Room, Table
from toc.documents.subject import Subject
from toc.documents.writing import written
from toc.errors import InputError, NothingToDrawError
from toc.model import Strategy

DAY = date(2028, 1, 1)
YES, NO, PARTLY = "yes", "no", "partly"
QUESTIONS = {
    "desk": asked("services"),
    "tongues": {"title": "In how many languages?", "area": "services", "scale": [0, 8]},
    "port": asked("services"),
    "flats": asked("housing"),
    "course": asked("language"),
    "radio": asked("language", optional=True),
}
FIRST = {
    "desk": {"value": NO, "evidence": "Visit of May"},
    "tongues": {"value": 2, "note": "At one counter"},
    "port": "not applicable",
    "flats": NO,
    "course": {"value": PARTLY, "example": "Learners teach each other"},
}
LATER = {
    **FIRST,
    "desk": {"value": YES, "evidence": "Visit of May"},
    "tongues": {"value": 4, "note": "At one counter"},
}


def _county(**more: Any) -> Strategy:
    later = {"title": "Later", "date": "2027-11", "answered": LATER, "peers": {"services": 53}}
    return county(
        QUESTIONS,
        FIRST,
        assessments={"later": later},
        needs={"slow": {"title": "Services are hard to get", "area": "services"}},
        activities={"desk_for_all": {"title": "A desk for all", "area": "services"}},
        outcomes={"in_time": "Services in time"},
        goals={"equal": "Equal access"},
        links={"desk_for_all -> in_time": "It helps", "in_time -> equal": "It counts"},
        indicators={
            "score": {"title": "Score of services", "of": "in_time", "assessed": "services"}
        },
        **more,
    )


def _report(strategy: Strategy, language: str = "en", about: str = "", on: date = DAY) -> Document:
    return made("assessment-report", Subject(strategy, on, language, about))


def _tables(document: Document) -> dict[str, Table]:
    return {one.name: one for one in document.blocks if isinstance(one, Table)}


def _said(document: Document) -> list[str]:
    said = [one.text for one in document.blocks if isinstance(one, Heading | Paragraph)]
    return said + [
        item for one in document.blocks if isinstance(one, Bullets) for item in one.items
    ]


def test_it_goes_from_the_overview_to_how_it_was_found() -> None:
    """The parts in their order; areas are parts of a part."""
    report = _report(_county())
    assert report.title == "Assessment report: Later"
    assert [one.text for one in report.blocks if isinstance(one, Heading) and one.level == 2] == [
        "Overview",
        "Area by area",
        "Good practices",
        "What has changed since the first assessment",
        "What follows from it",
        "Recommendations",
        "How the scores were found",
    ]
    (facts,) = [one for one in report.blocks if isinstance(one, Facts)]
    assert facts.items == (("Answered in", "November 2027"),)


def test_every_area_has_its_score_its_share_and_what_it_is_compared_with() -> None:
    """The first score, the change, the sample and the place, as whole numbers with their sign."""
    table = _tables(_report(_county()))[
        "The score of each area, of 100, and what it is compared with"
    ]
    assert table.head == (
        "Area",
        "Score",
        "Answered",
        "First",
        "Change",
        "Sample",
        "Difference",
        "Place",
    )
    assert table.rows == (
        ("Services", "75", "2 of 2", "13", "+62", "53", "+22", "1"),
        ("Housing", "0", "1 of 1", "0", "0", "–", "–", "3"),
        ("Language", "50", "1 of 1", "50", "0", "–", "–", "2"),
    )


def test_every_answer_is_told_with_its_points_and_its_evidence() -> None:
    """Not applicable and not answered are two things, and neither has points."""
    tables = _tables(_report(_county()))
    assert tables["What was answered about “Services”"].rows == (
        ("Is it so in services?", "yes", "100", "Visit of May"),
        ("In how many languages?", "4 of 8", "50", "At one counter"),
        ("Is it so in services?", "not applicable", "", ""),
    )
    assert tables["What was answered about “Language”"].rows[1] == (
        "Is it so in language?",
        "not answered",
        "",
        "",
    )


def test_an_area_is_told_in_sentences() -> None:
    """Score, share, sample and change; a sentence that begins with a number has no odd capital."""
    said = _said(_report(_county()))
    assert (
        "The score is 75 of 100. 2 of 2 questions are answered. Not applicable: 1 question. "
        "That is 22 points above the mean of the sample, 53. "
        "Since the first assessment it has risen by 62 points, from 13 to 75."
    ) in said


def test_what_changed_what_follows_and_what_was_learned() -> None:
    """The answers that are others, the needs and measures of each area, the good practices."""
    report = _report(_county())
    tables = _tables(report)
    assert tables["The answers that are others than the first time"].rows == (
        ("Is it so in services?", "no", "yes", "+100"),
        ("In how many languages?", "2", "4", "+25"),
    )
    follows = tables["The needs and the measures of each area, the weakest first"].rows
    assert follows[0] == ("Housing", "0", "–", "–")
    assert follows[2] == ("Services", "75", "Services are hard to get", "A desk for all")
    assert {"Language: Learners teach each other", "Score of services: Services"} <= set(
        _said(report)
    )


def test_recommendations_are_left_to_people() -> None:
    """Room for the weakest areas and for others: the tool recommends nothing."""
    rooms = [one.label for one in _report(_county()).blocks if isinstance(one, Room)]
    assert rooms == ["Housing", "Language", "Services", "Other recommendations"]


def test_the_pictures_say_every_value_in_words() -> None:
    """A radar and bars; whoever cannot see them hears the same."""
    pictures = [one for one in _report(_county()).blocks if isinstance(one, Picture)]
    assert len(pictures) == 2
    for one in pictures:
        for word in ("Services", "75", "13", "53", "Housing"):
            assert word in one.told


def test_the_first_assessment_is_compared_with_nothing() -> None:
    """No column and no part speaks of a change."""
    report = _report(_county(), about="first")
    assert (
        "Change"
        not in _tables(report)["The score of each area, of 100, and what it is compared with"].head
    )
    assert not any("since the first" in said.lower() for said in _said(report))


def test_the_day_decides_which_one_is_the_last() -> None:
    """A sheet of 2026 does not know the assessment of 2027."""
    assert _report(_county(), on=date(2026, 1, 1)).title == "Assessment report: First"


def test_written_scores_alone_make_a_report() -> None:
    """What is known is told, and that it was copied is said."""
    strategy = county(
        {}, first={"scores": {"services": 41, "housing": 35}, "method": "By telephone"}
    )
    report = _report(strategy)
    said = " ".join(_said(report))
    assert "The score is 41 of 100, as it was written down." in said
    assert "Written scores stand where there are no answers" in said


def test_an_unsure_score_is_called_so_wherever_it_stands() -> None:
    """In the table, in the sentences and in the picture."""
    strategy = county(QUESTIONS, {"desk": YES})
    report = _report(strategy)
    rows = _tables(report)["The score of each area, of 100, and what it is compared with"].rows
    assert rows[0][1] == "100, unsure"
    assert "That is too few to rely on the score." in " ".join(_said(report))
    assert any(
        "unsure: 1 of 3 answered" in one.told for one in report.blocks if isinstance(one, Picture)
    )


def test_it_is_told_in_romanian() -> None:
    """No sentence of ours is left in English, and yes and no are said in the document's language."""
    report = _report(_county(), "ro")
    assert report.title == "Raport de evaluare: Later"
    assert _tables(report)["Ce s-a răspuns despre „Services”"].rows[0][1] == "da"
    assert "De la prima evaluare a crescut cu 62 de puncte, de la 13 la 75." in " ".join(
        _said(report)
    )


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_nothing_that_was_typed_becomes_markup(form: str) -> None:
    """Titles, answers, evidence and examples are text, whatever they look like."""
    questions = {"q0": {**asked("services"), "title": NASTY, "points": {NASTY: 100}}}
    answers = {"q0": {"value": NASTY, "evidence": NASTY, "note": NASTY, "example": NASTY}}
    strategy = county(
        questions, answers, areas={"services": NASTY}, first={"title": NASTY, "method": NASTY}
    )
    content = written(_report(strategy), form)
    assert b"<b>" not in content or form == "docx"


@pytest.mark.parametrize("about", ["services", "desk"])
def test_it_is_about_an_assessment_and_nothing_else(about: str) -> None:
    """Another id is refused with the ones that there are."""
    with pytest.raises(InputError, match="is no assessment; there are: first, later"):
        _report(_county(), about=about)


def test_without_an_assessment_there_is_no_report() -> None:
    """It is said, and nothing is drawn."""
    with pytest.raises(NothingToDrawError):
        _report(Strategy(areas={"services": "Services"}))
