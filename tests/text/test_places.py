"""Where keys and values stand: packed into integers, found by route."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import as_document

from toc.findings import KEY, Route
from toc.text.places import ends, pack

TEXT = """\
goals:
  equal:
    title: Equal access
    for: [all, some]
    due:
  other: Another
reviews: {r: {decisions: [{about: x}]}}
"""


@given(st.integers(0, 2**26), st.integers(0, 2**26))
def test_a_packed_stretch_unpacks(start: int, length: int) -> None:
    """Any stretch of the largest file is one integer and back."""
    assert ends(pack(start, start + length)) == (start, start + length)


@pytest.mark.parametrize(
    ("route", "marked"),
    [
        (("goals",), "goals"),
        (("goals", "equal"), "equal"),
        (("goals", "equal", KEY), "equal"),
        (("goals", "equal", "title"), "Equal access"),
        (("goals", "equal", "title", KEY), "title"),
        (("goals", "equal", "title", "en"), "Equal access"),
        (("goals", "equal", "for"), "for"),
        (("goals", "equal", "for", 1), "some"),
        (("goals", "equal", "for", 7), "for"),
        (("goals", "equal", "due"), "due"),
        (("goals", "equal", "missing"), "equal"),
        (("goals", "equal", "missing", "deeper"), "equal"),
        (("goals", "other"), "Another"),
        (("goals", "other", KEY), "other"),
        (("goals", "nobody"), "goals"),
        (("reviews", "r", "decisions", 0, "about"), "x"),
        (("reviews", "r", "decisions", 0, "because"), "{"),
        (("nothing",), ""),
        ((), ""),
    ],
)
def test_a_route_marks_the_nearest_thing_that_is_there(route: Route, marked: str) -> None:
    """A scalar is marked itself, a block by its key, what is missing by what is around it."""
    document = as_document(TEXT)
    span = document.locate(route)
    line = document.source.line(span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    found = line[span.column - 1 : end]
    assert found.startswith(marked) if marked == "{" else found == marked
