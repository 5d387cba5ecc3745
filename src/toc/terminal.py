"""What a terminal shows safely: colours, columns, and nothing that it would obey."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["Ink", "columns", "in_one_line", "printable"]

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_TAB = "    "
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours, or none.

    Attributes:
        colour: whether the terminal shows them.
    """

    colour: bool = False

    def __call__(self, text: str, *styles: str) -> str:
        """Put a text in bold, red, yellow, blue, green or dim."""
        if not self.colour or not text:
            return text
        codes = ";".join(_CODES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"


_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


def printable(text: str) -> str:
    """Make a text harmless: control characters are shown as codes, tabs as spaces."""
    shown = _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return shown.replace("\t", _TAB)


def in_one_line(text: str) -> str:
    """Make a text harmless and keep it in its line, where it cannot pass for a finding."""
    return printable(text.replace("\n", " "))


def columns(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
