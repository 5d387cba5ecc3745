"""The graphviz package, as far as we use it; it has no types of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from toc.diagrams import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager

__all__ = ["Digraph", "digraph", "hint", "html", "plain", "stacked"]

_MEANING = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class Digraph(Protocol):
    """A graph that is being written."""

    @property
    def source(self) -> str:
        """Its DOT text."""
        ...

    def attr(self, kw: str | None = None, **attrs: str) -> None:
        """Set what holds for the graph, or for all "node" or "edge" to come."""
        ...

    def node(self, name: str, label: str | None = None, **attrs: str) -> None:
        """Write a node."""
        ...

    def edge(self, tail: str, head: str, **attrs: str) -> None:
        """Write an edge; a colon in an end's name is a port."""
        ...

    def subgraph(self, *, name: str | None = None) -> AbstractContextManager[Digraph]:
        """Open a part; its name begins with "cluster" where it is to have a frame."""
        ...


class _Graphviz(Protocol):
    def Digraph(self, name: str, *, graph_attr: Mapping[str, str]) -> Digraph: ...  # noqa: N802
    def escape(self, text: str, /) -> str: ...


def _graphviz() -> _Graphviz:
    import graphviz  # noqa: PLC0415 - slow

    return cast("_Graphviz", graphviz)


def digraph(name: str, **looks: str) -> Digraph:
    """Begin a graph."""
    return _graphviz().Digraph(name, graph_attr=looks)


def plain(text: str) -> str:
    """Write an author's text as a label that shows what was typed.

    A label `<…>` would be HTML, a backslash begins a command, and entities are decoded.
    """
    return _escaped(labels.clean(text))


def _escaped(text: str) -> str:
    return _graphviz().escape(text.replace("&", "&amp;"))


def hint(text: str) -> str:
    r"""Write an author's text for who points at something.

    There dot looks for commands twice, and finds `\G` once it has undone `\\G`: what
    no eye sees, a word joiner, keeps a backslash from the letter behind it.
    """
    return _escaped(labels.clean(text).replace("\\", "\\\u2060"))


def stacked(lines: Iterable[str]) -> str:
    """Write lines of an author's text, one centred below the other."""
    said = "\n".join(labels.clean(line) for line in lines)
    return _escaped(said)


def html(text: str) -> str:
    """Write a text for an HTML-like label; only words of our own ever come here."""
    return "".join(_MEANING.get(char, char) for char in labels.clean(text))
