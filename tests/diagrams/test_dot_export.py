"""DOT text: what a real dot makes of it, and what it makes of dreadful words."""

from __future__ import annotations

import subprocess
from shutil import which
from xml.etree import ElementTree as ET

import pytest
from diagrams.test_forms import DREADFUL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toc.diagrams import palette
from toc.diagrams.chart import Arrow, Box, Chart, Column, Note
from toc.diagrams.labels import clean
from toc.diagrams.picture import Picture

needs_dot = pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
SVG = "{http://www.w3.org/2000/svg}"
TITLE = "{http://www.w3.org/1999/xlink}title"

traps = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<>", "\\", "\\N", "\\G", "\\E", "\\T", "\\n", "\\l", '"', "a:b", "&amp;",
         "&#60;", "&lt", "{x|y}", "|", "[x]", ";", "->", "//", "/*", "#", "'", "ș", "👩‍👩‍👧", "هدف"]
    ),
    max_size=6,
).map("".join)  # fmt: skip
texts = traps | st.text(max_size=40)


def drawn(picture: Picture) -> ET.Element:
    """Run dot on a picture's DOT text, and read what it drew."""
    run = subprocess.run(
        ["dot", "-Tsvg"], input=picture.render("dot"), capture_output=True, check=True
    )
    assert run.stderr == b""
    return ET.fromstring(run.stdout)


def groups(root: ET.Element, kind: str) -> list[ET.Element]:
    """Give all nodes or edges that dot drew."""
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == kind]


def said(element: ET.Element) -> str:
    """Join what is written, without its spaces: lines break where dot likes."""
    return squeezed("".join("".join(text.itertext()) for text in element.iter(f"{SVG}text")))


def hinted(element: ET.Element) -> str:
    """Give what shows when one points at an element."""
    return squeezed(next((link.get(TITLE, "") for link in element.iter(f"{SVG}a")), ""))


def squeezed(text: str) -> str:
    """Leave out what cannot be seen: spaces, and the joiner that guards a backslash."""
    return "".join(text.split()).replace("\u2060", "")


def chart_of_texts(words: list[str]) -> Chart:
    """Put each text everywhere that an author can write one."""
    return Chart(
        words[0],
        (Column("output", words[1]), Column("goal", words[2])),
        (Box("a:b", "output", words[3], 0), Box("other", "goal", words[4], 1)),
        (Arrow("one", "a:b", "other", words[5], (1,)),),
        subtitle=words[6],
        footer=(words[7],),
        notes=(Note(1, "failed", words[8]),),
    )


@needs_dot
def test_graphviz_shows_every_text_as_it_was_typed() -> None:
    """No HTML, no escapes, no entities, no ports: in labels, names, hints and the legend."""

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(texts, min_size=9, max_size=9))
    def law(words: list[str]) -> None:
        root = drawn(Picture(chart_of_texts(words)))
        shown = {squeezed(clean(word)) for word in words[1:5]}
        assert {said(node) for node in groups(root, "node")} == shown
        whole = said(root)
        for word in words:
            assert squeezed(clean(word)) in whole + hinted(groups(root, "edge")[0])
        hints = [hinted(node) for node in groups(root, "node")]
        for word in words[3:5]:
            assert any(squeezed(clean(word)) in hint for hint in hints)

    law()


@needs_dot
@pytest.mark.parametrize("label", DREADFUL)
def test_graphviz_shows_dreadful_labels(label: str) -> None:
    """Each known trap on its own, as title, heading, box, reason and assumption."""
    root = drawn(Picture(chart_of_texts([label] * 9)))
    assert [said(node) for node in groups(root, "node")] == [squeezed(label)] * 4
    assert hinted(groups(root, "edge")[0]).count(squeezed(label)) == 4


def loud_chart() -> Chart:
    """Use every sign that there is."""
    return Chart(
        "Semne",
        (Column("output", "Realizări"), Column("short", "Rezultate"), Column("goal", "Obiective")),
        (
            Box("a", "output", "A", 0),
            Box("b", "barrier", "B", 1),
            Box("c", "outcome", "C", 1, gate=2),
            Box("d", "goal", "D", 2),
        ),
        (
            Arrow("1", "a", "c", "pentru că", (1, 2)),
            Arrow("2", "b", "d", hinders=True),
            Arrow("3", "d", "a", feedback="reinforcing"),
            Arrow("4", "c", "b", assuming=(3, 4)),
        ),
        notes=(
            Note(1, "untested", "unu"),
            Note(2, "holding", "doi"),
            Note(3, "doubtful", "trei"),
            Note(4, "failed", "patru"),
        ),
    )


@needs_dot
def test_every_sign_is_drawn() -> None:
    """States by mark and colour, loops dashed with their sign, bars, gates, and a legend."""
    root = drawn(Picture(loud_chart()))
    edges = {hinted(edge).split("”")[0]: edge for edge in groups(root, "edge")}
    written = {key: said(edge) for key, edge in edges.items()}
    assert written == {"“A": "12✓", "“B": "", "“D": "+", "“C": "3!4×"}
    path = edges["“D"].find(f".//{SVG}path")
    assert path is not None
    assert path.get("stroke-dasharray")
    bar = edges["“B"].find(f".//{SVG}path")
    assert bar is not None
    assert bar.get("stroke", "").upper() == palette.HINDRANCE
    assert "[atleast2]C" in [said(node) for node in groups(root, "node")]
    for line in ("1·untested·unu", "2✓·holding·doi", "3!·doubtful·trei", "4×·failed·patru"):
        assert line in said(root)


@needs_dot
def test_levels_stand_in_columns_below_their_names(timis: Chart) -> None:
    """Boxes of a level share a middle, later levels stand further right, names above all."""
    run = subprocess.run(
        ["dot", "-Tplain"],
        input=Picture(timis).render("dot"),
        capture_output=True,
        check=True,
    )
    rows = [line.split() for line in run.stdout.decode().splitlines()]
    places = {row[1]: (float(row[2]), float(row[3])) for row in rows if row[0] == "node"}
    boxes = sorted(timis.boxes, key=lambda box: (box.column, box.lane, box.id))
    names = [places[f"c{at}"] for at in range(len(timis.columns))]
    assert [x for x, _ in names] == sorted(x for x, _ in names)
    for at, box in enumerate(boxes):
        assert places[f"n{at}"][0] == pytest.approx(names[box.column][0], abs=0.02)
        assert places[f"n{at}"][1] < names[box.column][1]
