"""The text-measuring room: widths, line breaks, and the parts of the typeface."""

from __future__ import annotations

import json
import re
import runpy
import time
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias
from unicodedata import category, normalize

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from toc.typeface import faces, metrics, missing, path, width, wrap

Font: TypeAlias = Any
"""An opened font; fontTools gives no types to what is in its tables."""

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "src" / "toc" / "typeface" / "fonts"

SAMPLES = {
    "Romanian": "Creșterea ponderii tinerilor înscriși în învățământ: 12,5 %",
    "Romanian with cedillas": "Creşterea învăţământului în Bucureşti",
    "Hungarian": "Árvíztűrő tükörfúrógép – őszi felülvizsgálat",
    "Ukrainian": "Ґрунтовна оцінка потреб переселенців із Києва, їхніх сімей",
    "Greek": "Πρόσβαση των προσφύγων στην αγορά εργασίας, Ϊ ΐ ΰ",
}

ALPHABETS = {
    "Romanian": "AĂÂBCDEFGHIÎJKLMNOPQRSȘTȚUVWXYZ ŞŢ „”«»",
    "Hungarian": "AÁBCDEÉFGHIÍJKLMNOÓÖŐPQRSTUÚÜŰVWXYZ „”",
    "German": "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜẞß „“‚‘",
    "Serbian in Latin": "ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ DŽDžLJLjNJNj",
    "Serbian in Cyrillic": "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ",
    "Bulgarian": "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ Ѝ №",
    "Ukrainian": "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ ’ʼ ₴",
    "Polish": "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ",
    "French": "AÀÂÆBCÇDEÉÈÊËFGHIÎÏJKLMNOÔŒPQRSTUÙÛÜVWXYŸZ «\u202f\u00a0»",
    "Spanish": "ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ ¿¡ªº",
    "Italian": "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÈÉÌÍÎÒÓÙÚ",
    "Greek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫΐΰς ·;«»",
}

letters = st.text(st.sampled_from("aim W-/_.@–\u00a0\n\t ășțЇя\u0301\u0326\u200d🙂界"), max_size=60)
texts = letters | st.text(max_size=40)
rooms = st.floats(min_value=1, max_value=300)
sizes = st.floats(min_value=4, max_value=40)
weights = st.booleans()
phrases = st.lists(st.text("abWșя", min_size=1, max_size=8), max_size=30)
spares = st.floats(min_value=0, max_value=200)


def font(*, bold: bool = False) -> Font:
    """Open the bundled font of a weight with fontTools."""
    return TTFont(path(bold=bold))


def inked(text: str) -> str:
    """Give a text without the white space at which its lines may end."""
    return re.sub(r"[^\S\u00a0\u2007\u202f]", "", text)


def extends(char: str) -> bool:
    """Tell whether a character is a combining mark."""
    return category(char).startswith("M")


def single(line: str) -> bool:
    """Tell whether a line is a single letter with what belongs to it."""
    return all(
        extends(char) or category(char) == "Cf" or before == "\u200d"
        for before, char in pairwise(line)
    )


def greedy(text: str, room: float, size: float, *, bold: bool) -> int:
    """Count the lines that filling up word by word gives, where every word fits on a line."""
    count, line = 0, ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if count and width(longer, size, bold=bold) <= room:
            line = longer
        else:
            count, line = count + 1, word
    return count


class TestWidth:
    """How wide a text is."""

    @pytest.mark.parametrize("bold", [False, True])
    @pytest.mark.parametrize("language", SAMPLES)
    def test_is_the_sum_of_advances(self, language: str, *, bold: bool) -> None:
        """A text is as wide as the advances that the font file gives its characters."""
        text, opened = SAMPLES[language], font(bold=bold)
        glyphs = opened.getBestCmap()
        units = sum(opened["hmtx"][glyphs[ord(char)]][0] for char in text)
        assert width(text, 1000, bold=bold) == units
        assert width(text, 12, bold=bold) == pytest.approx(units * 0.012)

    @given(one=texts, other=texts, size=sizes, bold=weights)
    def test_adds_up(self, one: str, other: str, size: float, *, bold: bool) -> None:
        """Two texts together are as wide as one after the other."""
        apart = width(one, size, bold=bold) + width(other, size, bold=bold)
        assert width(one + other, size, bold=bold) == pytest.approx(apart)

    def test_of_nothing(self) -> None:
        """Nothing has no width."""
        assert width("", 12) == 0

    def test_in_bold(self) -> None:
        """Bold is wider."""
        assert width("Locuire", 12, bold=True) > width("Locuire", 12)

    def test_of_marks(self) -> None:
        """A combining mark takes no room of its own."""
        assert width("s\u0326", 12) == width("s", 12)

    def test_as_written(self) -> None:
        """The cedilla forms of old Romanian texts are measured as written."""
        assert not missing("ŞşŢţ")
        assert width("ŞşŢţ", 1000) == sum(width(char, 1000) for char in "ŞşŢţ")

    @pytest.mark.parametrize(
        ("char", "ems"), [("ა", 0.6), ("⟶", 0.6), ("界", 1.0), ("Ａ", 1.0), ("🙂", 1.0)]
    )
    def test_of_lacking_characters(self, char: str, ems: float) -> None:
        """What the typeface lacks is taken as 0.6 em, and as a whole em where it is wide."""
        assert width(char, 10) == pytest.approx(10 * ems)

    @pytest.mark.parametrize(
        "char", ["\u00ad", "\u200b", "\u200d", "\u200f", "\u2066", "\ufe0f", "\ufeff"]
    )
    def test_of_invisible_characters(self, char: str) -> None:
        """What is drawn as nothing has no width."""
        assert width(char, 10) == 0

    @pytest.mark.parametrize("char", ["\n", "\t", "\r"])
    def test_of_line_ends(self, char: str) -> None:
        """Line ends and tabs are as wide as the space that they are drawn as."""
        assert width(char, 10) == width(" ", 10)


