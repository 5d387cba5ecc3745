"""A syntax error in the author's words, and what to type instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.text import refusing
from toc.text.building import MAX_DEPTH
from toc.text.parsing import YamlError, events, next_event, trouble
from toc.text.source import unreadable
from toc.words import Message

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.text.building import Builder

__all__ = ["explain", "no_key"]

_SMALL = 10_000

_QUOTES = Message("put quotes around the whole text")

_BEGINS = (Message("a text cannot begin with this character"), _QUOTES)
_BACKSLASH = (
    Message("a backslash inside double quotes means something else to YAML"),
    Message("use single quotes, or write two backslashes"),
)
_NO_COLON = (
    Message("a key without “: ” after it"),
    Message("write “key: value”, or indent the line under the text that it belongs to"),
)
_TAB = "found character '\\t'"
_NO_BEGINNING = "that cannot start any token"
_MARKS = ("while scanning an a", "while scanning a tag", "while parsing a tag")
_AFTER_A_QUOTE = "found text after a quote"
# What either parser says, in part, to what a strategy's author should be told.
_EXPLANATIONS = (
    (
        _AFTER_A_QUOTE,
        Message("the text goes on after the quote that closes it"),
        Message("put the other kind of quotes around the whole text"),
    ),
    (
        "mapping values are not allowed",
        Message("a colon and a space end the text here"),
        _QUOTES,
    ),
    (
        _TAB,
        Message("a tab stands where only spaces may"),
        Message("indent with spaces"),
    ),
    *((key, *_BACKSLASH) for key in ("escape", "hexdecimal")),
    (
        "quoted scalar",
        Message("this quote is never closed"),
        Message("close it, or write “''” for an apostrophe inside single quotes"),
    ),
    *((key, *_BEGINS) for key in (_NO_BEGINNING, *_MARKS)),
    (
        "flow ",
        Message("a bracket is opened here and not closed, or a comma is missing"),
        Message("close it, and put quotes around texts with commas or colons"),
    ),
    ("could not find expected ':'", *_NO_COLON),
    (
        "while parsing a block",
        Message("the indentation does not fit the lines above"),
        Message("let entries of one list or section begin in the same column"),
    ),
)
_OTHERWISE = (
    Message("this cannot be read as YAML"),
    Message("write “key: value”, and put quotes around texts with special characters"),
)
_CURLY = re.compile("[“”„‘’]")
_TOLD_AT_ITS_BEGINNING = ("quoted scalar", "flow ", "could not find expected ':'", *_MARKS)


def explain(builder: Builder, error: YamlError, start: int, end: int) -> Finding:
    """Turn a parser's complaint about a stretch of text into a finding.

    Small stretches are given to the Python parser, so that the words and the place do
    not depend on which parser is installed.
    """
    if end - start <= _SMALL:
        try:
            error = _pure_error(builder.text[start:end]) or error
        except _TooDeepError as deep:
            span = builder.source.span(start + deep.at, start + deep.at + 1)
            return unreadable(*refusing.too_deep(MAX_DEPTH), span)
    problem, at, begun = trouble(error)
    key, message, mend = _explanation(_seen(builder.text[start : start + at + 1], at, problem))
    if key in _TOLD_AT_ITS_BEGINNING and begun is not None:
        at = begun
    offset = min(start + at, max(start, end - 1))
    line = builder.text[offset:end].partition("\n")[0]
    if key == "quoted scalar" and _CURLY.search(line):
        mend = Message("close it with a straight quote: a curly one (”) is a letter like others")
    return unreadable(message, mend, builder.source.span(offset, offset + 1))


def no_key(builder: Builder, start: int, end: int) -> Finding:
    """Tell that a stretch among keys and their values is a text alone."""
    text = builder.text[start:end]
    begun = start + len(text) - len(text.lstrip())
    return unreadable(*_NO_COLON, builder.source.span(begun, start + len(text.rstrip())))


def _seen(text: str, at: int, problem: str) -> str:
    """Say what a person sees where the parser only knows what it did not expect."""
    if text.startswith("\t", at):
        return _TAB
    if problem.startswith("while parsing a block"):
        if text[:at].rstrip(" \t").endswith(("'", '"')):
            return _AFTER_A_QUOTE
        if text.startswith(("]", "}", ","), at):
            return _NO_BEGINNING
    return problem


def _explanation(problem: str) -> tuple[str, Message, Message]:
    for key, message, mend in _EXPLANATIONS:
        if key in problem:
            return key, message, mend
    return ("", *_OTHERWISE)


class _TooDeepError(Exception):
    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def _pure_error(text: str) -> YamlError | None:
    """Read it for the complaint; no deeper than anything is read, for each level costs more."""
    get_event = next_event(text, pure=True)
    depth = 0
    try:
        while (event := get_event()) is not None:
            if isinstance(event, events.CollectionEndEvent):
                depth -= 1
            elif depth > MAX_DEPTH:
                raise _TooDeepError(event.start_mark.index)
            elif isinstance(event, events.CollectionStartEvent):
                depth += 1
    except YamlError as error:
        return error
    return None
