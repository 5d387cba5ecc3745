"""Wrong calls: one tree, English in a traceback, any of our languages for people."""

from __future__ import annotations

import inspect

import pytest

from toc import errors
from toc.errors import StrategyError, TocError, UnknownNameError
from toc.findings import Finding
from toc.words import Message

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, TocError) and kind is not StrategyError
]
EMPTY = Message("the file is empty")


def test_the_tree_is_the_one_that_is_drawn() -> None:
    """Every error has its line in the drawing, and is a branch of the one root."""
    drawn = [
        line.split()[0].strip("├└─") or line.split()[1]
        for line in (errors.__doc__ or "").split("```")[1].splitlines()[1:]
        if line
    ]
    assert sorted(drawn) == errors.__all__
    assert all(issubclass(getattr(errors, name), TocError) for name in errors.__all__)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_said_in_english_and_in_other_languages(kind: type[TocError]) -> None:
    """Its text is English, whoever runs the program; its message can be said in Romanian."""
    error = kind(EMPTY)
    assert str(error) == "the file is empty"
    assert error.message.say("ro") == "fișierul este gol"


def test_values_are_in_the_text() -> None:
    """The text of an error is the whole sentence, nested messages included."""
    inner = Message("the file {path} is {what}", {"path": "a.yaml", "what": EMPTY})
    assert str(UnknownNameError(inner)) == "the file a.yaml is the file is empty"


def test_what_was_found_travels_with_the_error() -> None:
    """Whoever catches it has every finding, in order, and cannot add to them."""
    found = [Finding(rule, EMPTY, EMPTY) for rule in ("yaml-unreadable", "key-unknown")]
    error = StrategyError(EMPTY, found)
    assert error.findings == tuple(found)
    assert str(error) == "the file is empty"
    found.clear()
    assert [finding.rule for finding in error.findings] == ["yaml-unreadable", "key-unknown"]
