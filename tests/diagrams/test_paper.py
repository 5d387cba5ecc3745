"""Paper: real sizes, turned as a scene lies, and how large labels are on it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.chart import Chart
from toc.diagrams.paper import PAPERS, label_pixels, label_points, scale_on
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Scene


def blank(width: float, height: float) -> Scene:
    """A scene of some shape with nothing on it."""
    return Scene(width, height, "en", True, "Blank", "", (), (), (), (), (), ())  # noqa: FBT003


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("A4", 210, 297), ("A3", 297, 420), ("A2", 420, 594), ("A1", 594, 841), ("A0", 841, 1189)],
)
def test_papers_are_those_of_iso_216(name: str, width: float, height: float) -> None:
    """A sheet of A3 is 297 × 420 mm, and so on."""
    paper = PAPERS[name]
    assert (paper.name, paper.width, paper.height) == (name, width, height)


def test_a_slide_has_the_pixels_of_a_projector() -> None:
    """At 96 dots per inch a slide is 1920 × 1080 pixels."""
    slide = PAPERS["slide"]
    assert slide.width / 25.4 * 96 == pytest.approx(1920)
    assert slide.height / 25.4 * 96 == pytest.approx(1080)


def test_paper_lies_as_its_scene_does_and_a_projector_does_not_turn() -> None:
    """Wide scenes take a sheet across, high ones upright; a slide is always wide."""
    assert PAPERS["A3"].facing(300, 200).width == 420
    assert PAPERS["A3"].facing(200, 300).width == 297
    assert PAPERS["slide"].facing(200, 300) == PAPERS["slide"]


@given(
    st.sampled_from(sorted(PAPERS)),
    st.floats(10, 10_000, allow_nan=False),
    st.floats(10, 10_000, allow_nan=False),
)
def test_a_scene_fits_and_could_not_be_larger(name: str, width: float, height: float) -> None:
    """On the paper turned its way, a scene touches two opposite edges and crosses none."""
    scene, page = blank(width, height), PAPERS[name].facing(width, height)
    scale = scale_on(scene, PAPERS[name])
    across, down = scale * width / page.points_wide, scale * height / page.points_high
    assert max(across, down) == pytest.approx(1)


def test_a_label_doubles_with_every_second_size(timis: Chart) -> None:
    """The paper of a wall shows the picture of a hand-out, larger by the root of two each time."""
    scene = Picture(timis).scene
    sizes = [label_points(scene, PAPERS[name]) for name in ("A4", "A3", "A2", "A1", "A0")]
    assert [after / size for size, after in pairwise(sizes)] == pytest.approx(
        [2**0.5] * 4, rel=0.01
    )


def test_pixels_are_those_of_the_slide() -> None:
    """A scene of 1920 units across shows its labels at their own size."""
    assert label_pixels(blank(1920, 1080)) == pytest.approx(11)
    assert label_pixels(blank(960, 540)) == pytest.approx(22)
