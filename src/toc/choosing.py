"""A choice written back: the smallest edit of a file after which a pilot is chosen.

Nothing is written here.  The edit is made only if the file, read again, says the same as
before and the choice; comments, order, quotes and line ends stay as their author has them.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toc.errors import OutputError, UnknownNameError
from toc.text.comparing import difference
from toc.text.document import read_document
from toc.text.places import Block, ends
from toc.text.source import Source, decode
from toc.text.writer import write_tree
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.loading import Loaded
    from toc.text.document import Document
    from toc.text.places import Place, Tree

__all__ = ["Chosen", "choose"]

_MARK = b"\xef\xbb\xbf"
_KEY = "chosen"
_CLOSING = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file, and what should stand in it once a pilot is chosen.

    Attributes:
        path: the file in which the pilot stands.
        before: its bytes.
        after: the bytes that should stand in it.
    """

    path: Path
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Show the change as a unified diff; nothing where there is none."""
        return difference(str(self.path), self.before, self.after)


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


def choose(
    loaded: Loaded, pilot: str, *, on: date, by: Sequence[str] = (), because: str = ""
) -> Chosen:
    """Propose to write that a pilot was chosen, and write nothing.

    A choice that stands there already is replaced.  The reason is kept as one paragraph, in
    the strategy's first language.

    Args:
        loaded: the strategy as it came from its files.
        pilot: the id of the pilot, however it is spelled.
        on: the day of the decision.
        by: who decided.
        because: why.

    Raises:
        UnknownNameError: when there is no such pilot.
        OutputError: when its file cannot be edited without changing what else it says.
        OSError: when the system does not give the file.
    """
    name = _spelled(loaded, pilot)
    home = loaded.joined.home(("pilots", name))
    assert home is not None  # what is in the model came from a file
    path = Path(home.source.path)
    before = path.read_bytes()
    source, _ = decode(before, str(path))
    document = read_document(source)
    choice = _choice(on, by, because)
    wanted = _wanted(document, name, choice)
    for change in _changes(document, name, choice):
        text = source.text[: change.start] + change.text + source.text[change.end :]
        if _says(Source(source.path, text), wanted, document):
            mark = _MARK if before.startswith(_MARK) else b""
            return Chosen(path, before, mark + text.encode())
    raise OutputError(
        Message(
            "{path} cannot be edited safely for {pilot}: write “chosen” there yourself",
            {"path": str(path), "pilot": name},
        )
    )


def _spelled(loaded: Loaded, pilot: str) -> str:
    known = loaded.strategy.pilots
    for name in known:
        if name.lower() == pilot.lower():
            return name
    values = {"pilot": pilot, "known": ", ".join(known)}
    raise UnknownNameError(Message("there is no pilot “{pilot}”; there are: {known}", values))


def _choice(on: date, by: Sequence[str], because: str) -> dict[str, Tree]:
    choice: dict[str, Tree] = {"on": on.isoformat()}
    people: list[Tree] = [" ".join(person.split()) for person in by if person.strip()]
    if people:
        choice["by"] = people
    reason = " ".join(because.split())
    if reason:
        choice["because"] = reason
    return choice


def _wanted(document: Document, pilot: str, choice: dict[str, Tree]) -> dict[str, Tree]:
    """Give what the file should say."""
    data = deepcopy(document.data)
    pilots = data["pilots"]
    assert isinstance(pilots, dict)
    entry = pilots[pilot]
    if not isinstance(entry, dict):
        entry = {} if entry is None else {"title": entry}
    pilots[pilot] = {**entry, _KEY: dict(choice)}
    return data


def _says(source: Source, wanted: dict[str, Tree], before: Document) -> bool:
    document = read_document(source)
    return document.data == wanted and len(document.lost) == len(before.lost)


def _changes(document: Document, pilot: str, choice: dict[str, Tree]) -> Iterator[_Change]:
    """Give the edits to try, the calmest first."""
    pilots = document.places.values["pilots"]
    assert isinstance(pilots, Block)
    place, text = pilots.values[pilot], document.source.text
    if not isinstance(place, Block):
        yield _grown(text, pilots.keys[pilot], place, choice)
    elif text[ends(place.span)[0]] == "{":
        yield _in_braces(text, place, choice)
    else:
        yield from _in_lines(text, place, choice)


def _in_lines(text: str, place: Block, choice: dict[str, Tree]) -> Iterator[_Change]:
    """Put the choice in the place of an older one, else last, else first."""
    first = min(ends(key)[0] for key in place.keys.values())
    indent = first - _line_start(text, first)
    said = _lines(text, choice, indent)
    newline = _newline(text)
    if _KEY in place.keys:
        start = ends(place.keys[_KEY])[0]
        yield _Change(start, _last(text, place.values[_KEY], start), said.lstrip(" "))
        return
    end = _line_end(text, _last(text, place, first))
    yield _Change(end, end, newline + said)
    start = _line_start(text, first)
    yield _Change(start, start, said + newline)


def _in_braces(text: str, place: Block, choice: dict[str, Tree]) -> _Change:
    said = f"{_KEY}: {_flow(choice)}"
    if _KEY in place.keys:
        start = ends(place.keys[_KEY])[0]
        return _Change(start, _last(text, place.values[_KEY], start), said)
    start = ends(place.span)[0] + 1
    last = max((_last(text, one, start) for one in place.values.values()), default=start)
    return _Change(last, last, f", {said}" if place.values else said)


def _grown(text: str, key: int, place: int, choice: dict[str, Tree]) -> _Change:
    """Make an entry of what is a bare title, or nothing."""
    at, after = ends(key)
    indent = at - _line_start(text, at) + 2
    start, end = ends(place)
    newline, said = _newline(text), _lines(text, choice, indent)
    if start == end:
        line = _line_end(text, max(after, end))
        return _Change(line, line, newline + said)
    title = f"{newline}{' ' * indent}title: {text[start:end]}"
    line = _line_end(text, end)
    before = len(text[:start].rstrip(" "))
    return _Change(before, line, f"{title}{text[end:line]}{newline}{said}")


def _lines(text: str, choice: dict[str, Tree], indent: int) -> str:
    # YAML's “on” is text here, and authors write it bare.
    written = write_tree({_KEY: choice}).replace("  'on':", "  on:", 1).splitlines()
    newline = _newline(text)
    return newline.join(f"{' ' * indent}{line}" if line else "" for line in written)


def _flow(choice: dict[str, Tree]) -> str:
    parts = (
        f"{key}: {value if key == 'on' else json.dumps(value, ensure_ascii=False)}"
        for key, value in choice.items()
    )
    return "{" + ", ".join(parts) + "}"


def _last(text: str, place: Place, least: int) -> int:
    """Give where the last of what is written in a place ends, without what follows it."""
    if isinstance(place, Block):
        # Of a block only its beginning is known.
        start = ends(place.span)[0]
        inner = [_last(text, one, least) for one in place.values.values()]
        keys = [ends(key)[1] for key in place.keys.values()]
        last = max([least, start, *inner, *keys])
        closing = _CLOSING.get(text[start : start + 1])
        return text.find(closing, last) + 1 if closing else last
    start, end = ends(place)
    return start + len(text[start:end].rstrip())


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    found = [at for sign in "\r\n" if (at := text.find(sign, offset)) >= 0]
    return min(found, default=len(text))


def _newline(text: str) -> str:
    """Give the file's own line end."""
    end = _line_end(text, 0)
    if text[end : end + 2] == "\r\n":
        return "\r\n"
    return text[end : end + 1] or "\n"
