"""Several strategies from the command line, each read once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from toc.cli.reading import read_kindly
from toc.cli.telling import complain
from toc.parts import is_yaml
from toc.words import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from toc.loading import Loaded

__all__ = ["paths_argument", "read_several"]


def paths_argument(command: ArgumentParser, language: str) -> None:
    """Declare where the strategies are."""
    command.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar=Message("PATH").say(language),
        help=Message("strategies, or folders that hold some (this folder by default)").say(
            language
        ),
    )


def read_several(paths: Sequence[str], language: str) -> tuple[Loaded, ...]:
    """Read the strategies at several paths, each once, in the order of the paths.

    Raises:
        InputError: when nothing is at one of them, or it cannot be read.
    """
    found: dict[str, Loaded] = {}
    for path in _without_bystanders(paths, language):
        for one in read_kindly(path, language):
            found.setdefault(os.path.realpath(one.path), one)
    return tuple(found.values())


def _without_bystanders(paths: Sequence[str], language: str) -> Sequence[str]:
    """Leave aside what a shell's `*` names beside the strategies: a README, answers, readings."""
    kept = [path for path in paths if is_yaml(path) or not Path(path).is_file()]
    if not kept or len(kept) == len(paths):
        return paths
    names = ", ".join(path for path in paths if path not in kept)
    said = Message("left aside, for strategies are written in YAML: {paths}", {"paths": names})
    complain(said.say(language))
    return kept
