"""Causal links and the arrows that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import ids, strategies, texts

from toc.model import Strategy, link_ends
from toc.model.values import ID_PATTERN

BLANKS = st.sampled_from(("", " ", "  "))


@given(st.lists(ids(), min_size=1, max_size=3), ids(), BLANKS, st.sampled_from(("->", "→")))
def test_a_link_comes_apart_into_its_causes_and_its_effect(
    causes: list[str], effect: str, blank: str, arrow: str
) -> None:
    """Any ids, with either arrow and any blanks; an id that ends in a hyphen needs one."""
    left = f"{blank},{blank}".join(causes)
    gap = blank or (" " if causes[-1].endswith("-") else "")
    assert link_ends(f"{blank}{left}{gap}{arrow}{blank}{effect}{blank}") == (tuple(causes), effect)


ENDS = [
    ("a -> b", (("a",), "b")),
    ("a->b", (("a",), "b")),
    ("a → b", (("a",), "b")),
    ("a, b -> c", (("a", "b"), "c")),
    ("a-1 -> b-2", (("a-1",), "b-2")),
    ("a -> a", (("a",), "a")),
    ("a- -> b", (("a-",), "b")),
]


@pytest.mark.parametrize(("key", "ends"), ENDS)
def test_the_ways_to_write_a_link(key: str, ends: tuple[tuple[str, ...], str]) -> None:
    """Both arrows, with blanks or without, one cause or several."""
    assert link_ends(key) == ends


@pytest.mark.parametrize(
    "key",
    [
        "",
        "a",
        "->",
        "a ->",
        "-> b",
        "a -> b, c",
        "a -> b -> c",
        "a => b",
        "a - b",
        "a b -> c",
        "1 -> b",
        ", a -> b",
        "a,, b -> c",
        "ă -> b",
    ],
)
def test_what_is_no_link_has_no_ends(key: str) -> None:
    """Anything else is no link."""
    assert link_ends(key) is None


@given(texts())
def test_no_text_breaks_the_reading_of_links(text: str) -> None:
    """Any text is a link or is none."""
    ends = link_ends(text)
    assert ends is None or ends[1]


@given(strategies())
def test_every_cause_of_a_link_is_an_arrow(strategy: Strategy) -> None:
    """A link with two causes is two arrows that share its text and its key, in order."""
    arrows = list(strategy.arrows)
    for key, link in strategy.links.items():
        ends = link_ends(key)
        assert ends is not None
        for cause in ends[0]:
            arrow = arrows.pop(0)
            assert (arrow.cause, arrow.effect, arrow.key) == (cause, ends[1], key)
            assert arrow.link is link
            assert arrow.name == f"{cause} -> {ends[1]}"
            assert arrow.hinders == (link.role == "hinders")
            assert arrow.feeds_back == (link.feedback is not None)
    assert arrows == []


def test_an_id_is_plain_letters_digits_and_two_signs() -> None:
    """The pattern of ids is the format's."""
    assert ID_PATTERN == r"^[A-Za-z][A-Za-z0-9_-]*$"
