"""What YAML loses in silence: each kind with its mend, and near misses in silence."""

from __future__ import annotations

import pytest
from theories import as_document, at, told

from toc.findings import Route
from toc.text.places import Tree

LOSES = "yaml-loses-text"

CUT_BY_A_COMMA = [
    (
        "target: {2028: 12,5}",
        [("5", "write 12.5, with a point", (1, 19))],
        {"target": {}},
        [("target", "2028")],
    ),
    (
        "target: {2026: 12,5, 2028: 13,5}",
        [("5", "write 12.5, with a point", (1, 19)), ("5", "write 13.5, with a point", (1, 31))],
        {"target": {}},
        [("target", "2026"), ("target", "2028")],
    ),
    (
        "target: {2026: -1,5, 2028: 7}",
        [("5", "write -1.5, with a point", (1, 19))],
        {"target": {"2028": "7"}},
        [("target", "2026")],
    ),
    (
        "links: {a, b -> c: r}",
        [("a", 'put quotes around the whole: "a, b -> c"', (1, 9))],
        {"links": {"b -> c": "r"}},
        [("links", "a")],
    ),
    (
        "links: {a -> b: first, then this}",
        [("then this", 'put quotes around the whole: "first, then this"', (1, 24))],
        {"links": {}},
        [("links", "a -> b")],
    ),
    (
        "goals: {x: one, two, y: three}",
        [("two", 'put quotes around the whole: "one, two"', (1, 17))],
        {"goals": {"y": "three"}},
        [("goals", "x")],
    ),
    (
        "goals: {x: {title: one, two}}",
        [("two", 'put quotes around the whole: "one, two"', (1, 25))],
        {"goals": {"x": {}}},
        [("goals", "x", "title")],
    ),
    (
        "goals: {x}",
        [("x", "give “x” a value, or put quotes around the whole text", (1, 9))],
        {"goals": {}},
        [("goals", "x")],
    ),
    (
        "goals: {x: [1], y}",
        [("y", "give “y” a value, or put quotes around the whole text", (1, 17))],
        {"goals": {"x": ["1"]}},
        [("goals", "x")],
    ),
    (
        "goals: {\n  x: one,\n  two\n  }",
        [("two", 'put quotes around the whole: "one, two"', (3, 3))],
        {"goals": {}},
        [("goals", "x")],
    ),
]


@pytest.mark.parametrize("pure", [False, True])
def test_a_colon_without_a_blank_in_brackets_is_told(*, pure: bool) -> None:
    """Between braces `a:b` is one word and no key with a value."""
    document = as_document("goals: {x:one, y: two}", pure=pure)
    assert told(document.findings) == [
        (LOSES, "YAML reads “x:one” as one word", "write a space after the colon: x: one")
    ]
    assert at(document.findings[0]) == (1, 9)
    assert document.data == {"goals": {"y": "two"}}
    assert document.lost == (("goals", "x:one"),)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "cuts", "data", "lost"), CUT_BY_A_COMMA)
def test_a_text_cut_by_a_comma_is_told_and_set_aside(
    text: str,
    cuts: list[tuple[str, str, tuple[int, int]]],
    data: Tree,
    lost: list[Route],
    *,
    pure: bool,
) -> None:
    """Between braces a comma ends a text: what is left of it is no value, and none is kept."""
    document = as_document(text, pure=pure)
    said = "the comma cuts the text: YAML reads “{}” as a key of its own"
    assert told(document.findings) == [(LOSES, said.format(key), mend) for key, mend, _ in cuts]
    assert [at(one) for one in document.findings] == [place for _, _, place in cuts]
    assert (document.data, list(document.lost)) == (data, lost)
    assert document.duplicates == ()


AFTER_A_HASH = [
    ("because: see #2", "#2", '"see #2"', (1, 14)),
    ("because: see   #2 and more  ", "#2 and more", '"see #2 and more"', (1, 16)),
    ("because: see\t#2", "#2", '"see #2"', (1, 14)),
    ("because: one\n  two #3", "#3", '"one two #3"', (2, 7)),
    ("a:\n  - see #2", "#2", '"see #2"', (2, 9)),
    ("{a: see #2\n}", "#2", '"see #2"', (1, 9)),
    ("color: #FF0000", "#FF0000", '"#FF0000"', (1, 8)),
    ("- #1\n- b", "#1", '"#1"', (1, 3)),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "lost", "whole", "place"), AFTER_A_HASH)
def test_a_text_cut_by_a_hash_is_told(
    text: str, lost: str, whole: str, place: tuple[int, int], *, pure: bool
) -> None:
    """What stands right after a `#` that follows a blank was no remark."""
    found = [one for one in as_document(text, pure=pure).findings if one.rule == LOSES]
    said = f"YAML reads “{lost}” as a comment"
    assert told(found) == [(LOSES, said, f"put quotes around the whole: {whole}")]
    assert at(found[0]) == place


LINKS_IN_BRACKETS = [
    ("tests: [a, b -> c]", "a, b -> c", "b -> c", (1, 9)),
    ("tests: [x, y, b → c]", "y, b → c", "b → c", (1, 12)),
    ("tests: [\n  a,\n  b -> c,\n]", "a, b -> c", "b -> c", (2, 3)),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "whole", "link", "place"), LINKS_IN_BRACKETS)
def test_a_link_cut_in_a_list_is_told(
    text: str, whole: str, link: str, place: tuple[int, int], *, pure: bool
) -> None:
    """In brackets, a link with two causes would fall apart; both readings are named."""
    document = as_document(text, pure=pure)
    assert told(document.findings) == [
        (
            LOSES,
            f"YAML reads “{whole}” as two things",
            f'put quotes around the link: "{link}" if it has one cause, "{whole}" if it has two',
        )
    ]
    assert at(document.findings[0]) == place


NEAR_MISSES = [
    "because: see # 2",
    "because: see#2",
    "because: 'see #2'",
    'because: "see" #2',
    "because: see  # a remark",
    "# because: see",
    "because: |\n  see #2\n",
    "because: >-\n  see #2\n",
    "target: {2028: 12.5}",
    'target: {2028: "12,5"}',
    "target:\n  2028: 12,5",
    "goals: {a: , b: c}",
    "goals: {a:  # later\n  , b: c}",
    "goals: {'a':b, \"c\" : d}",
    "goals: {a: ''}",
    "goals: {a: b,}",
    "goals: {}",
    "links: {'a, b -> c': r}",
    "links:\n  a, b -> c: first, then this",
    "tests: [b -> c]",
    "tests: [a -> b, b -> c]",
    "tests: [b -> c, a]",
    "tests: ['a', b -> c]",
    "tests: ['a, b -> c']",
    "tests:\n  - a\n  - b -> c",
    "tests: [a, 'b -> c']",
    "tests: [a, [b -> c]]",
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_loses_nothing_is_not_told(text: str, *, pure: bool) -> None:
    """Quotes, block style, remarks and empty values lose nothing."""
    assert told(as_document(text, pure=pure).findings) == []


@pytest.mark.parametrize("pure", [False, True])
def test_an_unquoted_colon_in_a_reason_names_the_quotes(*, pure: bool) -> None:
    """`: ` inside a text is a syntax error, told as one that quotes mend."""
    document = as_document("links:\n  a -> b: two things: this\n  c -> d: fine\n", pure=pure)
    assert told(document.findings) == [
        (
            "yaml-unreadable",
            "a colon and a space end the text here",
            "put quotes around the whole text",
        )
    ]
    assert at(document.findings[0]) == (2, 21)
    assert document.data == {"links": {"c -> d": "fine"}}
