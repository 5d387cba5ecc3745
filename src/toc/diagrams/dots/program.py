"""The program `dot`, started once, with an end to our patience."""

from __future__ import annotations

import subprocess
from shutil import which

from toc.errors import MissingExtraError, OutputError
from toc.words import Message

__all__ = ["PATIENCE", "told"]

PATIENCE = 180
"""So many seconds Graphviz may take: some thirty suffice for 5,000 boxes."""


def told(text: str) -> str:
    """Let Graphviz lay out a graph and tell the places as plain text.

    Args:
        text: the graph as DOT.

    Raises:
        MissingExtraError: the program is not on this machine.
        OutputError: the program gave up on the graph, was killed, or took too long.
    """
    program = which("dot")
    if program is None:
        raise MissingExtraError(
            Message("the engine dot needs Graphviz: apt install graphviz, or graphviz.org/download")
        )
    try:
        ran = subprocess.run(  # noqa: S603 - we wrote every word of what it reads
            [program, "-Tplain"],
            input=text,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise OutputError(_slow()) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise OutputError(
            Message("Graphviz cannot place this picture: draw it without --engine dot")
        ) from error
    return ran.stdout


def _slow() -> Message:
    return Message(
        "Graphviz has not placed this picture in {count} second: draw it without --engine dot",
        {"count": PATIENCE},
        plural="Graphviz has not placed this picture in {count} seconds: "
        "draw it without --engine dot",
    )
