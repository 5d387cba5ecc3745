"""PNG, DOT and Mermaid: ink in every box, and labels that do nothing."""

from __future__ import annotations

import struct
import sys
import zlib
from shutil import which

import pytest

from toc.diagrams.chart import Arrow, Box, Chart, Column
from toc.diagrams.picture import ENGINES, RENDERERS, Picture
from toc.diagrams.renderers.png import scale
from toc.errors import MissingExtraError, UnknownNameError

DREADFUL = [
    "</script><b>&\"'",
    "<b>HTML?</b>",
    "<>",
    r"\N \G \l \n C:\new",
    'quote " quote',
    "a:b:c",
    "end",
    "graph TD; A-->B",
    "subgraph x\nend",
    "]--> [x](y) {z} |w|",
    "`markdown` **bold** 1. one",
    "%% comment",
    "#35; #quot;",
    'click n0 href "javascript:alert(1)"',
    "👩‍👩‍👧",
    "الانتماء",
    "trailing backslash \\",
]


def chart_saying(label: str, key: str = "a") -> Chart:
    """Let two boxes say the same, one under an id of the test's choice."""
    return Chart(
        label,
        (Column("output", label), Column("goal", label)),
        (Box(key, "output", label, 0), Box("other", "goal", label, 1)),
        (Arrow("one", key, "other"),),
    )


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Read an 8-bit RGBA PNG: width, height and rows of bytes."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 6)
    at, data = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    return width, height, unfiltered(zlib.decompress(data), width * 4, height)


def unfiltered(data: bytes, stride: int, height: int) -> list[bytes]:
    """Undo PNG's line filters."""
    rows: list[bytes] = []
    before = bytearray(stride)
    for number in range(height):
        start = number * (stride + 1)
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + stride])
        for at in range(stride):
            left = row[at - 4] if at >= 4 else 0
            corner = before[at - 4] if at >= 4 else 0
            row[at] = (row[at] + guess(kind, left, before[at], corner)) & 255
        rows.append(bytes(row))
        before = row
    return rows


def guess(kind: int, left: int, up: int, corner: int) -> int:
    """Give a filter's guess of a byte."""
    if kind < 3:
        return (0, left, up)[kind]
    if kind == 3:
        return (left + up) // 2
    near = left + up - corner
    return min((left, up, corner), key=lambda value: abs(near - value))


def small_chart() -> Chart:
    """Two levels, three boxes."""
    return Chart(
        "Mic",
        (Column("output", "Realizări"), Column("goal", "Obiective")),
        (
            Box("a", "output", "Ghid publicat", 0),
            Box("b", "barrier", "Lipsa timpului", 0),
            Box("c", "goal", "Acces egal", 1),
        ),
        (Arrow("a -> c", "a", "c"), Arrow("b -> c", "b", "c", hinders=True)),
    )


def test_every_box_of_a_png_has_ink() -> None:
    """More than 1 % of each box's inside is dark: the text was really drawn."""
    picture = Picture(small_chart())
    width, _, rows = pixels(picture.render("png"))
    zoom = width / picture.scene.width
    for box in picture.scene.boxes:
        left, right = int((box.x + 4) * zoom), int((box.x + box.width - 4) * zoom)
        inside = [
            rows[y][x * 4]
            for y in range(int((box.y + 7) * zoom), int((box.y + box.height - 4) * zoom))
            for x in range(left, right)
        ]
        assert sum(value < 110 for value in inside) / len(inside) > 0.01, box.id


def test_a_png_is_sharp_on_a3_and_never_enormous() -> None:
    """A usual sheet gets 300 dots an inch on A3; a wall of 2,000 boxes fewer."""
    assert scale(1654, 1169) * 1654 == pytest.approx(4961, rel=0.01)
    assert scale(480, 300) == 4.0
    assert scale(2000, 20000) ** 2 * 2000 * 20000 <= 64e6 + 1


def test_png_without_its_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where resvg is not installed, the error says how to get it."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[png\]'"):
        Picture(small_chart()).render("png")


@pytest.mark.parametrize("key", ["a:b", "end", 'x"]; y', "<b>", "node", "n1"])
def test_an_id_is_never_a_dot_or_mermaid_id(key: str) -> None:
    """Boxes are numbered: whatever an author calls a thing, its id is not written."""
    for form in ("dot", "mermaid"):
        usual = Picture(chart_saying("Bine", "key")).render(form)
        assert Picture(chart_saying("Bine", key)).render(form) == usual


def test_the_shelves_hold_what_is_promised() -> None:
    """Engines and forms are found by looking in their folders."""
    assert set(ENGINES) >= {"grid", "dot"}
    assert set(RENDERERS) >= {"svg", "png", "pdf", "dot", "mermaid"}


def test_an_unknown_name_tells_the_known_ones() -> None:
    """Whoever asks for a form or an engine that is not there hears which are."""
    with pytest.raises(UnknownNameError, match="dot, grid"):
        _ = Picture(small_chart(), "elk").scene
    with pytest.raises(UnknownNameError, match="mermaid"):
        Picture(small_chart()).render("gif")


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
def test_dot_draws_the_same_scene_in_its_own_places(timis: Chart) -> None:
    """The engine dot gives the same boxes, arrows, badges and table as the grid."""
    grid, dot = Picture(timis).scene, Picture(timis, "dot").scene
    assert {box.id for box in dot.boxes} == {box.id for box in grid.boxes}
    assert {arrow.told for arrow in dot.arrows} == {arrow.told for arrow in grid.arrows}
    assert [badge.number for badge in dot.badges] == [badge.number for badge in grid.badges]
    assert dot.bands == ()
