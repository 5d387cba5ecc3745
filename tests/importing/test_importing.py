"""Deliveries taken into a strategy's readings: in any form, twice as once, and nothing lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toc.errors import UnknownNameError
from toc.importing import Import, merge, overview, refused_rows, template
from toc.loading import Loaded, find_strategies, load_parts
from toc.parts import Parts
from toc.tables import as_csv, as_xlsx, table_of

STRATEGY = """\
strategy: {id: s, title: S, languages: [ro]}
indicators:
  ore: {title: Ore de curs, unit: ore, measure: number, by: [sex]}
  raspuns: {title: Timp de răspuns, was: [vechi], actual: {2026-01: 9}}
  nivel: {title: Nivel}
"""
OWN = """\
indicator,date,value,source,note,sex
ore,2026-01,10,Fișe,,
ore,2026-01,6,Fișe,,femei
"""


def _loaded(folder: Path, own: str | bytes | None = OWN) -> tuple[Parts, Loaded]:
    (folder / "s.yaml").write_text(STRATEGY, encoding="utf-8")
    if own is not None:
        content = own.encode() if isinstance(own, str) else own
        (folder / "s.readings.csv").write_bytes(content)
    (parts,) = find_strategies(folder / "s.yaml")
    return parts, load_parts(parts)


def _import(
    table: str | bytes,
    own: str | bytes | None = OWN,
    *,
    mapped: Mapping[str, str] | None = None,
    replaces: bool = False,
) -> Import:
    content = table.encode() if isinstance(table, str) else table
    with TemporaryDirectory() as folder:
        parts, loaded = _loaded(Path(folder), own)
        sheet = table_of(content, "d.csv")
        return merge(sheet, loaded, parts, mapped=mapped, replaces=replaces)


def _added(result: Import) -> list[tuple[str, str, float | str, dict[str, str]]]:
    return [
        (one.reading.indicator, str(one.reading.date), one.reading.value, one.reading.by)
        for one in result.added
    ]


def _refused(result: Import) -> list[tuple[int, str]]:
    return [(one.row.number, one.finding.message.say()) for one in result.refused]


NEW: list[tuple[str, str, float | str, dict[str, str]]] = [
    ("ore", "2026-02", 12.5, {}),
    ("ore", "2026-03", 13, {}),
    ("raspuns", "2026-02", 8, {}),
]

FORMS: list[tuple[str, str]] = [
    ("a row for each reading", "indicator;dată;valoare\nore;02.2026;12,5\nore;martie 2026;13\nraspuns;2026-02;8\n"),
    ("dates as heads", "Indicator;02.2026;mar. 2026\nore;12,5;13\nraspuns;8;\n"),
    ("indicators as heads", "Luna,data,ore,raspuns\nx,2026-02,12.5,8\nx,2026-03,13,\n"),
    ("titles for ids", "Indicator;2026-02;2026-03\nOre de curs;12,5;13\nTIMP DE RĂSPUNS;8;\n"),
    ("a former id", "indicator,date,value\nore,2026-02,12.5\nore,2026-03,13\nvechi,2026-02,8\n"),
    ("a title above the heads", "Situația la 31 martie;;\n;;\nIndicator;2026-02;2026-03\nore;12,5;13\nraspuns;8;\n"),
    ("columns for whoever fills it in", "Nr. crt.;Indicator;Denumire;Unitate;Dată;Valoare\n1;ore;Ore;ore;2026-02;12,5\n2;ore;Ore;ore;2026-03;13\n3;raspuns;T;zile;2026-02;8\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "table"), FORMS, ids=[name for name, _ in FORMS])
def test_a_delivery_is_understood_in_any_form(name: str, table: str) -> None:
    """However the same values are laid out, the same readings come of it."""
    result = _import(table)
    assert sorted(_added(result), key=str) == sorted(NEW, key=str)
    assert result.is_whole


def test_a_delivery_may_be_a_workbook() -> None:
    """The same table as XLSX gives the same readings."""
    rows = [["Indicator", "2026-02", "2026-03"], ["ore", "12.5", "13"], ["raspuns", "8", ""]]
    assert sorted(_added(_import(as_xlsx(rows, name="x"))), key=str) == sorted(NEW, key=str)


def test_names_may_be_mapped() -> None:
    """What an office calls an indicator is said once, for heads, rows and a sole column."""
    mapped = {"Timp mediu": "raspuns", "Total ore": "ORE"}
    rows = (
        "indicator,date,value\nTotal ore,2026-02,12.5\ntotal ore,2026-03,13\nTimp mediu,2026-02,8\n"
    )
    heads = "dată;Total ore;Timp mediu\n2026-02;12,5;8\n2026-03;13;\n"
    for table in (rows, heads):
        assert sorted(_added(_import(table, mapped=mapped)), key=str) == sorted(NEW, key=str)
    sole = _import("date,value\n2026-02,8\n", mapped={"value": "raspuns"})
    assert _added(sole) == [NEW[2]]
    with pytest.raises(UnknownNameError, match="did you mean “ore”"):
        _import(rows, mapped={"x": "orre"})


def test_groups_are_taken_along() -> None:
    """A column that parts an indicator is a group in every form; an unknown head is told."""
    long = _import("indicator,date,value,sex\nore,2026-02,7,femei\n")
    wide = _import("indicator,sex,2026-02,observator\nore,femei,7,x\n")
    assert _added(long) == _added(wide) == [("ore", "2026-02", 7, {"sex": "femei"})]
    assert wide.delivery.layout is not None
    assert wide.delivery.layout.unread == ("observator",)


def test_what_is_there_already_changes_nothing() -> None:
    """Values of the spreadsheet and of the YAML are known, a change of their source is none."""
    result = _import(
        "indicator,date,value,source,sex\nore,2026-01,10.0,Altă sursă,\nore,2026-01,6,,femei\nraspuns,2026-01,9,,\n"
    )
    assert (result.added, result.there, result.is_whole) == ((), 3, True)
    assert result.amended.after == result.amended.before


def test_rows_that_wait_for_their_value_are_counted() -> None:
    """An empty form that comes back is no fault; a source without a value is one."""
    result = _import("indicator,date,value,source\nore,,,\nore,2026-02,,\nore,2026-02,,Fișe\n")
    assert result.delivery.unfilled == 2
    assert _refused(result) == [(4, "this row has no value")]


REFUSALS: list[tuple[str, str]] = [
    ("orre,2026-02,1,,", "no indicator is called “orre”"),
    (",2026-02,1,,", "this row has no indicator"),
    ("ore,curând,1,,", "“curând” is no date"),
    ("ore,,1,,", "this row has no date"),
    ("ore,2026-02,multe,,", "“multe” is no number"),
    ('ore,2026-02,"12,5",,', "“12,5” is no number"),
    ("ore,2026-02,12,5,,", "this row has more cells than the table has columns"),
    ("ore,2026-02,#REF!,,", "“#REF!” is an error of a formula"),
    ("ore,2026-02,1,,provizoriu", "“provizoriu” is no flag of an observation"),
]


@pytest.mark.parametrize(("row", "said"), REFUSALS)
def test_a_faulty_row_is_refused_with_its_place_and_the_others_are_taken(
    row: str, said: str
) -> None:
    """Each refusal names file, row and mend; nothing else is lost with it."""
    result = _import(f"indicator,date,value,source,flag\n{row}\nore,2026-03,13,Fișe,p\n")
    assert _refused(result) == [(2, said)]
    finding = result.refused[0].finding
    assert finding.span is not None
    assert (finding.span.path, finding.span.line) == ("d.csv", 2)
    assert finding.mend.say()
    assert _added(result) == [("ore", "2026-03", 13, {})]


def test_what_is_older_than_the_baseline_is_taken_and_doubted() -> None:
    """A mistyped year is told at once, with its row, and is no reason to lose the value."""
    strategy = STRATEGY.replace("by: [sex]", "baseline: {2026: 0}, by: [sex]")
    with TemporaryDirectory() as folder:
        Path(folder, "s.yaml").write_text(strategy, encoding="utf-8")
        (parts,) = find_strategies(Path(folder, "s.yaml"))
        table = table_of(b"indicator,date,value\nore,2026-02,1\nore,2020-02,2\n", "d.csv")
        result = merge(table, load_parts(parts), parts)
    assert [(one.span and one.span.line, one.message.say()) for one in result.doubtful] == [
        (3, "“Ore de curs” was read in 2020-02, before its baseline of 2026")
    ]
    assert len(result.added) == 2
    assert result.is_whole


def test_many_rows_for_the_same_are_all_refused_and_a_few_shown_beside_each() -> None:
    """A delivery of thousands of them is told of in the time and room of its rows."""
    rows = "\n".join(f"ore,2026-02,{number}" for number in range(1, 2001))
    result = _import(f"indicator,date,value\n{rows}\n")
    assert len(result.refused) == 2000
    assert {len(one.finding.related) for one in result.refused} == {5}
    first = result.refused[0].finding
    assert first.message.say().endswith("for the same: 1, 10, 100, 1000, 1001, …")
    assert [one.span and one.span.line for one in first.related] == [3, 4, 5, 6, 7]


def test_a_table_without_heads_is_told_as_a_whole() -> None:
    """Where nobody can say which column holds what, nothing is guessed."""
    result = _import("ore,zece\nraspuns,opt\n")
    assert [one.message.say() for one in result.delivery.notes] == [
        "no row says which column holds what"
    ]
    assert not result.is_whole


def test_a_delivery_that_contradicts_itself_is_refused_on_both_places() -> None:
    """Of two values for the same, none is taken, in whichever order they stand."""
    rows = ["ore,2026-02,12", "ore,2026-03,1", "ore,2026-02,13"]
    for some in (rows, rows[::-1]):
        result = _import("\n".join(["indicator,date,value", *some]))
        assert _added(result) == [("ore", "2026-03", 1, {})]
        assert sorted(_refused(result)) == [
            (2, "the table has several values for the same: 12, 13"),
            (4, "the table has several values for the same: 12, 13"),
        ]


def test_a_contradiction_is_told_with_both_places_and_left_alone() -> None:
    """A known value is not overwritten unless that is asked for."""
    result = _import("indicator,date,value\nore,2026-01,11\nraspuns,2026-01,7\n")
    assert [one.finding.message.say() for one in result.otherwise] == [
        "“Ore de curs” was 10 in 2026-01, and is 11 here",
        "“Timp de răspuns” was 9 in 2026-01, and is 7 here",
    ]
    places = [one.finding.related[0].span for one in result.otherwise]
    assert [Path(place.path).name for place in places if place] == ["s.readings.csv", "s.yaml"]
    assert result.amended.after == result.amended.before
    assert not result.is_whole


def test_a_value_is_replaced_when_asked_and_the_old_one_kept() -> None:
    """The row changes, no other character does, and the old value stands in its note."""
    table = "indicator;dată;valoare;sursă\nore;2026-01;11,5;Registru\n"
    result = _import(table, replaces=True)
    assert result.amended.after.decode() == OWN.replace(
        "ore,2026-01,10,Fișe,,\n", "ore,2026-01,11.5,Registru,înainte: 10,\n"
    )
    again = _import(table, result.amended.after, replaces=True)
    assert (again.amended.after, again.there) == (result.amended.after, 1)


def test_what_stands_in_the_strategy_itself_is_not_replaced() -> None:
    """A value under “actual:” is corrected there, by somebody who sees it."""
    result = _import("indicator,date,value\nraspuns,2026-01,7\n", replaces=True)
    (one,) = result.otherwise
    assert not one.is_replaced
    assert one.finding.mend.say() == "correct it under “actual:” if the delivered value is right"


DELIVERY = "indicator,date,value\nore,2026-02,12.5\n"

PAGES: list[tuple[str, str | bytes | None, str | bytes]] = [
    ("appended", OWN, OWN + "ore,2026-02,12.5,,,\n"),
    ("no line end at the end", OWN.rstrip("\n"), OWN + "ore,2026-02,12.5,,,\n"),
    ("no spreadsheet yet", None, "indicator,date,value,source,note\nore,2026-02,12.5,,\n"),
    ("an empty one", "", "indicator,date,value,source,note\nore,2026-02,12.5,,\n"),
    ("heads alone", "date;value;indicator\n", "date;value;indicator\n2026-02;12,5;ore\n"),
    ("a mark and Windows line ends", b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + (OWN + "ore,2026-02,12.5,,,\n").replace("\n", "\r\n").encode()),
    ("semicolons and points", "indicator;date;value\nore;2026-01;1.5\n", "indicator;date;value\nore;2026-01;1.5\nore;2026-02;12.5\n"),
    ("semicolons and commas", "Indicator;Dată;Valoare\nore;2026-01;1,5\n", "Indicator;Dată;Valoare\nore;2026-01;1,5\nore;2026-02;12,5\n"),
    ("faulty rows and blank ones", "indicator,date,value\nnimic,x,y\n\nore,2026-01,\n", "indicator,date,value\nnimic,x,y\n\nore,2026-01,\nore,2026-02,12.5\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "own", "after"), PAGES, ids=[name for name, *_ in PAGES])
def test_what_stands_there_stays_to_the_byte(
    name: str, own: str | bytes | None, after: str | bytes
) -> None:
    """New rows are appended in the file's own manner, and nothing before them changes."""
    expected = after.encode() if isinstance(after, str) else after
    result = _import(DELIVERY, own)
    assert result.amended.after == expected
    assert _import(DELIVERY, result.amended.after).amended.after == expected


