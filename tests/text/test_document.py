"""YAML as its authors typed it: plain text, the place of every value, and no surprises."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from theories import as_document, at, texts, told, yaml_texts

from toc.findings import Route
from toc.text import building
from toc.text.places import Block, Place, Tree, ends
from toc.text.source import decode


def _leaves(data: Tree, place: Place, route: Route = ()) -> list[tuple[Route, str, Place]]:
    if isinstance(data, str):
        return [(route, data, place)]
    assert data is None or isinstance(place, Block)
    steps = data.items() if isinstance(data, dict) else enumerate(data or [])
    return [
        leaf
        for step, inner in steps
        for leaf in _leaves(inner, place.values[step], (*route, step))  # type: ignore[union-attr]
    ]


TYPED = [
    "no",
    "yes",
    "on",
    "NO",
    "true",
    "null",
    "Null",
    "~",
    "=",
    "17.10",
    "3.10",
    "12:30",
    "1_0",
    "0x1F",
    "0o17",
    "017",
    "1e3",
    ".5",
    ".inf",
    "+40256493610",
    "0256493610",
    "2026-03-14",
    "2026-03-14 10:00:00",
    "12,5",
    "45.000",
    "60 %",
    "x",
    "a b",
    "a:b",
    "C#",
    "a#b",
    "→",
    "-5",
    "-x",
    "?x",
    ":x",
    "what?",
]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("pure", [False, True])
def test_a_scalar_stays_as_it_was_typed(typed: str, *, pure: bool) -> None:
    """Numbers, dates, times, telephone numbers and `no` are text, as values, items and keys."""
    document = as_document(f"a: {typed}\nc:\n  - {typed}\n{typed}: d\n", pure=pure)
    assert document.data == {"a": typed, "c": [typed], typed: "d"}
    assert told(document.findings) == []


@pytest.mark.parametrize("typed", [one for one in TYPED if one[0] not in "?:→" and "," not in one])
@pytest.mark.parametrize("pure", [False, True])
def test_a_scalar_in_brackets_stays_as_it_was_typed(typed: str, *, pure: bool) -> None:
    """The same holds between brackets, where only commas, brackets and `?` part texts."""
    document = as_document(f"a: [1, {typed}]\nb: {{c: {typed}, {typed}: d}}\n", pure=pure)
    assert document.data == {"a": ["1", typed], "b": {"c": typed, typed: "d"}}
    assert told(document.findings) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("''", ""),
        ('""', ""),
        ("'it''s'", "it's"),
        (r'"a\tb\n\"c\" \x41 \u0219"', 'a\tb\n"c" A ș'),
        ("'a\n\n  b'", "a\nb"),
        ("one\n  two", "one two"),
        ("one\n\n  two", "one\ntwo"),
        ("|\n  one\n   two\n", "one\n two\n"),
        ("|-\n  one\n  two\n", "one\ntwo"),
        ("|+\n  one\n\n", "one\n\n"),
        (">\n  one\n  two\n\n  three\n", "one two\nthree\n"),
        (">-\n  one\n  two", "one two"),
        ("|2-\n   one", " one"),
        ("", None),
        ("   # a comment", None),
        ("{}", {}),
        ("[]", []),
        ("[a, [b, {c: d}], ]", ["a", ["b", {"c": "d"}]]),
        ("{c: d, 'e': \"f\", g: , h: }", {"c": "d", "e": "f", "g": None, "h": None}),
        ("{'c':d}", {"c": "d"}),
        ("[c: d]", [{"c": "d"}]),
        ("{\n  c: d,\n  # said\n  e: f\n}", {"c": "d", "e": "f"}),
        ("\tx", "x"),
        ("x\t", "x"),
        ("x\ty", "x\ty"),
        ("\n- b\n- c", ["b", "c"]),
    ],
)
@pytest.mark.parametrize("pure", [False, True])
def test_every_way_to_write_a_value_is_read(written: str, read: Tree, *, pure: bool) -> None:
    """Quotes, folded and literal texts, brackets over several lines, comments, tabs, nothing."""
    document = as_document(f"a: {written}", pure=pure)
    assert (document.data, told(document.findings)) == ({"a": read}, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    """Files from Windows, Linux and old Macs are the same, and so are their lines."""
    text = "a: one\n  two\nb: |\n  x\n  y\nc: 'p\n\n  q'\nd: see #2\n"
    document, plain = as_document(text.replace("\n", end)), as_document(text)
    assert document.data == plain.data
    assert [at(one) for one in document.findings] == [at(one) for one in plain.findings]
    assert document.locate(("d",)) == plain.locate(("d",))


def test_a_mark_and_windows_line_ends_shift_no_column() -> None:
    """A file from Notepad is read, and its values stand where the editor shows them."""
    source, _ = decode("\ufeffgoals:\r\n  egal: Șansă\r\n".encode(), "a.yaml")
    document = as_document(source.text)
    assert document.data == {"goals": {"egal": "Șansă"}}
    span = document.locate(("goals", "egal"))
    assert (span.line, span.column, span.end_column) == (2, 9, 14)


@given(yaml_texts())
def test_a_plain_scalar_stands_where_its_place_says(text: str) -> None:
    """The text between the offsets of a scalar without quotes or folds is that scalar."""
    document = as_document(text)
    for _, value, place in _leaves(document.data, document.places):
        assert isinstance(place, int)
        start, end = ends(place)
        written = document.source.text[start:end]
        if not set(written) & set("\n\r'\"|>\x00\x85\u2028\ufeff&!"):
            assert written == value


KEYS = st.text("abcxyz", min_size=1, max_size=5)


@given(st.dictionaries(KEYS, st.text("abcș019", min_size=1, max_size=9)))
def test_a_route_leads_to_the_characters_that_were_typed(said: dict[str, str]) -> None:
    """What is located for an entry is the entry's text, and for its key the key."""
    text = "goals:\n" + "".join(f"  {key}:  {value}   # remark\n" for key, value in said.items())
    document = as_document(text)
    for key, value in said.items():
        for route, typed in ((("goals", key), value), (("goals", key, "[key]"), key)):
            span = document.locate(route)
            line = document.source.line(span.line)
            assert line[span.column - 1 : span.end_column - 1] == typed


