"""A file's text and its lines: decoded once, counted in characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import at, told

from toc.findings import Span
from toc.text import source as source_module
from toc.text.source import Source, decode, read_source

ROMANIAN = "titlu: Școala\nscop: învățare"
LINE_ENDS = st.sampled_from(("\n", "\r\n", "\r", "a", "ș", "\x85", "\u2028", "\x0b", "\x0c", "🙂"))


@given(st.lists(LINE_ENDS, max_size=30).map("".join), st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    """The line and the column of an offset name that offset and no other."""
    source = Source("a.yaml", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.position(offset)
    assert source.starts[line - 1] + column - 1 == offset
    assert line == 1 + len([start for start in source.starts[1:] if start <= offset])


@given(st.lists(LINE_ENDS, max_size=30).map("".join))
def test_lines_are_the_text_without_its_line_ends(text: str) -> None:
    """Every line is given without its end, and only `\\n`, `\\r` and both together end one."""
    source = Source("a.yaml", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [source.line(number) for number in range(1, len(source.starts) + 1)] == lines


def test_a_span_counts_characters_and_not_bytes() -> None:
    """Letters with accents and symbols beyond the basic plane are one column each."""
    source = Source("a.yaml", "ș🙂: x\nțară: y")
    assert source.span(4, 5) == Span("a.yaml", 1, 5, 1, 6)
    assert source.span(12, 13) == Span("a.yaml", 2, 7, 2, 8)


def test_a_span_never_ends_before_it_begins() -> None:
    """A stretch whose end is unknown is empty."""
    assert Source("a.yaml", "abc").span(2, 0) == Span("a.yaml", 1, 3, 1, 3)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_is_read_with_and_without_a_mark(mark: bytes) -> None:
    """A byte order mark is no part of the text, and shifts no column."""
    source, found = decode(mark + ROMANIAN.encode(), "a.yaml")
    assert (source.text, found) == (ROMANIAN, [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_refused_at_the_first_line(encoding: str) -> None:
    """A file saved as “Unicode” is refused with the encoding to save it in, whole."""
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    content = marks.get(encoding, b"") + ROMANIAN.encode(encoding)
    source, found = decode(content, "a.yaml")
    assert source.text == ""
    assert told(found) == [
        (
            "yaml-unreadable",
            "the file is not written in UTF-8 (it may be UTF-16)",
            "save it again from your editor with the encoding UTF-8",
        )
    ]
    assert at(found[0]) == (1, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [("Școala", (1, 1)), ("a: 1\nb: învățare", (2, 4)), ("a: 1\r\nb: ț", (2, 4))],
)
def test_windows_1250_is_refused_where_its_first_letter_stands(
    text: str, place: tuple[int, int]
) -> None:
    """A file in an old Romanian encoding is refused at the letter that shows it."""
    content = text.replace("Ș", "Ş").replace("ț", "ţ").encode("windows-1250")
    source, found = decode(content, "a.yaml")
    assert source.text == ""
    assert "Windows-1250" in found[0].message.say()
    assert at(found[0]) == place


@given(st.binary(max_size=200))
def test_decoding_never_raises(content: bytes) -> None:
    """Any bytes are a text, or a finding that says why not."""
    source, found = decode(content, "a.yaml")
    assert (source.text == "") or found == []


def test_a_file_beyond_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too large a file is refused by its size alone, from disk and from memory."""
    monkeypatch.setattr(source_module, "MAX_BYTES", 2 * 1024**2)
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (2 * 1024**2 + 1))
    for source, found in (read_source(path, "large.yaml"), decode(path.read_bytes(), "large.yaml")):
        assert source == Source("large.yaml", "")
        assert told(found) == [
            (
                "yaml-unreadable",
                "the file is larger than 2 MB",
                "split the strategy into a folder of several files",
            )
        ]


def test_a_file_at_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is allowed."""
    monkeypatch.setattr(source_module, "MAX_BYTES", 4)
    path = tmp_path / "small.yaml"
    path.write_bytes(b"a: 1")
    assert read_source(path, "small.yaml") == (Source("small.yaml", "a: 1"), [])
