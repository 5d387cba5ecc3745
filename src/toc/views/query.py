"""What each module of the folder of queries has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

from toc.model import View
from toc.model.references import Refers
from toc.shelves import Shelf

if TYPE_CHECKING:
    from toc.graph import TheoryGraph
    from toc.views.sight import Sight
    from toc.words import Message, Sayable

__all__ = ["QUERIES", "Names", "Query", "Titles", "query_of", "sections_of"]

QUERIES = Shelf("toc.views.queries")
"""What a view may ask, by the name of its field."""

Names: TypeAlias = tuple[str, ...]
"""Ids as they are spelled where they stand, or tags, or states."""

Titles: TypeAlias = "Sequence[Sayable]"
"""The same as people read them, in quotes."""


class Query(Protocol):
    """One thing that a view may ask.

    A module may also have `known(graph)`, the values that can be asked for where these
    are no ids, and `titles(names)`, how people read them.
    """

    def sight(self, graph: TheoryGraph, names: Names, /) -> Sight:
        """Give what is in sight."""
        ...

    def told(self, titles: Titles, /) -> Message:
        """Say in a few words what is shown: "what leads to “Equal access”"."""
        ...

    def lacking(self, titles: Titles, /) -> Message:
        """Say that there is nothing."""
        ...


def query_of(field: str) -> Query:
    """Take what a field of a view asks from its folder."""
    return cast("Query", QUERIES[field])


def sections_of(field: str) -> tuple[str, ...]:
    """Give the sections whose ids a field of a view may name; none where it names no ids."""
    metadata: Iterable[object] = View.model_fields[field].metadata
    return next((mark.sections for mark in metadata if isinstance(mark, Refers)), ())
