"""Tiles: a poster on small paper, of which nothing is lost and which can be glued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pdfs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.chart import Chart
from toc.diagrams.curves import rectangle, sampled
from toc.diagrams.paper import PAPERS, POINTS
from toc.diagrams.picture import Picture
from toc.diagrams.printing import bound
from toc.diagrams.printing.leaf import Leaf, Window, seen, whole
from toc.diagrams.printing.parts import parts
from toc.diagrams.printing.tiles import tiled
from toc.diagrams.scene import Figure, Item, Scene
from toc.errors import OutputError

SMALLER = [
    (paper, tiles)
    for at, paper in enumerate(["A4", "A3", "A2", "A1", "A0"])
    for tiles in ["A4", "A3", "A2", "A1"][:at]
]

cuts = st.sampled_from(SMALLER)
shapes = st.tuples(st.floats(50, 5000), st.floats(50, 5000))


def blank(shape: tuple[float, float]) -> Scene:
    """A scene of some shape with nothing on it."""
    return Scene(*shape, "en", True, "Blank", "", (), (), (), (), (), ())  # noqa: FBT003


def cut(shape: tuple[float, float], papers: tuple[str, str]) -> tuple[Leaf, ...]:
    """Cut a blank poster; the overview is left out."""
    return tiled(blank(shape), PAPERS[papers[0]], PAPERS[papers[1]])[1:]


@given(shapes, cuts)
def test_every_unit_of_the_scene_is_on_a_tile(
    shape: tuple[float, float], papers: tuple[str, str]
) -> None:
    """Any place of a scene is seen through the window of at least one tile."""
    leaves = cut(shape, papers)
    places = [(shape[0] * x / 20, shape[1] * y / 20) for x in range(21) for y in range(21)]
    for x, y in places:
        assert any(_holds(leaf, x, y) for leaf in leaves), (x, y)


def _holds(leaf: Leaf, x: float, y: float) -> bool:
    window = leaf.window
    assert window is not None
    across, down = x * leaf.scale + leaf.left, y * leaf.scale + leaf.top
    return (
        window.x - 1e-6 <= across <= window.x + window.width + 1e-6
        and window.y - 1e-6 <= down <= window.y + window.height + 1e-6
    )


@given(shapes, cuts)
def test_tiles_make_up_the_poster_and_nothing_more(
    shape: tuple[float, float], papers: tuple[str, str]
) -> None:
    """Glued together they are as large as the poster's paper, to its very edges."""
    poster = PAPERS[papers[0]].facing(*shape)
    windows = [
        _relative(leaf, whole(blank(shape), PAPERS[papers[0]])) for leaf in cut(shape, papers)
    ]
    assert min(window.x for window in windows) == pytest.approx(0, abs=1e-6)
    assert min(window.y for window in windows) == pytest.approx(0, abs=1e-6)
    assert max(w.x + w.width for w in windows) == pytest.approx(poster.points_wide)
    assert max(w.y + w.height for w in windows) == pytest.approx(poster.points_high)


def _relative(leaf: Leaf, poster: Leaf) -> Window:
    """Give what a tile shows, in points of its poster."""
    assert leaf.window is not None
    assert leaf.scale == poster.scale
    x = leaf.window.x - leaf.left + poster.left
    y = leaf.window.y - leaf.top + poster.top
    return Window(x, y, leaf.window.width, leaf.window.height)


@given(shapes, cuts)
def test_neighbours_share_a_centimetre(shape: tuple[float, float], papers: tuple[str, str]) -> None:
    """The strip that is glued is 10 mm wide, everywhere."""
    poster = whole(blank(shape), PAPERS[papers[0]])
    windows = [_relative(leaf, poster) for leaf in cut(shape, papers)]
    columns = sorted({round(window.x, 6) for window in windows})
    rows = sorted({round(window.y, 6) for window in windows})
    assert len(columns) * len(rows) == len(windows) > 1
    for left, right in pairwise(columns):
        assert left + windows[0].width - right == pytest.approx(10 * POINTS, abs=1e-4)
    for upper, lower in pairwise(rows):
        assert upper + windows[0].height - lower == pytest.approx(10 * POINTS, abs=1e-4)


