"""Proposing edits: tried on the text of a file until it says just what was wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toc.amending.amendment import APPEND, Amended
from toc.amending.changes import grown, inserted, replaced
from toc.amending.spots import spot_of
from toc.amending.wanting import ORIGINAL, CannotSayError, is_open, spelled, under, wanted
from toc.amending.wording import in_braces, key_of
from toc.errors import OutputError
from toc.text.document import read_document
from toc.text.places import Block
from toc.text.source import Source, decode
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.amending.amendment import Amendment
    from toc.amending.changes import Change
    from toc.amending.spots import Spot
    from toc.findings import Finding
    from toc.loading import Loaded
    from toc.text.document import Document
    from toc.text.places import Tree

__all__ = ["amend"]

_MARK = b"\xef\xbb\xbf"
_HEAD = "strategy"


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the strategy: its bytes as they are, and what it says by now."""

    path: Path
    before: bytes
    document: Document
    is_read: bool

    @classmethod
    def read(cls, path: Path) -> _File:
        before = path.read_bytes()
        source, refused = decode(before, str(path))
        return cls(path, before, read_document(source), not refused)

    @property
    def after(self) -> bytes:
        """The bytes that should stand in it."""
        if not self.is_read:
            return self.before
        mark = _MARK if self.before.startswith(_MARK) else b""
        return mark + self.document.source.text.encode()


def amend(loaded: Loaded, amendments: Sequence[Amendment]) -> tuple[Amended, ...]:
    """Propose the smallest edits after which a strategy says what is wanted.

    A new entry is written after the last one of its section, a new section at the end of
    the file with `strategy:`.  What is said there already is not written again.

    Args:
        loaded: the strategy as it came from its files, which are read again.
        amendments: what it is to say, one after the other.

    Returns:
        Each file that is to change, in order of name; none is written.

    Raises:
        OutputError: when a file cannot be edited so that it says just that beside.
        OSError: when the system does not give a file.
    """
    files = [_File.read(Path(document.source.path)) for document in loaded.joined.documents]
    language = next(iter(loaded.strategy.languages), ORIGINAL)
    for amendment in amendments:
        at = _home(files, amendment.route)
        files[at] = _amended(files[at], amendment, language)
    return tuple(
        Amended(file.path, file.before, after)
        for file in files
        if (after := file.after) != file.before
    )


def _home(files: Sequence[_File], route: tuple[str, ...]) -> int:
    """Find the file that holds the entry, else its section, else the strategy's head."""
    for steps in (route[:2], route[:1], (_HEAD,)):
        for number, file in enumerate(files):
            if _holds(file.document.data, steps):
                return number
    return 0


def _holds(data: dict[str, Tree], route: tuple[str, ...]) -> bool:
    try:
        route = spelled(data, route)
    except CannotSayError:
        return True  # what stands for several is told of where it stands
    tree: Tree = data
    for step in route[:-1]:
        tree = under(tree, step)
    return isinstance(tree, dict) and route[-1] in tree


def _amended(file: _File, amendment: Amendment, language: str) -> _File:
    try:
        document = _changed(file, amendment, language)
    except CannotSayError:
        raise _refused(file.document, amendment) from None
    return replace(file, document=document)


def _changed(file: _File, amendment: Amendment, language: str) -> Document:
    document = file.document
    route = spelled(document.data, amendment.route)
    if not file.is_read or _is_lost(document, route):
        raise CannotSayError
    data = wanted(document.data, route, amendment.value, language)
    if data == document.data:
        return document
    for change in _changes(document, route, amendment.value, data):
        after = Source(document.source.path, change.of(document.source.text))
        found = _if_it_says(after, data, document)
        if found is not None:
            return found
    raise CannotSayError


def _is_lost(document: Document, route: tuple[str, ...]) -> bool:
    """Whether something on the way could not be read."""
    return any(route[: len(lost)] == tuple(map(str, lost)) for lost in document.lost)


def _if_it_says(source: Source, data: Tree, before: Document) -> Document | None:
    """Read a text again, and give what it says if that is what is wanted and no more."""
    document = read_document(source)
    if document.data != data:
        return None
    is_well = all(
        len(now) <= len(then)
        for now, then in (
            (document.lost, before.lost),
            (document.duplicates, before.duplicates),
            (_of_yaml(document), _of_yaml(before)),
        )
    )
    return document if is_well and _can_be_written(source.text) else None


def _of_yaml(document: Document) -> list[Finding]:
    # A letter of an older encoding is a finding too, and no reason to refuse a text.
    return [finding for finding in document.findings if finding.rule.startswith("yaml-")]


def _can_be_written(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _changes(
    document: Document, route: tuple[str, ...], value: Tree, data: Tree
) -> Iterator[Change]:
    """Give the edits to try, the calmest first."""
    spot = spot_of(document, route)
    done, rest = route[: spot.depth], route[spot.depth :]
    there, target = _at(document.data, done), _at(data, done)
    if not rest:
        yield from replaced(spot, value)
    elif isinstance(spot.place, Block) and (there or not done):
        yield from inserted(
            spot, rest[0], _last(target) if rest[0] == APPEND else under(target, rest[0])
        )
    else:
        yield from _made_of_text(spot, there, target)
        yield from replaced(spot, target)


def _made_of_text(spot: Spot, there: Tree, target: Tree) -> Iterator[Change]:
    """Give the edits that leave a bare text as it is typed."""
    if is_open(there) or not isinstance(target, dict) or not isinstance(there, str):
        return
    short = next((key for key, value in target.items() if value is there), None)
    if short is None:
        return
    yield from grown(spot, short, {key: one for key, one in target.items() if key != short})


def _at(tree: Tree, route: tuple[str, ...]) -> Tree:
    for step in route:
        tree = under(tree, step)
    return tree


def _last(tree: Tree) -> Tree:
    assert isinstance(tree, list)
    return tree[-1]


def _refused(document: Document, amendment: Amendment) -> OutputError:
    *around, last = amendment.route
    said = in_braces(amendment.value)
    there = document.locate(_steps(document.data, amendment.route))
    values = {
        "path": document.source.path,
        "line": there.line,
        "around": " > ".join(around) or document.source.path,
        "text": f"- {said}" if last == APPEND else f"{key_of(last)}: {said}",
    }
    return OutputError(
        Message(
            "{path} cannot be edited safely at line {line}: "
            "under “{around}” write “{text}” there yourself",
            values,
        )
    )


def _steps(tree: Tree, route: tuple[str, ...]) -> tuple[str | int, ...]:
    """Give a route as places have it: an item of a list by its number."""
    steps: list[str | int] = []
    for step in route:
        steps.append(int(step) if isinstance(tree, list) and step.isdecimal() else step)
        tree = under(tree, step)
    return tuple(steps)
