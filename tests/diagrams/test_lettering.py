"""Letters that no font has: left out on paper and in pixels, and never an empty box."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from diagrams.test_geometry import charts, lawful
from fontmaking import make_font
from fontTools.ttLib import TTFont
from hypothesis import given
from pypdf import PdfReader

from toc.diagrams.chart import Box, Chart, Column, Lane
from toc.diagrams.labels import clean, lines
from toc.diagrams.lettering import drawable, lost
from toc.diagrams.nouns import found
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Words
from toc.errors import OutputError
from toc.typeface import BUNDLED, Fonts, fonts_of, missing, using

SVG = "{http://www.w3.org/2000/svg}"
NOTO = Path("/usr/share/fonts/truetype/noto")
JOIN = "feature liga { sub u0627 u0628 by joined; } liga;"

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def chart(label: str, *, title: str = "Titlu", fonts: Fonts = BUNDLED) -> Chart:
    """Give a chart of one box."""
    box = Box("a", "output", label, 0)
    return Chart(title, (Column("output", "Ieșiri"),), (box,), language="ro", fonts=fonts)


@pytest.fixture
def arabic(tmp_path: Path) -> Fonts:
    """Have a regular and a bold font of Arabic letters."""
    light = make_font(tmp_path / "light.ttf", features=JOIN, family="Tiny Arabic")
    heavy = make_font(tmp_path / "heavy.ttf", advance=600, weight=700, family="Tiny Arabic")
    return fonts_of([light, heavy])


class TestDrawable:
    """A scene without what cannot be drawn."""

    def test_where_nothing_lacks_nothing_changes(self, timis: Chart) -> None:
        """A usual scene comes back as it is."""
        scene = Picture(timis).scene
        assert drawable(scene) == (scene, ())
        assert lost(scene) == ()

    def test_a_sign_goes_and_is_told(self) -> None:
        """The label stands without the sign; who draws is told which sign is gone."""
        scene, gone = drawable(Picture(chart("acasă 🏡 la noi")).scene)
        assert [line.text for line in scene.boxes[0].lines] == ["acasă la noi"]
        assert gone == ("🏡",)

    @pytest.mark.parametrize("form", ["png", "pdf"])
    def test_a_whole_label_does_not_vanish(self, form: str) -> None:
        """A label of nothing but such signs is an error that names it, and how to mend it."""
        with pytest.raises(OutputError, match=r"can draw “الانتماء”: name one .* with --font"):
            Picture(chart("الانتماء")).render(form)

    def test_nor_does_a_title(self) -> None:
        """That holds for titles and lanes as for boxes."""
        for one in (
            chart("Curs", title="الانتماء"),
            replace(chart("Curs"), lanes=(Lane("x", "الانتماء"),)),
        ):
            with pytest.raises(OutputError, match="الانتماء"):
                drawable(Picture(one).scene)

    def test_nothing_lacks_in_what_is_drawn(self) -> None:
        """Whatever authors write, what goes to paper has a glyph for every letter."""

        @lawful
        @given(charts())
        def law(chart: Chart) -> None:
            try:
                scene, gone = drawable(Picture(chart).scene)
            except OutputError:
                return
            said = "".join(words.text for words in found(scene, Words))
            assert missing(said) == ()
            assert not set(gone) & set(said)

        law()

    def test_no_box_is_drawn_for_it(self) -> None:
        """A PNG with a sign that lacks is, to the pixel, the PNG of what is left."""
        with_sign = Picture(chart("acasă 🏡")).render("png")
        assert with_sign != Picture(chart("acasă la noi")).render("png")
        assert with_sign == Picture(replace(chart("acasă 🏡"), boxes=_same_room())).render("png")

    def test_svg_keeps_every_letter(self) -> None:
        """A reader's own device may have a font: an SVG says what the authors wrote."""
        text = Picture(chart("acasă 🏡 الانتماء")).render("svg").decode()
        assert "acasă 🏡 الانتماء" in " ".join("".join(ET.fromstring(text).itertext()).split())

    def test_what_lacks_is_told_of_the_picture(self, arabic: Fonts) -> None:
        """A picture says which of its letters none of its fonts has."""
        assert Picture(chart("acasă 🏡 اب")).letters_lacking == "🏡اب"
        assert Picture(chart("acasă 🏡 اب", fonts=arabic)).letters_lacking == "🏡"


