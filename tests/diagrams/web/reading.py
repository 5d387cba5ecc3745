"""Reads a page as a browser's parser does: elements, attributes, and the text inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Element", "read"]

VOID = frozenset({"input", "meta", "br", "link", "img"})


@dataclass
class Element:
    """An element of a page.

    Attributes:
        tag: its name.
        attributes: what is written in it.
        children: elements and texts, in order.
    """

    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the text inside."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def all(self, tag: str = "") -> list[Element]:
        """Give the elements inside, of one tag or of all."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if not tag or child.tag == tag else []
                found += child.all(tag)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute is written twice in <{tag}>"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        assert not data, "there are no comments"


def read(page: str) -> Element:
    """Read a page whose elements are all closed in order."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert parser.open == [parser.root]
    return parser.root
