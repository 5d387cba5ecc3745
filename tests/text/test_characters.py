"""What Word and PDF leave behind: found, named, and never in the parser's way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import as_document, at, texts, told

from toc.text.characters import parsable, unwanted_characters
from toc.text.places import Tree
from toc.text.source import Source

ODD = st.sampled_from(
    "a\n\t\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\xa0\xad\u200b\u2028\u2029\ufeff\uffff\ud800"
)


def _told(text: str) -> list[tuple[str, str, str]]:
    return told(unwanted_characters(Source("a.yaml", text)))


@given(st.lists(ODD, max_size=20).map("".join))
def test_what_a_parser_would_refuse_is_replaced_one_for_one(text: str) -> None:
    """Every offset stays true, and both parsers take what is left."""
    made = parsable(text)
    assert len(made) == len(text)
    quoted = "a: '" + "".join(letter for letter in made if letter > " ") + "'"
    for pure in (False, True):
        assert as_document(quoted, pure=pure).lost == ()


@given(texts())
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Any script, its joiners and direction marks, emoji, and blanks of any width are no strays."""
    assert parsable(f"title: x{text}") == f"title: x{text}"
    assert _told(f"title: x{text}") == []


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\x96", "U+0096"),
        ("\xad", "U+00AD"),
        ("\u200b", "U+200B"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\u2060", "U+2060"),
        ("\ufeff", "U+FEFF"),
        ("\ufffc", "U+FFFC"),
        ("\uf0fc", "U+F0FC"),
        ("\U000f0000", "U+F0000"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_a_stray_character_is_named_where_it_stands(character: str, code: str) -> None:
    """Invisible and private characters are told of by their code, once for a run of them."""
    found = list(unwanted_characters(Source("a.yaml", f"a: x\nb: un{character * 3} om\n")))
    assert told(found) == [
        (
            "characters-stray",
            f"an invisible or private character stands here ({code})",
            "delete it: it comes from a copied document and prints as a box",
        )
    ]
    assert at(found[0]) == (2, 6)


@pytest.mark.parametrize(
    "character", ["\u200c", "\u200d", "\u200e", "\u200f", "\xa0", "\u202f", "\t"]
)
def test_joiners_directions_and_blanks_are_no_strays(character: str) -> None:
    """Arabic, Persian and Hindi need joiners; typographers need narrow blanks."""
    assert _told(f"a: x{character}y\n") == []


@pytest.mark.parametrize("text", ["a\u2028b: c", "a: x\u2028  y", "a: x\x85b", "a:\x0cb"])
def test_what_only_looks_like_a_line_end_to_yaml_ends_no_line(text: str) -> None:
    """A line separator from a PDF is a blank, so lines are counted as editors count them."""
    document = as_document(f"{text}\nlast: 'open\n")
    assert at(document.findings[0]) == (2, 7)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("şi", "și"), ("Ţara", "Țara"), ("învăţare", "învățare"), ("AŞTEPTĂRI", "AȘTEPTĂRI")],
)
def test_a_cedilla_is_legacy_romanian(typed: str, meant: str) -> None:
    """A word with a cedilla below is told of with the word to type."""
    found = list(unwanted_characters(Source("a.yaml", f"a: este {typed}.\n")))
    assert told(found) == [
        (
            "letters-legacy-romanian",
            f"“{typed}” has a cedilla where Romanian has a comma",
            f"write “{meant}”; “toc fmt” mends them all",
        )
    ]
    assert at(found[0]) == (1, 9)


@pytest.mark.parametrize("word", ["Şanlıurfa", "görüş", "çalışma", "işçi"])
def test_a_turkish_word_keeps_its_cedilla(word: str) -> None:
    """A word with a letter that only Turkish has is no legacy Romanian."""
    assert _told(f"a: {word}\n") == []


NO_BREAK = [
    ("goals:\n\xa0 a: A\n", {"goals": {"a": "A"}}, (2, 1)),
    ("goals:\xa0\n  a:\xa0\xa0A\n", {"goals": {"a": "A"}}, (1, 7)),
    ("links:\n  a -> b:\xa0C\n", {"links": {"a -> b": "C"}}, (2, 10)),
    ("tags:\n  -\xa0a\n", {"tags": ["a"]}, (2, 4)),
]


@pytest.mark.parametrize(("text", "data", "place"), NO_BREAK)
def test_a_no_break_space_that_holds_the_structure_is_read_and_told(
    text: str, data: Tree, place: tuple[int, int]
) -> None:
    """In the indentation, after a dash or a key it is read as the space that it looks like."""
    document = as_document(text)
    assert document.data == data
    assert {rule for rule, _, _ in told(document.findings)} == {"characters-stray"}
    assert at(document.findings[0]) == place


@pytest.mark.parametrize(
    "text", ["Anexa\xa05", "\xa05", "Notă:\xa0ceva", "ora 12:\xa030", "1990-\xa02000", "a\xa0#b"]
)
def test_a_no_break_space_inside_a_text_is_the_author_s(text: str) -> None:
    """Typographers need it after a colon, before a number and beside a dash."""
    document = as_document(f"a: {text}\nb: [{text}]\n")
    assert document.data == {"a": text, "b": [text]}
    assert document.findings == ()


def test_words_are_told_of_one_by_one() -> None:
    """Each word with a cedilla has its own finding, in order; the others have none."""
    assert [mend for _, _, mend in _told("a: şi ţi și deşi")] == [
        "write “și”; “toc fmt” mends them all",
        "write “ți”; “toc fmt” mends them all",
        "write “deși”; “toc fmt” mends them all",
    ]


def test_loose_accents_are_told_of_by_the_word() -> None:
    """A word from a PDF whose accents stand apart is shown and shown composed."""
    found = list(
        unwanted_characters(Source("a.yaml", "a: x\nb: ă\nc: o s\u0326coala\u0306 noua\n"))
    )
    assert told(found) == [
        (
            "characters-stray",
            "“s\u0326coala\u0306” is written with loose accents",
            "type it again: “școală”",
        )
    ]
    assert at(found[0]) == (3, 6)


def test_a_very_long_word_takes_no_longer_than_its_length() -> None:
    """A hundred thousand letters without a blank are searched once."""
    assert _told("é" * 100_000) == []
    assert len(_told("é" * 100_000 + "ş")) == 1
