"""A text in one language or in several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from toc.findings import KEY
from toc.model import Text

WORDS = st.text(min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("language", "said"),
    [("ro", "Guvernare"), ("en", "Governance"), ("en-GB", "Governance"), ("hu", "Guvernare")],
)
def test_a_text_is_said_in_the_nearest_language(language: str, said: str) -> None:
    """The language itself, else its relative, else the original."""
    assert Text.of({"ro": "Guvernare", "en": "Governance"}).say(language) == said


@given(WORDS, st.sampled_from(("ro", "en", "hu", "sr-Cyrl")))
def test_a_text_in_one_language_is_that_text_in_all(wording: str, language: str) -> None:
    """What was never translated is said as it was written."""
    assert Text.of(wording).say(language) == wording


@given(st.dictionaries(st.sampled_from(("ro", "en", "hu", "sr-Cyrl", "ar")), WORDS, min_size=1))
def test_a_text_is_written_as_it_was_typed(wordings: dict[str, str]) -> None:
    """Reading and writing a text gives back every wording, in order."""
    assert Text.of(wordings).plain() == wordings
    assert Text.of(wordings).languages == tuple(wordings)


@pytest.mark.parametrize("tag", ["text", "romanian", "r", "ro_RO", "12"])
def test_what_is_no_language_is_refused_where_it_stands(tag: str) -> None:
    """Under a text stand language tags only, and the refusal points at the key."""
    with pytest.raises(ValidationError) as refused:
        Text.of({tag: "x"})
    assert refused.value.errors()[0]["loc"] == (tag, KEY)


@pytest.mark.parametrize("value", [3, ["a"], None, True])
def test_what_is_no_text_is_refused(value: object) -> None:
    """A number or a list is no text."""
    with pytest.raises(PydanticCustomError, match="a text is expected"):
        Text.of(value)


def test_equal_texts_are_equal_and_empty_ones_are_false() -> None:
    """A text can be compared, put in a set, and asked whether it says anything."""
    assert len({Text.of({"ro": "a", "en": "b"}), Text.of({"en": "b", "ro": "a"})}) == 1
    assert not Text.of("  ")
    assert Text.of("x")
