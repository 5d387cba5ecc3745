"""Messages: a template and its values now, a language when it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import texts, words_in_languages

from toc.model import Text
from toc.words import LANGUAGES, ORIGINAL, Chain, Message, Sayable, catalogue, say, spoken


@given(texts(), st.sampled_from(LANGUAGES))
def test_a_value_is_said_as_it_is(value: str, language: str) -> None:
    """Braces, percent signs and markup in an author's words are an author's words."""
    message = Message("the file {path} is empty", {"path": value + "{path} %s {0}"})
    assert value + "{path} %s {0}" in message.say(language)


@given(words_in_languages(), st.sampled_from(LANGUAGES))
def test_what_can_say_itself_is_said_in_the_same_language(
    said: str | dict[str, str], language: str
) -> None:
    """A title, or another message, stands in a message in the language of the whole."""
    text = Text.of(said)
    assert Message("{title}!", {"title": text}).say(language) == f"{text.say(language)}!"
    inner = Message("there is no such day as {date}", {"date": "x"})
    assert Message("{what}!", {"what": inner}).say(language) == f"{inner.say(language)}!"


SAID: list[tuple[object, str]] = [
    ("text", "text"),
    (5, "5"),
    (2.5, "2.5"),
    (None, "None"),
    ([], ""),
    (["a", 1, ["b", "c"]], "a, 1, b, c"),
    (("a", Message("x {y}", {"y": ["z", "w"]})), "a, x z, w"),
    (Chain(("a", Text.of({"ro": "b", "en": "c"}))), "a → c"),
    (Chain(()), ""),
]


@pytest.mark.parametrize(("value", "words"), SAID)
def test_any_value_has_a_wording(value: object, words: str) -> None:
    """Lists are joined, chains have arrows, and everything else is itself."""
    assert say(value, "en") == words


@pytest.mark.parametrize("language", ["en", "ro", "hu", "ro-MD", "en-GB", "", "xx-yy"])
def test_a_message_without_a_translation_is_said_in_english(language: str) -> None:
    """A new message, and a language that nobody translated into, are no fault."""
    assert Message("nobody ever wrote {this}", {"this": "x"}).say(language) == "nobody ever wrote x"


def test_a_message_is_said_in_romanian() -> None:
    """The catalogue is there and in use."""
    message = Message("“{id}” is written twice", {"id": "a"})
    assert message.say("en") == "“a” is written twice"
    assert message.say("ro") != message.say("en")
    assert "a" in message.say("ro-MD")
    assert message.say("ro-MD") == message.say("ro_RO.UTF-8") == message.say("ro")


@pytest.mark.parametrize(
    ("count", "english", "romanian"),
    [
        (0, "0 links", "0 legături"),
        (1, "1 link", "1 legătură"),
        (2, "2 links", "2 legături"),
        (19, "19 links", "19 legături"),
        (20, "20 links", "20 de legături"),
        (101, "101 links", "101 legături"),
    ],
)
def test_a_count_chooses_its_form(count: int, english: str, romanian: str) -> None:
    """Romanian has three forms, and `de` from twenty on."""
    message = Message("{count} link", {"count": count}, plural="{count} links")
    assert (message.say("en"), message.say("ro")) == (english, romanian)


SPOKEN = [
    ("en", "en"),
    ("ro", "ro"),
    ("RO", "ro"),
    ("ro-RO", "ro"),
    ("ro_MD.UTF-8", "ro"),
    ("ro.UTF-8", "ro"),
    ("en-GB", "en"),
    ("hu", "en"),
    ("C.UTF-8", "en"),
    ("", "en"),
    ("rom", "en"),
]


@pytest.mark.parametrize(("tag", "language"), SPOKEN)
def test_the_nearest_of_our_languages_is_spoken(tag: str, language: str) -> None:
    """Language tags, locales, and what is none of these."""
    assert spoken(tag) == language


def test_english_needs_no_catalogue() -> None:
    """The original is what the code says; a language without a file is said in it."""
    for language in (ORIGINAL, "hu"):
        assert catalogue(language).gettext("unchanged") == "unchanged"


def test_whatever_can_be_said_is_sayable() -> None:
    """A message, a chain and a text of the model share one protocol; a plain text needs none."""
    assert isinstance(Message("a"), Sayable)
    assert isinstance(Chain(()), Sayable)
    assert isinstance(Text.of("a"), Sayable)
    assert not isinstance("a", Sayable)


def test_equal_messages_are_one() -> None:
    """A message is a value: it can be compared and counted."""
    assert Message("a {b}", {"b": 1}) == Message("a {b}", {"b": 1}) != Message("a {b}", {"b": 2})
    assert hash(Message("a {b}", {"b": 1})) == hash(Message("a {b}", {"b": [2]}))
