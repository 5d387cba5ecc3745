"""`toc assess`: what the questionnaire found, as a text, as data, as a paper and as a table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import toc, write

from toc.tables import read_table

COUNTY = """\
toc: 1
strategy: {id: county, title: Harbour county, languages: [en], status: draft}
areas:
  services: Public services
  housing: Housing
questions:
  desk: {title: "Is there one desk?", area: services, points: {no: 0, partly: 50, yes: 100}}
  tongues: {title: "In how many languages?", area: services, scale: [0, 8]}
  advice: {title: "Is there advice for tenants?", area: housing}
assessments:
  first: {title: First assessment, date: 2025-11, answers: first.csv, peers: {services: 53}}
  second: {title: Second assessment, date: 2027-11, answered: {desk: yes, tongues: 6, advice: no}}
needs:
  unknown: {title: Newcomers do not know the services, area: services}
"""
FIRST = "question,answer,evidence\ndesk,partly,Photos\ntongues,2,Leaflets\nadvice,no,None\n"
ON_TIME = ("--on", "2026-06-01")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Write a strategy with two assessments, the first one answered in a table."""
    write(tmp_path / "first.csv", FIRST)
    return write(tmp_path / "county.yaml", COUNTY)


def test_the_last_assessment_by_the_day_is_told(county: Path) -> None:
    """Each area with a bar and what it is compared with, then needs and what was assumed."""
    done = toc("assess", str(county), *ON_TIME)
    assert done.code == 0, done.err
    assert done.out == (
        "Harbour county\n"
        "First assessment · 2025-11\n"
        "“First assessment” scores 19 of 100, the mean of 2 areas. Weakest is “Housing” with 0, "
        "strongest “Public services” with 38. 3 of 3 questions are answered. "
        "1 of 1 area is below the mean of the sample.\n"
        "\n"
        "  Public services   38 ████████············  2 of 2 answered · sample 53\n"
        "  Housing            0 ····················  1 of 1 answered\n"
        "\n"
        "Needs\n"
        "  - “Newcomers do not know the services”: “Public services” scored 38 of 100 in “First "
        "assessment”.\n"
        "\n"
        "Assumed\n"
        "  - no question has a weight: each counts the same in its area\n"
        "  - no area has a weight: each counts the same in the whole\n"
    )


def test_a_later_one_is_set_beside_the_first(county: Path) -> None:
    """Which areas rose, from what to what, and how many answers have changed."""
    done = toc("assess", str(county), "--on", "2028-01-01")
    assert (
        "Since “First assessment” these rose: “Public services” from 38 to 88. 2 answers have changed."
        in done.out
    )
    assert "“Newcomers do not know the services”: “Public services” scored 88 of 100" in done.out


def test_it_is_told_in_romanian(county: Path) -> None:
    """Nothing of ours is left in English."""
    done = toc("assess", str(county), *ON_TIME, "--language", "ro")
    assert "„First assessment” are scorul 19 din 100" in done.out
    assert "2 din 2 răspunsuri · eșantion 53" in done.out
    assert "Ce s-a presupus" in done.out


def test_programs_get_the_numbers(county: Path) -> None:
    """By id: scores, shares, places, and the change since the earlier one that is named."""
    done = toc(
        "assess", str(county), "--assessment", "second", "--against", "FIRST", "--format", "json"
    )
    (found,) = json.loads(done.out)["strategies"]
    assert (found["assessment"], found["since"]["first"]) == ("second", "first")
    assert [(one["area"], one["score"], one["places"]) for one in found["areas"]] == [
        ("services", 87.5, [1, 1]),
        ("housing", 0, [2, 2]),
    ]
    assert [one["change"] for one in found["since"]["areas"]] == [50, 0]