class TestWrap:
    """Where lines break."""

    @given(text=texts, room=rooms, size=sizes, bold=weights)
    def test_fits(self, text: str, room: float, size: float, *, bold: bool) -> None:
        """No line is wider than the room, unless it is a single letter that is."""
        for line in wrap(text, room, size, bold=bold):
            assert width(line, size, bold=bold) <= room or single(line)

    @given(text=texts, room=rooms, size=sizes, bold=weights)
    def test_keeps_the_text(self, text: str, room: float, size: float, *, bold: bool) -> None:
        """The lines one after the other hold every character that is no space, in order."""
        assert inked("".join(wrap(text, room, size, bold=bold))) == inked(text)

    @given(text=texts, room=rooms, size=sizes)
    def test_keeps_marks_with_their_letter(self, text: str, room: float, size: float) -> None:
        """No line but the first begins with a combining mark."""
        assert not any(extends(line[0]) for line in wrap(text, room, size)[1:])

    @given(text=texts, room=rooms, size=sizes)
    def test_leaves_no_spaces_at_the_ends(self, text: str, room: float, size: float) -> None:
        """No line begins with a space (unless one that carries a mark) or ends with one."""
        for line in wrap(text, room, size):
            assert line
            assert not line.endswith(" ")
            assert not line.startswith(" ") or extends(line[1])

    @given(words=phrases, spare=spares, bold=weights)
    def test_takes_the_fewest_lines(self, words: list[str], spare: float, *, bold: bool) -> None:
        """There are as many lines as filling them up one by one would take."""
        text = " ".join(words)
        room = max((width(word, 12, bold=bold) for word in words), default=0) + spare
        assert len(wrap(text, room, 12, bold=bold)) == greedy(text, room, 12, bold=bold)

    @given(words=phrases, spare=spares)
    def test_balances(self, words: list[str], spare: float) -> None:
        """No narrower room in which every word fits would take as few lines."""
        text = " ".join(words)
        longest = max((width(word, 12) for word in words), default=0)
        lines = wrap(text, longest + spare, 12)
        widest = max((width(line, 12) for line in lines), default=0)
        narrower = widest - 0.012
        assert narrower < longest or greedy(text, narrower, 12, bold=False) > len(lines)

    @given(text=texts, room=rooms, size=sizes)
    def test_of_its_own_lines(self, text: str, room: float, size: float) -> None:
        """A line that came out of it goes in again unchanged."""
        for line in wrap(text, room, size):
            if width(line, size) <= room and not line.startswith(" "):
                assert wrap(line, room, size) == (line,)

    @pytest.mark.parametrize("text", ["", " ", "\n\t  \r\n", "\u2003\u3000"])
    def test_of_nothing(self, text: str) -> None:
        """Nothing, or nothing but spaces, gives no line."""
        assert wrap(text, 100, 12) == ()

    def test_folds_spaces(self) -> None:
        """Line ends and runs of spaces count as one space."""
        assert wrap("  unu\n\n  doi\t trei ", 500, 12) == ("unu doi trei",)

    def test_makes_lines_about_equal(self) -> None:
        """Two lines are shared out rather than one filled and the rest left over."""
        assert wrap("Servicii de sprijin pentru locuire", 160, 12) == (
            "Servicii de sprijin",
            "pentru locuire",
        )

    @pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2007"])
    def test_keeps_what_is_glued(self, glue: str) -> None:
        """A space that forbids a break is not broken at."""
        assert wrap(f"cel mult 20{glue}%", width("cel mult 20", 12), 12) == (
            "cel mult",
            f"20{glue}%",
        )

    @pytest.mark.parametrize("sign", ["-", "/", "_", ".", "@", "–"])
    def test_breaks_long_words_after_signs(self, sign: str) -> None:
        """A word wider than the room ends a line after a sign that may end one."""
        assert wrap(f"integrare{sign}incluziune", width("incluziune--", 12), 12) == (
            f"integrare{sign}",
            "incluziune",
        )

    def test_keeps_words_that_fit(self) -> None:
        """A word that fits on a line is not broken at its signs."""
        assert wrap("Regulamentul 2016/679", width("Regulamentul 2016/", 12), 12) == (
            "Regulamentul",
            "2016/679",
        )

    def test_keeps_signs_together(self) -> None:
        """No break is made within a run of signs."""
        assert wrap("https://www.toc.eu/", width("https://ww", 12), 12)[0] == "https://"

    def test_breaks_endless_words_anywhere(self) -> None:
        """A word without signs is broken inside where it is wider than the room."""
        assert wrap("a" * 60, width("a" * 20, 12), 12) == ("a" * 20,) * 3

    def test_never_parts_a_letter_and_its_marks(self) -> None:
        """A room too narrow for anything still has whole letters on its lines."""
        assert wrap(normalize("NFD", "țâș"), 1, 12) == ("t\u0326", "a\u0302", "s\u0326")

    def test_never_parts_joined_emoji(self) -> None:
        """Signs that a joiner makes one stay on one line, with their variation selectors."""
        assert wrap("👩\u200d🌾❤\ufe0f", 1, 12) == ("👩\u200d🌾", "❤\ufe0f")

    def test_breaks_at_spaces_beside_direction_marks(self) -> None:
        """A direction mark beside a space does not make it one that forbids a break."""
        assert wrap("unu\u200e \u200edoi", width("unu ", 12), 12) == ("unu\u200e", "\u200edoi")

    @pytest.mark.parametrize("room", [0, -1])
    def test_without_room(self, room: float) -> None:
        """Where there is no room at all, each letter has its line."""
        assert wrap("ab c", room, 12) == ("a", "b", "c")

    def test_with_all_room(self) -> None:
        """Where there is no end of room, there is one line."""
        assert wrap("unu doi", float("inf"), 12) == ("unu doi",)

    @pytest.mark.parametrize("text", ["lung " * 1000, "x" * 5000, "a-" * 2500])
    @pytest.mark.parametrize("room", [1, 100, 100_000])
    def test_is_quick(self, text: str, room: float) -> None:
        """A text of 5,000 characters takes no noticeable time."""
        wrap("", room, 12)
        start = time.perf_counter()
        wrap(text, room, 12)
        assert time.perf_counter() - start < 1


