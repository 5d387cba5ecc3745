"""Papers written as files: for every command that makes one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.configuration import configuration
from toc.cli.reading import day, refuse_own
from toc.cli.telling import tell
from toc.parts import find_strategies
from toc.words import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from toc.loading import Loaded
    from toc.model import Strategy

__all__ = ["day_argument", "day_of", "file_paper", "page_argument"]


def day_argument(command: ArgumentParser, language: str) -> None:
    """Declare the day."""
    command.add_argument(
        "--on",
        metavar=Message("DATE").say(language),
        help=Message("the day for which it is told (today by default)").say(language),
    )


def page_argument(command: ArgumentParser, language: str) -> None:
    """Declare the file that the paper is written to."""
    command.add_argument(
        "--page",
        metavar=Message("FILE").say(language),
        help=Message("write it as a document: .html, .pdf, .docx or .md").say(language),
    )


def day_of(options: Namespace) -> date:
    """Give the day that was asked for, else the one on the wall."""
    return day(options.on) if options.on else date.today()  # noqa: DTZ011 - the day on the wall


def file_paper(
    options: Namespace,
    one: Loaded,
    name: str,
    target: str,
    *,
    about: str = "",
    others: Sequence[Strategy] = (),
    language: str | None = None,
) -> None:
    """Make a paper of a strategy, write it with what stands beside it, and say so.

    Args:
        options: the day and the language that were asked for.
        one: the strategy.
        name: which paper.
        target: the file to write.
        about: the id of what it is about.
        others: strategies to set beside it.
        language: of the document, where it is another than the one that was asked for.

    Raises:
        TocError: when it cannot be made, or not be written.
    """
    made = api.document(
        one.strategy,
        name,
        on=day_of(options),
        about=about,
        language=language or options.language,
        others=others,
        templates=configuration(Path.cwd()).template_folder,
    )
    files = api.files_of(made, target)
    for file in files:
        refuse_own(file, find_strategies(Path(one.path)))
    for file, content in files.items():
        api.save(content, file)
    tell(Message("wrote {path}", {"path": ", ".join(files)}).say(options.language))