def test_a_new_column_is_added_to_the_heads_alone() -> None:
    """Rows may be shorter than their heads, so that a new group changes one line."""
    own = "indicator,date,value\nore,2026-01,10\n"
    result = _import("indicator,date,value,flag,vârstă\nore,2026-02,3,e,sub 30\n", own)
    assert result.amended.after.decode() == (
        "indicator,date,value,flag,vârstă\nore,2026-01,10\nore,2026-02,3,e,sub 30\n"
    )


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("a,b\n1,2\n", "cannot be read whole"),
        ('indicator,date,value\nore,2026-01,"1\n', "cannot be read whole"),
        ("indicator,date,value,source\nore,2026-01,1,Fişe\n".encode("windows-1250"), "cannot be read whole"),
        (as_xlsx([["indicator", "date", "value"]], name="x"), "is no CSV"),
    ],
)  # fmt: skip
def test_a_spreadsheet_that_is_not_read_whole_is_not_written_to(
    own: str | bytes, said: str
) -> None:
    """What might be torn further is left alone, however large it is, and the reason is told."""
    result = _import(DELIVERY, own)
    assert result.hindrance is not None
    assert said in result.hindrance.say()
    assert result.amended.after == result.amended.before == b""
    assert [one.reading.value for one in result.added] == [12.5]


