"""Reading the form of an event that was filled in, with what is wrong in it at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.findings import KEY
from toc.model.refusals import Refusal
from toc.model.values import number
from toc.reviewing.deciding import Deciding
from toc.reviewing.record import Record, Remark
from toc.reviewing.typed import spelled
from toc.spelling import nearest
from toc.text.document import read_document
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Finding, Route
    from toc.model import Strategy
    from toc.reviewing.minutes import Resolution
    from toc.text.document import Document
    from toc.text.places import Tree
    from toc.text.source import Source

__all__ = ["Recorded", "read_record"]

_TOP = ("event", "attended", "decided", "decisions", "feedback")
_ITEM = ("about", "decision", "because", "by", "due")
_REMARK = ("said", "by", "about", "changed")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A form as it was read.

    Attributes:
        record: what is written down; None where something in the form is wrong.
        findings: what is wrong, each with its place in the file.
    """

    record: Record | None
    findings: tuple[Finding, ...]


def read_record(source: Source, strategy: Strategy, event: str) -> Recorded:
    """Read a form that was filled in during an event.

    Args:
        source: the form.
        strategy: the strategy.
        event: the id of the event, as it is spelled.
    """
    document = read_document(source)
    if document.lost:
        return Recorded(None, document.findings)
    reader = _Reader(document, strategy, event)
    record = reader.record()
    torn = (one for one in document.findings if one.rule.startswith("yaml-"))
    wrong = (*torn, *reader.findings)
    return Recorded(None if wrong else record, wrong)


class _Reader(Deciding):
    def __init__(self, document: Document, strategy: Strategy, event: str) -> None:
        super().__init__(document, strategy)
        self.event = event

    def record(self) -> Record:
        data = self.document.data
        self.refuse_unknown((), data, _TOP)
        named = self.text(("event",), data.get("event"))
        if named and named.lower() != self.event.lower():
            values = {"event": named, "asked": self.event}
            message = Message("this form is about “{event}”, and not about “{asked}”", values)
            self.refuse(("event",), message, Message("take it in for that event"))
        attended, decisions = tuple(self._attended()), tuple(self._decisions())
        decided, remarks = self.texts(("decided",), data.get("decided")), tuple(self._remarks())
        if not (attended or decisions or decided or remarks or self.findings):
            self.refuse(
                ("attended",),
                Message("nothing is written down in this form"),
                Message("write who came, what was decided or what was said"),
            )
        return Record(self.event, attended, decided, decisions, remarks)

    def _attended(self) -> Iterator[tuple[str, str]]:
        came = self.document.data.get("attended")
        if came is not None and not isinstance(came, dict):
            mend = Message("write the id of each, a colon and how many came")
            self.refuse(("attended",), Message("stakeholders with numbers are expected here"), mend)
            return
        for name, value in (came or {}).items():
            said = self.text(("attended", name), value)
            key = self._stakeholder(name) if said else None
            if key is not None and self._is_count(("attended", name), said):
                yield key, said

    def _stakeholder(self, name: str) -> str | None:
        section, key = self.strategy.index.get(name.lower(), ("", name))
        if section == "stakeholders":
            return key
        near = nearest(name, self.strategy.stakeholders)
        mend = (
            Message("write the id of a stakeholder")
            if near is None
            else Message("did you mean “{id}”?", {"id": near})
        )
        message = Message("no stakeholder is called “{id}”", {"id": name})
        self.refuse(("attended", name, KEY), message, mend)
        return None

    def _is_count(self, route: Route, said: str) -> bool:
        try:
            is_count = number(said) >= 0
        except Refusal:
            is_count = False
        if not is_count:
            message = Message("“{text}” is no number of people", {"text": said})
            self.refuse(route, message, Message("write how many came, such as 12"))
        return is_count

    def _decisions(self) -> Iterator[Resolution]:
        found: list[Resolution] = []
        for route, item in self.items("decisions", _ITEM):
            if not any(value for key, value in item.items() if key != "about"):
                continue
            about = self.about_of(route, item)
            one = None if about is None else self.resolution(route, about, item)
            if one is not None and self.is_new(route, one, found):
                found.append(one)
                yield one

    def _remarks(self) -> Iterator[Remark]:
        for route, item in self.items("feedback", _REMARK):
            said = self.text((*route, "said"), item.get("said"))
            if said:
                by = self.texts((*route, "by"), item.get("by"))
                about, changed = (self._named(route, key, item) for key in ("about", "changed"))
                yield Remark(said, by, about, changed)
            elif any(item.values()):
                message = Message("nothing is written of what was said")
                self.refuse((*route, "said"), message, Message("write it behind “said:”"))

    def _named(self, route: Route, key: str, item: dict[str, Tree]) -> tuple[str, ...]:
        """Read several ids or links, each as it is spelled where it stands."""
        found: list[str] = []
        for name in self.texts((*route, key), item.get(key)):
            try:
                found.append(spelled(self.strategy, name))
            except UnknownNameError as error:
                mend = Message("write the id of something in the strategy")
                self.refuse((*route, key), error.message, mend)
        return tuple(found)
