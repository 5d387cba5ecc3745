"""From the arguments to a command, and from whatever happens to an exit code."""

from __future__ import annotations

import argparse
import gc
import gettext
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from toc.cli.telling import complain, finish, tell
from toc.errors import TocError
from toc.shelves import Shelf
from toc.words import CATALOGUES, DOMAIN, LANGUAGES, ORIGINAL, Message, spoken

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["COMMANDS", "main", "parser"]

COMMANDS = Shelf("toc.cli.commands")

_NOT_RUN = 2
_INTERRUPTED = 130
_CLOSED_PIPE = 141
_OBJECTS_BEFORE_COLLECTION = 50_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: what follows the command's name, from the process when None.

    Returns:
        0 clean, 1 findings at or above the threshold, 2 could not run; 130 when
        interrupted and 141 when nobody reads the output, as the shell has it.
    """
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    # Else pydantic looks through every installed package for plugins of its own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(words)
    try:
        return _run(words, language)
    except TocError as error:
        complain(error.message.say(language))
        return _NOT_RUN
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return _CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last door before the user
        return _own_fault(error, language)


def _run(words: Sequence[str], language: str) -> int:
    try:
        with _speaking(language):
            options = parser(language, words).parse_args(words)
        code: int = options.run(options)
        return code
    finally:
        # Help ends in a SystemExit, and must arrive too.
        finish()


def parser(language: str, words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Build the parser; only the command that is asked for is imported.

    Args:
        language: the language of its help.
        words: the arguments, to see which command is asked for.
    """
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--language",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=Message("the language to speak (from the environment by default)").say(language),
    )
    top = argparse.ArgumentParser(
        prog="toc",
        parents=[shared],
        description=Message("Theories of change as text: written, checked and drawn.").say(
            language
        ),
        epilog=Message("“toc COMMAND --help” says more about a command.").say(language),
    )
    top.add_argument(
        "--version", action=_Version, help=Message("show the version and exit").say(language)
    )
    asked_for = any(word.partition("=")[0] == "--language" for word in words)
    top.set_defaults(language=language, is_language_asked=asked_for)
    commands = top.add_subparsers(
        required=True, metavar=Message("COMMAND").say(language), dest="command", prog="toc"
    )
    asked = next((word for word in words if word[:1] != "-" and word not in LANGUAGES), "")
    for name in [asked] if asked in COMMANDS else COMMANDS:
        _add(commands, name, COMMANDS[name], shared, language)
    return top


class _Version(argparse.Action):
    """Looks the version up only when somebody asks: reading metadata is slow."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415

        tell(f"toc {version('theory-of-change')}")
        parser.exit()


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    module: ModuleType,
    shared: argparse.ArgumentParser,
    language: str,
) -> None:
    about = module.ABOUT.say(language)
    command = commands.add_parser(name, help=about, description=about, parents=[shared])
    module.arguments(command, language)
    command.set_defaults(run=module.run)


def _language(words: Sequence[str]) -> str:
    for place, word in enumerate(words):
        if word == "--language" and place + 1 < len(words):
            return spoken(words[place + 1])
        if word.startswith("--language="):
            return spoken(word.partition("=")[2])
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        tags = [tag for tag in os.environ.get(name, "").split(":") if tag]
        if tags:
            ours = (spoken(tag) for tag in tags if spoken(tag) != ORIGINAL or tag[:2] == ORIGINAL)
            return next(ours, ORIGINAL)
    return ORIGINAL


@contextmanager
def _speaking(language: str) -> Iterator[None]:
    """Let argparse's own words come from our catalogue too; it looks into the environment."""
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    before = gettext.textdomain(), os.environ.get("LANGUAGE", "")
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(before[0])
        os.environ["LANGUAGE"] = before[1]


def _own_fault(error: Exception, language: str) -> int:
    if os.environ.get("TOC_DEBUG"):
        traceback.print_exception(error)
    values = {"error": f"{type(error).__name__}: {error}"}
    complain(Message("a fault of this tool, not of your files: {error}", values).say(language))
    complain(
        Message("please report it with what TOC_DEBUG=1 prints, and the file if you can").say(
            language
        )
    )
    return _NOT_RUN
