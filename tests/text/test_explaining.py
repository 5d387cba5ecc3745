"""A syntax error in the author's words: what is so, what to type, and where."""

from __future__ import annotations

import pytest
from theories import as_document, at, told

COLON = ("a colon and a space end the text here", "put quotes around the whole text")
TAB = ("a tab stands where only spaces may", "indent with spaces")
QUOTE = (
    "this quote is never closed",
    "close it, or write “''” for an apostrophe inside single quotes",
)
CURLY = (
    "this quote is never closed",
    "close it with a straight quote: a curly one (”) is a letter like others",
)
GOES_ON = (
    "the text goes on after the quote that closes it",
    "put the other kind of quotes around the whole text",
)
BACKSLASH = (
    "a backslash inside double quotes means something else to YAML",
    "use single quotes, or write two backslashes",
)
BEGINS = ("a text cannot begin with this character", "put quotes around the whole text")
BRACKET = (
    "a bracket is opened here and not closed, or a comma is missing",
    "close it, and put quotes around texts with commas or colons",
)
NO_COLON = (
    "a key without “: ” after it",
    "write “key: value”, or indent the line under the text that it belongs to",
)
INDENT = (
    "the indentation does not fit the lines above",
    "let entries of one list or section begin in the same column",
)

ERRORS = [
    ("a: b: c", COLON, (1, 5)),
    ("a: b:", COLON, (1, 5)),
    ("a: Titlu: subtitlu", COLON, (1, 9)),
    ("a:\n\tb: c", TAB, (2, 1)),
    ("a: b\n\tc", TAB, (2, 1)),
    ("a:\n  - b\n\t- c", TAB, (3, 1)),
    ('a: "b', QUOTE, (1, 4)),
    ("a: 'b", QUOTE, (1, 4)),
    ("a: 'b\n\n", QUOTE, (1, 4)),
    ('a: "Bun venit”', CURLY, (1, 4)),
    ('a: "Bun venit”\nb: c\n', CURLY, (1, 4)),
    ("a: 'it's'", GOES_ON, (1, 8)),
    ('a: "Bun venit" la ghișeu', GOES_ON, (1, 16)),
    (r'a: "C:\Users"', BACKSLASH, (1, 9)),
    (r'a: "C:\date"', BACKSLASH, (1, 8)),
    (r'a: "\x4"', BACKSLASH, (1, 7)),
    ("a: @b", BEGINS, (1, 4)),
    ("a: `b`", BEGINS, (1, 4)),
    ("a: %b", BEGINS, (1, 4)),
    ("a: *", BEGINS, (1, 4)),
    ("a: * b", BEGINS, (1, 4)),
    ("a: & b", BEGINS, (1, 4)),
    ("a: !ț", BEGINS, (1, 4)),
    ("a: }", BEGINS, (1, 4)),
    ("a:\n  , b: c", BEGINS, (2, 3)),
    ("a: [b, c", BRACKET, (1, 4)),
    ("a: {b: c", BRACKET, (1, 4)),
    ("a: [b c: d e: f]", BRACKET, (1, 4)),
    ("a: ]", BEGINS, (1, 4)),
    ("a: 1\nb\nc: 2", NO_COLON, (2, 1)),
    ("a: 1\nb\n", NO_COLON, (2, 1)),
    ("a:\n  b: 1\n c: 2", INDENT, (3, 2)),
    ("a:\n  b:\n    c: 1\n   d: 2", INDENT, (4, 4)),
    ("a: |x\n  b", ("this cannot be read as YAML", None), (1, 5)),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "said", "place"), ERRORS)
def test_an_error_says_what_is_so_and_what_to_type(
    text: str, said: tuple[str, str | None], place: tuple[int, int], *, pure: bool
) -> None:
    """Each mistake that people make has its sentence and its mend, where it was made."""
    message, mend = said
    document = as_document(text, pure=pure)
    found = told(document.findings)
    assert [(rule, text, mend and way) for rule, text, way in found] == [
        ("yaml-unreadable", message, mend)
    ]
    assert at(document.findings[0]) == place


@pytest.mark.parametrize("pure", [False, True])
def test_brackets_without_end_are_not_read_to_their_end(*, pure: bool) -> None:
    """Each level costs more than the one before it: 5000 of them would take minutes."""
    document = as_document("a: " + "[" * 5000, pure=pure)
    assert told(document.findings) == [
        (
            "yaml-unreadable",
            "brackets or indentation go more than 64 levels deep",
            "split the strategy, and look for a bracket that is never closed",
        )
    ]
    assert at(document.findings[0]) == (1, 68)
