"""Mending a file: the smallest edits, and nothing else is touched."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some
from theories import as_document, as_yaml, strategies, trees

from toc.model import Strategy
from toc.text.characters import CEDILLAS, STRAY, unwanted_characters
from toc.text.edits import mend
from toc.text.places import Tree
from toc.text.source import Source
from toc.text.writer import write_tree

ODD = "\u200b\xad\ufeff\u2028\x85\x0b\x1c\x07\ue000\xa0ŞşŢţ"
LETTERS = some.text("ab:-#'\"[]{},&*!|>? \n\t\r" + ODD + "s\u0327a\u0306\u0302ğ", max_size=60)
TYPED = some.lists(
    some.sampled_from(
        ["a:", " ", "  ", "\n", "\r\n", "- ", "# ", "ţară", "s\u0327i", "'", '"', "|\n", "b", *ODD]
    ),
    max_size=40,
).map("".join)


def mended(text: str) -> str:
    """Give a text as it is after mending."""
    return mend(Source("a.yaml", text)).source.text


def said(text: str) -> object:
    """Give what a text says, but for what is mended in it."""

    def clean(tree: Tree) -> object:
        if isinstance(tree, dict):
            return [(clean(key), clean(value)) for key, value in tree.items()]
        if isinstance(tree, list):
            return [clean(item) for item in tree]
        if not isinstance(tree, str):
            return tree
        return re.sub(r"\s", "", bare(tree))

    return clean(as_document(text).data)


def bare(text: str) -> str:
    """Give a text without what mending may touch."""
    return unicodedata.normalize("NFC", STRAY.sub("", text)).translate(CEDILLAS)


@given(LETTERS | TYPED)
def test_mending_twice_changes_nothing(text: str) -> None:
    """Whatever a text is, what was mended is not mended again."""
    again = mend(Source("a.yaml", mended(text)))
    assert (again.source.text, again.count) == (mended(text), 0)


@given(LETTERS | TYPED)
def test_a_mended_text_says_the_same(text: str) -> None:
    """Whatever a text is, nothing of what it says is lost, gained or moved."""
    assert said(mended(text)) == said(text)
    assert len(as_document(mended(text)).lost) <= len(as_document(text).lost)


@given(LETTERS | TYPED)
def test_nothing_else_is_touched(text: str) -> None:
    """But for the characters that are mended, every other one stands where it stood."""
    around = str.maketrans("", "", " \xa0")
    assert bare(mended(text)).translate(around) == bare(text).translate(around)


@given(strategies(), some.data())
def test_a_spoiled_strategy_is_mended_whole(strategy: Strategy, data: some.DataObject) -> None:
    """Strays and old letters in the texts of a strategy are mended back to what it was."""
    text = as_yaml(strategy)
    places = [match.start() for match in re.finditer(r"(?<=[a-z])[a-z](?=[a-z]{2})", text)]
    spoiled = text
    for place in sorted(
        data.draw(some.sets(some.sampled_from(places), max_size=8)) if places else [], reverse=True
    ):
        spoiled = spoiled[:place] + "\u200b" + spoiled[place:]
    assert mended(spoiled) == mended(text)


@given(trees())
def test_a_clean_text_is_left_alone(tree: Tree) -> None:
    """Where nothing is unwanted, not a character changes."""
    text = write_tree(tree) if isinstance(tree, dict) else ""
    if not list(unwanted_characters(Source("a.yaml", text))):
        done = mend(Source("a.yaml", text))
        assert (done.source.text, done.count, done.left) == (text, 0, 0)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("a: ţară\n", "a: țară\n"),
        ("a: ŞI ŢIE\n", "a: ȘI ȚIE\n"),
        ("a: s\u0327i\n", "a: și\n"),
        ("a: ţa\u0306ri\u200b\n", "a: țări\n"),
        ("a: b\u200bc\n", "a: bc\n"),
        ("a: b\u2028c\n", "a: b c\n"),
        ("a: b \u2028c\n", "a: b c\n"),
        ("a:\xa0b\n", "a: b\n"),
        ("\xa0\xa0a: b\n", "  a: b\n"),
        ("a: b\xa0c\n", "a: b\xa0c\n"),
        ("\u200ba: 1\r\nb\u200b: ş # ţ\r\n", "a: 1\r\nb: ș # ț\r\n"),
        ("a: 'ş''t'\nb: \"\\u0163 ţ\"\n", "a: 'ș''t'\nb: \"\\u0163 ț\"\n"),
        ("a: |\n  ţ\n\n  ş\u200b\nb: >-\n  ţ\n", "a: |\n  ț\n\n  ș\nb: >-\n  ț\n"),
        ("z: 1   # ţ\n\n\n# ş\na:   [ţ,   'ş']\n", "z: 1   # ț\n\n\n# ș\na:   [ț,   'ș']\n"),
        ("şc: 1\nlinks: {şc -> b: ş}\n", "șc: 1\nlinks: {șc -> b: ș}\n"),
        ("a: Işık ve ağaç\n", "a: Işık ve ağaç\n"),
        ("ţ", "ț"),
        ("", ""),
    ],
)
def test_what_is_mended(typed: str, text: str) -> None:
    """Letters and strays, in keys, texts and comments; quotes, order and line ends stay."""
    done = mend(Source("a.yaml", typed))
    assert (done.source.text, done.left) == (text, 0)
    assert done.count >= (typed != text)


@pytest.mark.parametrize(
    ("typed", "text", "left"),
    [
        ("a: \u200b- b\n", "a: \u200b- b\n", 1),
        ("a: \u200b# b\nc: ţ\n", "a: \u200b# b\nc: ț\n", 1),
        ("a: \u200b\n", "a: \u200b\n", 1),
        ("ş: 1\nș: 2\n", "ş: 1\nș: 2\n", 1),
    ],
)
def test_what_would_say_something_else_is_left(typed: str, text: str, left: int) -> None:
    """A character that alone keeps a text from being YAML stays, and is counted."""
    done = mend(Source("a.yaml", typed))
    assert (done.source.text, done.left) == (text, left)


@pytest.mark.parametrize("text", ["a: [ţ\n", "\tţ\n", "ţ: {\n", "a: b: ţ\n", "- ţ\n", "%ţ\n"])
def test_a_text_that_is_no_yaml_is_mended_with_care(text: str) -> None:
    """Where a file cannot be read as a whole, nothing is made worse."""
    assert said(mended(text)) == said(text)


@pytest.mark.parametrize(
    "hostile",
    [
        lambda number: f"  g{number}: \u200b# x\n",
        lambda number: f"  g{number}: \u200b- ţ\n",
        lambda number: f"  g{number}: ţară\u200b s\u0327i\n",
    ],
    ids=["all unsafe", "half unsafe", "all safe"],
)
def test_a_file_full_of_them_does_not_take_for_ever(hostile: Callable[[int], str]) -> None:
    """Hundreds of places are mended, or left, in time, and twice as once."""
    text = "toc: 1\ngoals:\n" + "".join(map(hostile, range(400)))
    begun = time.process_time()
    done = mend(Source("a.yaml", text))
    again = mend(done.source)
    assert time.process_time() - begun < 20
    assert (again.source.text, again.count, again.left) == (done.source.text, 0, done.left)
