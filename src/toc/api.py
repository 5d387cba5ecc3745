"""The front hall: what the package does, on one page.

The command line and every other face of the package call nothing else for work, so
that they cannot drift apart.  Each imports what it needs when it is called: whoever draws does
not pay for checking, and an unchanged file is told of without a model.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.errors import InputError, StrategyError, UnknownNameError
from toc.findings import Severity
from toc.notebooks import ShownReport
from toc.parts import find_strategies
from toc.saving import save
from toc.words import ORIGINAL, Message, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor
    from datetime import date

    from toc.diagrams.drafting import Lanes
    from toc.diagrams.picture import Picture
    from toc.formatting import Formatted
    from toc.loading import Loaded
    from toc.model import Strategy
    from toc.parts import Parts
    from toc.remembering import Memory
    from toc.rulebook import Rule, Rulebook

__all__ = [
    "check",
    "check_all",
    "check_many",
    "draw",
    "explain",
    "find",
    "fmt",
    "list_rules",
    "load",
    "load_all",
    "new",
    "outline",
    "picture_endings",
    "questions",
    "read",
    "report_schema",
    "save",
    "schema",
    "write",
]


_TEMPLATES = Path(__file__).parent / "templates"
_SCHEMAS = Path(__file__).parent / "schemas"


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

    with _reading(path):
        return tuple(load_parts(parts) for parts in find_strategies(Path(path)))


@contextmanager
def _reading(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what the system says of a file into an error of ours."""
    try:
        yield
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
    with _reading(""):
        verdicts = [judge_loaded(load_parts(one), on=on, book=book) for one in parts]
    return ShownReport(tuple(verdicts), on)


def find(paths: Iterable[str | os.PathLike[str] | Parts]) -> tuple[Parts, ...]:
    """Find the strategies that several paths hold, each once, in order.

    Args:
        paths: files, folders and collections, or what was found already.

    Raises:
        InputError: when nothing is at one of them, or it cannot be read.
    """
    found: dict[str, Parts] = {}
    for path in paths:
        with _reading(path if isinstance(path, str | os.PathLike) else path.path):
            held = find_strategies(Path(path)) if isinstance(path, str | os.PathLike) else [path]
            for one in held:
                found.setdefault(os.path.realpath(one.path), one)
    return tuple(found.values())


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
    with _reading(""):
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


def fmt(path: str | os.PathLike[str]) -> Iterator[Formatted]:
    """Mend what is safe to mend in a strategy's files, and write nothing.

    Legacy Romanian letters and stray characters are mended by the smallest edits;
    comments, order, quotes and line ends stay as they are, and so does every character
    without which the file would say something else.

    Args:
        path: a file, a folder or a collection.

    Yields:
        For each of its YAML files what stands in it and what should.

    Raises:
        InputError: when nothing is there, or a file cannot be read or is no UTF-8.
    """
    from toc.formatting import formatted

    for parts in find([path]):
        for file in (*parts.files, *(file for _, file in parts.translations)):
            with _reading(file):
                yield formatted(file)


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


def draw(
    what: str | os.PathLike[str] | Strategy,
    *,
    language: str | None = None,
    lanes: Lanes = "area",
    engine: str = "grid",
) -> Picture:
    """Draw a strategy; the picture knows how to become SVG, PNG, DOT or Mermaid.

    Args:
        what: a strategy, or the path of one.
        language: the language of its texts and of ours, the original when None.
        lanes: what the lanes are: `area`, `stakeholder` or `none`.
        engine: who places the boxes: `grid`, or Graphviz's `dot`.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.diagrams.picture import picture_of
    from toc.graph import TheoryGraph

    strategy = load(what) if isinstance(what, str | os.PathLike) else what
    said_in = language or next(iter(strategy.languages), ORIGINAL)
    return picture_of(strategy, TheoryGraph(strategy), language=said_in, lanes=lanes, engine=engine)


def picture_endings() -> dict[str, str]:
    """Give, for each ending of a picture's file name, the form that it stands for."""
    from toc.diagrams.picture import RENDERERS

    return {ending: form for form in RENDERERS for ending in RENDERERS[form].ENDINGS}


def outline(what: str | os.PathLike[str] | Strategy, *, language: str | None = None) -> str:
    """Write a strategy as a readable outline: its goals, what leads to them, and why.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.documents.outline import outline as written

    strategy = load(what) if isinstance(what, str | os.PathLike) else what
    return written(strategy, language=language or next(iter(strategy.languages), ORIGINAL))


def questions(
    what: str | os.PathLike[str] | Strategy,
    *,
    on: date | None = None,
    language: str | None = None,
    first: int | None = None,
    book: Rulebook | None = None,
) -> str:
    """Say what was found as questions for the next meeting, grouped by goal, in Markdown.

    Args:
        what: a strategy, or the path of a file, a folder or a collection.
        on: the day for which to check; without one, nothing has ended yet.
        language: the language of the meeting; each strategy's own when None.
        first: how many questions to ask for each goal at most; all when None.
        book: the rules to go by.

    Raises:
        InputError: when nothing is there, or it cannot be read.
    """
    from toc.documents.questions import questions as asked

    report = check(what, on=on, book=book)
    return "\n".join(
        asked(
            verdict.strategy,
            verdict.findings,
            waived=verdict.waived,
            language=language,
            first=first,
        )
        for verdict in report.verdicts
        if verdict.strategy is not None
    )


def schema(*, language: str = ORIGINAL) -> dict[str, Any]:
    """Give the JSON Schema of the strategy file, for editors and other tools."""
    from toc.model.schema import schema as described

    return described(language)


def report_schema() -> dict[str, Any]:
    """Give the JSON Schema of what `toc check --format json` writes, for programs."""
    import json

    found: dict[str, Any] = json.loads((_SCHEMAS / "report.json").read_text(encoding="utf-8"))
    return found


def new(*, language: str = ORIGINAL) -> str:
    """Give the YAML of a small strategy that checks clean, to begin with.

    Raises:
        UnknownNameError: when there is none in that language.
    """
    if spoken(language) != language.split("-", maxsplit=1)[0]:
        raise UnknownNameError(
            Message(
                "there is no first strategy in the language “{language}”", {"language": language}
            )
        )
    template = _TEMPLATES / f"{spoken(language)}.yaml"
    return template.read_text(encoding="utf-8")


def write(strategy: Strategy) -> str:
    """Write a strategy as the YAML of one file.

    >>> from toc import Strategy, write
    >>> print(write(Strategy(goals={"equal": "Equal access"})), end="")
    toc: 1
    <BLANKLINE>
    goals:
      equal: Equal access
    """
    from toc.model.plain import plain
    from toc.text.writer import write_tree

    return write_tree(plain(strategy))
