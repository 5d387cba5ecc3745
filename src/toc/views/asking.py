"""Views that are asked for: by a name in the file, or by words on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import View
from toc.views.choosing import QUERIED
from toc.views.spelled import is_titled, unknown
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import Strategy

__all__ = ["FIELDS", "asked", "found"]

FIELDS = (*QUERIED, "fold")
"""The fields of a view that may be asked for, in the order of the format."""


def found(strategy: Strategy, name: str) -> View:
    """Give a strategy's view by its name.

    Raises:
        UnknownNameError: when it has none of that name; it tells which there are.
    """
    known = {key.lower(): key for key in strategy.views}
    if name.lower() in known:
        return strategy.views[known[name.lower()]]
    titled = (key for key, view in strategy.views.items() if is_titled(view, name))
    message = Message("no view of this strategy is called “{name}”", {"name": name})
    raise unknown(message, name, tuple(strategy.views), near=next(titled, None))


def asked(words: Mapping[str, Iterable[str] | None], base: View | None = None) -> View:
    """Make a view of what was asked for on the command line.

    Args:
        words: for each of `FIELDS` the values that were given; fields without any are
            passed over.
        base: a named view to start from.  A field that is given takes the place of its
            own, and narrows what its other fields show.

    >>> asked({"goal": ["equal"], "tag": []}).goal
    ('equal',)
    >>> asked({"stage": ["first"]}, asked({"goal": ["equal"]})).goal
    ('equal',)
    """
    given = {field: tuple(words.get(field) or ()) for field in FIELDS}
    values = {field: names for field, names in given.items() if names}
    return (base or View()).model_copy(update=values)
