"""SVG: well-formed whatever the labels say, told in words, with its fonts inside."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from toc.diagrams.chart import Arrow, Box, Chart, Column, Note
from toc.diagrams.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "markup": "<b>&\"' ]]> <!-- --> &amp; &#0;",
    "long": "un cuvânt " * 40,
    "url": "https://exemplu.ro/" + "a" * 181,
    "emoji": "👩‍👩‍👧 acasă 🏡",
    "arabic": "الانتماء إلى المدينة",
    "controls": "a\x00b\x07c\x1bd\x7fe\u2028f\ufffeg\ud800h",
    "empty": "",
    "spaces": "  mult \n\t spațiu  ",
    "style": "</style><style>*{display:none}</style>",
}


def hostile_chart(label: str) -> Chart:
    """Say the same dreadful thing everywhere."""
    return Chart(
        title=label,
        subtitle=label,
        columns=(Column("output", label, label), Column("goal", label, label)),
        boxes=(Box("a", "output", label, 0), Box("b", "goal", label, 1, gate="all")),
        arrows=(Arrow("a -> b", "a", "b", label, (1,)),),
        notes=(Note(1, "doubtful", label, label),),
        footer=(label, label),
    )


def tree(chart: Chart) -> ET.Element:
    """Draw a chart and read it again."""
    return ET.fromstring(Picture(chart).render("svg"))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_labels_give_well_formed_xml(name: str) -> None:
    """No label can break out of its text, and none brings an element with it."""
    harmless = tree(hostile_chart("Bine"))
    root = tree(hostile_chart(HOSTILE[name]))
    assert {element.tag for element in root.iter()} <= {
        element.tag for element in harmless.iter()
    } | {f"{SVG}title", f"{SVG}tspan"}
    assert len(list(root.iter(f"{SVG}style"))) == 1


@pytest.mark.parametrize("name", ["markup", "emoji", "arabic"])
def test_labels_come_out_as_they_went_in(name: str) -> None:
    """What was typed is what can be found and copied, line breaks apart."""
    root = tree(hostile_chart(HOSTILE[name]))
    texts = [
        "".join(group.itertext()) for group in root.iter(f"{SVG}g") if group.get("class") == "box"
    ]
    squeezed = "".join(HOSTILE[name].split())
    assert all(squeezed in "".join(text.split()) for text in texts)


def test_words_are_never_letters_of_a_picture(timis: Chart) -> None:
    """Every line of every label is text that can be searched."""
    said = " ".join("".join(tree(timis).itertext()).split())
    for box in timis.boxes:
        assert box.label in said


def test_every_box_and_arrow_is_told(timis: Chart) -> None:
    """Boxes and arrows have titles, in causal order: a cause before its arrows."""
    root = tree(replace(timis, language="en"))
    groups = [group for group in root.iter(f"{SVG}g") if group.get("class") in {"box", "arrow"}]
    told = [group.findtext(f"{SVG}title") or "" for group in groups]
    assert len(told) == len(timis.boxes) + len(timis.arrows)
    assert all(told)
    cause, effect = timis.boxes[0], timis.boxes[6]
    first = next(at for at, words in enumerate(told) if words.endswith(cause.label))
    arrow = next(at for at, words in enumerate(told) if words.startswith(f"“{cause.label}”"))
    last = next(at for at, words in enumerate(told) if words.endswith(effect.label))
    assert first < arrow < last


def test_the_whole_is_told(timis: Chart) -> None:
    """The root has a title, a description with every claim, a role and a language."""
    root = tree(timis)
    assert root.findtext(f"{SVG}title") == timis.title
    told = root.findtext(f"{SVG}desc") or ""
    assert all(arrow.told in told for arrow in Picture(timis).scene.arrows)
    assert root.get("lang") == "ro"
    assert "graphics-document" in (root.get("role") or "")


def test_a_claim_is_told_with_its_reason_and_its_condition(timis: Chart) -> None:
    """An arrow says why it should hold and what must be true."""
    scene = Picture(replace(timis, language="en")).scene
    told = next(arrow.told for arrow in scene.arrows if arrow.key == "a_academii -> o_absolventi")
    assert told == (
        "“Academii regionale multi-actanți pentru funcționari” leads to "
        "“150 de decidenți și funcționari absolvenți”, because: așa arată experiența din județ, "
        "provided that: Instituțiile îi lasă pe funcționari să participe în timpul programului"
    )


def test_the_file_stands_alone(timis: Chart) -> None:
    """There is no script, no link and no request; the only URLs are fonts inside the file."""
    text = Picture(timis).render("svg").decode()
    assert "<script" not in text
    assert "href" not in text
    assert {url[:25] for url in re.findall(r"url\(([^)]*)\)", text)} == {
        "data:font/woff2;base64,d0"
    }


def test_only_the_needed_scripts_are_inside() -> None:
    """A Romanian picture holds Latin alone; a Ukrainian word brings the Cyrillic."""
    latin = Picture(hostile_chart("Apartenență")).render("svg").decode()
    both = Picture(hostile_chart("Належність")).render("svg").decode()
    assert latin.count("@font-face") == 2
    assert both.count("@font-face") == 4


def test_no_ligature_hides_in_a_fallback_font(timis: Chart) -> None:
    """Other fonts are named in case the embedded one is not used."""
    assert "&#x27;" not in Picture(timis).render("svg").decode()
    assert "font-family=\"'Noto Sans', " in Picture(timis).render("svg").decode()


def test_cedillas_are_drawn_as_commas() -> None:
    """What an old keyboard typed as s with cedilla is drawn with a comma below."""
    chart = hostile_chart("\u015ecoal\u0103 \u015fi via\u0163\u0103")
    text = Picture(chart).render("svg").decode()
    assert "Școală și viață" in text


def test_right_to_left_labels_begin_at_the_right() -> None:
    """In Arabic a label's line starts at the right edge of its box and runs to the left."""
    chart = replace(hostile_chart(HOSTILE["arabic"]), language="ar")
    box = Picture(chart).scene.boxes[0]
    assert all(line.x > box.x + box.width / 2 for line in box.lines)
    assert 'direction="rtl"' in Picture(chart).render("svg").decode()