def test_refused_rows_are_a_table_to_mend_and_deliver_again() -> None:
    """The rows come as they were, with the reason before them, and are read again when mended."""
    result = _import("Indicator;2026-02;2026-03\nore;multe;13\nnimic;1;\nraspuns;8;\n")
    rows = refused_rows(result, "ro")
    assert rows[0] == ["rând", "de ce", "Indicator", "2026-02", "2026-03"]
    assert [row[0] for row in rows[1:]] == ["2", "3"]
    assert "multe" in rows[1][1]
    assert [row[2:] for row in rows[1:]] == [["ore", "multe", "13"], ["nimic", "1", ""]]
    rows[1][3] = "12,5"
    again = _import(as_csv(rows, separator=";"))
    assert _added(again) == NEW[:2]
    assert [said for _, said in _refused(again)] == ["no indicator is called “nimic”"]


VALUES = st.one_of(
    st.integers(-(10**6), 10**6),
    st.decimals(-999, 999, places=3).map(float),
    st.sampled_from(("scăzut", "=1+1", "-", "@x", 'a "b"; c, d')),
)
READINGS = st.lists(
    st.tuples(
        st.sampled_from(("nivel", "raspuns")),
        st.sampled_from(("2026-02", "2026-03", "2026-Q3", "2027-05-09")),
        VALUES,
        st.sampled_from(("", "=cmd|' /C calc'!A0", "Fișe; registre", "două\nrânduri")),
        st.sampled_from(("", "femei", "bărbați")),
    ),
    max_size=8,
)


