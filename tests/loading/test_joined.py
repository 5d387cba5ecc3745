"""The parts of a strategy joined into one tree, each entry knowing its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import at, ids, load_files, texts, told, trees

from toc.findings import KEY, Finding, Route
from toc.loading.joined import join_documents
from toc.text.document import read_document
from toc.text.places import Tree
from toc.text.source import Source
from toc.text.writer import write_tree

HEAD = "strategy: {id: s, title: S}\n"


def _places(finding: Finding) -> list[tuple[str, int, int]]:
    spans = [finding.span, *(related.span for related in finding.related)]
    return [
        (Path(span.path).name, span.line, span.column) if span is not None else ("", 0, 0)
        for span in spans
    ]


def test_sections_of_several_files_are_one() -> None:
    """Parts have the same sections; their entries are put together."""
    loaded = load_files(
        {
            "a.yaml": HEAD + "goals: {a: A}\n",
            "b.yaml": "goals:\n  b: B\nneeds:\n  n: N\n",
            "c.yaml": "goals:\n",
        }
    )
    assert loaded.findings == ()
    assert (list(loaded.strategy.goals), list(loaded.strategy.needs)) == (["a", "b"], ["n"])


def test_every_entry_is_located_in_its_own_file() -> None:
    """A route leads to the file that the entry stands in, and what is missing to the main one."""
    loaded = load_files(
        {
            "a.yaml": HEAD,
            "b.yaml": "\ngoals:\n  b: {title: B, for: [x, y]}\n",
            "c.yaml": "goals: {c: C}\n",
        }
    )
    routes: list[tuple[Route, tuple[str, int, int]]] = [
        (("goals", "b", "for", 1), ("b.yaml", 3, 26)),
        (("goals", "b", KEY), ("b.yaml", 3, 3)),
        (("goals", "c"), ("c.yaml", 1, 12)),
        (("goals",), ("b.yaml", 2, 1)),
        (("strategy", "title"), ("a.yaml", 1, 26)),
        (("strategy", "status"), ("a.yaml", 1, 1)),
        (("needs", "n"), ("a.yaml", 1, 1)),
        ((), ("a.yaml", 1, 1)),
    ]
    for route, place in routes:
        span = loaded.locate(route)
        assert span is not None
        assert (Path(span.path).name, span.line, span.column) == place


def test_the_same_id_in_two_files_shows_both_places() -> None:
    """An entry that stands in two parts is told of in the second, with the first beside it."""
    loaded = load_files({"a.yaml": HEAD + "goals: {a: A}\n", "b.yaml": "goals:\n  a: B\n  b: B\n"})
    (finding,) = loaded.findings
    assert told([finding]) == [
        (
            "id-duplicate",
            "“a” is written twice",
            "keep one of the two, or give the other an id of its own",
        )
    ]
    assert _places(finding) == [("b.yaml", 2, 3), ("a.yaml", 2, 9)]
    assert {key: str(goal.title) for key, goal in loaded.strategy.goals.items()} == {
        "a": "A",
        "b": "B",
    }


TWICE = [
    ("goals:\n  a: A\n  a: B\n", "id-duplicate", "“a” is written twice", [(4, 3), (3, 3)]),
    (
        "links:\n  a -> b: A\n  a -> b: B\n",
        "id-duplicate",
        "“a -> b” is written twice",
        [(4, 3), (3, 3)],
    ),
    (
        "goals: {a: {title: A, title: B}}\n",
        "yaml-unreadable",
        "the key “title” stands twice in one place",
        [(2, 23), (2, 13)],
    ),
    (
        "goals: {a: A}\nneeds: {b: B}\ngoals: {c: C}\n",
        "yaml-unreadable",
        "the key “goals” stands twice in one place",
        [(4, 1), (2, 1)],
    ),
]


@pytest.mark.parametrize(("text", "rule", "message", "places"), TWICE)
def test_a_key_twice_in_one_file_shows_both_places(
    text: str, rule: str, message: str, places: list[tuple[int, int]]
) -> None:
    """An entry twice is one id too many; any other key twice is what YAML would drop."""
    loaded = load_files({"a.yaml": HEAD + text}, "a.yaml")
    (finding,) = loaded.findings
    assert (finding.rule, finding.message.say()) == (rule, message)
    assert [place[1:] for place in _places(finding)] == places


def test_a_field_of_the_head_twice_is_no_id() -> None:
    """The strategy's own fields are no entries."""
    loaded = load_files({"a.yaml": "strategy:\n  title: A\n  title: B\n"}, "a.yaml")
    assert [(one.rule, at(one)) for one in loaded.findings] == [("yaml-unreadable", (3, 3))]
    assert str(loaded.strategy.title) == "A"


@pytest.mark.parametrize("other", ["goals: egal\n", "goals: [b]\n"])
def test_a_section_of_two_shapes_is_told(other: str) -> None:
    """What one part has as entries and another as something else is not lost in silence."""
    loaded = load_files({"a.yaml": HEAD + "goals: {a: A}\n", "b.yaml": other})
    assert [(one.rule, _places(one)[0]) for one in loaded.findings] == [
        ("value-malformed", ("b.yaml", 1, 8 if "egal" in other else 1))
    ]
    assert list(loaded.strategy.goals) == ["a"]


def test_the_format_may_be_named_in_every_part() -> None:
    """`toc: 1` at the top of each file is no fault."""
    assert (
        load_files({"a.yaml": "toc: 1\n" + HEAD, "b.yaml": "toc: 1\ngoals: {a: A}\n"}).findings
        == ()
    )


@given(st.dictionaries(ids(), trees(texts()), max_size=6), st.data())
def test_parts_together_are_what_one_file_would_be(
    entries: dict[str, Tree], data: st.DataObject
) -> None:
    """However entries are spread over files, they are the same entries, with their places."""
    parts: list[dict[str, Tree]] = [{}, {}, {}]
    for key, value in entries.items():
        data.draw(st.sampled_from(parts))[key] = value
    documents = [
        read_document(Source(f"{number}.yaml", write_tree({"goals": part})))
        for number, part in enumerate(parts)
    ]
    joined = join_documents(documents)
    assert joined.data == {"goals": entries}
    assert joined.findings == []
    for number, part in enumerate(parts):
        for key in part:
            span = joined.locate(("goals", key, KEY))
            assert span is not None
            assert span.path == f"{number}.yaml"
