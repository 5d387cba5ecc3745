"""The look: every colour and measure of a picture, in one place.

Measures are in units; on A3 one unit is 0.8 pt, so a label of 11 reads at 8.8 pt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

INK: Final = "#1B1F24"
SECONDARY: Final = "#5B6470"
BAND: Final = "#F4F6F8"
PAPER: Final = "#FFFFFF"
RULE: Final = "#D5DAE0"
ARROW: Final = "#6B7480"
HINDRANCE: Final = "#8B1A1A"

MUTED: Final = "#C9CFD6"
"""Lines of what stands back."""

FADED: Final = "#7C8590"
"""Edges of what stands back and is still told by its shape."""

HATCH: Final = "#D3D8DE"
"""Lines across a box of which nothing is known."""

ON_TRACK: Final = "#E3F1FA"
ON_TRACK_EDGE: Final = "#1F5F8B"
BEHIND: Final = "#FFE08A"
BEHIND_EDGE: Final = "#7A5200"
FAR_BEHIND: Final = "#8B1A1A"
ACHIEVED: Final = "#1F5F8B"
"""How it is going: paler is better, and the darkest is the worst; each has its own sign."""

ADDED: Final = "#1F5F8B"
CHANGED: Final = "#A34A00"
REMOVED: Final = "#5B6470"
"""What is different from another version."""

FIRST_STAGE: Final = "#F7F9FB"
LAST_STAGE: Final = "#A9BFD0"
"""The earliest and the latest stage; the others lie between."""

EVIDENCE_WIDTHS: Final[Mapping[str, float]] = {
    "strong": 2.6,
    "moderate": 2.0,
    "limited": 1.3,
    "gap": 1.3,
    "": 1.0,
}
"""Lines as wide as their evidence is strong; a gap is dotted besides."""

DASHED: Final = (5.0, 3.0)
DOTTED: Final = (1.3, 2.6)

TINTS: Final[Mapping[str, str]] = {
    "need": "#ECEFF2",
    "input": "#ECEFF2",
    "activity": "#DCEBF7",
    "output": "#D6F0E6",
    "short": "#FFF3C4",
    "medium": "#FFE3CC",
    "long": "#F3DEEC",
    "goal": "#1F2A44",
}
"""A level's tint: the bar over its column."""

STATE_FILL: Final[Mapping[str, str]] = {
    "untested": "#FFFFFF",
    "holding": "#1E7B4B",
    "doubtful": "#F2A900",
    "failed": "#8B1A1A",
}
STATE_INK: Final[Mapping[str, str]] = {
    "untested": INK,
    "holding": "#FFFFFF",
    "doubtful": INK,
    "failed": "#FFFFFF",
}
STATE_EDGE: Final[Mapping[str, str]] = {
    "untested": INK,
    "holding": "#1E7B4B",
    "doubtful": "#7A5200",
    "failed": "#8B1A1A",
}

LABEL: Final = 11.0
SECOND_LABEL: Final = 8.5
LEADING: Final = 1.26
BOX_WIDTH: Final = 132.0
BOX_WIDTHS: Final = (116.0, 132.0, 148.0, 164.0, 180.0, 196.0)
BOX_WIDTH_STEPS: Final = (-8.0, -4.0, 4.0, 8.0)
"""Widths that a chart may choose from; wider boxes have fewer lines."""

PADDING: Final = 6.0
SPARE: Final = 1.04
"""A box is this much wider than its measured text: another font may be used."""

COLUMN_GAP: Final = 44.0
BOX_GAP: Final = 8.0
LINE_TO_BOX: Final = 6.5
LINE_GAP: Final = 5.0
LANE_PADDING: Final = 5.0
MARGIN: Final = 22.0
PORT_STEP: Final = 9.0
DUMMY: Final = 4.0

LINE: Final = 1.3
SEVERAL: Final = 2.0
"""An arrow that stands for several links is heavier."""

CASING: Final = 3.7
HEAD: Final = 6.5
BADGE: Final = 8.0
BADGE_TYPE: Final = 8.5

RADII: Final[Mapping[str, float]] = {
    "need": 2,
    "asset": 2,
    "input": 2,
    "activity": 10,
    "output": 2,
    "outcome": 8,
    "goal": 8,
}
OUTSIDE: Final = frozenset({"factor", "barrier", "enabler", "unintended"})
"""Kinds that the strategy does not bring about on purpose: their outline is dashed."""