def _as_delivery(rows: Sequence[tuple[str, str, float | str, str, str]], separator: str) -> bytes:
    from toc.tables.numbers import write_value  # noqa: PLC0415 - to write as a person would

    heads = ["indicator", "date", "value", "source", "sex"]
    typed = [
        [indicator, when, write_value(value, has_commas=separator == ";"), source, sex]
        for indicator, when, value, source, sex in rows
    ]
    return as_csv([heads, *typed], separator=separator).encode()


def _meaning(content: bytes) -> set[tuple[object, ...]]:
    with TemporaryDirectory() as folder:
        _, loaded = _loaded(Path(folder), content)
    return {
        (one.indicator, str(one.date), one.value, one.source, tuple(one.by.items()))
        for one in loaded.strategy.readings
    }


@settings(max_examples=60, deadline=None)
@given(READINGS, st.sampled_from((",", ";")), st.sampled_from((OWN, OWN.replace(",", ";"))))
def test_importing_twice_is_importing_once(
    rows: list[tuple[str, str, float | str, str, str]], separator: str, own: str
) -> None:
    """After an import the same delivery is there already, whatever its locale and the file's."""
    delivery = _as_delivery(rows, separator)
    once = _import(delivery, own)
    again = _import(delivery, once.amended.after)
    assert again.added == ()
    assert again.amended.after == once.amended.after
    assert again.there == len(once.added)
    assert once.amended.after.decode().startswith(own.split("\n", 1)[0])