@given(text=st.one_of(yaml_texts(), texts()), pure=st.booleans())
@example(text="\ud800", pure=False)
@example(text="a: *a", pure=False)
@example(text="&a [*a, *a]", pure=False)
@example(text="%YAML 9.9\n---\na: b", pure=False)
@example(text="? ", pure=True)
@example(text="!", pure=True)
def test_reading_never_raises(*, text: str, pure: bool) -> None:
    """Whatever a file holds, it is read: what could not be is told of and named as lost."""
    document = as_document(text, pure=pure)
    last = len(document.source.starts)
    assert all(one.span is not None and one.span.line <= last for one in document.findings)
    assert bool(document.findings) >= bool(document.lost)


PIECES = (
    "ab",
    "c1",
    "x",
    ", ",
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    " #",
    "#",
    "->",
    "'",
    "?",
)


# A remark: alone in its line, after a bracket, a comma or a quote, or with a blank after `#`.
REMARK = re.compile(r"(^|[\]\[{},'])\s*#.*|\s#(\s.*|$)", re.MULTILINE)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example("a: {b, c -> d: e}")
@example("a: {2028: 12,5}")
@example("a: see #2")
@example("a: {b: c #d\n}")
@example("{? a}")
def test_nothing_is_lost_in_silence(text: str) -> None:
    """Every word that was typed is in the data, in a remark, or there is a finding."""
    document = as_document(text)
    typed = re.findall(r"\w+", REMARK.sub("", text))
    kept = str(document.data)
    assert document.findings or document.duplicates or all(word in kept for word in typed)


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read(content: bytes) -> None:
    """Even what is no text at all ends in a document."""
    source, refused = decode(content, "a.yaml")
    assert as_document(source.text).data == {} if refused else as_document(source.text)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# nothing yet\n", "---\n", "--- # x\n...\n", "\ufeff"]
)
def test_an_empty_file_holds_nothing_and_loses_nothing(text: str) -> None:
    """An empty file is no fault of YAML."""
    document = as_document(text)
    assert (document.data, document.lost) == ({}, ())
    assert [one.rule for one in document.findings if one.rule == "yaml-unreadable"] == []


