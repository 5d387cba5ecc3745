"""Text of a strategy in Markdown: shown as it stands wherever it is put."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from toc.markdown import escaped
from toc.terminal import in_one_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLACES = {
    "paragraph": "{}",
    "heading": "# {}",
    "item": "1. {}",
    "cell": "| |\n| --- |\n| {} |",
}
LETTERS = st.text(st.sampled_from(list("aZ0 .:-+*_`~#@!|\\<>&;[](){}$=/\"'\t\n")) | st.characters())


def shown(text: str, place: str) -> str:
    """Give what a reader of Markdown shows of a text in some place, with nothing but text in it."""
    tokens = READER.parse(PLACES[place].format(text))
    inside = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inside} <= {"text", "text_special"}
    return "".join(child.content for child in inside).replace("\u200b", "")


@pytest.mark.parametrize("place", PLACES)
@given(text=LETTERS)
def test_a_text_is_shown_as_it_stands(place: str, text: str) -> None:
    """In a paragraph, a heading, a list or a table: no markup, and not a letter is lost."""
    meant = in_one_line(text).strip().replace("\u200b", "")
    assert shown(escaped(text), place) == meant


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ask @ana", "ask @&#8203;ana"),
        ("ana@example.org", "ana@&#8203;example.org"),
        ("see #12", "see #&#8203;12"),
        ("# title", "\\# title"),
        ("www.example.org", "www\\.example.org"),
        ("https://example.org", "https\\://example.org"),
        ("1. first", "1\\. first"),
        ("2) second", "2\\) second"),
        ("say :tada:", "say \\:tada:"),
        ("- item", "\\- item"),
        ("    code", "code"),
        ("a: b - c", "a: b - c"),
    ],
)
def test_nobody_is_called_and_nothing_is_linked(text: str, written: str) -> None:
    """A mention, an issue and an address are only text, on GitHub too."""
    assert escaped(text) == written


@pytest.mark.parametrize(
    "text", ["version 0.3", "10:00–12:00", "the survey (2026)", "permise_rapide", "a: b - c"]
)
def test_what_is_harmless_is_left_alone(text: str) -> None:
    """On a terminal, where a paper in Markdown is read as it is, no sign is there for nothing."""
    assert escaped(text) == text


@given(LETTERS)
def test_it_is_one_line(text: str) -> None:
    """Whatever comes in stays in its line."""
    assert not re.search(r"[\n\r\x0b\x0c\x85\u2028\u2029]", escaped(text))
