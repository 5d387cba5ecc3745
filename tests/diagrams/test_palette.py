"""Colours: everything that is read stands out at 4.5 to 1, and states differ without colour."""

from __future__ import annotations

import pytest

from toc.diagrams import palette
from toc.diagrams.badges import badge

READ = [
    (palette.INK, palette.PAPER),
    (palette.INK, palette.BAND),
    (palette.SECONDARY, palette.PAPER),
    (palette.SECONDARY, palette.BAND),
    (palette.HINDRANCE, palette.BAND),
    (palette.ARROW, palette.PAPER),
    *((palette.INK, tint) for level, tint in palette.TINTS.items() if level != "goal"),
    (palette.PAPER, palette.TINTS["goal"]),
    *((palette.STATE_INK[state], palette.STATE_FILL[state]) for state in palette.STATE_FILL),
]


def luminance(colour: str) -> float:
    """Give a colour's relative luminance (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("ink", "ground"), READ)
def test_what_is_read_stands_out(ink: str, ground: str) -> None:
    """Text and its ground differ by at least 4.5 to 1, badge numbers included."""
    bright, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_states_differ_in_shape() -> None:
    """Holding has a check, untested is an empty circle, doubtful a triangle, failed a square."""
    drawn = {
        state: badge(7, state, 0, 0) for state in ("untested", "holding", "doubtful", "failed")
    }
    shapes = {
        state: (len(mark.figures), tuple(step for step, _ in mark.figures[0].path))
        for state, mark in drawn.items()
    }
    assert len(set(shapes.values())) == 4


def test_a_number_stands_inside_its_badge() -> None:
    """Numbers up to three digits fit the shape."""
    from toc import typeface  # noqa: PLC0415

    for number in (7, 14, 99, 128):
        words = badge(number, "holding", 0, 0).words
        assert typeface.width(words.text, words.size, bold=True) <= 2 * palette.BADGE
