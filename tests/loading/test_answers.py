"""Answers to a questionnaire, from the file that an assessment names."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import at, load_files, told

from toc.loading import Loaded, find_strategies, load_parts
from toc.model import Answer
from toc.parts import every_file
from toc.portfolio import Remembered
from toc.remembering import Memory
from toc.tables import as_xlsx

STRATEGY = """\
strategy: {id: s}
areas: {services: Services}
questions:
  desk: {title: Is there a desk?, area: services, points: {no: 0, partly: 50, yes: 100}}
  tongues: {title: In how many languages?, area: services, scale: [0, 8]}
  Bylaw: {title: Is it in a bylaw?, area: services}
assessments:
  first: {title: First, date: 2025-11, answers: ANSWERS}
"""
COLUMNS = "question,answer,evidence,note,example\n"
ALL = {
    "desk": Answer.model_validate(
        {"value": "partly", "evidence": "Photos, 2025", "note": "Mornings", "example": "Mediators"}
    ),
    "tongues": Answer(value=2.5),
    "Bylaw": Answer(value="not applicable"),
}


def _load(answers: str | bytes, *, name: str = "a.csv", strategy: str = STRATEGY) -> Loaded:
    files = {"s.yaml": strategy.replace("ANSWERS", name), name: answers}
    return load_files(files, "s.yaml")


def _answers(loaded: Loaded) -> dict[str, Answer]:
    return dict(loaded.strategy.answers("first"))


TABLES: list[tuple[str, str | bytes]] = [
    ("commas", COLUMNS + 'desk,partly,"Photos, 2025",Mornings,Mediators\ntongues,2.5\nBylaw,not applicable\n'),
    ("semicolons and a comma for decimals", "question;answer;evidence;note;example\ndesk;partly;Photos, 2025;Mornings;Mediators\ntongues;2,5\nBylaw;not applicable\n"),
    ("a mark and Windows line ends", "\ufeff" + (COLUMNS + 'desk,partly,"Photos, 2025",Mornings,Mediators\ntongues,2.5\nBylaw,not applicable\n').replace("\n", "\r\n")),
    ("Romanian names of columns", "Întrebare;Răspuns;Dovezi;Notă;Bună practică\ndesk;partly;Photos, 2025;Mornings;Mediators\ntongues;2.5\nBylaw;not applicable\n"),
    ("another order, and columns of their own", 'area,example,answer,note,question,evidence,who\nservices,Mediators,partly,Mornings,DESK,"Photos, 2025",Ana\n,,2.5,,tongues\n,,not applicable,,bylaw\n'),
    ("a title above and empty lines", "The questionnaire of 2025\n\n" + COLUMNS + '\ndesk,partly,"Photos, 2025",Mornings,Mediators\n,,,,\ntongues,2.5\nBylaw,not applicable\n'),
]  # fmt: skip


@pytest.mark.parametrize(("_case", "table"), TABLES, ids=[case for case, _ in TABLES])
def test_a_table_is_read_however_it_was_saved(_case: str, table: str) -> None:
    """Separators, line ends, decimal commas and the order and names of columns mean nothing."""
    loaded = _load(table)
    assert loaded.findings == ()
    assert _answers(loaded) == ALL


def test_a_workbook_is_read_like_a_table() -> None:
    """XLSX from a spreadsheet program says the same as CSV."""
    rows = [
        ["question", "answer", "evidence", "note", "example"],
        ["desk", "partly", "Photos, 2025", "Mornings", "Mediators"],
        ["tongues", "2.5"],
        ["Bylaw", "not applicable"],
    ]
    loaded = _load(as_xlsx(rows, name="Answers"), name="a.xlsx")
    assert loaded.findings == ()
    assert _answers(loaded) == ALL


def test_yaml_says_the_same_in_its_own_way() -> None:
    """A value alone, or a mapping with more about it; texts may be in several languages."""
    text = """\
