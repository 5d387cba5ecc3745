"""How lists of words are read, and what they find."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toc.lexicon
from toc.lexicon import Lexicon, words_of

LISTS = sorted(Path(toc.lexicon.__file__).parent.glob("*/*.txt"))

EXPRESSIONS = [
    ("increase*", "They increased trust", "increased"),
    ("increase*", "They increas trust", None),
    ("*ness", "Much kindness", "kindness"),
    ("*ness", "Nessie", None),
    ("by <number> %", "Rises by 20 % a year", "by 20 %"),
    ("by <number> %", "Rises by half", None),
    ("<number> people", "Some 150 people", "150 people"),
    ("go * through", "They go right through", "go right through"),
    ("cafe", "Un CAFÉ", "CAFÉ"),
    ("good will", "goodwill", None),
    ("a b", "a", None),
    ("=eficientă", "O primărie Eficientă", "Eficientă"),
    ("=eficientă", "O primărie eficienta\u0306", "eficienta\u0306"),
    ("=eficientă", "Eficiența primăriei", None),
    ("=eficientă", "O primarie eficienta", None),
    ("staff & board", "staff & board", "staff & board"),
]


@pytest.mark.parametrize(("expression", "wording", "found"), EXPRESSIONS)
def test_an_expression_stands_for_words(expression: str, wording: str, found: str | None) -> None:
    """Stars stand for beginnings and endings, a number for any digits, and case for nothing."""
    first = Lexicon({"xx": {"own": [expression]}}).first(wording, "xx", "own")
    assert (first.text if first else None) == found


EXCEPTIONS = [
    ("go through the year", None),
    ("not through it", None),
    ("through courses", "through"),
    ("go through the year, through courses", "through"),
]


@pytest.mark.parametrize(("wording", "found"), EXCEPTIONS)
def test_nothing_is_found_inside_an_exception(wording: str, found: str | None) -> None:
    """An exception is skipped as a whole, wherever it begins, and what follows is read."""
    lexicon = Lexicon({"xx": {"own": ["through", "!go through", "!through it", "!not through"]}})
    first = lexicon.first(wording, "xx", "own")
    assert (first.text if first else None) == found


def test_an_exception_is_stronger_than_the_same_expression() -> None:
    """A project takes away what our lists have."""
    assert Lexicon().first("served via a desk", "en", "means") is not None
    assert Lexicon({"en": {"means": ["!via"]}}).first("served via a desk", "en", "means") is None
    lexicon = Lexicon({"en": {"means": ["!via"]}})
    assert lexicon.length_at(words_of("via a desk"), 0, "en", "means") == 0


def test_a_list_may_say_what_to_write_instead() -> None:
    """What stands after the equals sign comes with the find."""
    lexicon = Lexicon({"xx": {"own": ["bad word = good word", "worse"]}})
    told = [(found.text, found.instead) for found in lexicon.each("Worse bad word", "xx", "own")]
    assert told == [("Worse", ""), ("bad word", "good word")]


def test_letters_with_combining_marks_are_one_word() -> None:
    """A text that was pasted in decomposed letters is read like any other."""
    assert [word.folded for word in words_of("Cres\u0326terea s\u0327i")] == ["cresterea", "si"]


def test_a_list_that_nobody_wrote_is_empty() -> None:
    """A missing list finds nothing, and says so."""
    lexicon = Lexicon()
    assert not lexicon.has("en", "no-such-list")
    assert lexicon.has("en", "doing")
    assert lexicon.first("anything", "en", "no-such-list") is None


@given(st.text(max_size=80), st.sampled_from(["doing", "vague", "means", "states"]))
def test_what_is_found_stands_in_the_text(wording: str, words: str) -> None:
    """Finds come in order, none overlaps another, and each is quoted as it stands."""
    end = 0
    for found in Lexicon().each(wording, "en", words):
        assert found.start >= end
        assert wording[found.start : found.end] == found.text
        end = found.end


@pytest.mark.parametrize("file", LISTS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_list_is_well_written(file: Path) -> None:
    """No line of ours is empty, blank at an end, written twice, or in legacy letters."""
    lines = file.read_text(encoding="utf-8").splitlines()
    expressions = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in lines if line != line.strip()] == []
    assert sorted(set(expressions)) == sorted(expressions)
    assert [line for line in lines if set("şţŞŢ").intersection(line)] == []


def test_long_texts_cost_little() -> None:
    """Reading is linear: a page of text takes a moment."""
    lexicon, page = Lexicon(), "Organizarea de cursuri și ateliere prin campanii, " * 400
    begun = perf_counter()
    for words in ("doing", "means", "vague", "states", "actors"):
        list(lexicon.each(page, "ro", words))
    assert perf_counter() - begun < 5
