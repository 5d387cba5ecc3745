"""Fonts that are given: read, found fit, measured with, and embedded in part."""

from __future__ import annotations

import pickle
from io import BytesIO
from pathlib import Path
from struct import pack_into
from typing import Any
from unittest.mock import patch

import pytest
from fontmaking import ARABIC, make_font
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from toc.errors import InputError, MissingExtraError, OutputError
from toc.typeface import (
    BUNDLED,
    Fonts,
    at_hand,
    drawable,
    files,
    fonts_of,
    missing,
    part_of,
    path,
    see_to_embedding,
    see_to_shaping,
    sfnt,
    using,
    width,
    wrap,
)

JOIN = "feature liga { sub u0627 u0628 by joined; } liga;"
"""A feature that draws alef and beh as one glyph."""

NOTO = Path("/usr/share/fonts/truetype/noto")
SCRIPTS = {
    "NotoSansArabic-Regular": "الانتماء إلى المدينة، والعمل لِلجميع",
    "NotoSansHebrew-Regular": "שייכות לעיר, ועבודה לכולם",
    "NotoSansDevanagari-Regular": "तिमिश ज़िले की अंतर-सांस्कृतिक रणनीति",
    "NotoSansGeorgian-Regular": "ყველა თავს სახლში გრძნობს",
}


@pytest.fixture
def tiny(tmp_path: Path) -> Fonts:
    """Have a font of Arabic letters, each half an em wide, that joins alef and beh."""
    return fonts_of([make_font(tmp_path / "tiny.ttf", features=JOIN)])


def refusal(file: Path) -> str:
    """Give what is said of a file that is no use."""
    with pytest.raises(InputError) as caught:
        fonts_of([file])
    return str(caught.value)


class TestReading:
    """What a font file says of itself."""

    def test_letters_and_weight(self, tmp_path: Path) -> None:
        """A font has the characters of its map, a name and a weight, also beyond the first plane."""
        file = make_font(tmp_path / "a.ttf", "ا𞸀🏡", family="Noto Sans Test", weight=700)
        (font,) = fonts_of([file]).given
        assert font.letters == {0x20, *map(ord, "ا𞸀🏡")}
        assert (font.family, font.bold, font.path) == ("Noto Sans Test", True, file)
        assert font.may_be_embedded
        assert font.may_be_parted

    @pytest.mark.parametrize("bold", [False, True])
    def test_the_map_is_read_as_others_read_it(self, *, bold: bool) -> None:
        """The characters are those that fontTools finds in a real font."""
        opened: Any = TTFont(path(bold=bold))
        read = sfnt.tables(path(bold=bold).read_bytes())
        assert sfnt.letters(read["cmap"]) == set(opened.getBestCmap())
        assert sfnt.names(read["name"])[1] == "Noto Sans"
        assert sfnt.weight(read["OS/2"]) == (700 if bold else 400)

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_real_fonts_have_the_letters_of_their_script(self, name: str) -> None:
        """A Noto font of a script is read as fontTools reads it, and draws a sentence."""
        file = NOTO / f"{name}.ttf"
        if not file.is_file():
            pytest.skip(f"{file} is not on this machine")
        fonts = fonts_of([file])
        opened: Any = TTFont(file)
        assert fonts.given[0].letters == set(opened.getBestCmap())
        assert missing(SCRIPTS[name]) != ()
        assert missing(SCRIPTS[name], fonts) == ()

    @pytest.mark.parametrize(
        "family", ["a'}</style><script>", "Evil;src:url(x)", "\u202eurl", "'", 'say "a"', ""]
    )
    def test_a_name_that_could_leave_its_style_sheet(self, family: str, tmp_path: Path) -> None:
        """A font with such a name, or with none, is refused: programs would not find it."""
        file = make_font(tmp_path / "evil.ttf", family=family)
        assert "has no name, or one that programs stumble over" in refusal(file)

    def test_the_bundled_font_cannot_be_given_again(self) -> None:
        """A font of the bundled one's name is refused: programs would draw with either."""
        assert "has the name of the bundled one, Noto Sans" in refusal(path())

    def test_two_fonts_are_told_apart_by_their_content(self, tmp_path: Path) -> None:
        """The same file is the same font; other content under its name is another."""
        file = make_font(tmp_path / "a.ttf")
        before = fonts_of([file])
        assert fonts_of([file]) == before
        make_font(file, advance=600)
        assert fonts_of([file]) != before

    def test_fonts_travel_between_processes(self, tiny: Fonts) -> None:
        """Fonts go through pickle whole."""
        again = pickle.loads(pickle.dumps(tiny))
        assert again == tiny
        assert again.given[0].letters == tiny.given[0].letters