@pytest.mark.parametrize("text", ["just text", "- a\n- b\n", "[a, b]", "'quoted'", "12"])
def test_a_file_without_sections_is_told_how_to_begin(text: str) -> None:
    """A list or a text alone is no strategy."""
    document = as_document(text)
    assert (document.data, document.lost) == ({}, ((),))
    assert told(document.findings) == [
        (
            "yaml-unreadable",
            "the file holds no sections",
            "begin with “toc: 1” and then sections such as “goals:”",
        )
    ]


REFUSED = [
    ("a: &x 1", "an anchor (&x) has no use here", (1, 4), {"a": "1"}),
    ("a: &x {b: c}", "an anchor (&x) has no use here", (1, 4), {"a": {"b": "c"}}),
    ("&x a: 1", "an anchor (&x) has no use here", (1, 1), {"a": "1"}),
    ("a: *x", "an alias (*x) stands for something written elsewhere", (1, 4), {"a": None}),
    (
        "a: [b, *x]",
        "an alias (*x) stands for something written elsewhere",
        (1, 8),
        {"a": ["b", None]},
    ),
    ("*x : 1", "an alias (*x) stands for something written elsewhere", (1, 1), {}),
    ("a: {<<: b}", "a merge key (<<) hides what is written where", (1, 5), {"a": {}}),
    ("a: !!str b", "a tag (tag:yaml.org,2002:str) has no use here", (1, 4), {"a": "b"}),
    ("a: !x {b: c}", "a tag (!x) has no use here", (1, 4), {"a": {"b": "c"}}),
    ("a: !x [b]", "a tag (!x) has no use here", (1, 4), {"a": ["b"]}),
    ("? [a, b]\n: c", "a key must be a short text, not a list or a mapping", (1, 3), {}),
    ("{a: b}: c", "a key must be a short text, not a list or a mapping", (1, 1), {}),
    (
        "? {a: {b: [c]}}\n: d\ne: f",
        "a key must be a short text, not a list or a mapping",
        (1, 3),
        {"e": "f"},
    ),
    ("a: 1\n---\nb: 2", "a second document begins here, and is not read", (2, 1), {"a": "1"}),
]


@pytest.mark.parametrize(("text", "message", "place", "data"), REFUSED)
@pytest.mark.parametrize("pure", [False, True])
def test_what_a_strategy_has_no_use_for_is_refused(
    text: str, message: str, place: tuple[int, int], data: Tree, *, pure: bool
) -> None:
    """Anchors, aliases, merge keys, tags, complex keys and further documents are findings."""
    document = as_document(text, pure=pure)
    assert [(one.rule, one.message.say(), at(one)) for one in document.findings] == [
        ("yaml-unreadable", message, place)
    ]
    assert document.data == data


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a: *x", ("a",)),
        ("goals: {b: {c: *x}}", ("goals", "b", "c")),
        ("goals: {b: [c, *x]}", ("goals", "b", 1)),
        ("goals:\n  b:\n    <<: {c: d}", ("goals", "b")),
        ("goals:\n  <<: {c: d}", ("goals",)),
        ('goals:\n  "<<": {c: d}', ("goals",)),
        ("goals:\n  *x : d", ("goals",)),
        ("goals:\n  ? [a]\n  : d", ("goals",)),
        ("a: 1\n---\nb: 2", ()),
    ],
)
def test_what_was_refused_with_its_content_is_lost(text: str, lost: Route) -> None:
    """What an alias stood for, a merge brought in or a second document held is a hole."""
    assert as_document(text).lost == (lost,)


@pytest.mark.parametrize(
    "text", ["a: !!python/object/apply:os.system [ls]", "a: !!python/name:os.x y"]
)
def test_a_tag_executes_nothing(text: str) -> None:
    """A Python tag is a tag like any other: refused, and its value read as text."""
    document = as_document(text)
    assert [one.rule for one in document.findings] == ["yaml-unreadable"]
    assert set(document.data) == {"a"}


