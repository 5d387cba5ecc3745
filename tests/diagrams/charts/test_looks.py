"""Charts are read by everybody: without colour, with other colours, and in other hash orders."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest
from diagrams.charts.sheets import frame, words_of
from diagrams.gallery import GALLERY
from diagrams.overlays.test_colours import EYES, contrast, lightness

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.curves import sampled
from toc.diagrams.lettering import lost
from toc.diagrams.nouns import found
from toc.diagrams.scene import Figure, Item, Scene, Words

CHARTS = [name for name in GALLERY if name.startswith("chart-")]
MARKS = {
    "value": [strokes.bar(-8, -4, 16, 8, strokes.NOW)],
    "measured": [strokes.disc(0, 0)],
    "with a reserve": [strokes.disc(0, 0, hollow=True)],
    "before": [strokes.diamond(0, 0)],
    "baseline": [strokes.square(0, 0)],
    "peers": strokes.tick(0, -8, 8),
    "expected": [strokes.pointer(0, 0)],
    "target": strokes.flag(0, 8),
    "break": strokes.slashes(0, 0),
    "onwards": [strokes.arrow(0, 0, palette.INK, onwards=True)],
}
"""Every mark, and what it stands for."""


def ground_beneath(scene: Scene, line: Words) -> list[str]:
    """Give the fills that lie beneath a line of text."""
    under = []
    for figure in found(scene, Figure):
        xs, ys = zip(*sampled(figure.path), strict=True)
        if figure.fill and min(xs) <= line.x <= max(xs) and min(ys) <= line.y - 3 <= max(ys):
            under.append(figure.fill)
    return under


@pytest.mark.parametrize("name", CHARTS)
def test_a_page_around_it_does_not_dress_it(name: str) -> None:
    """What a chart calls its parts is no class of a document's page: it looks alike in both."""
    css = files("toc.documents.writers").joinpath("html.css").read_text(encoding="utf-8")
    dressed = set(re.findall(r"\.([a-z][a-z-]*)", css))
    assert "label" in dressed
    scene = GALLERY[name]().scene
    assert dressed.isdisjoint(item.name for item in found(scene, Item))


@pytest.mark.parametrize("name", CHARTS)
def test_words_stand_out_from_what_lies_beneath(name: str) -> None:
    """4.5 to 1 from the paper and from the fill that was drawn last below them."""
    scene = GALLERY[name]().scene
    for line in words_of(scene):
        beneath = ground_beneath(scene, line) or [palette.PAPER]
        assert contrast(line.colour, beneath[-1]) >= 4.5, line.text


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_seen(name: str) -> None:
    """Its strongest colour stands out 3 to 1 from paper, and from the ground of a scale."""
    colours = {colour for one in MARKS[name] for colour in (one.fill, one.stroke) if colour}
    assert max(contrast(colour, palette.PAPER) for colour in colours) >= 4.5
    assert max(contrast(colour, palette.BAND) for colour in colours) >= 3


def test_each_mark_has_a_shape_of_its_own() -> None:
    """No two of them differ in colour alone."""
    shapes = {
        name: tuple(
            (figure.path, bool(figure.fill), figure.fill == palette.PAPER) for figure in drawn
        )
        for name, drawn in MARKS.items()
    }
    for one, other in combinations(shapes, 2):
        assert shapes[one] != shapes[other]


@pytest.mark.parametrize("eye", EYES)
def test_marks_upon_a_bar_are_seen_by_every_eye(eye: str) -> None:
    """A line and a diamond have white beside them where they stand upon the bar."""
    bar = lightness(strokes.NOW, EYES[eye])
    assert abs(lightness(palette.PAPER, EYES[eye]) - bar) >= 40
    for figures in (strokes.tick(0, 0, 9), [strokes.diamond(0, 0)]):
        assert palette.PAPER in {colour for one in figures for colour in (one.fill, one.stroke)}


@pytest.mark.parametrize("name", [name for name in CHARTS if "radar" not in name])
def test_it_does_not_matter_what_is_drawn_first(name: str) -> None:
    """Paper draws the sheet's furniture above its rows, a screen beneath: neither covers the other."""
    scene = GALLERY[name]().scene
    rows = [frame(one) for box in scene.boxes for mark in box.marks for one in mark.figures]
    for piece in scene.furniture:
        for figure in piece.figures:
            left, top, right, bottom = frame(figure)
            for x0, y0, x1, y1 in rows:
                assert x1 <= left or right <= x0 or y1 <= top or bottom <= y0, piece.name


@pytest.mark.parametrize("name", [name for name in CHARTS if not name.endswith("-arabic")])
def test_every_letter_can_be_drawn(name: str) -> None:
    """Our own font has the signs and the powers of ten that charts write."""
    assert lost(GALLERY[name]().scene) == ()


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_hash_orders_change_nothing(seed: str) -> None:
    """Another process with another hash seed draws the same bytes."""
    from toc.diagrams.vector import drawn  # noqa: PLC0415

    code = (
        "from diagrams.gallery import GALLERY; from toc.diagrams.vector import drawn; "
        f"print(''.join(drawn(GALLERY[name]().scene) for name in {CHARTS}), end='')"
    )
    paths = [str(Path(__file__).parents[2]), *sys.path]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment
    )
    assert run.stdout == "".join(drawn(GALLERY[name]().scene) for name in CHARTS)
