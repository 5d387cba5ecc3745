"""Draw a strategy."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.reading import read_kindly
from toc.cli.telling import complain, tell
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from toc.loading import Loaded

ABOUT = Message("draw strategies")

_SHOWN = 12


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar=Message("PATH").say(language),
        help=Message("a strategy, or a folder that holds some (this folder by default)").say(
            language
        ),
    )
    command.add_argument(
        "-o",
        "--output",
        metavar=Message("FILE").say(language),
        help=Message(
            "the picture to write; its ending says what it is: {endings}. Or a folder.",
            {"endings": ", ".join(f".{ending}" for ending in api.picture_endings())},
        ).say(language),
    )
    command.add_argument(
        "--lanes",
        choices=["area", "stakeholder", "none"],
        default="area",
        help=Message("what the lanes are (policy areas by default)").say(language),
    )
    command.add_argument(
        "--engine",
        choices=["grid", "dot"],
        default="grid",
        help=Message("who places the boxes: our own grid (by default), or Graphviz").say(language),
    )


def run(options: Namespace) -> int:
    """Draw every strategy there is, and say where each picture went."""
    strategies = read_kindly(options.path, options.language)
    form = _form(options.output)
    drawn: set[Path] = set()
    for one in strategies:
        target = _target(options.output, one, form, alone=len(strategies) == 1)
        if target in drawn:
            raise OutputError(
                Message(
                    "two strategies would be drawn as {path}: draw them one by one",
                    {"path": str(target)},
                )
            )
        drawn.add(target)
        picture = api.draw(
            one.strategy, language=options.language, lanes=options.lanes, engine=options.engine
        )
        api.save(picture.render(form), target)
        if form == "png" and picture.letters_lacking:
            complain(_lacking(picture.letters_lacking).say(options.language))
        tell(Message("wrote {path}", {"path": str(target)}).say(options.language))
    return 0


def _lacking(letters: str) -> Message:
    values = {"letters": letters if len(letters) <= _SHOWN else f"{letters[:_SHOWN]}…"}
    return Message(
        "the font has no letters for {letters}: they are empty boxes in this picture; "
        "an SVG shows them wherever its reader has a font for them",
        values,
    )


def _form(output: str | None) -> str:
    ending = Path(output or "").suffix.removeprefix(".").lower()
    if not ending or output is None or _is_folder(output):
        return "svg"
    forms = api.picture_endings()
    if ending not in forms:
        values = {"ending": f".{ending}", "endings": ", ".join(f".{known}" for known in forms)}
        raise OutputError(Message("no picture ends in {ending}; there are {endings}", values))
    return forms[ending]


def _target(output: str | None, one: Loaded, form: str, *, alone: bool) -> Path:
    name = f"{Path(one.path).resolve().name.removesuffix('.yaml').removesuffix('.yml')}.{form}"
    if output is None:
        return Path(name)
    path = Path(output)
    if _is_folder(output) or not path.suffix:
        return path / name
    if not alone:
        raise OutputError(
            Message("there are several strategies: name a folder to put the pictures in")
        )
    return path


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()