@given(shapes, cuts)
def test_a_window_keeps_away_from_the_edges(
    shape: tuple[float, float], papers: tuple[str, str]
) -> None:
    """Printers leave a margin white: nothing of the picture is in it, and the marks have room."""
    for leaf in cut(shape, papers):
        window = leaf.window
        assert window is not None
        assert min(window.x, window.y) >= 12 * POINTS - 1e-6
        assert window.x + window.width <= leaf.paper.points_wide - 12 * POINTS + 1e-6
        assert window.y + window.height <= leaf.paper.points_high - 12 * POINTS + 1e-6
        for piece in leaf.over:
            for figure in piece.figures:
                assert all(0 < x < leaf.paper.points_wide for x, _ in sampled(figure.path))
                assert all(0 < y < leaf.paper.points_high for _, y in sampled(figure.path))


@given(shapes, cuts)
def test_every_corner_has_its_crop_marks(
    shape: tuple[float, float], papers: tuple[str, str]
) -> None:
    """Two lines point at each corner of a window, on its very edges and outside of it."""
    for leaf in cut(shape, papers):
        window = leaf.window
        assert window is not None
        (crop,) = (piece for piece in leaf.over if piece.name == "crop")
        right, bottom = window.x + window.width, window.y + window.height
        pointed = set()
        for figure in crop.figures:
            (x0, y0), (x1, y1) = sampled(figure.path)
            assert x0 == x1 or y0 == y1
            if x0 == x1:
                assert x0 in {window.x, right}
                assert max(y0, y1) < window.y or min(y0, y1) > bottom
                pointed.add(("down", x0 == right, y0 > bottom))
            else:
                assert y0 in {window.y, bottom}
                assert max(x0, x1) < window.x or min(x0, x1) > right
                pointed.add(("across", x0 > right, y0 == bottom))
        assert len(pointed) == len(crop.figures) == 8


@pytest.fixture(scope="module")
def poster(timis: Chart) -> Scene:
    """The chart like Timiș's, in English around the labels."""
    return Picture(replace(timis, language="en")).scene


@pytest.fixture(scope="module")
def printed(poster: Scene) -> bytes:
    """The chart like Timiș's on A1, in tiles of A4."""
    return bound((poster,), PAPERS["A1"], tiles=PAPERS["A4"])


def test_the_edges_that_are_glued_upon_are_shaded(poster: Scene) -> None:
    """A tile has a shade where a neighbour follows, to the right and below, and no other."""
    leaves = tiled(poster, PAPERS["A1"], PAPERS["A4"])[1:]
    rows = len({leaf.top for leaf in leaves})
    columns = len({leaf.left for leaf in leaves})
    assert rows > 1
    assert columns > 1
    for at, leaf in enumerate(leaves):
        row, column = divmod(at, columns)
        window = leaf.window
        assert window is not None
        (shade,) = (piece for piece in leaf.over if piece.name == "shade")
        strips = [_frame(sampled(figure.path)) for figure in shade.figures]
        right, bottom, strip = window.x + window.width, window.y + window.height, 10 * POINTS
        beside = column + 1 < columns
        below = row + 1 < rows
        foot = bottom - strip if below else bottom
        wanted = [(right - strip, window.y, right, foot)] if beside else []
        wanted += [(window.x, bottom - strip, right, bottom)] if below else []
        assert len(strips) == len(wanted)
        for drawn, meant in zip(strips, wanted, strict=True):
            assert drawn == pytest.approx(meant, abs=0.11)


