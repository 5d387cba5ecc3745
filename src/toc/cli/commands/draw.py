"""Draw a strategy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.drawing.asking import conditions, declare
from toc.cli.drawing.keeping import hold, write
from toc.cli.drawing.pieces import Piece, form_of, is_folder, paged, tamed, told_apart
from toc.cli.drawing.watching import watch
from toc.cli.drawing.wishing import see_to_languages, see_to_set, shared_wishes, wishes
from toc.cli.reading import read_kindly
from toc.errors import InputError, NothingToDrawError, OutputError
from toc.model.nodes import NODE_SECTIONS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.loading import Loaded
    from toc.model import Strategy, View

ABOUT = Message("draw strategies")


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
    declare(command, language)


def run(options: Namespace) -> int:
    """Draw every strategy there is, and say where each picture went."""
    if not options.watch:
        return _drawn(options)
    if options.check:
        raise InputError(Message("--watch draws and --check does not: leave one of them out"))
    return watch(options.path, partial(_drawn, options), options.language)


def _drawn(options: Namespace) -> int:
    strategies = read_kindly(options.path, options.language)
    for one in strategies:
        _see_to_boxes(one)
    if options.all:
        pieces = [piece for one in strategies for piece in _set(options, one)]
    else:
        wished = [(one, *wish) for one in strategies for wish in _views(options, one.strategy)]
        alone = len(wished) == 1
        pieces = [piece for wish in wished for piece in _pieces(options, *wish, alone=alone)]
    keep = hold if options.check else write
    return keep(told_apart(pieces), options.language)


def _see_to_boxes(one: Loaded) -> None:
    """See to it that there is something to draw: an empty sheet is no picture.

    Raises:
        NothingToDrawError: there is no box.
    """
    if not any(getattr(one.strategy, section) for section in NODE_SECTIONS):
        values = {"path": str(one.path)}
        raise NothingToDrawError(
            Message("{path} has nothing to draw: no activity, no outcome, no goal", values)
        )


def _set(options: Namespace, one: Loaded) -> Iterator[Piece]:
    """Give the set for a meeting, in the folder that is named or in this one."""
    see_to_set(options)
    see_to_languages(options, one.strategy)
    folder = Path(options.output or ".")
    if options.output and not is_folder(options.output) and folder.suffix:
        raise OutputError(Message("the set for a meeting is many files: name a folder for it"))
    for ending, form, picture in api.meeting_set(one.strategy, **shared_wishes(options)):
        yield Piece(folder / f"{_name(one)}{tamed(ending)}", picture, form)


def _views(options: Namespace, strategy: Strategy) -> Iterator[tuple[str, View]]:
    """Give the views to draw with their names; one without a name where none is named."""
    named = list(dict.fromkeys(options.view))
    if "all" in named and "all" not in strategy.views:
        named = list(strategy.views)
        if not named:
            raise InputError(Message("this strategy has no views: write some under “views:”"))
    for name in named or [""]:
        yield name, api.view_of(strategy, name, conditions(options))


def _pieces(
    options: Namespace, one: Loaded, name: str, view: View, *, alone: bool
) -> Iterator[Piece]:
    see_to_languages(options, one.strategy)
    form = form_of(options.output)
    target = _target(options.output, f"{_name(one)}{'.' if name else ''}{name}.{form}", alone=alone)
    asks = name or any(conditions(options).values())
    picture = api.draw(one.strategy, view=view if asks else None, **wishes(options, view.overlay))
    piece = Piece(target, picture, form)
    yield from paged(piece) if options.paper else [piece]


def _target(output: str | None, name: str, *, alone: bool) -> Path:
    if output is None:
        return Path(name)
    path = Path(output)
    if is_folder(output) or not path.suffix:
        return path / name
    if not alone:
        raise OutputError(
            Message("there are several pictures to draw: name a folder to put them in")
        )
    return path


def _name(one: Loaded) -> str:
    return Path(one.path).resolve().name.removesuffix(".yaml").removesuffix(".yml")