@settings(max_examples=60, deadline=None)
@given(READINGS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_rows_means_nothing(
    both: tuple[
        list[tuple[str, str, float | str, str, str]], list[tuple[str, str, float | str, str, str]]
    ],
) -> None:
    """Another order of the delivery gives the same readings and as many refusals."""
    one, other = (_import(_as_delivery(rows, ";")) for rows in both)
    assert len(one.refused) == len(other.refused)
    assert {x[:3] for x in _meaning(one.amended.after)} == {
        x[:3] for x in _meaning(other.amended.after)
    }


def test_an_empty_table_asks_for_what_is_due() -> None:
    """Whoever collects finds the indicators that are due, their titles, units and groups."""
    strategy = """\
strategy: {id: s, title: S, languages: [ro]}
indicators:
  ore: {title: Ore de curs, unit: ore, frequency: P6M, by: [sex], baseline: {2025: 0}}
  devreme: {title: Devreme, frequency: P1Y, actual: {2026-06: 3}}
  nemasurat: {title: Nemăsurat}
"""
    with TemporaryDirectory() as folder:
        Path(folder, "s.yaml").write_text(strategy, encoding="utf-8")
        Path(folder, "s.readings.csv").write_text(OWN, encoding="utf-8")
        loaded = load_parts(find_strategies(Path(folder, "s.yaml"))[0])
    assert template(loaded.strategy, date(2026, 9, 1), "ro") == [
        ["indicator", "titlu", "unitate", "sex", "dată", "valoare", "sursă", "notă"],
        ["ore", "Ore de curs", "ore", "", "", "", "", ""],
        ["ore", "Ore de curs", "ore", "femei", "", "", "", ""],
        ["nemasurat", "Nemăsurat", "", "", "", "", "", ""],
    ]


@pytest.mark.parametrize("language", ["en", "ro"])
def test_a_filled_template_is_read_again(language: str) -> None:
    """What is asked for in a language comes back, from CSV and from a workbook."""
    with TemporaryDirectory() as folder:
        _, loaded = _loaded(Path(folder), None)
        rows = template(loaded.strategy, date(2026, 9, 1), language)
    heads, first, *others = rows
    first[heads.index("sex")] = "femei"
    first[-4:] = ["31.08.2026", "12", "Fișe", ""]
    for content in (
        as_csv([heads, first, *others], separator=";").encode(),
        as_xlsx([heads, first, *others], name="x"),
    ):
        result = _import(content, None)
        assert _added(result) == [("ore", "2026-08-31", 12, {"sex": "femei"})]
        assert (result.delivery.unfilled, result.is_whole) == (len(others), True)


def test_an_overview_says_what_was_understood() -> None:
    """For each indicator its count and its last value, those about all before groups."""
    own = OWN + "ore,2026-03,7,,,femei\nzzz,2026,1,,,\nnivel,2026,mediu,,,\n"
    with TemporaryDirectory() as folder:
        _, loaded = _loaded(Path(folder), own)
    found = overview(loaded)
    assert found.sentence("en").endswith("4 readings, and 1 refused")
    assert [one.sentence("en") for one in found.indicators] == [
        "ore: 3 readings, the latest 10 ore in 2026-01 (Ore de curs)",
        "raspuns: no reading (Timp de răspuns)",
        "nivel: 1 reading, the latest mediu in 2026 (Nivel)",
    ]
    assert [one.message.say() for one in found.findings] == ["no indicator is called “zzz”"]
