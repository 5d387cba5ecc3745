"""The names in a view as they are spelled where they stand, and as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.model import Text
from toc.model.nodes import NODE_SECTIONS
from toc.spelling import folded, nearest
from toc.views.query import QUERIES, sections_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.graph import TheoryGraph
    from toc.model import Entry, Strategy
    from toc.views.query import Names, Titles
    from toc.words import Sayable

__all__ = ["is_titled", "known_of", "offering", "quoted", "spelled", "titles_of", "unknown"]

_MOST = 12
"""How many names are offered at most to whoever named none that is known."""


def known_of(graph: TheoryGraph, field: str) -> Names:
    """Give all that may be asked for in a field, each once."""
    own = getattr(QUERIES[field], "known", None)
    found: Iterable[str] = own(graph) if own else _ids(graph.strategy, sections_of(field))
    return tuple(dict.fromkeys(found))


def spelled(strategy: Strategy, field: str, names: Names) -> Names:
    """Give ids as they are spelled where they stand, each once; what is no id as it is.

    Raises:
        UnknownNameError: when one of them is no id of the kind that the field names.
    """
    sections = sections_of(field)
    if not sections:
        return tuple(dict.fromkeys(names))
    found = {key.lower(): key for key in reversed(_ids(strategy, sections))}
    lost = next((name for name in names if name.lower() not in found), None)
    if lost is not None:
        raise _no_id(strategy, sections, lost)
    return tuple(dict.fromkeys(found[name.lower()] for name in names))


def titles_of(strategy: Strategy, field: str, names: Names) -> Titles:
    """Give what people call the things of a field."""
    own = getattr(QUERIES[field], "titles", None)
    if own:
        found: Titles = own(names)
        return found
    return [quoted(strategy, name) if sections_of(field) else _quote(name) for name in names]


def quoted(strategy: Strategy, name: str) -> Sayable:
    """Give the shortest wording of an entry in quotes, its id where it has none."""
    entry = strategy.entry(name)
    text = None if entry is None else entry.short or entry.title
    return _quote(text or Text.of(name))


def _quote(text: object) -> Message:
    return Message("“{text}”", {"text": text})


def _ids(strategy: Strategy, sections: Sequence[str]) -> Names:
    return tuple(key for section in sections for key in getattr(strategy, section))


def _no_id(strategy: Strategy, sections: Sequence[str], name: str) -> UnknownNameError:
    """Say that an id is none, or none of the kind that is asked for."""
    found = strategy.index.get(name.lower())
    where: object = [f"{one}:" for one in sections]
    if tuple(sections) == NODE_SECTIONS:
        where = Message("what links may join")
    values = {"name": name, "sections": where, "section": f"{found[0]}:" if found else ""}
    if found is not None:
        return UnknownNameError(
            Message("“{name}” stands under {section}; name something from {sections}", values)
        )
    known = _ids(strategy, sections)
    titled = (key for key in known if is_titled(strategy.entry(key), name))
    near = strategy.former_ids.get(name.lower()) or next(titled, None)
    message = Message("nothing in {sections} is called “{name}”", values)
    return unknown(message, name, known, near=near)


def unknown(
    message: Message, name: str, known: Sequence[str], *, near: str | None = None
) -> UnknownNameError:
    """Make the error that a name is not known, with the one that was meant or those there are.

    Args:
        message: what is so.
        name: what was asked for.
        known: what can be.
        near: what was meant, where that is known.
    """
    near = near or nearest(name, known)
    if near is not None:
        values = {"message": message, "near": near}
        return UnknownNameError(Message("{message}; did you mean “{near}”?", values))
    return UnknownNameError(offering(message, known))


def offering(message: Message, known: Sequence[str]) -> Message:
    """Say also what there is to ask for, where there is something."""
    if not known:
        return message
    more = ("…",) if len(known) > _MOST else ()
    values = {"message": message, "known": [*known[:_MOST], *more]}
    return Message("{message}; there are: {known}", values)


def is_titled(entry: Entry | None, name: str) -> bool:
    """Whether somebody wrote an entry's title, in any language, in place of its id."""
    title = None if entry is None else entry.title
    wordings = () if title is None else title.wordings.values()
    return folded(name) in map(folded, wordings)