@pytest.mark.parametrize(("name", "separator"), [("ro", ";"), ("en", ",")])
def test_the_empty_table_holds_every_question_and_is_read_again(
    county: Path, name: str, separator: str
) -> None:
    """What people fill in is what the door reads: columns in their language, room for answers."""
    target = county.with_name("empty.csv")
    done = toc("assess", str(county), "--template", "-o", str(target), "--language", name)
    assert done.code == 0, done.err
    sheet = read_table(target)
    assert sheet.separator == separator
    assert [row.cells[0] for row in sheet.rows[1:]] == ["desk", "tongues", "advice"]
    assert sheet.rows[1].cells[3] == "no / partly / yes"
    filled = target.read_text(encoding="utf-8-sig").replace(f"0–8{separator}", f"0–8{separator}4")
    write(county.with_name("first.csv"), filled)
    again = toc("assess", str(county), *ON_TIME, "--language", "en")
    assert "Public services   50" in again.out
    assert "1 of 2 answered · unsure" in again.out


def test_the_table_of_a_partial_assessment_holds_its_own_questions(county: Path) -> None:
    """Who asks about one area again does not send the whole questionnaire."""
    write(county, COUNTY.replace("second: {", "second: {areas: [housing], "))
    target = county.with_name("empty.xlsx")
    done = toc("assess", str(county), "--template", "--assessment", "second", "-o", str(target))
    assert done.code == 0, done.err
    assert [row.cells[0] for row in read_table(target).rows[1:]] == ["advice"]


def test_a_report_and_a_picture_are_written(county: Path) -> None:
    """The paper as Markdown, the areas as SVG."""
    page, picture = county.with_name("report.md"), county.with_name("areas.svg")
    done = toc(
        "assess",
        str(county),
        *ON_TIME,
        "--page",
        str(page),
        "--picture",
        str(picture),
        "--language",
        "en",
    )
    assert done.code == 0, done.err
    assert page.read_text(encoding="utf-8").startswith("# Assessment report: First assessment")
    assert "<svg" in picture.read_text(encoding="utf-8")


REFUSED = [
    (("--assessment", "frist"), "no assessment is called “frist”; did you mean “first”?"),
    (("--on", "2020-01-01"), "the strategy has no assessment with scores or answers by that day"),
    (
        ("--page", "x.md", "--against", "first"),
        "the report compares with the first assessment: leave --against",
    ),
    (("-o", "x.csv"), "-o names the file of the empty table: add --template"),
    (("--template", "-o", "x.doc"), "none of these ends in .doc; there are .csv, .xlsx"),
    (("--picture", "x.csv"), "none of these ends in .csv; there are .html, .pdf, .png, .svg"),
    (
        ("--page", "x.md", "--assessment", "services"),
        "“services” is no assessment; there are: first, second",
    ),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_cannot_be_done_is_said(county: Path, arguments: tuple[str, ...], said: str) -> None:
    """One line with the mend, and no file is written."""
    done = toc("assess", str(county), "--language", "en", *arguments)
    assert done.code == 2
    assert said in done.err
    assert not Path("x.md").exists()


def test_no_table_of_answers_is_written_over(county: Path) -> None:
    """The file with the answers is the strategy's own: nothing that is written may be it."""
    answers = county.with_name("first.csv")
    for option in (("--template", "-o"), ("--page",), ("--picture",)):
        done = toc("assess", str(county), *ON_TIME, *option, str(answers), "--language", "en")
        assert done.code == 2
    assert answers.read_text(encoding="utf-8") == FIRST


def test_among_several_strategies_one_without_an_assessment_is_named_beside(county: Path) -> None:
    """The others are told all the same."""
    write(county.with_name("other.yaml"), "toc: 1\nstrategy: {id: o, title: O, languages: [en]}\n")
    done = toc("assess", str(county.parent), *ON_TIME)
    assert done.code == 0
    assert "First assessment · 2025-11" in done.out
    assert (
        "other.yaml: the strategy has no assessment with scores or answers by that day" in done.err
    )


def test_a_strategy_without_questions_has_no_table(tmp_path: Path) -> None:
    """It is said where questions are written."""
    path = write(tmp_path / "s.yaml", "toc: 1\nstrategy: {id: s, title: S, languages: [en]}\n")
    done = toc("assess", str(path), "--template", "-o", str(tmp_path / "e.csv"), "--language", "en")
    assert done.code == 2
    assert "there are no questions to answer: write them under “questions:”" in done.err
