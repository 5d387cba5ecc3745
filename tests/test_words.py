"""Messages: a template and its values now, a language when it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Message as Translated
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from theories import texts, words_in_languages

from toc.model import Text
from toc.words import (
    CATALOGUES,
    DOMAIN,
    LANGUAGES,
    ORIGINAL,
    Chain,
    Message,
    Sayable,
    catalogue,
    say,
    spoken,
)

TRANSLATED = [language for language in LANGUAGES if language != ORIGINAL]


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
        (21, "21 links", "21 de legături"),
        (100, "100 links", "100 de legături"),
        (101, "101 links", "101 legături"),
        (119, "119 links", "119 legături"),
        (120, "120 links", "120 de legături"),
        (1_001, "1001 links", "1001 legături"),
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


@pytest.mark.parametrize(("count", "said"), [(0, "0 untolds"), (1, "1 untold"), (2, "2 untolds")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_without_a_translation_is_english(language: str, count: int, said: str) -> None:
    """Until somebody translates it, it has the two forms of English."""
    message = Message("{count} untold", {"count": count}, plural="{count} untolds")
    assert message.say(language) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["{x}", "{", "}", "{0}", "{{}}", "{id.__class__}", "%s", "\\1"])
def test_a_value_is_no_template(value: str, language: str) -> None:
    """However deep it is nested, what an author wrote is told as it was written."""
    inner = Message("“{id}” has no title", {"id": value})
    outer = Message("untold: {all}", {"all": [inner, Chain((value,))]})
    assert inner.say(language).count(value) == 1
    assert outer.say(language) == f"untold: {inner.say(language)}, {value}"


def _translated(language: str, *, ours: bool = True) -> Iterator[tuple[list[str], list[str]]]:
    """Give the English forms of every template of ours, or of argparse, and the others."""
    file = CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with file.open("rb") as stream:
        found = [message for message in read_po(stream) if message.id]
    for message in found:
        places = {place for place, _ in message.locations}
        if any(place.endswith(".py") for place in places) if ours else "argparse" in places:
            yield _forms(message)


def _forms(message: Translated) -> tuple[list[str], list[str]]:
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    said = message.string or ()
    return ids, [said] if isinstance(said, str) else list(said)


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_template_can_be_said(language: str) -> None:
    """With a value for each of its names, in every number, and nothing left between braces."""
    templates = list(_translated(language))
    assert templates
    for ids, _ in templates:
        names = _names(ids[-1])
        for count in (1, 2, 20) if len(ids) > 1 else ("<count>",):
            values = {name: f"<{name}>" for name in names} | {"count": count}
            said = Message(ids[0], values, *ids[1:]).say(language)
            told = set(re.findall("<([a-z_]+)>", said))
            assert told == (names - {"count"} if len(ids) > 1 else names), said
            assert not set(said) & set("{}"), said


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_the_same_values(language: str) -> None:
    """No form leaves out a value, but for the number where it may say “one”."""
    for ids, said in _translated(language):
        assert all(_names(form) | {"count"} == _names(ids[-1]) | {"count"} for form in said), said
        assert _names(said[-1]) == _names(ids[-1])


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_parser_of_arguments_finds_its_values(language: str) -> None:
    """Where a template is of Python's own argument parser, its values fit as well."""
    theirs = list(_translated(language, ours=False))
    assert theirs
    mark = re.compile(r"%(?:\(\w+\))?[srd]")
    for ids, said in theirs:
        assert [sorted(mark.findall(form)) for form in said] == [sorted(mark.findall(ids[0]))]
