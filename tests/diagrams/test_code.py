"""QR codes: read by another program, white around, and of addresses on the web only."""

from __future__ import annotations

import sys

import pytest
import segno
import zxingcpp
from diagrams.test_forms import pixels
from hypothesis import given
from hypothesis import strategies as st
from resvg_py import svg_to_bytes

from toc.diagrams.markup import path_data
from toc.diagrams.scene import Item, Path
from toc.diagrams.sheet.code import code
from toc.errors import MissingExtraError, OutputError

LINK = "https://exemplu.ro/strategii/timis?versiune=0.3#obiective"


def scanned(drawn: Item, side: float, zoom: float = 4) -> list[tuple[str, str]]:
    """Photograph a code on grey ground and read it: its text and its error correction."""
    shapes = "".join(f'<path d="{path_data(f.path)}" fill="{f.fill}"/>' for f in drawn.figures)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
    png = svg_to_bytes(svg_string=f"{head}{shapes}</svg>", background="#777777", zoom=zoom)
    width, height, rows = pixels(png)
    grey = memoryview(b"".join(row[::4] for row in rows)).cast("B", (height, width))
    return [(found.text, found.ec_level) for found in zxingcpp.read_barcodes(grey)]


def corners(path: Path) -> list[tuple[float, float, float, float]]:
    """Give the rectangles of an outline: left, top, right, bottom."""
    found: list[tuple[float, float, float, float]] = []
    xs: list[float] = []
    ys: list[float] = []
    for name, values in path:
        if name == "Z":
            found.append((min(xs), min(ys), max(xs), max(ys)))
            xs, ys = [], []
        else:
            xs.append(values[0])
            ys.append(values[1])
    return found


@pytest.mark.parametrize(
    ("link", "read"),
    [
        (LINK, LINK),
        ("http://a.ro", "http://a.ro"),
        (
            "https://exemplu.ro/ș?q=ă b".replace(" ", "%20"),
            "https://exemplu.ro/%C8%99?q=%C4%83%20b",
        ),
        ("https://exemplu.ro/" + "a" * 400, "https://exemplu.ro/" + "a" * 400),
    ],
)
def test_a_code_is_read_as_its_link(link: str, read: str) -> None:
    """What a camera reads is the address, letters beyond ASCII as a browser would send them."""
    assert scanned(code(link, 190, 10, 180), 200) == [(read, "M")]


def test_a_small_code_is_read_too() -> None:
    """At 70 units, an inch on A3, it is still read."""
    assert scanned(code(LINK, 75, 5, 70), 80)[0][0] == LINK


@given(st.from_regex(r"https://[a-z]{1,10}\.ro/[a-zA-Z0-9]{0,60}", fullmatch=True))
def test_each_dark_module_is_drawn_once_and_no_light_one(link: str) -> None:
    """The rectangles give segno's own matrix back, module by module."""
    ground, dark = code(link, 300, 20, 250).figures
    left, top, right, _ = corners(ground.path)[0]
    matrix = [
        list(map(bool, row))
        for row in segno.make(link, error="m", boost_error=False, micro=False).matrix
    ]
    module = (right - left) / (len(matrix) + 2 * 4)
    again = [[0] * len(matrix) for _ in matrix]
    for x0, y0, x1, y1 in corners(dark.path):
        for row in range(round((y0 - top) / module) - 4, round((y1 - top) / module) - 4):
            for at in range(round((x0 - left) / module) - 4, round((x1 - left) / module) - 4):
                again[row][at] += 1
    assert again == matrix


@given(st.floats(40, 400), st.floats(0, 500), st.floats(0, 500))
def test_a_code_stays_in_its_room_with_white_around(size: float, beside: float, top: float) -> None:
    """It ends where it should, is no larger than asked, and has four white modules about it."""
    right = beside + size
    ground, dark = code("https://exemplu.ro", right, top, size).figures
    (x0, y0, x1, y1) = corners(ground.path)[0]
    inner = corners(dark.path)
    module = (x1 - x0) / (25 + 2 * 4)
    assert ground.fill == "#FFFFFF"
    assert (x1, y0) == pytest.approx((right, top), abs=0.06)
    assert x1 - x0 == pytest.approx(y1 - y0, abs=0.11)
    assert x1 - x0 <= size + 0.11
    assert min(x for x, _, _, _ in inner) - x0 >= 4 * module - 0.11
    assert x1 - max(x for _, _, x, _ in inner) >= 4 * module - 0.11
    assert min(y for _, y, _, _ in inner) - y0 >= 4 * module - 0.11
    assert y1 - max(y for _, _, _, y in inner) >= 4 * module - 0.11


def test_runs_are_joined() -> None:
    """A code is one outline of far fewer rectangles than it has dark modules."""
    drawn = code(LINK, 200, 0, 180)
    matrix = segno.make(LINK, error="m", boost_error=False).matrix
    assert len(drawn.figures) == 2
    assert len(corners(drawn.figures[1].path)) < sum(map(sum, matrix)) / 2


@pytest.mark.parametrize(
    "link",
    [
        "",
        "exemplu.ro",
        "ftp://exemplu.ro/x",
        "javascript:alert(1)",
        "mailto:a@exemplu.ro",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://exemplu.ro/a b",
        "https://exemplu.ro/\n",
        "https://[exemplu",
        "WIFI:S:name;;",
    ],
)
def test_only_an_address_on_the_web_becomes_a_code(link: str) -> None:
    """Nobody scans what starts a program or a mail; the message names what was given."""
    with pytest.raises(OutputError, match="is no address on the web: it must begin with https://"):
        code(link, 100, 0, 80)


def test_a_link_that_no_code_holds_is_refused() -> None:
    """A QR code ends at about two thousand characters."""
    with pytest.raises(OutputError, match=r"too long for a QR code \(3019 characters\)"):
        code("https://exemplu.ro/" + "a" * 3000, 100, 0, 80)


def test_a_code_without_its_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where segno is not installed, the error says how to get it."""
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[pdf\]'"):
        code(LINK, 100, 0, 80)
