"""Checking: strategies are held against the rules, one or thousands."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.api.reading import find, reading
from toc.notebooks import ShownReport
from toc.words import ORIGINAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor
    from datetime import date

    from toc.model import Strategy
    from toc.parts import Parts
    from toc.remembering import Memory
    from toc.rulebook import Rule, Rulebook

__all__ = ["check", "check_all", "check_many", "explain", "list_rules", "report_schema"]

_SCHEMAS = Path(__file__).parent.parent / "schemas"


def check(
    what: str | os.PathLike[str] | Strategy,
    *,
    on: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    book: Rulebook | None = None,
) -> ShownReport:
    """Check a strategy, or all that a path holds; never raises on what they say.

    Args:
        what: a strategy, or the path of a file, a folder or a collection.
        on: the day for which to check; without one, nothing has ended yet.
        select: the rules and chapters to ask; the usual ones when none is named.
        ignore: the rules and chapters not to ask.
        book: the rules to go by, with their profiles, gravity and limits.

    Returns:
        What was found, the gravest first.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        UnknownNameError: when there is no rule or chapter of that name.

    >>> from toc import Strategy, check
    >>> report = check(Strategy(goals={"equal": "Equal access"}), select=["structure"])
    >>> report.findings[0].message.say("en")
    'the strategy has no activity: it does not say what is done'
    """
    from toc.checking import judge

    if isinstance(what, str | os.PathLike):
        return check_all([what], on=on, select=select, ignore=ignore, book=book)
    book = _refined(book, select, ignore)
    return ShownReport((judge(what, on=on, book=book),), on)


def check_all(
    paths: Sequence[str | os.PathLike[str]],
    *,
    on: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    book: Rulebook | None = None,
) -> ShownReport:
    """Check everything that several paths hold, each strategy once, in order.

    Raises:
        InputError: when nothing is at one of them, or it cannot be read.
        UnknownNameError: when there is no rule or chapter of that name.

    See Also:
        `check_many`, which is for thousands.
    """
    from toc.checking import judge_loaded
    from toc.loading import load_parts

    book = _refined(book, select, ignore)
    parts = find(paths)
    with reading(""):
        verdicts = [judge_loaded(load_parts(one), on=on, book=book) for one in parts]
    return ShownReport(tuple(verdicts), on)


def check_many(  # noqa: PLR0913 - each is a wish of its own, and all have a default
    paths: Iterable[str | os.PathLike[str] | Parts],
    *,
    on: date | None = None,
    book: Rulebook | Callable[[], Rulebook] | None = None,
    language: str = ORIGINAL,
    executor: Executor | None = None,
    chunk: int = 64,
    memory: Memory | None = None,
    stamp: bytes = b"",
    progress: Callable[[int, int], None] | None = None,
) -> ShownReport:
    """Check thousands of strategies, told in one language; the order is that of the paths.

    The verdicts hold no strategies, so that a portfolio fits into memory and may come
    from other processes and machines that see the same files.

    Args:
        paths: files, folders and collections, or what `find` gave for them.
        on: the day for which to check; without one, nothing has ended yet.
        book: the rules to go by, or who makes them when something must be checked anew.
        language: the language in which the findings are told.
        executor: who checks, `chunk` strategies at a time: any executor of
            `concurrent.futures`, that of a cluster too; this process when None.
        chunk: how many strategies are sent at once.
        memory: where verdicts are remembered, by the content of the files.
        stamp: what else a verdict depends on, beside the tool, the day, the language and
            the book: the code of a project's own rules.
        progress: is told how many are done, of how many.

    Raises:
        InputError: when nothing is at one of them, or it cannot be read.
        ValueError: when a chunk is of no strategy.
    """
    from toc.portfolio import Errand, Remembered, check_parts
    from toc.remembering import digest

    parts = find(paths)
    # Who makes a book anew, and what it will be, is told by the stamp alone.
    known = b"" if callable(book) and stamp else repr(book).encode("utf-8", "surrogatepass")
    asking = digest((stamp, known, language.encode(), str(on).encode())).encode()
    with reading(""):
        verdicts = check_parts(
            parts,
            Errand(on, book, language),
            executor=executor,
            chunk=chunk,
            remembered=Remembered(memory, asking),
            progress=progress,
        )
    return ShownReport(tuple(verdicts), on, language=language)


def _refined(
    book: Rulebook | None, select: Iterable[str] | None, ignore: Iterable[str]
) -> Rulebook:
    from toc.rulebook import Rulebook

    book = book or Rulebook()
    chosen = (select,) if isinstance(select, str) else tuple(select or ())
    left_out = (ignore,) if isinstance(ignore, str) else tuple(ignore)
    return replace(book, select=chosen or book.select, ignore=(*book.ignore, *left_out))


def list_rules(
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    book: Rulebook | None = None,
) -> tuple[Rule, ...]:
    """Give the rules, in order of name.

    Args:
        select: the rules and chapters to give, all that there are when none is named.
        ignore: the rules and chapters to leave out.
        book: the rules that a project goes by.

    Raises:
        UnknownNameError: when there is no rule or chapter of that name.
    """
    book = _refined(book, select, ignore)
    chosen = book.named(book.select) if book.select else frozenset(book.names)
    return tuple(map(book.find, sorted(chosen - book.named(book.ignore))))


def explain(rule: str, *, language: str = ORIGINAL, book: Rulebook | None = None) -> str:
    """Give a rule's page, in Markdown: what, why, what to do, examples, source.

    Raises:
        UnknownNameError: when there is no rule of that name.
    """
    return _refined(book, (), ()).page(rule).text(language)


def report_schema() -> dict[str, Any]:
    """Give the JSON Schema of what `toc check --format json` writes, for programs."""
    import json

    found: dict[str, Any] = json.loads((_SCHEMAS / "report.json").read_text(encoding="utf-8"))
    return found