def _frame(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def test_every_tile_says_which_one_it_is(printed: bytes) -> None:
    """A tile names its row and column; the last has nothing glued upon it."""
    notes = [
        line.text
        for page in pdfs.read(printed).pages
        for line in pdfs.lines(page)
        if line.text.startswith("row")
    ]
    assert notes[0] == "row 1 of 3, column 1 of 5 · glue on the shaded edge"
    assert notes[-1] == "row 3 of 3, column 5 of 5"
    assert len(notes) == len(set(notes)) == 15


def test_words_stand_on_the_tiles_where_the_poster_has_them(poster: Scene, printed: bytes) -> None:
    """Every line whose beginning lies in a tile's window is text at that place of its page."""
    leaves = tiled(poster, PAPERS["A1"], PAPERS["A4"])
    lines = [line for part in parts(poster) for line in part.lines if line.anchor == "start"]
    found: set[int] = set()
    for leaf, page in list(zip(leaves, pdfs.read(printed).pages, strict=True))[1:]:
        assert leaf.window is not None
        there = {(line.text.rstrip(), round(line.x), round(line.y)) for line in pdfs.lines(page)}
        for at, line in enumerate(lines):
            if _holds(leaf, line.x, line.y):
                found.add(at)
                x, y = line.x * leaf.scale + leaf.left, line.y * leaf.scale + leaf.top
                near = {
                    (line.text, round(x + a), round(y + b))
                    for a in (-0.1, 0.1)
                    for b in (-0.1, 0.1)
                }
                assert near & there, line
    assert found == set(range(len(lines)))


@pytest.mark.parametrize("tiles", ["A4", "A2"])
def test_what_a_tile_leaves_out_lies_outside_of_it(
    any_chart: Callable[..., Chart], tiles: str
) -> None:
    """No outline and no line of text that reaches into a window is missing from its tile."""
    scene = Picture(any_chart(3, 150)).scene
    for leaf in tiled(scene, PAPERS["A0"], PAPERS[tiles])[1:]:
        kept = list(seen(leaf))
        out = [part for part in parts(scene) if part not in kept]
        assert out
        for part in out:
            for figure in part.figures:
                assert not any(_holds(leaf, x, y) for x, y in sampled(figure.path))
            for line in part.lines:
                assert not _holds(leaf, line.x, line.y)


@pytest.mark.parametrize(("x", "y"), [(-49.5, 20), (99.5, 20), (20, -49.5), (20, 79.5)])
def test_what_only_just_reaches_into_a_window_is_kept(x: float, y: float) -> None:
    """Half a unit of a box inside is enough, on each of the four sides."""
    box = Figure(rectangle(x, y, 50, 50), "#FFFFFF")
    scene = replace(blank((400, 300)), furniture=(Item("box", (box,), ()),))
    leaf = Leaf(scene, PAPERS["A4"], 1.0, 0.0, 0.0, Window(0, 0, 100, 80))
    assert [part.figures for part in seen(leaf)] == [(box,)]


def test_a_leaf_before_the_tiles_shows_how_they_lie(poster: Scene, printed: bytes) -> None:
    """The first page is the whole, small, with each tile's number, and says what to do."""
    page = pdfs.read(printed).pages[0]
    said = [line.text.rstrip() for line in pdfs.lines(page)]
    assert [text for text in said if text.count(".") == 1 and text.replace(".", "").isdigit()] == [
        f"{row}.{column}" for row in (1, 2, 3) for column in (1, 2, 3, 4, 5)
    ]
    assert set(said) > {line.text for part in parts(poster) for line in part.lines}
    assert any(text.startswith("A1 from 15 × A4: cut each sheet") for text in said)
    assert float(page.mediabox.width) > float(page.mediabox.height)


def test_the_numbers_on_the_first_leaf_stand_in_their_tiles(poster: Scene) -> None:
    """A number's frame on the overview shows the same piece of the scene as its tile."""
    overview, *leaves = tiled(poster, PAPERS["A1"], PAPERS["A4"])
    frames = [piece.figures[0] for piece in overview.over if piece.name == "number"]
    for leaf, frame in zip(leaves, frames, strict=True):
        x, y = sampled(frame.path)[0]
        window = leaf.window
        assert window is not None
        corner = ((x - overview.left) / overview.scale, (y - overview.top) / overview.scale)
        assert corner == pytest.approx(
            ((window.x - leaf.left) / leaf.scale, (window.y - leaf.top) / leaf.scale), abs=0.3
        )


def test_the_picture_is_told_once(poster: Scene, printed: bytes) -> None:
    """A screen reader hears the whole on the first leaf, and of the tiles only which they are."""
    figures = [thing.words for thing in pdfs.heard(printed) if thing.kind == "Figure"]
    assert len(figures) == len(poster.boxes) + len(poster.arrows)
    assert pdfs.facts(printed).accessible
    assert len(pdfs.bookmarks(printed)) == 1 + len(poster.headings)


def test_each_sheet_of_a_deck_is_cut() -> None:
    """Two posters are two overviews, each followed by its own tiles."""
    scene = blank((400, 300))
    pages = pdfs.read(bound((scene, scene), PAPERS["A3"], tiles=PAPERS["A4"])).pages
    alone = pdfs.read(bound((scene,), PAPERS["A3"], tiles=PAPERS["A4"])).pages
    assert len(pages) == 2 * len(alone)


@pytest.mark.parametrize(("paper", "tiles"), [("A4", "A3"), ("A3", "A3"), ("A2", "A0")])
def test_tiles_are_smaller_than_the_poster(paper: str, tiles: str) -> None:
    """A poster that is to be cut into sheets as large as itself is a slip, and is said."""
    with pytest.raises(OutputError, match=f"^{paper} cannot be cut into {tiles}: name a smaller"):
        bound((blank((400, 300)),), PAPERS[paper], tiles=PAPERS[tiles])
