"""What is to be said in a strategy, and what a file should hold so that it says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.comparing import difference

if TYPE_CHECKING:
    from pathlib import Path

    from toc.text.places import Tree

__all__ = ["APPEND", "Amended", "Amendment"]

APPEND = "-"
"""As a step of a route: one more item at the end of a list."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing that a strategy is to say.

    What stands at the route is replaced, and what does not stand there yet is added: a
    field, an entry, or a whole section.  A bare title on the way grows into an entry with
    fields.  In a list a step is an index (`"0"`), or `APPEND` for one more item; a list
    that is not there yet begins with it.

    Attributes:
        route: the keys that lead there from the top; ids in any case, links however they
            are spaced.
        value: what should stand there, as YAML says it: a text, a list, a mapping, or
            nothing.

    >>> Amendment(("assumptions", "time", "status"), "holding").route[-1]
    'status'
    """

    route: tuple[str, ...]
    value: Tree


@dataclass(frozen=True, slots=True)
class Amended:
    """A file, and what should stand in it.

    Attributes:
        path: the file.
        before: its bytes.
        after: the bytes that should stand in it.
    """

    path: Path
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Show the change as a unified diff; nothing where there is none."""
        return difference(str(self.path), self.before, self.after)
