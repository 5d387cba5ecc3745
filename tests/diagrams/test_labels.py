"""Labels: how many lines there are is known before they are broken evenly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams import labels

words = st.lists(
    st.sampled_from(["migranții", "la", "https://exemplu.ro/o/cale?x=1", "serviciile", "a-b", "…"]),
    max_size=14,
).map(" ".join)


@given(
    st.text(max_size=80) | words,
    st.floats(5, 300),
    st.sampled_from([9.0, 11.0, 22.0]),
    st.booleans(),
)
def test_counting_lines_is_breaking_them(text: str, width: float, size: float, bold: bool) -> None:  # noqa: FBT001
    """A layout that tries many widths counts, and what is drawn has just as many lines."""
    broken = labels.lines(text, width, size, bold=bold)
    assert labels.line_count(text, width, size, bold=bold) == len(broken)
