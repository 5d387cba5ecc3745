"""Begin a strategy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from toc import api
from toc.cli.reading import is_there
from toc.cli.telling import tell
from toc.errors import OutputError
from toc.words import Message

ABOUT = Message("begin a strategy: a small one that checks clean, to be changed")

_FILES = {"en": "strategy.yaml", "ro": "strategie.yaml"}


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "path",
        nargs="?",
        metavar=Message("FILE").say(language),
        help=Message("the file to write ({name} by default)", {"name": _FILES[language]}).say(
            language
        ),
    )


def run(options: Namespace) -> int:
    """Write the file, never over another one, and say what comes next."""
    path = Path(options.path or _FILES[options.language])
    if is_there(path) and path.is_dir():
        path /= _FILES[options.language]
    if is_there(path):
        raise OutputError(
            Message("{path} is there already: name another file", {"path": str(path)})
        )
    api.save(api.new(language=options.language), path)
    said = (
        Message("wrote {path}", {"path": str(path)}),
        Message("change it in any text editor, then: toc check {path}", {"path": str(path)}),
        Message("and for the meeting: toc draw {path} -o strategy.svg", {"path": str(path)}),
    )
    for message in said:
        tell(message.say(options.language))
    return 0
