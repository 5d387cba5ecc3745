"""Write a paper for people: minutes, a review, a story … as Markdown, HTML, PDF or DOCX."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import path_argument
from toc.cli.configuration import configuration
from toc.cli.papers import day_argument, day_of, file_paper
from toc.cli.reading import read_kindly
from toc.cli.telling import tell
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.loading import Loaded

ABOUT = Message("write a paper for people: minutes, a review, a story …")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "name",
        nargs="?",
        metavar=Message("DOCUMENT").say(language),
        help=Message("which one; without a name they are listed").say(language),
    )
    path_argument(command, language)
    command.add_argument(
        "--about",
        default="",
        metavar=Message("ID").say(language),
        help=Message("the goal, the event … that it is about").say(language),
    )
    day_argument(command, language)
    command.add_argument(
        "-o",
        "--output",
        metavar=Message("FILE").say(language),
        help=Message("the file to write: .md, .html, .pdf or .docx").say(language),
    )
    command.add_argument(
        "--template",
        action="store_true",
        help=Message("print the template of it, to write one of your own").say(language),
    )


def run(options: Namespace) -> int:
    """List the papers, print the template of one, or write one."""
    if not options.name:
        tell(_list(options.language))
    elif options.template:
        tell(api.usual_template(options.name), end="")
    else:
        _write(options, read_kindly(options.path, options.language))
    return 0


def _list(language: str) -> str:
    known = api.document_kinds()
    wide = max(map(len, known))
    return "\n".join(f"{name:<{wide}}  {about.say(language)}" for name, about in known.items())


def _write(options: Namespace, strategies: Sequence[Loaded]) -> None:
    target = options.output
    if target is None:
        for one in strategies:
            made = api.document(
                one.strategy,
                options.name,
                on=day_of(options),
                about=options.about,
                language=options.language,
                others=[other.strategy for other in strategies if other is not one],
                templates=configuration(Path.cwd()).template_folder,
            )
            tell(api.written(made, "md").decode(), end="")
        return
    if len(strategies) > 1 and Path(target).suffix:
        raise OutputError(Message("there are several strategies: name one of them"))
    others = [one.strategy for one in strategies[1:]]
    file_paper(options, strategies[0], options.name, target, about=options.about, others=others)