ATTACKS = {
    "brackets": "[" * 100_000,
    "brackets in a value": "a: " + "[" * 100_000,
    "braces": "a: " + "{" * 100_000,
    "braces with keys": "a: " + "{b: " * 30_000,
    "nested mappings": "".join(" " * depth + "b:\n" for depth in range(1000)),
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "quotes": "'" * 100_001,
    "lines without a key": "x\n" * 50_000,
    "unclosed quotes": "a: 'x\n" * 20_000,
    "unclosed brackets": "a: [\n" * 20_000,
    "anchors": "&a " * 30_000,
    "colons": "a: b: c\n" * 15_000,
    "tabs": "a:\n\tb\n" * 15_000,
    "alias bomb": "a: &a [x]\n"
    + "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else '*a'] * 9)}]\n" for n in range(60)),
    "self-alias": "a: &a [*a, {b: *a}]\n",
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_answered(name: str, *, pure: bool) -> None:
    """A hundred kilobytes meant to break a reader end in findings, none beyond the file."""
    document = as_document(ATTACKS[name], pure=pure)
    assert document.findings
    assert document.lost
    last = len(document.source.starts)
    assert all(one.span is not None and one.span.line <= last for one in document.findings)


def test_an_alias_bomb_stays_small() -> None:
    """Nothing is copied for an alias: the data is as large as the text, not its power."""
    document = as_document(ATTACKS["alias bomb"])
    assert len(str(document.data)) < 10 * len(document.source.text)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    "text", ["a: " + "[" * 65 + "]" * 65, "".join(" " * d + "b:\n" for d in range(66))]
)
def test_depth_is_limited_where_it_is_passed(text: str, *, pure: bool) -> None:
    """More than 64 levels are told of at the bracket, or the key, that goes too deep."""
    document = as_document(text, pure=pure)
    assert told(document.findings) == [
        (
            "yaml-unreadable",
            "brackets or indentation go more than 64 levels deep",
            "split the strategy, and look for a bracket that is never closed",
        )
    ]
    assert document.lost == ((),)


def test_as_deep_as_allowed_is_read() -> None:
    """Sixty-four brackets in one section are no fault."""
    assert as_document("a: " + "[" * 64 + "]" * 64).findings == ()


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more values than any strategy is refused where it has too many."""
    monkeypatch.setattr(building, "MAX_VALUES", 10)
    document = as_document("a: [1, 2]\nb: [3, 4]\nc: [5, 6]\n")
    assert [(one.message.say(), at(one)) for one in document.findings] == [
        ("the file holds more than 10 values", (3, 4))
    ]
    assert (document.data, document.lost) == ({}, ((),))


DOUBLE = [
    ("goals: {a: A}\ngoals: {b: B}\n", ("goals",), {"goals": {"a": "A", "b": "B"}}),
    ("goals:\n  a: A\n  a: B\n", ("goals", "a"), {"goals": {"a": "A"}}),
    (
        "goals:\n  a: {title: A}\n  a: {title: B, due: x}\n",
        ("goals", "a"),
        {"goals": {"a": {"title": "A", "due": "x"}}},
    ),
    ("goals: {a: {title: A, title: B}}", ("goals", "a", "title"), {"goals": {"a": {"title": "A"}}}),
    ("a: {b: {c: {d: 1, d: 2}}}", ("a", "b", "c", "d"), {"a": {"b": {"c": {"d": "1"}}}}),
    ("a:\n  - {b: 1, b: 2}\n", ("a", 0, "b"), {"a": [{"b": "1"}]}),
    ("a:\na: 1\n", ("a",), {"a": "1"}),
    ("a: 1\na:\n", ("a",), {"a": "1"}),
    ("a: 1\n'a': 2\n", ("a",), {"a": "1"}),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "route", "data"), DOUBLE)
def test_a_key_twice_is_noted_and_joined(
    text: str, route: Route, data: Tree, *, pure: bool
) -> None:
    """At every level the second of two keys is noted, and only what is new in it is kept."""
    document = as_document(text, pure=pure)
    assert [double.route for double in document.duplicates] == [route]
    assert document.data == data


def test_both_places_of_a_duplicate_are_known() -> None:
    """A key that stands three times is noted twice, each time with where it stood first."""
    document = as_document("a: 1\nb: 2\na: 3\na: 4\n")
    spans = [
        [document.source.span(*ends(place)).line for place in (double.first, double.second)]
        for double in document.duplicates
    ]
    assert spans == [[1, 3], [1, 4]]


def test_joined_entries_keep_their_own_places() -> None:
    """An entry that came from the second of two equal sections is located there."""
    document = as_document("goals:\n  a: A\nneeds:\n  n: N\ngoals:\n  b: B\n")
    assert document.locate(("goals", "b")).line == 6
    assert document.locate(("goals", "a")).line == 2
