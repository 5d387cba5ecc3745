"""A text in one language or in several, and which wording is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from theories import texts, words_in_languages

from toc.findings import KEY
from toc.model import Text
from toc.model.refusals import Refusal

TAGS = st.sampled_from(("ro", "en", "hu", "sr-Cyrl", "pt-BR", "pt", "ar"))


@given(texts(), TAGS)
def test_a_bare_wording_is_said_in_every_language(wording: str, tag: str) -> None:
    """What is written once, without a language, is what there is."""
    text = Text.of(wording)
    assert (text.say(tag), text.say(""), str(text), text.languages) == (wording,) * 3 + ((),)


@given(st.dictionaries(TAGS, texts(), min_size=1), TAGS)
def test_the_nearest_wording_is_said(wordings: dict[str, str], tag: str) -> None:
    """The wording of that language, else of a near one, else the first."""
    said = Text.of(wordings).say(tag)
    primary = tag.split("-", maxsplit=1)[0]
    near = [wording for other, wording in wordings.items() if other.split("-")[0] == primary]
    if tag in wordings:
        assert said == wordings[tag]
    elif near:
        assert said == near[0]
    else:
        assert said == next(iter(wordings.values()))


FALLBACKS = [
    ({"ro": "A", "en": "B"}, "en", "B"),
    ({"ro": "A", "en": "B"}, "en-GB", "B"),
    ({"ro": "A", "pt-BR": "B"}, "pt", "B"),
    ({"ro": "A", "pt-BR": "B"}, "pt-PT", "B"),
    ({"ro": "A", "sr-Cyrl": "B", "sr": "C"}, "sr-Latn", "B"),
    ({"ro": "A", "en": "B"}, "EN", "B"),
    ({"ro": "A", "en": "B"}, "hu", "A"),
    ({"ro": "A", "en": "B"}, "", "A"),
    ({"en": "B"}, "ro", "B"),
    ({"": "A", "en": "B"}, "ro", "A"),
    ({"": "A", "en": "B"}, "en", "B"),
]


@pytest.mark.parametrize(("wordings", "language", "said"), FALLBACKS)
def test_a_missing_language_falls_back(wordings: dict[str, str], language: str, said: str) -> None:
    """From the exact tag to its language, and from there to the original."""
    assert Text.of(wordings).say(language) == said


@given(words_in_languages(), TAGS, texts())
def test_a_translation_adds_one_wording_and_changes_none(
    said: str | dict[str, str], tag: str, wording: str
) -> None:
    """A translated text says the new wording, and all others as before."""
    text = Text.of(said)
    translated = text.translated(tag, wording)
    assert translated.say(tag) == wording
    assert all(
        translated.wordings[other] == text.wordings[other]
        for other in text.wordings
        if other != tag
    )
    assert Text.of(said) == text


@given(words_in_languages())
def test_equal_texts_are_one_key(said: str | dict[str, str]) -> None:
    """Equality, hash and the plain form agree."""
    text = Text.of(said)
    assert text == Text.of(text) == Text.of(text.plain())
    assert hash(text) == hash(Text.of(text.plain()))
    assert text.plain() == said


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("", False),
        ("  ", False),
        ({"ro": "", "en": " "}, False),
        ({"ro": "", "en": "x"}, True),
        ("x", True),
    ],
)
def test_an_empty_text_says_nothing(said: str | dict[str, str], *, says: bool) -> None:
    """A text is true when anything is said in any language."""
    assert bool(Text.of(said)) is says


def test_a_text_cannot_be_changed() -> None:
    """Neither its wordings nor the mapping that they stand in."""
    said = {"ro": "A"}
    text = Text.of(said)
    said["ro"] = "B"
    assert str(text) == "A"
    with pytest.raises(TypeError):
        text.wordings["ro"] = "B"  # type: ignore[index]
    with pytest.raises(AttributeError):
        text.wordings = {}  # type: ignore[misc]


@pytest.mark.parametrize("value", [5, None, ["a"], True])
def test_what_is_no_text_is_refused(value: object) -> None:
    """Only a wording, or wordings by language, are a text."""
    with pytest.raises(Refusal, match="a text is expected here"):
        Text.of(value)


@pytest.mark.parametrize("tag", ["text", "romana", "r", "ro_RO", "12", "ro-"])
def test_what_is_no_language_is_refused_where_it_stands(tag: str) -> None:
    """Under a text stand language tags only, and the refusal points at the key."""
    with pytest.raises(ValidationError) as caught:
        Text.of({tag: "x"})
    assert [details["loc"] for details in caught.value.errors()] == [(tag, KEY)]


def test_all_that_is_wrong_with_a_text_is_told_at_once() -> None:
    """Every bad tag and every bad wording has its own refusal, at its own key."""
    with pytest.raises(ValidationError) as caught:
        Text.of({"romana": "A", "en": ["B"], "ro": "C", "1": "D"})
    assert [details["loc"] for details in caught.value.errors()] == [
        ("romana", KEY),
        ("en",),
        ("1", KEY),
    ]
