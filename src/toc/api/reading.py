"""Reading: files become strategies, with or without whatever is wrong with them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from toc.errors import InputError, StrategyError
from toc.findings import Severity
from toc.parts import find_strategies
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.loading import Loaded
    from toc.model import Strategy
    from toc.parts import Parts

__all__ = ["find", "load", "load_all", "original", "read", "reading", "strategy_of"]


def load(path: str | os.PathLike[str]) -> Strategy:
    """Load one strategy that can be trusted to say what its files say.

    Args:
        path: a file, or a folder whose files are one strategy.

    Raises:
        InputError: when nothing is there, it cannot be read, or it holds several.
        StrategyError: when something in it could not be understood; it carries the
            findings.

    See Also:
        `check`, which never raises on what a strategy says.
    """
    loaded, *others = read(path)
    if others:
        message = Message(
            "{path} holds {count} strategy: name one of them",
            {"path": str(path), "count": 1 + len(others)},
            plural="{path} holds {count} strategies: name one of them",
        )
        raise InputError(message)
    return _trusted(loaded)


def load_all(path: str | os.PathLike[str]) -> tuple[Strategy, ...]:
    """Load every strategy that a file, a folder or a collection holds.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in one could not be understood.
    """
    return tuple(_trusted(loaded) for loaded in read(path))


def read(path: str | os.PathLike[str]) -> tuple[Loaded, ...]:
    """Read strategies with whatever is wrong with them.

    Each comes with what could be read, the findings on the way in, and the means to say
    where in its files anything stands.

    Raises:
        InputError: when nothing is there, or it cannot be read.
    """
    from toc.loading import load_parts

    with reading(path):
        return tuple(load_parts(parts) for parts in find_strategies(Path(path)))


def find(paths: Iterable[str | os.PathLike[str] | Parts]) -> tuple[Parts, ...]:
    """Find the strategies that several paths hold, each once, in order.

    Args:
        paths: files, folders and collections, or what was found already.

    Raises:
        InputError: when nothing is at one of them, or it cannot be read.
    """
    found: dict[str, Parts] = {}
    for path in paths:
        with reading(path if isinstance(path, str | os.PathLike) else path.path):
            held = find_strategies(Path(path)) if isinstance(path, str | os.PathLike) else [path]
            for one in held:
                found.setdefault(os.path.realpath(one.path), one)
    return tuple(found.values())


@contextmanager
def reading(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what the system says of a file into an error of ours."""
    try:
        yield
    except FileNotFoundError as error:
        values = {"path": error.filename or str(path)}
        raise InputError(Message("there is no file or folder {path}", values)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        values = {"path": error.filename or str(path), "reason": reason}
        raise InputError(Message("{path} cannot be read: {reason}", values)) from error


def _trusted(loaded: Loaded) -> Strategy:
    from toc.rulebook import find_rule

    grave = [one for one in loaded.findings if find_rule(one.rule).severity >= Severity.ERROR]
    if grave:
        message = Message(
            "{path} has {count} fault: {first}",
            {"path": loaded.path, "count": len(grave), "first": grave[0].message},
            plural="{path} has {count} faults, the first: {first}",
        )
        raise StrategyError(message, grave)
    return loaded.strategy


def strategy_of(what: str | os.PathLike[str] | Strategy) -> Strategy:
    """Give a strategy as it is, or the one at a path.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    return load(what) if isinstance(what, str | os.PathLike) else what


def original(strategy: Strategy) -> str:
    """Give the language in which a strategy was written."""
    return next(iter(strategy.languages), ORIGINAL)
