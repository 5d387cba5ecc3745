"""Printing: the only room of the package that does."""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from typing import TextIO

from toc.errors import OutputError
from toc.terminal import in_one_line, printable
from toc.words import Message

__all__ = ["complain", "finish", "has_colour", "tell"]


def tell(text: str, *, end: str = "\n", as_it_is: bool = False) -> None:
    """Print for whoever reads the result.

    Args:
        text: what to print.
        end: what to print after it.
        as_it_is: whether it was made for a terminal; else what one would obey is shown.

    Raises:
        OutputError: when it cannot be printed.
        BrokenPipeError: when nobody reads any more.
    """
    _print((text if as_it_is else printable(text)) + end, sys.stdout)


def complain(text: str) -> None:
    """Print for whoever waits for the result; where nobody hears it, the exit code speaks."""
    with suppress(OutputError, BrokenPipeError):
        _print(f"toc: {in_one_line(text)}\n", sys.stderr)


def finish() -> None:
    """See to it that all that was printed has arrived.

    Raises:
        OutputError: when it has not.
        BrokenPipeError: when nobody reads any more.
    """
    _print("", sys.stdout)


def has_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colours."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _as_codes(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding has no letters for as JSON does, so that nothing is lost."""
    assert isinstance(error, UnicodeEncodeError)
    pairs = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    codes = (f"\\u{pairs[place : place + 2].hex()}" for place in range(0, len(pairs), 2))
    return "".join(codes), error.end


codecs.register_error("as-codes", _as_codes)


def _print(text: str, stream: TextIO | None) -> None:
    if stream is None:  # closed by whoever started us: nobody wants to read
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "as-codes").decode(encoding))
        stream.flush()
    except OSError as error:
        # What is still buffered must not be written again while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        values = {"path": stream.name, "reason": error.strerror}
        raise OutputError(Message("{path} cannot be written: {reason}", values)) from error