desk: {value: partly, evidence: {en: Photos, ro: Fotografii}, note: Mornings, x-by: Ana}
tongues: 2.5
bylaw: not applicable
x-source: illustrative
"""
    loaded = _load(text, name="answers/a.yaml")
    assert loaded.findings == ()
    found = _answers(loaded)
    assert found["desk"].evidence is not None
    assert found["desk"].evidence.say("ro") == "Fotografii"
    assert (found["tongues"], found["Bylaw"]) == (ALL["tongues"], ALL["Bylaw"])


FAULTS: list[tuple[str, str, list[str]]] = [
    ("an unknown question", "dekc,yes\n", ["reference-dangling a.csv:2:1 no question is called “dekc”; did you mean “desk”?"]),
    ("no question", ",yes\n", ["value-malformed a.csv:2:1 this row names no question; write the id of the question, or delete the row"]),
    ("a question twice", "desk,yes\ndesk,no\n", ["id-duplicate a.csv:3:1 “desk” is answered twice; keep one of the two: the first one counts"]),
    ("a number in two readings", "tongues,1.250\n", ["value-malformed a.csv:2:9 “1.250” is no number; write 1250 or 1.250: the point can be read in two ways"]),
]  # fmt: skip


@pytest.mark.parametrize(("_case", "rows", "expected"), FAULTS, ids=[case for case, *_ in FAULTS])
def test_a_faulty_row_is_told_of_and_every_other_one_is_read(
    _case: str, rows: str, expected: list[str]
) -> None:
    """The finding has file, row, column and mend; what stands around it comes through."""
    loaded = _load(COLUMNS + rows + "Bylaw,yes\n")
    assert _said(loaded)[:1] == [one.replace("1.250: the", "1.25: the") for one in expected]
    assert _answers(loaded)["Bylaw"] == Answer(value="yes")
    assert ("assessments", "first", "answers") in loaded.holes


def _said(loaded: Loaded) -> list[str]:
    return [
        f"{one.rule} {Path(one.span.path).name}:{one.span.line}:{one.span.column} "
        f"{one.message.say()}; {one.mend.say()}"
        for one in loaded.findings
        if one.span is not None
    ]


def test_the_first_of_two_answers_counts() -> None:
    """A row that was copied changes nothing, and both places are shown."""
    loaded = _load(COLUMNS + "desk,yes\nDESK,no\n")
    assert _answers(loaded) == {"desk": Answer(value="yes")}
    assert [one.span and one.span.line for one in loaded.findings[0].related] == [2]


def test_a_column_that_is_almost_one_of_ours_is_told_of() -> None:
    """What stands under “evidance” would be lost in silence."""
    loaded = _load("question,answer,evidance\ndesk,yes,Photos\n")
    assert _said(loaded) == [
        "value-malformed a.csv:1:17 the column “evidance” is not read; did you mean “evidence”?"
    ]
    assert _answers(loaded) == {"desk": Answer(value="yes")}


def test_a_table_without_the_columns_is_told_of_once() -> None:
    """One finding says which columns are missing, and not one for each row."""
    loaded = _load("who,what\n" + "desk,yes\n" * 1000)
    assert _said(loaded) == [
        (
            "value-malformed a.csv:1:1 the table has no column question, answer; "
            "write the first row as question,answer,evidence,note,example"
        )
    ]
    assert _answers(loaded) == {}


def test_an_empty_table_is_told_of() -> None:
    """Nothing in a file is no questionnaire that nobody has answered."""
    loaded = _load("")
    assert _said(loaded) == [
        (
            "value-malformed a.csv:1:1 the table of answers is empty; "
            "“toc assess --template” writes one with the questions, to be filled in"
        )
    ]
    assert ("assessments", "first", "answers") in loaded.holes


def test_a_hundred_thousand_faulty_rows_are_told_of_in_twenty_and_one() -> None:
    """A table of something else says so, and does not fill the screen."""
    loaded = _load(COLUMNS + "x,yes\n" * 100_000 + "desk,yes\n")
    assert len(loaded.findings) == 21
    assert loaded.findings[-1].message.say() == "99980 more rows of the answers have faults"
    assert _answers(loaded) == {"desk": Answer(value="yes")}


YAML_FAULTS: list[tuple[str, str, str]] = [
    ("an unknown field", "desk: {value: yes, nota: x}\n", "key-unknown: “nota” is no field in “desk”; did you mean “note”?"),
    ("a list", "desk: [yes]\n", "value-malformed: a short text is expected here; write the text; if it holds a colon or begins with a dash, put it in quotes"),
    ("a list as evidence", "desk: {value: yes, evidence: [a, b]}\n", "value-malformed: a short text is expected here; write the text; if it holds a colon or begins with a dash, put it in quotes"),
    ("a language that is none", "desk: {value: yes, note: {not a tag: x}}\n", "value-malformed: a short text is expected here; write the text; if it holds a colon or begins with a dash, put it in quotes"),
    ("a key twice", "desk: yes\ndesk: no\n", "yaml-unreadable: the key “desk” stands twice in one place; join the two: YAML would drop the first without a word"),
    ("an unknown question", "dekc: yes\n", "reference-dangling: no question is called “dekc”; did you mean “desk”?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("_case", "text", "said"), YAML_FAULTS, ids=[case for case, *_ in YAML_FAULTS]
)
def test_faults_of_yaml_are_told_where_they_stand(_case: str, text: str, said: str) -> None:
    """Answers in YAML obey the format: no key is lost in silence."""
    loaded = _load(text, name="answers/a.yaml")
    assert [f"{one.rule}: {one.message.say()}; {one.mend.say()}" for one in loaded.findings] == [
        said
    ]


def test_what_is_unreadable_leaves_a_hole_and_the_rest_of_the_strategy() -> None:
    """Broken YAML is told of with its place; the strategy is read, and its answers are unknown."""
    loaded = _load("desk: [yes\n", name="answers/a.yaml")
    assert loaded.findings
    assert loaded.strategy.assessments["first"].title is not None
    assert ("assessments", "first", "answers") in loaded.holes


def test_a_question_that_could_not_be_read_is_not_said_to_be_missing() -> None:
    """One fault is told of once."""
    strategy = STRATEGY.replace("  tongues: {title:", "  tongues: {scale: 3, title:")
    torn = STRATEGY.replace(
        "  tongues: {title: In how many languages?, area: services, scale: [0, 8]}",
        "  tongues: [1]",
    )
    for text in (strategy, torn):
        loaded = _load(COLUMNS + "tongues,2\n", strategy=text)
        assert "reference-dangling" not in {one.rule for one in loaded.findings}


def test_a_question_is_known_by_the_id_that_it_had_before() -> None:
    """Answers that were given before a rename are still answers."""
    strategy = STRATEGY.replace("desk: {title", "counter: {was: [desk], title")
    assert _answers(_load(COLUMNS + "desk,yes\n", strategy=strategy)) == {
        "counter": Answer(value="yes")
    }


def test_answers_beside_those_of_the_file_are_joined() -> None:
    """A few may stand in the assessment itself, and go before those of the file."""
    strategy = STRATEGY.replace("answers: ANSWERS", "answers: ANSWERS, answered: {desk: no}")
    loaded = _load(COLUMNS + "desk,yes\nBylaw,yes\n", strategy=strategy)
    assert {name: one.value for name, one in _answers(loaded).items()} == {
        "desk": "no",
        "Bylaw": "yes",
    }


def test_an_answer_is_placed_in_its_own_file() -> None:
    """Whoever speaks of an answer shows the row of the table, and the cell of the value."""
    loaded = _load(COLUMNS + "desk,yes\ntongues,3\n")
    whole, value = (
        loaded.locate(("assessments", "first", "answers", "tongues", *field))
        for field in ((), ("value",))
    )
    assert whole is not None
    assert value is not None
    assert (Path(whole.path).name, whole.line, whole.column) == ("a.csv", 3, 1)
    assert (value.line, value.column, value.end_column) == (3, 9, 10)


ELSEWHERE = [
    "../a.csv",
    "/etc/passwd.csv",
    "x/../../a.csv",
    "..\\a.csv",
    "C:\\a.csv",
    "~/a.csv",
    "file:///a.csv",
    "a.txt",
    "",
    ".hidden.csv",
    "a\u202ecsv.exe",
]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    """An absolute path, a step upwards, a drive or an address is refused before it is looked for."""
    loaded = load_files(
        {"s/s.yaml": STRATEGY.replace("ANSWERS", f"'{name}'"), "a.csv": COLUMNS + "desk,yes\n"}, "s"
    )
    assert [one.rule for one in loaded.findings] == ["value-malformed"]
    assert loaded.strategy.answers("first") == {}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link is a name too: outside of the folder nothing is read."""
    folder = tmp_path / "s"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text(COLUMNS + "desk,yes\n", encoding="utf-8")
    (folder / "s.yaml").write_text(STRATEGY.replace("ANSWERS", "a.csv"), encoding="utf-8")
    (folder / "a.csv").symlink_to(tmp_path / "secret.csv")
    (parts,) = find_strategies(folder)
    loaded = load_parts(parts)
    assert parts.answers == ()
    assert loaded.strategy.answers("first") == {}
    assert [one.rule for one in loaded.findings] == ["reference-dangling"]
    (folder / "a.csv").unlink()
    (folder / "b.csv").write_text(COLUMNS + "desk,yes\n", encoding="utf-8")
    (folder / "a.csv").symlink_to(folder / "b.csv")
    (parts,) = find_strategies(folder)
    assert load_parts(parts).strategy.answers("first") == {"desk": Answer(value="yes")}


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to, or a folder, is told of and not opened."""
    (tmp_path / "s.yaml").write_text(STRATEGY.replace("ANSWERS", "a.csv"), encoding="utf-8")
    os.mkfifo(tmp_path / "a.csv")
    (parts,) = find_strategies(tmp_path)
    (finding,) = load_parts(parts).findings
    assert finding.message.say() == "the answers “a.csv” are no file in the strategy’s own folder"


def test_a_file_that_is_not_there_is_told_of_with_its_mend() -> None:
    """The finding stands where the name is written."""
    loaded = load_files({"s.yaml": STRATEGY.replace("ANSWERS", "b.csv")}, "s.yaml")
    assert [one.message.say() for one in loaded.findings] == [
        "there is no file “b.csv” beside the strategy"
    ]
    assert at(loaded.findings[0]) == (8, 49)


def test_a_name_too_long_for_the_system_is_no_file(tmp_path: Path) -> None:
    """The rest of the strategy is read all the same."""
    name = "a" * 5000 + ".csv"
    (tmp_path / "s.yaml").write_text(STRATEGY.replace("ANSWERS", name), encoding="utf-8")
    (parts,) = find_strategies(tmp_path)
    loaded = load_parts(parts)
    assert [one.rule for one in loaded.findings] == ["reference-dangling"]
    assert loaded.strategy.assessments


def test_a_part_of_the_strategy_is_no_table_of_answers() -> None:
    """YAML that stands in the folder itself is a part: answers have a folder of their own."""
    loaded = load_files({"s/s.yaml": STRATEGY.replace("ANSWERS", "s.yaml")}, "s")
    said = [one for one in loaded.findings if one.rule == "reference-dangling"]
    assert told(said) == [
        (
            "reference-dangling",
            "“s.yaml” is a part of the strategy and no table of answers",
            "put the answers into a folder of their own: answers: answers/s.yaml",
        )
    ]


WRITTEN = [
    "answers: a.csv",
    "answers:   'a.csv'",
    '"answers": "a.csv"',
    "answers: a.csv # the table",
]


@pytest.mark.parametrize("line", WRITTEN)
def test_the_file_is_among_all_files_of_the_strategy(tmp_path: Path, line: str) -> None:
    """So it is never overwritten, and what is remembered of a strategy is known by it too."""
    text = STRATEGY.replace(
        "{title: First, date: 2025-11, answers: ANSWERS}", f"\n    title: First\n    {line}"
    )
    (tmp_path / "s.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.csv").write_text(COLUMNS + "desk,yes\n", encoding="utf-8")
    (parts,) = find_strategies(tmp_path)
    assert tmp_path / "a.csv" in every_file(parts)
    assert load_parts(parts).strategy.answers("first") == {"desk": Answer(value="yes")}


def test_a_name_that_is_not_found_in_the_text_is_read_by_nobody(tmp_path: Path) -> None:
    """Written with escapes, a name is known to YAML only: the door reads no file that is not listed."""
    text = STRATEGY.replace("answers: ANSWERS", 'answers: "\\u0061.csv"')
    (tmp_path / "s.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.csv").write_text(COLUMNS + "desk,yes\n", encoding="utf-8")
    (parts,) = find_strategies(tmp_path)
    loaded = load_parts(parts)
    assert loaded.strategy.answers("first") == {}
    assert [one.rule for one in loaded.findings] == ["reference-dangling"]


def test_another_answer_is_another_verdict(tmp_path: Path) -> None:
    """What is remembered of a strategy is forgotten when its table of answers changes."""
    (tmp_path / "s.yaml").write_text(STRATEGY.replace("ANSWERS", "a.csv"), encoding="utf-8")
    keys = []
    for content in (None, "desk,yes\n", "desk,no\n"):
        if content is not None:
            (tmp_path / "a.csv").write_text(COLUMNS + content, encoding="utf-8")
        (parts,) = find_strategies(tmp_path)
        keys.append(
            Remembered(Memory(tmp_path / "memory"), str(date(2026, 1, 1)).encode()).key(parts)
        )
    assert len(set(keys)) == 3


@given(st.binary(max_size=300))
def test_no_content_of_a_table_stops_the_strategy_from_being_read(content: bytes) -> None:
    """Whatever a file with answers holds, the strategy comes through the door."""
    assert _load(content).strategy.questions.keys() == {"desk", "tongues", "Bylaw"}


@given(st.text(max_size=120))
def test_no_yaml_with_answers_stops_the_strategy_from_being_read(content: str) -> None:
    """The same holds for answers in YAML."""
    text = content.encode("utf-8", "replace")
    assert _load(text, name="answers/a.yaml").strategy.questions.keys() == {
        "desk",
        "tongues",
        "Bylaw",
    }
