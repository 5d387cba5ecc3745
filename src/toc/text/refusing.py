"""What YAML can do and a strategy has no use for: what is so, and what to write instead."""

from __future__ import annotations

from typing import TypeAlias

from toc.words import Message

__all__ = [
    "KEY_OF_MANY",
    "MERGE_KEY",
    "SECOND_DOCUMENT",
    "alias",
    "anchor",
    "tag",
    "too_deep",
    "too_many",
]

Said: TypeAlias = tuple[Message, Message]
"""What is so, and the mend."""

MERGE_KEY: Said = (
    Message("a merge key (<<) hides what is written where"),
    Message("write the keys out where they belong"),
)
KEY_OF_MANY: Said = (
    Message("a key must be a short text, not a list or a mapping"),
    Message("write an id as the key"),
)
SECOND_DOCUMENT: Said = (
    Message("a second document begins here, and is not read"),
    Message("delete the line “---”, or move what follows to a file of its own"),
)


def alias(name: str) -> Said:
    """Refuse `*name`."""
    return (
        Message("an alias (*{name}) stands for something written elsewhere", {"name": name}),
        Message("write it out here, or name it by its id"),
    )


def anchor(name: str) -> Said:
    """Refuse `&name`."""
    return (
        Message("an anchor (&{name}) has no use here", {"name": name}),
        Message("delete it: everything in a strategy is named by its id"),
    )


def tag(name: str) -> Said:
    """Refuse `!name`."""
    return (
        Message("a tag ({tag}) has no use here", {"tag": name}),
        Message("delete it: the strategy's format says what each value is"),
    )


def too_deep(limit: int) -> Said:
    """Refuse brackets within brackets without end."""
    return (
        Message("brackets or indentation go more than {limit} levels deep", {"limit": limit}),
        Message("split the strategy, and look for a bracket that is never closed"),
    )


def too_many(limit: int) -> Said:
    """Refuse more values than any strategy has."""
    return (
        Message("the file holds more than {limit} values", {"limit": limit}),
        Message("split the strategy, and look for a bracket that is never closed"),
    )