def _same_room() -> tuple[Box, ...]:
    return (Box("a", "output", "acasă", 0),)


class TestClean:
    """What becomes of characters that are no letters."""

    @pytest.mark.parametrize("char", OVERRIDES)
    def test_nothing_turns_a_label_about(self, char: str) -> None:
        """Overrides, embeddings and isolates go: a label reads as its letters stand."""
        assert clean(f"plata {char}exe.cod{char} gata") == "plata exe.cod gata"

    @pytest.mark.parametrize("char", ["\xad", "\u2060", "\ufeff", "\ufff9", "\ufffb"])
    def test_what_hides_in_a_word_goes(self, char: str) -> None:
        """Soft hyphens and invisible marks of copied documents are not drawn."""
        assert clean(f"ac{char}asă") == "acasă"

    @pytest.mark.parametrize("char", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\ufe0f"])
    def test_what_spelling_needs_stays(self, char: str) -> None:
        """Joiners, single direction marks and variation selectors are part of how words look."""
        assert clean(f"می{char}خواهم") == f"می{char}خواهم"

    def test_loose_accents_are_composed(self) -> None:
        """A letter and its mark become the one letter that the font has."""
        assert clean("s\u0326coala\u0306") == "școală"

    @pytest.mark.parametrize("form", ["svg", "dot", "mermaid"])
    def test_no_output_holds_an_override(self, form: str) -> None:
        """No text that leaves the package can turn what stands around it."""
        hostile = f"plata {OVERRIDES}exe.cod"
        one = replace(chart(hostile, title=hostile), subtitle=hostile, footer=(hostile,))
        drawn = Picture(one).render(form).decode()
        assert not set(OVERRIDES) & set(drawn)

    def test_lines_break_in_the_order_of_reading(self) -> None:
        """The first line of an Arabic label holds its first words."""
        said = "يعرف المهاجرون حقوقهم ويلجأون إلى الخدمات"
        assert " ".join(lines(said, 100, 11)) == said
        assert lines(said, 100, 11)[0].startswith("يعرف")


class TestFonts:
    """Pictures with fonts that are given."""

    def test_labels_are_measured_with_them(self, arabic: Fonts) -> None:
        """What is drawn by a wide font has more lines than by a narrow one; no cache mixes them."""
        label = "ابتث " * 8
        plain = Picture(chart(label)).scene.boxes[0]
        wide = Picture(chart(label, fonts=arabic)).scene.boxes[0]
        again = Picture(chart(label)).scene.boxes[0]
        assert plain == again
        assert [line.text for line in wide.lines] != [line.text for line in plain.lines]

    def test_an_svg_holds_the_part_that_it_needs(self, arabic: Fonts) -> None:
        """Each weight that is used is embedded once, with the letters that it draws and no other."""
        one = replace(chart("اب UNHCR", fonts=arabic), title="Titlu تث")
        text = Picture(one).render("svg").decode()
        given_faces = re.findall(
            r"@font-face\{font-family:'Tiny Arabic';font-weight:(\d+);unicode-range:([^;]*);"
            r"src:url\(data:font/ttf;base64,([^)]*)\)\}",
            text,
        )
        assert [(weight, letters) for weight, letters, _ in given_faces] == [
            ("400", "U+627, U+628"),
            ("700", "U+62A, U+62B"),
        ]
        for _, letters, data in given_faces:
            part: Any = TTFont(BytesIO(b64decode(data)))
            assert {f"U+{code:X}" for code in part.getBestCmap()} == set(letters.split(", "))
        assert "font-family=\"'Noto Sans', 'Tiny Arabic', 'Open Sans'" in text

    def test_a_font_that_draws_nothing_is_not_embedded(self, arabic: Fonts) -> None:
        """A picture of Latin letters is the same whichever fonts are given, but for the list."""
        text = Picture(chart("Curs", fonts=arabic)).render("svg").decode()
        alone = Picture(chart("Curs")).render("svg").decode()
        assert text.replace("'Tiny Arabic', ", "") == alone

    def test_a_forbidden_font_is_not_embedded(self, tmp_path: Path) -> None:
        """SVG and PDF, which hold the font, refuse; a PNG holds none and is drawn."""
        file = make_font(tmp_path / "mine.ttf", permission=2)
        one = Picture(chart("اب", fonts=fonts_of([file])))
        for form in ("svg", "pdf"):
            with pytest.raises(OutputError, match="forbids embedding"):
                one.render(form)
        assert one.render("png")[:4] == b"\x89PNG"

    def test_a_pdf_says_it_in_them(self, arabic: Fonts, tmp_path: Path) -> None:
        """In a PDF the letters can be found, and the given font is inside."""
        one = replace(chart("سش UNHCR", fonts=arabic), title="Titlu")
        reader = PdfReader(BytesIO(Picture(one).render("pdf")))
        page = reader.pages[0]
        fonts: Any = page["/Resources"]
        names = {str(font.get_object()["/BaseFont"]) for font in fonts["/Font"].values()}
        assert any("Tiny" in name for name in names)
        assert {"س", "ش"} <= set(page.extract_text())

    def test_a_png_draws_bold_in_the_bold_one(self, arabic: Fonts) -> None:
        """A goal, which is set in bold, takes the bold font where there is one."""
        goal = replace(chart("سش"), boxes=(Box("a", "goal", "سش", 0),))
        both = Picture(replace(goal, fonts=arabic)).render("png")
        light = Picture(replace(goal, fonts=Fonts(arabic.given[:1]))).render("png")
        assert both != light

    def test_the_same_bytes_every_time(self, arabic: Fonts) -> None:
        """Drawn again, a picture with given fonts is the same file."""
        one = replace(chart("اب UNHCR سش", fonts=arabic), title="تث")
        for form in ("svg", "png", "pdf"):
            assert Picture(one).render(form) == Picture(one).render(form)

    def test_a_twin_has_the_fonts_too(self, arabic: Fonts) -> None:
        """In whichever language a chart is drawn, its fonts are at hand."""
        twin = replace(chart("اب"), language="ar")
        one = replace(chart("Curs", fonts=arabic), twins=(twin,))
        assert one.spoken("ar").fonts == arabic
        assert lost_in(Picture(one), "ar") == ()


def lost_in(picture: Picture, language: str) -> tuple[str, ...]:
    """Give what lacks in one of a picture's languages."""
    with using(picture.chart.fonts):
        return lost(picture.scene_in(language))


@pytest.mark.parametrize(
    ("script", "language", "label"),
    [
        ("Arabic", "ar", "يعرف المهاجرون حقوقهم ويلجأون إلى الخدمات"),
        ("Hebrew", "he", "המהגרים מכירים את זכויותיהם ופונים לשירותים"),
        ("Devanagari", "hi", "UNHCR प्रवासी अपने अधिकार जानते हैं"),
    ],
)
def test_other_scripts_are_drawn(script: str, language: str, label: str) -> None:
    """With a Noto font of its script a label is drawn in every form, with nothing left out."""
    files = [NOTO / f"NotoSans{script}-{weight}.ttf" for weight in ("Regular", "Bold")]
    if not all(file.is_file() for file in files):
        pytest.skip(f"fonts of {script} are not on this machine")
    one = replace(chart(label, title=label, fonts=fonts_of(files)), language=language)
    picture = Picture(one)
    assert picture.letters_lacking == ""
    assert picture.render("png")[:4] == b"\x89PNG"
    assert f"Noto Sans {script}" in picture.render("svg").decode()
    assert picture.render("pdf")[:4] == b"%PDF"
