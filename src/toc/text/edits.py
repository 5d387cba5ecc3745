"""Mending a file as it was typed: the smallest edits, and nothing else is touched.

An edit is made only if the file says the same after it, but for the characters that
were mended: the comments, the order, the quotes and the line ends are their author's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.characters import CEDILLAS, STRAY, parsable, unwanted_characters
from toc.text.document import read_document
from toc.text.source import Source

if TYPE_CHECKING:
    from toc.findings import Edit
    from toc.text.places import Tree

__all__ = ["Mended", "mend"]

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file, mended.

    Attributes:
        source: its text as it should be.
        count: how many edits were made.
        left: how many were not, because the file would say something else after them.
    """

    source: Source
    count: int
    left: int


def mend(source: Source) -> Mended:
    """Mend what is safe to mend without asking: legacy letters and stray characters."""
    edits = [edit for finding in unwanted_characters(source) for edit in finding.edits]
    safe = _safe(source, sorted(edits, key=lambda edit: edit.span))
    return Mended(_edited(source, safe), len(safe), len(edits) - len(safe))


def _safe(source: Source, edits: Sequence[Edit]) -> Sequence[Edit]:
    """Give the edits after which the file still says the same, halving where some do not."""
    if not edits or _says_the_same(source, _edited(source, edits)):
        return edits
    if len(edits) == 1:
        return ()
    half = len(edits) // 2
    first = _safe(source, edits[:half])
    # What is safe alone may not be safe together: the second half is tried on the first.
    for rest in (edits[half:], _safe(source, edits[half:])):
        if _says_the_same(source, _edited(source, (*first, *rest))):
            return (*first, *rest)
    return first


def _edited(source: Source, edits: Sequence[Edit]) -> Source:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        start, end = _offset(source, edit.span.line, edit.span.column), _end(source, edit)
        pieces += [source.text[at:start], edit.text]
        at = end
    return Source(source.path, "".join([*pieces, source.text[at:]]))


def _offset(source: Source, line: int, column: int) -> int:
    return source.starts[line - 1] + column - 1


def _end(source: Source, edit: Edit) -> int:
    return _offset(source, edit.span.end_line, edit.span.end_column)


def _says_the_same(before: Source, after: Source) -> bool:
    one, other = read_document(before), read_document(after)
    return len(one.lost) >= len(other.lost) and _clean(one.data) == _clean(other.data)


def _clean(tree: Tree) -> object:
    """Give a tree without what is mended, so that only a change of meaning is seen."""
    if isinstance(tree, dict):
        return [(_clean(key), _clean(value)) for key, value in tree.items()]
    if isinstance(tree, list):
        return [_clean(item) for item in tree]
    if not isinstance(tree, str):
        return tree
    text = unicodedata.normalize("NFC", STRAY.sub(" ", parsable(tree)))
    # A mended character leaves a space or nothing: neither makes another text of it.
    return _SPACES.sub("", text.translate(CEDILLAS))