class TestMissing:
    """What the typeface cannot draw."""

    @pytest.mark.parametrize("language", ALPHABETS)
    def test_covers_the_alphabets(self, language: str) -> None:
        """Every letter of the alphabet is there, great and small, composed and not."""
        alphabet = ALPHABETS[language]
        both = alphabet + alphabet.lower()
        assert missing(both + normalize("NFD", both)) == ()

    def test_covers_signs(self) -> None:
        """The signs of reports are there."""
        assert missing("0123456789 ⁰¹²³⁴⁵⁶⁷⁸⁹ ₀₁₂₃₄₅₆₇₈₉ €£₴№™©®§¶†‡•…‰′″‹›⁄–—‑±×÷½ \u2007") == ()

    def test_names_each_once_in_order(self) -> None:
        """What lacks is named once, in the order of the text."""
        assert missing("b⟶a 界⟶🙂界") == ("⟶", "界", "🙂")

    @pytest.mark.parametrize(
        "invisible", [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    )
    def test_passes_over_invisible_characters(self, invisible: int) -> None:
        """Joiners and direction marks count as drawn."""
        assert missing(f"a{chr(invisible)}b") == ()

    def test_passes_over_variation_selectors(self) -> None:
        """Variation selectors count as drawn."""
        assert missing("a\ufe00b\ufe0fc\U000e0100") == ()

    def test_passes_over_white_space(self) -> None:
        """White space counts as drawn."""
        assert missing("a\n\tb\u3000c") == ()

    @pytest.mark.parametrize("bold", [False, True])
    def test_holds_for_both_weights(self, *, bold: bool) -> None:
        """What is not missing is in the font file of either weight, and the reverse."""
        glyphs = font(bold=bold).getBestCmap()
        drawn = {code for code in range(0x3000) if not missing(chr(code)) and width(chr(code), 10)}
        assert {code for code in drawn if not chr(code).isspace()} <= set(glyphs)
        assert missing("".join(map(chr, glyphs))) == ()


class TestFaces:
    """The parts of the typeface that are embedded in a drawing."""

    @pytest.mark.parametrize(
        ("text", "scripts"),
        [
            ("", []),
            ("界🙂", []),
            ("Creșterea", ["latin"]),
            ("Київ", ["cyrillic"]),
            ("Київ 2030", ["latin", "cyrillic"]),
            ("Ελλάδα", ["greek"]),
            ("Київ, Ελλάδα", ["latin", "greek", "cyrillic"]),
            (normalize("NFD", "їΐ"), ["greek", "cyrillic"]),
            ("\u0301", ["latin"]),
        ],
    )
    def test_gives_what_is_needed(self, text: str, scripts: list[str]) -> None:
        """A text gets the scripts that it uses, in a fixed order; a mark is of its letter's."""
        assert [face.script for face in faces(text)] == scripts

    @pytest.mark.parametrize("bold", [False, True])
    def test_holds_what_it_claims(self, *, bold: bool) -> None:
        """Each part is a WOFF2 file of exactly the characters that its range names."""
        for face in faces("a α а", bold=bold):
            opened: Font = TTFont(BytesIO(face.woff2))
            assert opened.flavor == "woff2"
            assert set(opened.getBestCmap()) == codepoints(face.unicode_range)

    @pytest.mark.parametrize("bold", [False, True])
    def test_is_the_whole_typeface(self, *, bold: bool) -> None:
        """The parts together have the characters and advances of the font file."""
        whole = font(bold=bold)
        parts: list[Font] = [TTFont(BytesIO(face.woff2)) for face in faces("a α а", bold=bold)]
        assert set().union(*(part.getBestCmap() for part in parts)) == set(whole.getBestCmap())
        for part in parts:
            assert advances(part).items() <= advances(whole).items()

    def test_shares_only_marks(self) -> None:
        """Only combining marks are in more than one part, so a character has one home."""
        latin, greek, cyrillic = (codepoints(face.unicode_range) for face in faces("a α а"))
        marks = set(range(0x300, 0x370))
        assert latin & greek == greek & cyrillic == latin & cyrillic == marks

    def test_in_bold(self) -> None:
        """Bold has files of its own for the same characters."""
        (regular,), (bold,) = faces("a"), faces("a", bold=True)
        assert regular.woff2 != bold.woff2
        assert regular.unicode_range == bold.unicode_range


class TestFiles:
    """The bundled files."""

    @pytest.mark.parametrize("bold", [False, True])
    def test_path(self, *, bold: bool) -> None:
        """A renderer gets a font file of the weight under the family's own name."""
        names = font(bold=bold)["name"]
        assert path(bold=bold).is_file()
        assert names.getDebugName(1) == "Noto Sans"
        assert names.getDebugName(2) == ("Bold" if bold else "Regular")

    @pytest.mark.parametrize("bold", [False, True])
    def test_carries_its_licence(self, *, bold: bool) -> None:
        """Each font file says whose it is and under which licence, and reserves no name."""
        names = font(bold=bold)["name"]
        assert names.getDebugName(0) in (FONTS / "OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
        assert "Reserved Font Name" not in names.getDebugName(0)

    @pytest.mark.parametrize("bold", [False, True])
    def test_has_no_layout(self, *, bold: bool) -> None:
        """Nothing in the font file can move or join letters, so advances add up."""
        assert not {"GPOS", "GSUB", "kern", "GDEF", "fpgm", "prep"} & set(font(bold=bold).keys())

    def test_metrics(self) -> None:
        """The heights are those of the font file, and hold for the size asked for."""
        opened = font()
        assert metrics(1000).ascender == opened["hhea"].ascent
        assert metrics(1000).descender == opened["hhea"].descent
        assert metrics(1000).cap_height == opened["OS/2"].sCapHeight
        assert metrics(500).x_height == opened["OS/2"].sxHeight / 2

    def test_table_is_as_made(self) -> None:
        """The table of advances is what the tool makes of the bundled font files."""
        tool = runpy.run_path(str(ROOT / "tools" / "make_fonts.py"))
        table = (FONTS / "advances.json").read_text(encoding="ascii")
        assert tool["advances"](path(), path(bold=True)) == json.loads(table)

    def test_table_is_small(self) -> None:
        """The table of advances is read in no noticeable time."""
        few = 40_000
        assert (FONTS / "advances.json").stat().st_size < few


def codepoints(unicode_range: str) -> set[int]:
    """Read the CSS descriptor `unicode-range`."""
    found: set[int] = set()
    for span in unicode_range.split(", "):
        first, _, last = span.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def advances(opened: Font) -> dict[int, tuple[int, int]]:
    """Give the advance and left bearing of each character of a font."""
    return {code: opened["hmtx"][glyph] for code, glyph in opened.getBestCmap().items()}
