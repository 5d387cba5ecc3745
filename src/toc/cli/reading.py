"""Reading for pictures and papers: what can be read is shown, what cannot is told."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.telling import complain
from toc.errors import InputError
from toc.parts import every_file
from toc.words import Message

if TYPE_CHECKING:
    from toc.loading import Loaded
    from toc.parts import Parts

__all__ = ["day", "is_there", "read_kindly", "refuse_own"]


def day(text: str) -> date:
    """Read a day as it is typed.

    Raises:
        InputError: when it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(
            Message("“{text}” is no day: write it as 2027-06-30", {"text": text})
        ) from None


def is_there(typed: str | Path) -> bool:
    """Whether something has a name that was typed; what is too long for one is the name of nothing.

    `Path.exists` raises there.
    """
    return os.path.lexists(typed)


def refuse_own(target: str | Path, strategies: Iterable[Parts]) -> None:
    """See to it that nothing is written over a strategy that is being read.

    Raises:
        InputError: when the target is one of its files.
    """
    own = (os.path.realpath(file) for parts in strategies for file in every_file(parts))
    if os.path.realpath(target) in own:
        values = {"path": str(target)}
        raise InputError(Message("{path} is a strategy’s own file: write somewhere else", values))


def read_kindly(path: str, language: str) -> tuple[Loaded, ...]:
    """Read the strategies at a path; say on the side where one is not whole.

    Raises:
        InputError: when nothing is there, or it cannot be read.
    """
    strategies = api.read(path)
    for one in strategies:
        faults = [found for found in one.findings if found.span is not None]
        if faults and _is_partial(one):
            values = {"path": one.path, "count": len(faults)}
            said = Message(
                "{path} has {count} fault: part of it may be missing here, see toc check",
                values,
                plural="{path} has {count} faults: part of it may be missing here, see toc check",
            )
            complain(said.say(language))
    return strategies


def _is_partial(loaded: Loaded) -> bool:
    """Whether some of what is written is not in the model, be it a row of the readings."""
    table = loaded.readings
    if loaded.holes or table is None:
        return bool(loaded.holes)
    return bool(table.refused) or any(one.rule == "table-unreadable" for one in table.findings)
