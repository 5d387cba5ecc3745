"""From YAML's events to plain data with places, guarded while it is built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from toc.findings import Finding
from toc.text import losses, refusing
from toc.text.duplicates import Duplicate, join
from toc.text.parsing import events, next_event
from toc.text.places import Block, Place, Tree, pack
from toc.text.source import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from toc.findings import Route
    from toc.text.source import Source
    from toc.words import Message

__all__ = ["MAX_DEPTH", "MAX_VALUES", "Builder", "TooMuchError"]

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

    def _offset(self, mark: Any) -> int:
        return self.base + int(mark.index)

    def _count(self, event: Any) -> None:
        self.values += 1
        if self.values > MAX_VALUES or len(self.stack) > MAX_DEPTH:
            start = self._offset(event.start_mark)
            said = (
                refusing.too_deep(MAX_DEPTH)
                if len(self.stack) > MAX_DEPTH
                else refusing.too_many(MAX_VALUES)
            )
            raise TooMuchError(unreadable(*said, self.source.span(start, start + 1)))

    def _scalar(self, event: Any) -> None:
        self._count(event)
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, start)
        frame = self.stack[-1] if self.stack else None
        plain = not event.style
        value = event.value
        if plain and end < len(self.text) and self.text[end] in " \t":
            self._lose(
                losses.after_hash(self.text, value, end), lost=None if value else self.route()
            )
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
            self._lose(losses.between_items(frame.loose, scalar))
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

    def _drop_cut(self, frame: Frame, cut: losses.Cut) -> None:
        """Take out the value that a comma cut: half of a text is worse than none."""
        data = frame.data
        assert isinstance(data, dict)
        value = None if cut.before is None else data.get(cut.before)
        after = next(iter(list(data)[cut.place :]), None)
        self._lose(losses.at_comma(cut, value, after))
        if cut.before is not None and isinstance(value, str):
            del data[cut.before], frame.block.values[cut.before]
        self.lost.append((*self.route(), cut.key if cut.before is None else cut.before))

    def _lose(self, loss: losses.Loss | None, *, lost: Route | None = None) -> None:
        if loss is None:
            return
        span = self.source.span(loss.start, loss.end)
        self.findings.append(Finding("yaml-loses-text", loss.message, loss.mend, span=span))
        if lost is not None:
            self.lost.append(lost)

    def _key(self, frame: Frame, value: str, start: int, end: int) -> None:
        frame.key, frame.key_span = value, pack(start, end)
        if value == _MERGE:
            self._complain(refusing.MERGE_KEY, start, end)

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
            self._complain(refusing.KEY_OF_MANY, start, start + 1)
        scrap = as_key or (frame is not None and frame.data is None)
        block = Block(pack(start, self._offset(event.end_mark)))
        self.stack.append(Frame(None if scrap else data, block, bool(event.flow_style)))

    def _mapping(self, event: Any) -> None:
        self._open(event, {})

    def _list(self, event: Any) -> None:
        self._open(event, [])

    def _end(self, _event: Any) -> None:
        closed = self.stack.pop()
        for cut in closed.cuts:
            self._drop_cut(closed, cut)
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
        self._complain(refusing.alias(event.anchor), start, end)
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
            self._complain(refusing.anchor(event.anchor), start, start + 1 + len(event.anchor))
        if event.tag is not None:
            self._complain(refusing.tag(event.tag), start, start + 1)

    def _refuse_second_document(self, event: Any) -> None:
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        self._complain(refusing.SECOND_DOCUMENT, start, end)
        self.lost.append(())

    def _complain(self, said: tuple[Message, Message], start: int, end: int) -> None:
        self.findings.append(unreadable(*said, self.source.span(start, end)))
