"""Set several strategies side by side; “toc analyse compare” holds one against itself."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.asking.printing import format_argument
from toc.cli.papers import day_argument, day_of, file_paper, page_argument
from toc.cli.several import paths_argument, read_several
from toc.cli.telling import tell
from toc.errors import InputError
from toc.words import Message

ABOUT = Message(
    "set several strategies side by side: what they measure, test and plan alike, and no ranking "
    "(for two versions of one strategy: toc analyse compare)"
)

_LEAST = 2


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    paths_argument(command, language)
    day_argument(command, language)
    format_argument(command, language)
    page_argument(command, language)


def run(options: Namespace) -> int:
    """Print the comparison, or write it as a document."""
    read = read_several(options.paths, options.language)
    if len(read) < _LEAST:
        raise InputError(Message("a comparison needs two strategies or more: name another one"))
    ordered = api.compared([one.strategy for one in read], on=day_of(options)).regions
    strategies = [region.strategy for region in ordered]
    if options.page:
        first = next(one for one in read if one.strategy is strategies[0])
        file_paper(options, first, "comparison", options.page, others=strategies[1:])
    elif options.format == "json":
        found = api.compared(strategies, on=day_of(options))
        tell(json.dumps(found.as_data(options.language), ensure_ascii=False, indent=2))
    else:
        made = api.document(
            strategies[0],
            "comparison",
            on=day_of(options),
            language=options.language,
            others=strategies[1:],
        )
        tell(api.written(made, "md").decode(), end="")
    return 0
