"""After a syntax error: what can be read is read, and what cannot is one entry, or less."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import as_document, at, told

from toc.findings import Route
from toc.text.places import Tree

ENTRIES: tuple[tuple[str, Tree], ...] = (
    ("  {key}: A plain title\n", "A plain title"),
    ("  {key}: 'It''s quoted'   # with a remark\n", "It's quoted"),
    ('  {key}: "with \\"escapes\\" and: colons"\n', 'with "escapes" and: colons'),
    ("  {key}: [one, two]\n", ["one", "two"]),
    ("  {key}: {{title: T, for: [a, b]}}\n", {"title": "T", "for": ["a", "b"]}),
    (
        "  {key}: {{\n    title: T,\n    for: [\n      a\n    ]\n  }}\n",
        {"title": "T", "for": ["a"]},
    ),
    ("  {key}:\n    title: T\n    for: [a]\n\n", {"title": "T", "for": ["a"]}),
    (
        "  {key}:\n    title: >-\n      folded\n      text\n    due: 2026\n",
        {"title": "folded text", "due": "2026"},
    ),
    ("  {key}: |\n    # no remark\n\n    literal: text\n", "# no remark\n\nliteral: text\n"),
    ("  {key}:\n    of:\n    - a\n    - b\n    in:\n      - c\n", {"of": ["a", "b"], "in": ["c"]}),
    ("  # about it\n  {key}:\n", None),
    ("  {key}: one\n    two\n", "one two"),
)
BROKEN = (
    '  {key}: "never closed\n',
    "  {key}: 'never closed\n",
    "  {key}: [never, closed\n",
    "  {key}: {{title: never closed\n",
    "  {key}: one: two\n",
    "  {key}: 'it's'\n",
    "  {key}: @home\n",
    "\t{key}: with a tab\n",
    "  {key}:\n    title: 'x\n    due: 2026\n",
    "  {key}:\n\t\ttitle: x\n",
    "  {key}:\n    title: x\n   due: 2026\n",
    "  {key}: x\n    - y: z: q\n",
    "  {key}:\n    of: [a\n    in: b\n",
)
SECTIONS = ("needs", "goals", "links", "x-own")


@dataclass(frozen=True)
class Part:
    route: Route
    lines: str
    value: Tree


@st.composite
def _parts(draw: st.DrawFn) -> list[list[Part]]:
    found: list[list[Part]] = []
    for section in draw(st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True)):
        written = draw(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=4))
        keys = [f"k{number}" for number, _ in enumerate(written)]
        found.append(
            [
                Part((section, key), lines.format(key=key), value)
                for key, (lines, value) in zip(keys, written, strict=True)
            ]
        )
    return found


def _text(sections: list[list[Part]]) -> str:
    return "toc: 1\n" + "".join(
        f"\n{parts[0].route[0]}:\n" + "".join(part.lines for part in parts) for parts in sections
    )


def _under(tree: Tree, route: Route) -> Tree:
    for step in route:
        assert isinstance(tree, dict)
        tree = tree[str(step)]
    return tree


@given(_parts(), st.data())
def test_one_broken_entry_loses_only_itself(
    sections: list[list[Part]], data: st.DataObject
) -> None:
    """All other entries are read, and the finding stands on the lines of the broken one."""
    parts = [part for section in sections for part in section]
    chosen = data.draw(st.sampled_from(parts))
    lines = data.draw(st.sampled_from(BROKEN)).format(key=chosen.route[1])
    broken = Part(chosen.route, lines, None)
    text = _text([[broken if part is chosen else part for part in section] for section in sections])
    for pure in (False, True):
        document = as_document(text, pure=pure)
        for part in parts:
            if part is not chosen:
                assert _under(document.data, part.route) == part.value
        assert {route[:2] for route in document.lost} == {chosen.route}
        first = text.index(lines)
        lowest = text[:first].count("\n") + 1
        for one in document.findings:
            assert lowest <= at(one)[0] < lowest + lines.count("\n")


@given(_parts())
def test_a_clean_text_needs_no_mending(sections: list[list[Part]]) -> None:
    """The entries of these tests are no fault of their own."""
    document = as_document(_text(sections))
    assert document.findings == ()
    for part in (part for section in sections for part in section):
        assert _under(document.data, part.route) == part.value


@given(_parts(), st.integers(1, 6), st.data())
def test_places_stay_true_after_an_error(
    sections: list[list[Part]], many: int, data: st.DataObject
) -> None:
    """What was read piece by piece stands where it stands, keys and values alike."""
    text = _text(sections) + "".join(f"broken{number}: 'x\n" for number in range(many))
    document = as_document(text)
    part = data.draw(st.sampled_from([part for section in sections for part in section]))
    span = document.locate((*part.route, "[key]"))
    line = document.source.line(span.line)
    assert line[span.column - 1 : span.end_column - 1] == part.route[1]


MENDED = [
    ("a: 'x\nb: " + "[" * 100 + "\nc: C\n", {"c": "C"}, [("a",), ("b",)]),
    ("goals:\n  a: 'x\n  b: B\n", {"goals": {"b": "B"}}, [("goals", "a")]),
    ("goals:\n  a: 'x\ngoals:\n  b: B\n", {"goals": {"b": "B"}}, [("goals", "a")]),
    ("a: 'x\nb: 'y\nc: C\n", {"c": "C"}, [("a",), ("b",)]),
    (
        "goals:\n  a:\n    title: 'x\n    due: 2026\n",
        {"goals": {"a": {"due": "2026"}}},
        [("goals", "a", "title")],
    ),
    (
        "reviews:\n  r:\n    decisions:\n      - about: x\n      - because: 'y\n    title: R\n",
        {"reviews": {"r": {"title": "R"}}},
        [("reviews", "r", "decisions")],
    ),
    (
        "strategy:\n  languages:\n  - ro\n  - en\n  title: 'x\n",
        {"strategy": {"languages": ["ro", "en"]}},
        [("strategy", "title")],
    ),
    ('goals:\n  "a": A\n  "b c": \'x\n', {"goals": {"a": "A"}}, [("goals", "b c")]),
    ("links:\n  a -> b: 'x\n  b -> c: y\n", {"links": {"b -> c": "y"}}, [("links", "a -> b")]),
    ("goals:\n  a: A\n  loose\n  b: 'x\n", {"goals": {"a": "A"}}, [("goals",), ("goals", "b")]),
    ("goals: {a: A, b: 'x}\nneeds: {c: C}\n", {"needs": {"c": "C"}}, [("goals",)]),
    ("---\na: 'x\nb: B\n", {"b": "B"}, [("a",)]),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "data", "lost"), MENDED)
def test_what_is_lost_is_as_little_as_can_be(
    text: str, data: Tree, lost: list[Route], *, pure: bool
) -> None:
    """A field, else an entry, else a section: the smallest piece that holds the error."""
    document = as_document(text, pure=pure)
    assert (document.data, list(document.lost)) == (data, lost)
    assert len(document.findings) == len(lost)


@pytest.mark.parametrize("pure", [False, True])
def test_nothing_is_told_twice_after_an_error(*, pure: bool) -> None:
    """What was found before the error and again in a piece is one finding and one hole."""
    text = "goals:\n  a: see #2\n  b: *x\n  c: C\n  c: D\n  d: {e, f -> g: h}\n  i: 'x\n"
    document = as_document(text, pure=pure)
    assert [(one.rule, at(one)) for one in document.findings] == [
        ("yaml-loses-text", (2, 10)),
        ("yaml-unreadable", (3, 6)),
        ("yaml-loses-text", (6, 7)),
        ("yaml-unreadable", (7, 6)),
    ]
    assert [double.route for double in document.duplicates] == [("goals", "c")]
    assert sorted(document.lost) == [("goals", "b"), ("goals", "d", "e"), ("goals", "i")]


def test_a_section_and_its_entry_that_are_parted_by_an_error_are_joined() -> None:
    """The same section on both sides of an error is one section, and told of as written twice."""
    document = as_document("goals:\n  a: A\nneeds: 'x\ngoals:\n  a: B\n  b: B\n")
    assert document.data == {"goals": {"a": "A", "b": "B"}}
    assert [double.route for double in document.duplicates] == [("goals",)]


def test_an_error_after_many_entries_loses_none_of_them() -> None:
    """However long the file, only the faulty entry is lost."""
    entries = "".join(f"  k{number}:\n    title: T\n" for number in range(12_000))
    document = as_document(f"goals:\n{entries}needs:\n  a: 'x\nlinks:\n  b -> c: d\n")
    assert len(_keys(document.data["goals"])) == 12_000
    assert (_keys(document.data["needs"]), document.lost) == ([], (("needs", "a"),))
    assert document.data["links"] == {"b -> c": "d"}


def _keys(tree: Tree) -> list[str]:
    assert isinstance(tree, dict)
    return list(tree)


def test_hundreds_of_errors_are_told_until_enough_is_told() -> None:
    """After some twenty errors the rest of the section is named as lost and not told of."""
    document = as_document("goals:\n" + "".join(f"  k{number}: 'x\n" for number in range(300)))
    assert 20 <= len(told(document.findings)) <= 30
    assert document.lost[-1] == ("goals",)
