"""Plain data written as YAML reads back as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from theories import as_document, ids, told, trees

from toc.text.places import Tree
from toc.text.writer import write_tree


@given(st.dictionaries(ids(), trees(), max_size=4))
@example({"a": {"b": "no", "c": "1_0", "d": "=", "e": "~", "f": "null", "g": "", "h": None}})
@example({"a": ["x", "y -> z"], "b": ["x", "y, z -> a"], "c": [[], {}, None, "", "a: b"]})
@example({"a": {"b": "see #2", "c": "- x", "d": "'", "e": "x\u2028y", "f": "a\nb\n", "g": " x "}})
@example({"a": {"b, c -> d": "e", "f: g": "h", "#i": "j", "? k": "l", "no": "m", "": "n"}})
def test_any_tree_reads_back_as_it_was_written(tree: dict[str, Tree]) -> None:
    """Whatever texts, lists and mappings hold, nothing is lost and nothing is found."""
    for pure in (False, True):
        document = as_document(write_tree(tree), pure=pure)
        assert document.data == tree
        assert [one for one in told(document.findings) if one[0] != "characters-stray"] == []
        assert document.duplicates == ()


@pytest.mark.parametrize(
    "typed", ["17.10", "12:30", "2026-03-14", "0256493610", "+40", "a b", "12,5"]
)
def test_numbers_and_dates_need_no_quotes(typed: str) -> None:
    """What is text here anyway is written as a person would type it."""
    assert write_tree({"a": typed}) == f"a: {typed}\n"


@pytest.mark.parametrize("typed", ["no", "yes", "null", "~", "=", "<<", "", "- x", "a: b", "x #y"])
def test_what_other_readers_would_take_for_something_else_is_quoted(typed: str) -> None:
    """A file that was written here means the same to every YAML reader."""
    assert write_tree({"a": typed})[3] in "'\""
