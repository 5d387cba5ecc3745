"""The front hall: what the package does, on one page.

The command line and every other face of the package call nothing else for work, so
that they cannot drift apart.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.checking import Report, judge, judge_loaded
from toc.errors import InputError, StrategyError, UnknownNameError
from toc.findings import Severity
from toc.loading import find_strategies, load_parts
from toc.model import Strategy
from toc.rulebook import RULES, Rule, find_rule
from toc.saving import save
from toc.words import ORIGINAL, Message, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toc.diagrams.drafting import Lanes
    from toc.diagrams.picture import Picture
    from toc.loading import Loaded

__all__ = [
    "check",
    "check_all",
    "draw",
    "explain",
    "list_rules",
    "load",
    "load_all",
    "new",
    "outline",
    "picture_endings",
    "read",
    "save",
    "schema",
    "write",
]


_TEMPLATES = Path(__file__).parent / "templates"


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
    try:
        return tuple(load_parts(parts) for parts in find_strategies(Path(path)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        values = {"path": error.filename or str(path), "reason": reason}
        raise InputError(Message("{path} cannot be read: {reason}", values)) from error


def _trusted(loaded: Loaded) -> Strategy:
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
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
) -> Report:
    """Check a strategy, or all that a path holds; never raises on what they say.

    Args:
        what: a strategy, or the path of a file, a folder or a collection.
        on: the day for which to check; without one, nothing has ended yet.
        select: the names of the rules to ask, all of them when None.
        ignore: the names of the rules not to ask.

    Returns:
        What was found, in order of place.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        UnknownNameError: when there is no rule of that name.

    >>> from toc import Strategy, check
    >>> report = check(Strategy(goals={"equal": "Equal access"}))
    >>> report.findings[0].message.say("en")
    'no activity leads to “Equal access”'
    """
    select, ignore = None if select is None else tuple(select), tuple(ignore)
    asked = list_rules(select=select, ignore=ignore)
    names = tuple(one.name for one in asked)
    if isinstance(what, Strategy):
        return Report((judge(what, on=on, rules=asked),), names, on)
    return check_all([what], on=on, select=select, ignore=ignore)


def check_all(
    paths: Sequence[str | os.PathLike[str]],
    *,
    on: date | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
) -> Report:
    """Check everything that several paths hold, each strategy once, in order.

    Raises:
        InputError: when nothing is at one of them, or it cannot be read.
        UnknownNameError: when there is no rule of that name.
    """
    asked = list_rules(select=select, ignore=ignore)
    loaded: dict[Path, Loaded] = {}
    for path in paths:
        for one in read(path):
            loaded.setdefault(Path(one.path).resolve(), one)
    verdicts = tuple(judge_loaded(one, on=on, rules=asked) for one in loaded.values())
    return Report(verdicts, tuple(one.name for one in asked), on)


def list_rules(
    *, select: Iterable[str] | None = None, ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Give the rules, in order of name.

    Args:
        select: the names of those to give, all of them when None.
        ignore: the names of those to leave out.

    Raises:
        UnknownNameError: when there is no rule of that name.
    """
    select = (select,) if isinstance(select, str) else select
    ignore = (ignore,) if isinstance(ignore, str) else ignore
    left_out = {find_rule(name).name for name in ignore}
    chosen = RULES if select is None else sorted(set(select))
    return tuple(find_rule(name) for name in chosen if name not in left_out)


def explain(rule: str, *, language: str = ORIGINAL) -> str:
    """Give a rule's page, in Markdown: what, why, what to do, examples, source.

    Raises:
        UnknownNameError: when there is no rule of that name.
    """
    return find_rule(rule).page(language)


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
    from toc.diagrams.picture import picture_of  # noqa: PLC0415 - only who draws pays
    from toc.graph import TheoryGraph  # noqa: PLC0415

    strategy = what if isinstance(what, Strategy) else load(what)
    said_in = language or next(iter(strategy.languages), ORIGINAL)
    return picture_of(strategy, TheoryGraph(strategy), language=said_in, lanes=lanes, engine=engine)


def picture_endings() -> dict[str, str]:
    """Give, for each ending of a picture's file name, the form that it stands for."""
    from toc.diagrams.picture import RENDERERS  # noqa: PLC0415

    return {ending: form for form in RENDERERS for ending in RENDERERS[form].ENDINGS}


def outline(what: str | os.PathLike[str] | Strategy, *, language: str | None = None) -> str:
    """Write a strategy as a readable outline: its goals, what leads to them, and why.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.documents.outline import outline as written  # noqa: PLC0415

    strategy = what if isinstance(what, Strategy) else load(what)
    return written(strategy, language=language or next(iter(strategy.languages), ORIGINAL))


def schema(*, language: str = ORIGINAL) -> dict[str, Any]:
    """Give the JSON Schema of the strategy file, for editors and other tools."""
    from toc.model.schema import schema as described  # noqa: PLC0415

    return described(language)


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
    from toc.model.plain import plain  # noqa: PLC0415
    from toc.text.writer import write_tree  # noqa: PLC0415

    return write_tree(plain(strategy))
