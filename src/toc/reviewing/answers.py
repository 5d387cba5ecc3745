"""A form that people filled in, answer by answer, with what is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Severity
from toc.model import Date
from toc.model.refusals import Refusal
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.findings import Route
    from toc.text.document import Document
    from toc.text.places import Tree

__all__ = ["Answers"]


@dataclass
class Answers:
    """What is written in a form.

    Attributes:
        document: the form as YAML.
        findings: what was found to be wrong so far, each with its place.
    """

    document: Document
    findings: list[Finding] = field(default_factory=list)

    def refuse(self, route: Route, message: Message, mend: Message) -> None:
        """Tell what is wrong at a place, and what to write there."""
        span = self.document.locate(route)
        rule = "value-malformed"
        self.findings.append(Finding(rule, message, mend, route, Severity.ERROR, span))

    def refuse_unknown(self, route: Route, data: Iterable[str], known: tuple[str, ...]) -> None:
        """Tell of keys that the form does not ask for."""
        for key in data:
            if key in known or key.startswith("x-"):
                continue
            near = nearest(key, known)
            mend = (
                Message("there are: {known}", {"known": list(known)})
                if near is None
                else Message("did you mean “{id}”?", {"id": near})
            )
            message = Message("“{key}” is not asked in this form", {"key": key})
            self.refuse((*route, key, KEY), message, mend)

    def text(self, route: Route, value: Tree) -> str:
        """Read a short text; nothing where there is none."""
        if value is None or isinstance(value, str):
            return " ".join((value or "").split())
        self.refuse(route, Message("a short text is expected here"), Message("write one text"))
        return ""

    def texts(self, route: Route, value: Tree) -> tuple[str, ...]:
        """Read one text or several."""
        items = value if isinstance(value, list) else [value]
        found = [self.text((*route, at), one) for at, one in enumerate(items)]
        return tuple(one for one in found if one)

    def date(self, route: Route, value: Tree) -> Date | None:
        """Read a date, as exact as it is written."""
        text = self.text(route, value)
        if not text:
            return None
        try:
            return Date.of(text)
        except Refusal as error:
            context = error.context or {}
            self.refuse(route, context["message"], context["mend"])
            return None

    def items(
        self, section: str, known: tuple[str, ...]
    ) -> Iterator[tuple[Route, dict[str, Tree]]]:
        """Go through the items of a list that hold anything."""
        items = self.document.data.get(section)
        if items is not None and not isinstance(items, list):
            mend = Message("begin each one with {form}", {"form": f"- {known[0]}:"})
            self.refuse((section,), Message("a list is expected here"), mend)
            return
        for at, item in enumerate(items or ()):
            if isinstance(item, dict):
                self.refuse_unknown((section, at), item, known)
                yield (section, at), item
            elif item is not None:
                mend = Message("begin it with {form}", {"form": f"{known[0]}:"})
                self.refuse((section, at), Message("this does not say what it is about"), mend)