class TestRefusing:
    """What is said of a file that cannot be used."""

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is no font: give a .ttf or .otf file"),
            (b"hello, world", "is no font: give a .ttf or .otf file"),
            (b"%PDF-1.7", "is no font: give a .ttf or .otf file"),
            (b"ttcf\x00\x01", "is a collection of several fonts"),
            (b"wOFF\x00\x01", "is packed for the web"),
            (b"wOF2\x00\x01", "is packed for the web"),
            (b"\x00\x01\x00\x00", "is damaged: fetch the file again"),
            (b"OTTO\xff\xff" + b"x" * 100, "is damaged: fetch the file again"),
        ],
    )
    def test_other_files(self, content: bytes, said: str, tmp_path: Path) -> None:
        """Another kind of file is named for what it is, with what to give instead."""
        file = tmp_path / "x.ttf"
        file.write_bytes(content)
        assert str(file) in refusal(file)
        assert said in refusal(file)

    def test_nothing_there(self, tmp_path: Path) -> None:
        """A file that is not there, and a folder, cannot be read."""
        assert "cannot be read: No such file" in refusal(tmp_path / "none.ttf")
        assert "cannot be read: Is a directory" in refusal(tmp_path)

    def test_a_variable_font(self, tmp_path: Path) -> None:
        """A font of many weights at once would be drawn in another weight than measured."""
        file = make_font(tmp_path / "variable.ttf", axes=True)
        assert "is a variable font" in refusal(file)

    def test_a_font_without_outlines(self, tmp_path: Path) -> None:
        """A font of coloured pictures is drawn by few programs, and by each in its own way."""
        file = make_font(tmp_path / "pictures.ttf")
        opened: Any = TTFont(file)
        for tag in ("glyf", "loca"):
            del opened[tag]
        opened.save(file)
        assert "has no outlines" in refusal(file)

    @settings(max_examples=60)
    @given(data=st.data())
    def test_damaged_fonts_are_refused_and_never_crash(
        self, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """A font that was cut off or changed anywhere is read, or refused in words."""
        folder = tmp_path_factory.mktemp("damaged")
        content = bytearray(make_font(folder / "whole.ttf").read_bytes())
        for _ in range(data.draw(st.integers(1, 6))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(0, len(content)))
        file = folder / "damaged.ttf"
        file.write_bytes(bytes(content[:cut]))
        try:
            fonts = fonts_of([file])
        except InputError as error:
            assert str(file) in str(error)  # noqa: PT017 - both ways are right
        else:
            assert isinstance(fonts, Fonts)

    def test_a_map_that_goes_back_is_refused(self, tmp_path: Path) -> None:
        """A map whose stretches are in disorder is not gone through over and over."""
        file = make_font(tmp_path / "map.ttf", "🏡🏢")
        opened: Any = TTFont(file)
        content = bytearray(file.read_bytes())
        start = opened.reader.tables["cmap"].offset
        group = content.index((0x1F3E1).to_bytes(4, "big"), start)
        pack_into(">I", content, group, 0x10FFFF)
        file.write_bytes(content)
        assert "is damaged" in refusal(file)


class TestChoosing:
    """Which font draws a letter."""

    def test_the_bundled_one_comes_first(self, tmp_path: Path) -> None:
        """A given font draws nothing that the bundled one can draw."""
        fonts = fonts_of([make_font(tmp_path / "latin.ttf", "abcا")])
        assert fonts.drawing("a", bold=False) is None
        assert fonts.drawing("ا", bold=False) == fonts.given[0]
        before = width("abc", 10)
        with using(fonts):
            assert width("abc", 10) == before

    def test_the_first_that_has_it_draws_it(self, tmp_path: Path) -> None:
        """Of two fonts with a letter the one that was given first is taken."""
        one = make_font(tmp_path / "one.ttf", "ا", advance=300)
        other = make_font(tmp_path / "other.ttf", "اب", advance=900)
        with using(fonts_of([one, other])):
            assert width("ا", 10) == pytest.approx(3)
            assert width("ب", 10) == pytest.approx(9)

    def test_bold_is_drawn_by_a_bold_one(self, tmp_path: Path) -> None:
        """What is set in bold takes the font of that weight, else the other one."""
        light = make_font(tmp_path / "light.ttf", "اب", advance=300)
        heavy = make_font(tmp_path / "heavy.ttf", "ا", advance=900, weight=700)
        with using(fonts_of([light, heavy])):
            assert [width("ا", 10), width("ا", 10, bold=True)] == pytest.approx([3, 9])
            assert width("ب", 10, bold=True) == pytest.approx(3)

    def test_files(self, tiny: Fonts) -> None:
        """Whoever draws gets the bundled files and then the given ones."""
        assert files(BUNDLED) == (path(), path(bold=True))
        assert files(tiny) == (path(), path(bold=True), tiny.given[0].path)

    def test_fonts_are_at_hand_only_while_a_drawing_is_made(self, tiny: Fonts) -> None:
        """After a drawing, and after one that failed, the bundled font is alone again."""
        before = width("ا", 10)
        with using(tiny):
            assert at_hand() == tiny
            assert width("ا", 10) != before
        assert at_hand() == BUNDLED
        with pytest.raises(ZeroDivisionError), using(tiny):
            raise ZeroDivisionError
        assert width("ا", 10) == before


class TestMeasuring:
    """How wide shaped text is, and where its lines end."""

    def test_a_run_is_shaped(self, tiny: Fonts) -> None:
        """Two letters that the font draws as one are as wide as that one."""
        with using(tiny):
            assert width("ا", 10) + width("ب", 10) == pytest.approx(10)
            assert width("اب", 10) == pytest.approx(5)
            assert width("ا ب", 10) == pytest.approx(10 + width(" ", 10))

    def test_runs_of_both_fonts_add_up(self, tiny: Fonts) -> None:
        """A text of two scripts is as wide as its parts."""
        with using(tiny):
            parts = width("UNHCR ", 10) + width("سس", 10) + width(" 2026", 10)
            assert width("UNHCR سس 2026", 10) == pytest.approx(parts)

    @settings(max_examples=60)
    @given(
        text=st.text(st.sampled_from("ابس a1-/ \u200c\u064e🏡"), max_size=40),
        room=st.floats(1, 200),
        bold=st.booleans(),
    )
    def test_lines_fit(
        self, text: str, room: float, *, bold: bool, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """No line is wider than its room unless it is a single letter, and no text is lost."""
        file = tmp_path_factory.getbasetemp() / "fitting.ttf"
        if not file.is_file():
            make_font(file, ARABIC + "\u064e", features=JOIN)
        with using(fonts_of([file])):
            lines = wrap(text, room, 10, bold=bold)
            for line in lines:
                letters = [char for char in line if char not in "\u200c\u064e"]
                assert width(line, 10, bold=bold) <= room or len(letters) <= 1
        assert "".join("".join(lines).split()) == "".join(text.split())

    def test_a_broken_word_still_fits(self, tmp_path: Path) -> None:
        """A word that is cut where it was narrow, joined, is cut again where it is wide."""
        file = make_font(tmp_path / "joining.ttf", features=JOIN)
        with using(fonts_of([file])):
            lines = wrap("اب" * 20, 26, 10)
            assert "".join(lines) == "اب" * 20
            assert max(width(line, 10) for line in lines) <= 26

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_real_fonts_break_between_words(self, name: str) -> None:
        """A sentence breaks at its spaces, and none of its lines is too wide."""
        file = NOTO / f"{name}.ttf"
        if not file.is_file():
            pytest.skip(f"{file} is not on this machine")
        with using(fonts_of([file])):
            lines = wrap(SCRIPTS[name], 110, 11)
            assert " ".join(lines) == SCRIPTS[name]
            assert len(lines) > 1
            assert max(width(line, 11) for line in lines) <= 110

    def test_without_the_extra(self, tiny: Fonts) -> None:
        """Who gives a font and has not what shapes it is told what to install."""
        with patch.dict("sys.modules", {"uharfbuzz": None}), using(tiny):
            with pytest.raises(MissingExtraError, match=r"theory-of-change\[fonts\]"):
                width("ششش", 11.7)
            see_to_shaping(BUNDLED)
            assert width("fără", 10) > 0


class TestEmbedding:
    """Parts of given fonts inside a drawing."""

    def test_a_part_holds_what_is_asked_for(self, tiny: Fonts) -> None:
        """The part has the letters of the text, with what joins them, and no other letter."""
        part: Any = TTFont(BytesIO(part_of(tiny.given[0], "اب")))
        assert set(part.getBestCmap()) == set(map(ord, "اب"))
        assert "GSUB" in part
        assert len(part.getGlyphOrder()) == 4

    def test_a_part_is_the_same_every_time(self, tiny: Fonts) -> None:
        """The order of the letters does not matter, and nothing of the day is written."""
        part_of.cache_clear()
        one = part_of(tiny.given[0], "ابت")
        part_of.cache_clear()
        assert part_of(tiny.given[0], "تاب") == one

    @pytest.mark.parametrize("permission", [0x0002, 0x0200, 0x0202])
    def test_a_maker_may_forbid_it(self, permission: int, tmp_path: Path) -> None:
        """A font whose maker forbids embedding is put into no drawing."""
        file = make_font(tmp_path / "mine.ttf", permission=permission)
        fonts = fonts_of([file])
        for embed in (lambda: part_of(fonts.given[0], "ا"), lambda: see_to_embedding(fonts.given)):
            with pytest.raises(OutputError, match="forbids embedding it: draw a PNG"):
                embed()

    @pytest.mark.parametrize("permission", [0x0000, 0x0004, 0x0008, 0x000A])
    def test_what_is_allowed_is_done(self, permission: int, tmp_path: Path) -> None:
        """Preview, print and editing allow a drawing to hold the font; the mildest bit counts."""
        fonts = fonts_of([make_font(tmp_path / "free.ttf", permission=permission)])
        see_to_embedding(fonts.given)
        assert len(part_of(fonts.given[0], "ا")) < len(fonts.given[0].content)

    def test_a_maker_may_ask_for_the_whole(self, tmp_path: Path) -> None:
        """A font that may not be parted is embedded whole."""
        fonts = fonts_of([make_font(tmp_path / "whole.ttf", permission=0x0100)])
        assert part_of(fonts.given[0], "ا") == fonts.given[0].content


class TestDrawable:
    """What is left of a text where no empty box may stand."""

    @pytest.mark.parametrize(
        ("text", "left"),
        [
            ("acasă", "acasă"),
            ("acasă 🏡 la noi", "acasă la noi"),
            ("🏡 acasă", "acasă"),
            ("👩\u200d👩\u200d👧 familii", "familii"),
            ("inimă ❤\ufe0f mare", "inimă mare"),
            ("1\ufe0f\u20e3 întâi", "1\ufe0f întâi"),
            ("🇷🇴 România", "România"),
            ("s\u0326coala\u0306", "s\u0326coala\u0306"),
            ("a\U0001d165b", "ab"),
            ("\ue000privat", "privat"),
            ("e\u200dx\u200cy\u200e", "e\u200dx\u200cy\u200e"),
            ("🏡", ""),
            ("الانتماء", ""),
            ("", ""),
        ],
    )
    def test_what_is_left(self, text: str, left: str) -> None:
        """Signs that cannot be drawn go with all that belongs to them; the rest stays."""
        assert drawable(text) == left

    @given(st.text(max_size=60))
    def test_nothing_lacks_in_what_is_left(self, text: str) -> None:
        """What is left can be drawn, holds no new character, and is the text where nothing lacks."""
        left = drawable(text)
        assert missing(left) == ()
        assert set(left) <= set(text)
        assert (left == text) or missing(text)

    def test_given_fonts_count(self, tiny: Fonts) -> None:
        """What a given font has is kept."""
        assert drawable("اب 🏡", tiny) == "اب"
        assert missing("اب 🏡", tiny) == ("🏡",)
