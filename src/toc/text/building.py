"""From YAML's events to plain data with places, guarded while it is built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from toc.findings import Finding
from toc.text import losses
from toc.text.parsing import events, next_event
from toc.text.places import Block, Place, Tree, pack
from toc.text.source import unreadable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from toc.findings import Route
    from toc.text.source import Source

__all__ = ["MAX_DEPTH", "MAX_VALUES", "Builder", "Duplicate", "TooMuchError"]

MAX_DEPTH = 64
MAX_VALUES = 4_000_000

_MERGE = "<<"
"""YAML's merge key; here also what stands for a key that is no text."""
_COLON_AFTER_KEY = re.compile(r"(?:\s|#[^\n]*\n)*:")


class TooMuchError(Exception):
    """The document is deeper or larger than any strategy."""

    def __init__(self, finding: Finding) -> None:
        """Keep what there is to tell of it."""
        super().__init__(finding.rule)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that is written twice in one mapping.

    Attributes:
        route: the key's.
        first: where it stands first, packed.
        second: where it stands again, packed.
    """

    route: Route
    first: int
    second: int


@dataclass(slots=True)
class Frame:
    """A mapping or a list that is still open while it is read.

    Attributes:
        data: what was read of it; None for something that is read and thrown away.
        block: its places.
        flow: whether it is written with brackets.
        key: the key whose value comes next; None when a key comes next.
        key_span: where that key stands, packed.
        last: the key whose value came last.
        cuts: keys of a bracketed mapping that no colon follows.
        loose: the last plain item of a bracketed list.
    """

    data: dict[str, Tree] | list[Tree] | None
    block: Block
    flow: bool
    key: str | None = None
    key_span: int = 0
    last: str | None = None
    cuts: list[losses.Cut] = field(default_factory=list)
    loose: losses.Scalar | None = None


class Builder:
    """What is known of a document while it is read.

    Args:
        source: the document, for places in findings.
        text: its characters as the parser may see them, one for one.
        pure: whether to use the parser that is written in Python.
    """

    def __init__(self, source: Source, text: str, *, pure: bool) -> None:
        """Begin with nothing."""
        self.source = source
        self.text = text
        self.pure = pure
        self.findings: list[Finding] = []
        self.duplicates: list[Duplicate] = []
        self.lost: list[Route] = []
        self.prefix: Route = ()
        self.base = 0
        self.values = 0
        self.stack: list[Frame] = []
        self.root: tuple[Tree, Place] = (None, 0)
        self.on: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._list,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
        }

    def build(
        self, start: int = 0, end: int | None = None, prefix: Route = ()
    ) -> tuple[Tree, Place]:
        """Read a stretch of the text as one YAML document.

        Args:
            start: where the stretch begins.
            end: one past its end; None is the end of the text.
            prefix: the route to what the stretch holds.

        Returns:
            The data and its places.

        Raises:
            YamlError: when the parser gives up.
            TooMuchError: when it is deeper or larger than allowed.
        """
        self.base, self.prefix, self.stack, self.root = start, prefix, [], (None, 0)
        get_event = next_event(self.text[start:end] if start or end else self.text, pure=self.pure)
        on, documents = self.on, 0
        while (event := get_event()) is not None:
            handle = on.get(event.__class__)
            if handle is not None:
                handle(event)
            elif event.__class__ is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse_second_document(event)
                    break
        return self.root

    def route(self) -> Route:
        """Give the route to what is being read."""
        steps: list[str | int] = []
        for frame in self.stack:
            if isinstance(frame.data, list):
                steps.append(len(frame.data))
            elif frame.key is not None:
                steps.append(frame.key)
        return (*self.prefix, *steps)

    def complain(self, message: Message, mend: Message, start: int, end: int) -> None:
        """Note that something is no YAML that a strategy may use."""
        self.findings.append(unreadable(message, mend, self.source.span(start, end)))

    def _offset(self, mark: Any) -> int:
        return self.base + int(mark.index)

    def _count(self, event: Any) -> None:
        self.values += 1
        if self.values > MAX_VALUES or len(self.stack) > MAX_DEPTH:
            start = self._offset(event.start_mark)
            raise TooMuchError(_too_much(self.source, start, deep=len(self.stack) > MAX_DEPTH))

    def _scalar(self, event: Any) -> None:
        self._count(event)
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, start)
        frame = self.stack[-1] if self.stack else None
        plain = not event.style
        value = event.value
        if plain and end < len(self.text) and self.text[end] in " \t":
            losses.after_hash(self, value, start, end)
        if frame is None:
            self.root = (value or None, pack(start, end))
        elif frame.key is None and not isinstance(frame.data, list):
            self._key(frame, value, start, end)
        else:
            if frame.flow and self._is_cut(frame, losses.Scalar(value, start, end, plain)):
                return
            self._put(frame, None if plain and not value else value, pack(start, end))

    def _is_cut(self, frame: Frame, scalar: losses.Scalar) -> bool:
        """Watch what stands in brackets; whether it is a key that no colon follows."""
        if isinstance(frame.data, list):
            losses.between_items(self, frame.loose, scalar)
            frame.loose = scalar if scalar.plain else None
            return False
        key, is_absent = frame.key, scalar.plain and scalar.start == scalar.end
        if key is None or not is_absent:
            return False
        if _COLON_AFTER_KEY.match(self.text, losses.end_of(frame.key_span)):
            return False
        if frame.data is not None:
            frame.cuts.append(losses.Cut(key, frame.key_span, frame.last, len(frame.data)))
        frame.key = frame.last = None
        return True

    def _key(self, frame: Frame, value: str, start: int, end: int) -> None:
        frame.key, frame.key_span = value, pack(start, end)
        if value == _MERGE:
            self.complain(
                Message("a merge key (<<) hides what is written where"),
                Message("write the keys out where they belong"),
                start,
                end,
            )

    def _put(self, frame: Frame, value: Tree, place: Place) -> None:
        data, block = frame.data, frame.block
        if isinstance(data, list):
            block.values[len(data)] = place
            data.append(value)
            return
        key, frame.key = frame.key, None
        frame.last = key
        if data is None or key is None:
            return
        if key == _MERGE:
            self.lost.append(self.route())
            return
        if key in data:
            self.duplicates.append(Duplicate((*self.route(), key), block.keys[key], frame.key_span))
            join(data, block, key, value, place)
            return
        data[key] = value
        block.keys[key] = frame.key_span
        block.values[key] = place

    def _open(self, event: Any, data: dict[str, Tree] | list[Tree]) -> None:
        self._count(event)
        start = self._offset(event.start_mark)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, start)
        frame = self.stack[-1] if self.stack else None
        as_key = frame is not None and frame.key is None and not isinstance(frame.data, list)
        if as_key:
            self.complain(
                Message("a key must be a short text, not a list or a mapping"),
                Message("write an id as the key"),
                start,
                start + 1,
            )
        scrap = as_key or (frame is not None and frame.data is None)
        block = Block(pack(start, self._offset(event.end_mark)))
        self.stack.append(Frame(None if scrap else data, block, bool(event.flow_style)))

    def _mapping(self, event: Any) -> None:
        self._open(event, {})

    def _list(self, event: Any) -> None:
        self._open(event, [])

    def _end(self, _event: Any) -> None:
        closed = self.stack.pop()
        if closed.cuts:
            losses.between_pairs(self, closed)
        if not self.stack:
            self.root = (closed.data, closed.block)
            return
        frame = self.stack[-1]
        if frame.key is None and not isinstance(frame.data, list):
            frame.key = _MERGE
            return
        self._put(frame, closed.data, closed.block)

    def _alias(self, event: Any) -> None:
        self._count(event)
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        self.complain(
            Message(
                "an alias (*{name}) stands for something written elsewhere", {"name": event.anchor}
            ),
            Message("write it out here, or name it by its id"),
            start,
            end,
        )
        frame = self.stack[-1] if self.stack else None
        if frame is None:
            return
        if frame.key is None and not isinstance(frame.data, list):
            frame.key = _MERGE
            return
        self.lost.append(self.route())
        self._put(frame, None, pack(start, end))

    def _refuse_marks(self, event: Any, start: int) -> None:
        if event.anchor is not None:
            self.complain(
                Message("an anchor (&{name}) has no use here", {"name": event.anchor}),
                Message("delete it: everything in a strategy is named by its id"),
                start,
                start + 1 + len(event.anchor),
            )
        if event.tag is not None:
            self.complain(
                Message("a tag ({tag}) has no use here", {"tag": event.tag}),
                Message("delete it: the strategy's format says what each value is"),
                start,
                start + 1,
            )

    def _refuse_second_document(self, event: Any) -> None:
        start = self._offset(event.start_mark)
        self.complain(
            Message("a second document begins here, and is not read"),
            Message("delete the line “---”, or move what follows to a file of its own"),
            start,
            self._offset(event.end_mark),
        )
        self.lost.append(())


def join(data: dict[str, Tree], block: Block, key: str, value: Tree, place: Place) -> None:
    """Keep what a repeated key adds: the entries that the first one has not."""
    first, places = data[key], block.values[key]
    if first is None:
        data[key], block.values[key] = value, place
    if not (isinstance(first, dict) and isinstance(value, dict)):
        return
    assert isinstance(places, Block)
    assert isinstance(place, Block)
    for name, added in value.items():
        if name in first:
            join(first, places, name, added, place.values[name])
        else:
            first[name] = added
            places.keys[name] = place.keys[name]
            places.values[name] = place.values[name]


def _too_much(source: Source, start: int, *, deep: bool) -> Finding:
    message = (
        Message("brackets or indentation go more than {limit} levels deep", {"limit": MAX_DEPTH})
        if deep
        else Message("the file holds more than {limit} values", {"limit": MAX_VALUES})
    )
    return unreadable(
        message,
        Message("split the strategy, and look for a bracket that is never closed"),
        source.span(start, start + 1),
    )
