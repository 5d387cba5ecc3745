"""Labels in their boxes: where lines break, and how high a box must be."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import bidirectional, normalize

from toc import typeface
from toc.diagrams import palette

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.diagrams.chart import Box, Lane

__all__ = [
    "clean",
    "height",
    "label",
    "lane_height",
    "lane_lines",
    "lane_room",
    "line_count",
    "lines",
    "rightward",
    "runs",
    "second_label",
]

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u2028\u2029]+")
_TURNING = re.compile("[\xad\u2060\ufeff\ufff9-\ufffb\u202a-\u202e\u2066-\u2069]+")
"""What hides in a text or turns its letters about: a label reads as its letters stand."""

_CEDILLAS = str.maketrans("şţŞŢ", "șțȘȚ")
_LANE_SPACE = 20.0
_UNEVEN = 3
_TABS = 7.0
"""What stands on a box's lower edge must not touch the words above it."""

_MANY = 60
# fmt: off
_LEFTWARD = frozenset({
    "ar", "arc", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo",
    "prs", "ps", "sd", "syr", "ug", "ur", "yi",
})
# fmt: on
_LEFTWARD_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_SCRIPT_TAG = 4


def clean(text: str) -> str:
    """Make a text drawable: one line, composed letters, comma-below, no control characters.

    Joiners and single direction marks stay, because Persian and Hindi are spelled with
    them; what turns whole stretches of a text about does not.

    >>> clean(f"Na{chr(0x15f)}te{chr(7)} o {chr(10)} strategie")
    'Naște o strategie'
    """
    spaced = _TURNING.sub("", _UNPRINTABLE.sub(" ", text))
    return " ".join(normalize("NFC", spaced).translate(_CEDILLAS).split())


def lines(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into even lines that leave room for a slightly wider font."""
    return _lines(text, width, size, bold, typeface.at_hand())


@lru_cache(maxsize=8192)
def _lines(
    text: str,
    width: float,
    size: float,
    bold: bool,  # noqa: FBT001 - a key of the cache, and asked for by name above
    _fonts: typeface.Fonts,
) -> tuple[str, ...]:
    room = width / palette.SPARE
    cleaned = clean(text)
    broken = typeface.wrap(cleaned, room, size, bold=bold)
    words = cleaned.split(" ")
    inside_words = " ".join(broken) != cleaned
    if len(broken) < _UNEVEN or inside_words or len(words) > _MANY:
        return broken
    return _evened(words, len(broken), room, size, bold=bold) or broken


def _evened(
    words: list[str], count: int, room: float, size: float, *, bold: bool
) -> tuple[str, ...]:
    """Break words into so many lines of least squared width, none wider than the room."""
    wide = [typeface.width(word, size, bold=bold) for word in words]
    space = typeface.width(" ", size, bold=bold)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, cuts) in best.items():
            length = -space
            for end in range(start + 1, len(words) + 1):
                length += space + wide[end - 1]
                if length > room:
                    break
                found = (cost + length * length, (*cuts, end))
                following[end] = min(found, following.get(end, found))
        best = following
    cuts = (0, *best.get(len(words), (0.0, ()))[1])
    return tuple(" ".join(words[start:end]) for start, end in pairwise(cuts))


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Count the lines of a text, without breaking it evenly: a layout tries many widths."""
    return _line_count(text, width, size, bold, typeface.at_hand())


@lru_cache(maxsize=16384)
def _line_count(
    text: str,
    width: float,
    size: float,
    bold: bool,  # noqa: FBT001 - a key of the cache, and asked for by name above
    _fonts: typeface.Fonts,
) -> int:
    return typeface.line_count(clean(text), width / palette.SPARE, size, bold=bold)


def label(box: Box, width: float) -> tuple[str, ...]:
    """Give the lines of a label in a box of some width."""
    return lines(box.label, _room(width), palette.LABEL, bold=box.kind == "goal")


def second_label(box: Box, width: float) -> tuple[str, ...]:
    """Give the lines of the second language's label, which is set smaller beneath."""
    if not box.second:
        return ()
    return lines(box.second, _room(width), palette.SECOND_LABEL)


def _room(width: float) -> float:
    """Give the room for words in a box."""
    return width - 2 * palette.PADDING


def height(box: Box, width: float, ports: int) -> float:
    """Give a box's height: its lines in any language, or its arrow ends where these need more.

    Args:
        box: the box.
        width: how wide it is.
        ports: the larger number of arrow ends on one of its sides.
    """
    room, bold = _room(width), box.kind == "goal"
    said = (box.label, *box.others)
    most = max(line_count(one, room, palette.LABEL, bold=bold) for one in said)
    beneath = len(second_label(box, width)) * palette.SECOND_LABEL
    text = (max(1, most) * palette.LABEL + beneath) * palette.LEADING
    tabs = _TABS if box.unseen_causes or box.unseen_effects or box.holds else 0.0
    return max(text + 2 * palette.PADDING - 2 + tabs, (ports - 1) * palette.PORT_STEP + 14)


def lane_room(lanes: Iterable[Lane]) -> float:
    """Give the room for lanes' names in any language: their longest word, within reason."""
    titles = (title for lane in lanes for title in (lane.title, *lane.others))
    words = [word for title in titles for word in clean(title).split()]
    longest = max((typeface.width(word, palette.LABEL, bold=True) for word in words), default=0.0)
    return min(max(longest * palette.SPARE + _LANE_SPACE + 1, 84.0), 150.0)


def lane_lines(title: str, room: float) -> tuple[str, ...]:
    """Give the lines of a lane's name."""
    return lines(title, room - _LANE_SPACE, palette.LABEL, bold=True)


def lane_height(lane: Lane, room: float) -> float:
    """Give the height that a lane's name needs in any language."""
    inner = room - _LANE_SPACE
    said = (lane.title, *lane.others)
    most = max(line_count(one, inner, palette.LABEL, bold=True) for one in said)
    return most * palette.LABEL * palette.LEADING + 2 * palette.LANE_PADDING


def rightward(language: str, text: str = "") -> bool:
    """Tell whether a text runs from left to right: as most of its letters, else as its language.

    The first letter does not decide: an Arabic title may begin with an acronym in Latin.

    >>> rightward("ar"), rightward("ro"), rightward("ro", "مرحبا"), rightward("ar-Latn")
    (False, True, False, True)
    >>> rightward("ar", "UNHCR: برنامج الدعم"), rightward("ar", "2026")
    (False, False)
    """
    return runs(text, usually=_is_rightward(language))


def runs(text: str, *, usually: bool) -> bool:
    """Tell whether a text runs from left to right.

    Args:
        text: what is drawn.
        usually: how the texts around it run, for one that has no letters of its own.
    """
    if text.isascii() and usually:
        return True
    directions = [bidirectional(char) for char in text]
    rightwards = directions.count("L")
    leftwards = directions.count("R") + directions.count("AL")
    return usually if rightwards == leftwards else rightwards > leftwards


def _is_rightward(language: str) -> bool:
    primary, *subtags = language.lower().split("-")
    script = next((tag for tag in subtags if len(tag) == _SCRIPT_TAG and tag.isalpha()), "")
    return script not in _LEFTWARD_SCRIPTS if script else primary not in _LEFTWARD
