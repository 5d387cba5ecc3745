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
_ATTEMPTS = 100
"""How often a file is read again to find the edits that are safe."""


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
    """Mend what is safe to mend without asking: legacy letters and stray characters.

    Where so much is unsafe that it would take for ever to find out what is not, nothing is
    mended: so that a second attempt, too, changes nothing.
    """
    try:
        return _mended(source)
    except _TooMuchUnsafeError:
        return Mended(source, 0, sum(map(len, _layers(source))))


def _mended(source: Source) -> Mended:
    count = 0
    while True:
        layers = _layers(source)
        meaning = _Meaning.of(source) if layers else _Meaning(0, None)
        safe = next(filter(None, (_safe(source, meaning, layer) for layer in layers)), ())
        if not safe:
            return Mended(source, count, len(layers[0]) if layers else 0)
        # What is mended may show what else is to be: a letter put together is a legacy one.
        source = _edited(source, safe)
        count += len(safe)


def _layers(source: Source) -> Sequence[Sequence[Edit]]:
    """Give the edits that a file needs, parted so that no edit lies on another one."""
    edits = [edit for finding in unwanted_characters(source) for edit in finding.edits]
    layers: list[list[Edit]] = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        for layer in layers:
            if _end(source, layer[-1]) <= _start(source, edit):
                layer.append(edit)
                break
        else:
            layers.append([edit])
    return layers


def _safe(source: Source, meaning: _Meaning, edits: Sequence[Edit]) -> Sequence[Edit]:
    """Give the edits after which the file still says the same, halving where some do not."""
    if not edits or meaning.stays_in(_edited(source, edits)):
        return edits
    if len(edits) == 1:
        return ()
    half = len(edits) // 2
    first = _safe(source, meaning, edits[:half])
    # What is safe alone may not be safe together: the second half is tried on the first.
    for rest in (edits[half:], _safe(source, meaning, edits[half:])):
        if meaning.stays_in(_edited(source, (*first, *rest))):
            return (*first, *rest)
    return first


def _edited(source: Source, edits: Sequence[Edit]) -> Source:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [source.text[at : _start(source, edit)], edit.text]
        at = _end(source, edit)
    return Source(source.path, "".join([*pieces, source.text[at:]]))


def _offset(source: Source, line: int, column: int) -> int:
    return source.starts[line - 1] + column - 1


def _start(source: Source, edit: Edit) -> int:
    return _offset(source, edit.span.line, edit.span.column)


def _end(source: Source, edit: Edit) -> int:
    return _offset(source, edit.span.end_line, edit.span.end_column)


class _TooMuchUnsafeError(Exception):
    """Too many attempts changed what the file says."""


@dataclass(slots=True)
class _Meaning:
    """What a file says, but for the characters that are mended."""

    lost: int
    data: object
    attempts: int = _ATTEMPTS

    @classmethod
    def of(cls, source: Source) -> _Meaning:
        """Read a file."""
        document = read_document(source)
        return cls(len(document.lost), _clean(document.data))

    def stays_in(self, after: Source) -> bool:
        """Whether another file says the same, and loses no more.

        Raises:
            _TooMuchUnsafeError: when that was asked too often.
        """
        self.attempts -= 1
        if self.attempts < 0:
            raise _TooMuchUnsafeError
        other = _Meaning.of(after)
        return other.lost <= self.lost and other.data == self.data


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
