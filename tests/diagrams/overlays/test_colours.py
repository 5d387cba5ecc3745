"""Colours of overlays: read by everybody, also without colour and by those who see it otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import pytest

from toc.diagrams import palette
from toc.diagrams.overlay import Dress, Stroke
from toc.diagrams.overlays import assumptions, findings, pilots, stages
from toc.diagrams.readings import DRESSES, STROKES, Standing

Matrix = tuple[tuple[float, float, float], ...]

EYES: Mapping[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanope": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey print": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""Machado, Oliveira and Fernandes, IEEE Trans. Vis. Comput. Graph. 15(6), 2009, severity 1."""

PROGRESS: tuple[Standing, ...] = (
    "on-track",
    "behind",
    "far-behind",
    "achieved",
    "no-data",
    "stale",
    "not-comparable",
)
GRADED: tuple[Standing, ...] = (
    "first",
    "strong",
    "moderate",
    "limited",
    "no-evidence",
    "ungraded",
)
FAMILIES: Mapping[str, Iterable[Dress]] = {
    "progress": [DRESSES[standing] for standing in PROGRESS],
    "single points": [DRESSES["certain"], DRESSES["possible"]],
    "changes": [DRESSES["added"], DRESSES["changed"], DRESSES["removed"]],
    "dates": [DRESSES["late"], DRESSES["late-if-all"], DRESSES["critical"]],
    "grades": [DRESSES[grade] for grade in GRADED],
    "levels": [DRESSES["against"], DRESSES["misfit"], DRESSES["leap"]],
    "findings": [*findings._DRESSES.values(), findings._WAIVED],
}
LINES: Mapping[str, Iterable[Stroke]] = {
    "progress": [STROKES[standing] for standing in PROGRESS if standing != "stale"],
    "single points": [STROKES["certain"], STROKES["possible"]],
    "changes": [STROKES["added"], STROKES["changed"], STROKES["removed"]],
    "dates": [STROKES["late"], STROKES["late-if-all"], STROKES["critical"]],
    "grades": [STROKES[grade] for grade in GRADED],
    "levels": [STROKES["against"], STROKES["misfit"], STROKES["leap"]],
    "findings": list(findings._STROKES.values()),
    "assumptions": list(assumptions._STROKES.values()),
}
WORN = [
    *DRESSES.values(),
    *findings._DRESSES.values(),
    findings._WAIVED,
    stages._NONE,
    stages._SEVERAL,
    stages._BESIDE,
    pilots._REST,
    *(
        Dress(fill=stages._mixed(palette.FIRST_STAGE, palette.LAST_STAGE, at / 4), ink=palette.INK)
        for at in range(5)
    ),
]


def linear(colour: str) -> tuple[float, ...]:
    """Give a colour's channels as light."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def luminance(colour: str, eye: Matrix = EYES["all colours"]) -> float:
    """Give how bright a colour is to some eyes, from 0 to 1."""
    light = linear(colour)
    seen = [sum(a * b for a, b in zip(row, light, strict=True)) for row in eye]
    red, green, blue = (min(max(channel, 0.0), 1.0) for channel in seen)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: str, eye: Matrix) -> float:
    """Give the CIELAB lightness of a colour, from 0 to 100."""
    y = luminance(colour, eye)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def shape(dress: Dress) -> tuple[object, ...]:
    """Give what of a dress is seen without any colour."""
    return dress.sign, dress.ring, dress.hatched, dress.dash, dress.struck


def told_apart(one: Dress, other: Dress, eye: Matrix) -> bool:
    """Tell whether two dresses differ in shape, or by 20 points of lightness."""
    fills = [dress.fill or palette.PAPER for dress in (one, other)]
    difference = abs(lightness(fills[0], eye) - lightness(fills[1], eye))
    return shape(one) != shape(other) or difference >= 20


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("family", FAMILIES)
def test_boxes_are_told_apart_by_every_eye(family: str, eye: str) -> None:
    """Any two states of a family differ in shape or by 20 points of lightness."""
    for one, other in combinations(FAMILIES[family], 2):
        assert told_apart(one, other, EYES[eye])


@pytest.mark.parametrize("eye", ["deuteranope", "protanope", "grey print"])
def test_the_check_finds_pale_green_and_pale_red(eye: str) -> None:
    """What every dashboard does fails here: pale green and pale red are one to many eyes."""
    assert not told_apart(Dress(fill="#D8F0D8"), Dress(fill="#F5D5D5"), EYES[eye])
    assert told_apart(Dress(fill="#D8F0D8"), Dress(fill="#8B1A1A"), EYES[eye])
    assert told_apart(Dress(fill="#D8F0D8", sign="check"), Dress(fill="#F5D5D5"), EYES[eye])


def test_eyes_are_reckoned_as_published() -> None:
    """White stays white and black black; pure red is darker to a protanope than to others."""
    for eye in EYES.values():
        assert lightness("#FFFFFF", eye) == pytest.approx(100, abs=0.1)
        assert lightness("#000000", eye) == pytest.approx(0, abs=0.1)
    assert lightness("#FF0000", EYES["protanope"]) < lightness("#FF0000", EYES["deuteranope"])


@pytest.mark.parametrize("family", LINES)
def test_lines_are_told_apart_without_colour(family: str) -> None:
    """Any two strokes of a family differ in dash, or in width by half a unit at least."""
    for one, other in combinations(LINES[family], 2):
        assert one.dash != other.dash or abs(one.width - other.width) >= 0.4


@pytest.mark.parametrize("dress", WORN)
def test_labels_can_be_read(dress: Dress) -> None:
    """A label stands out 4.5 to 1 from its box's paper, and from the lines of a hatch."""
    ink = dress.ink or (palette.SECONDARY if dress.muted else palette.INK)
    assert contrast(ink, dress.fill or palette.PAPER) >= 4.5
    if dress.hatched:
        assert contrast(ink, palette.HATCH) >= 4.5


@pytest.mark.parametrize("dress", WORN)
def test_edges_that_mean_something_are_seen(dress: Dress) -> None:
    """They stand out from the sheet 3 to 1, and enough to carry the white words of a tag."""
    edge = dress.edge or palette.INK
    assert contrast(edge, palette.PAPER) >= 4.5
    assert contrast(edge, palette.BAND) >= 3


@pytest.mark.parametrize("stroke", [one for strokes in LINES.values() for one in strokes])
def test_lines_that_mean_something_are_seen(stroke: Stroke) -> None:
    """They stand out 3 to 1 from the darker lanes, and enough to carry the words of a tag."""
    assert contrast(stroke.colour, palette.BAND) >= 3
    assert contrast(stroke.colour, palette.PAPER) >= 4.5


def test_what_stands_back_can_still_be_told() -> None:
    """The shape of a badge that stands back is seen at 3 to 1; pale lines mean nothing."""
    assert contrast(palette.FADED, palette.BAND) >= 3
    assert contrast(palette.MUTED, palette.PAPER) < 3


@pytest.mark.parametrize("level", palette.TINTS)
def test_tinted_boxes_can_be_read(level: str) -> None:
    """On the colour of its level a label stands out 4.5 to 1, the second language's too."""
    ink = palette.PAPER if level == "goal" else palette.INK
    assert contrast(ink, palette.TINTS[level]) >= 4.5
