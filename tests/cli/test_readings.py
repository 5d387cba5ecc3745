"""`toc readings`: told, delivered, and asked for; nothing is written unless that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

from toc.tables import as_xlsx, read_table

OWN = "indicator,date,value,source,note\ndesks,2027-01,3,Questionnaire,\n"
DELIVERY = "Indicator;Dată;Valoare\ndesks;31.07.2027;4,5\ndesks;ieri;5\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy, its readings, and a delivery."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "x.yaml", CLEAN)
    write(tmp_path / "x.readings.csv", OWN)
    write(tmp_path / "d.csv", DELIVERY)
    return tmp_path


def test_readings_are_told_as_they_were_understood(here: Path) -> None:
    """Each indicator has a line, and each row that was refused its place and mend."""
    write(here / "x.readings.csv", OWN + "desk,2027,1,,\n")
    ran = toc("readings", "x.yaml")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "x.readings.csv: 1 reading, and 1 refused",
        "desks: 1 reading, the latest 3 desks in 2027-01 (Desks that use a procedure)",
        "served: no reading (Newcomers who got what they came for)",
        "x.readings.csv:3:1: no indicator is called “desk”",
        "    = did you mean “desks”?",
    ]


def test_an_import_is_shown_and_not_written(here: Path) -> None:
    """Without `--write` the change is a diff, and the exit code says that a row was refused."""
    ran = toc("readings", "x.yaml", "--import", "d.csv")
    assert ran.code == 1
    assert ran.out.splitlines()[:5] == [
        "d.csv:3:7: “ieri” is no date",
        "    = write 2026, 2026-Q2, 2026-03 or 2026-03-14",
        "--- x.readings.csv",
        "+++ x.readings.csv",
        "@@ -1,3 +1,4 @@",
    ]
    assert "+desks,2027-07-31,4.5,," in ran.out.splitlines()
    assert ran.err == (
        "toc: 1 new, 0 replaced, 0 there already, 0 otherwise, 1 refused; "
        "nothing is written without --write\n"
    )
    assert (here / "x.readings.csv").read_text(encoding="utf-8") == OWN


def test_an_import_is_written_once(here: Path) -> None:
    """With `--write` the row is there, and a second time nothing is left to do."""
    write(here / "d.csv", DELIVERY.removesuffix("desks;ieri;5\n"))
    first = toc("readings", "x.yaml", "--import", "d.csv", "--write")
    written = (here / "x.readings.csv").read_text(encoding="utf-8")
    assert (first.code, written) == (0, OWN + "desks,2027-07-31,4.5,,\n")
    second = toc("readings", "x.yaml", "--import", "d.csv", "--write")
    assert (second.code, second.out) == (0, "")
    assert second.err.endswith(
        "1 there already, 0 otherwise, 0 refused; x.readings.csv stays as it is\n"
    )
    assert (here / "x.readings.csv").read_text(encoding="utf-8") == written


def test_refused_rows_are_written_and_can_be_delivered_again(here: Path) -> None:
    """What was not taken is in a file of its own, which is read like any delivery."""
    toc("readings", "x.yaml", "--import", "d.csv", "--refused", "r.csv")
    text = (here / "r.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "row;why;Indicator;Dată;Valoare"
    assert text.count("\n") == 2
    write(here / "r.csv", text.replace(";ieri;", ";2027-08;"))
    ran = toc("readings", "x.yaml", "--import", "r.csv", "--write")
    assert ran.code == 0
    assert (here / "x.readings.csv").read_text(encoding="utf-8") == OWN + "desks,2027-08,5,,\n"


def test_a_contradiction_is_left_alone_until_told_otherwise(here: Path) -> None:
    """`--replace` writes the delivered value, and the old one into the note."""
    write(here / "d.csv", "indicator,date,value\ndesks,2027-01,4\n")
    ran = toc("readings", "x.yaml", "--import", "d.csv", "--write")
    assert ran.code == 1
    assert "    x.readings.csv:2:1: 3 stands here" in ran.out.splitlines()
    assert (here / "x.readings.csv").read_text(encoding="utf-8") == OWN
    assert toc("readings", "x.yaml", "--import", "d.csv", "--write", "--replace").code == 0
    assert (here / "x.readings.csv").read_text(encoding="utf-8").splitlines()[1] == (
        "desks,2027-01,4,Questionnaire,before: 3"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--import", "d.csv", "--refused", "d.csv"], "d.csv is the delivery itself"),
        (["--import", "d.csv", "--refused", "x.readings.csv"], "x.readings.csv is a strategy’s own file"),
        (["--import", "d.csv", "--map", "desks"], "“desks” maps nothing"),
        (["--import", "d.csv", "--map", "x=desk"], "no indicator is called “desk”; did you mean “desks”?"),
        (["--import", "none.csv"], "there is no file or folder none.csv"),
        (["--template"], "say where to write the empty table"),
        (["--template", "-o", "x.yaml"], "x.yaml is a strategy’s own file"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_a_sentence_and_touches_nothing(
    options: list[str], said: str, here: Path
) -> None:
    """No file of the strategy and no delivery is written over."""
    before = {file.name: file.read_bytes() for file in here.iterdir()}
    ran = toc("readings", "x.yaml", *options)
    assert ran.code == 2
    assert said in ran.err
    assert {file.name: file.read_bytes() for file in here.iterdir()} == before


def test_a_spreadsheet_that_is_no_csv_is_not_written_to(here: Path) -> None:
    """Readings in a workbook are compared, and the workbook is left as people made it."""
    (here / "x.readings.csv").unlink()
    (here / "x.readings.xlsx").write_bytes(as_xlsx([["indicator", "date", "value"]], name="x"))
    ran = toc("readings", "x.yaml", "--import", "d.csv", "--write")
    assert ran.code == 2
    assert "x.readings.xlsx is no CSV, and is not written to" in ran.err


def test_an_empty_table_is_written_for_whoever_collects(here: Path) -> None:
    """It asks for what is due on a day, in the language of the command, and can be delivered."""
    ran = toc(
        "--language", "ro", "readings", "x.yaml", "--template", "-o", "t.xlsx", "--on", "2028-01-15"
    )
    assert (ran.code, ran.err) == (0, "toc: t.xlsx cere 1 valoare\n")
    rows = [row.cells for row in read_table(here / "t.xlsx").rows]
    assert rows == [
        ("indicator", "titlu", "unitate", "sex", "dată", "valoare", "sursă", "notă"),
        ("served", "Newcomers who got what they came for", "% of those asked"),
    ]
    assert toc("readings", "x.yaml", "--import", "t.xlsx").code == 0
    assert toc("readings", "x.yaml", "--template", "-o", "t.csv", "--on", "2027-02-01").code == 0
    assert len(read_table(here / "t.csv").rows) == 1


def test_a_row_as_it_was_refused_says_why_in_romanian() -> None:
    """Places, reasons and mends are in the language of the command."""
    ran = toc("--language", "ro", "readings", "x.yaml", "--import", "d.csv")
    assert ran.out.splitlines()[0] == "d.csv:3:7: „ieri” nu este o dată"
    assert "noi: 1, înlocuite: 0, existente: 0, diferite: 0, refuzate: 1" in ran.err
