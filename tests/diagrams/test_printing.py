"""PDF: the picture of the scene, in our fonts, as text, told in causal order."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from time import monotonic
from typing import TypeVar

import pdfs
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.chart import Arrow, Box, Chart, Column
from toc.diagrams.curves import rectangle, sampled
from toc.diagrams.paper import PAPERS, scale_on
from toc.diagrams.picture import RENDERERS, Picture
from toc.diagrams.printing import bound
from toc.diagrams.printing.leaf import whole
from toc.diagrams.printing.parts import parts
from toc.diagrams.printing.pen import literal
from toc.diagrams.printing.typesetting import typeset
from toc.diagrams.scene import Figure, Item, Scene, Sign, Words
from toc.errors import MissingExtraError

T = TypeVar("T")

A3 = PAPERS["A3"]

MARKUP = [
    '#read("/etc/passwd")',
    "*bold* _slanted_ `code`",
    "$x$ and $ x^2 $",
    "a \\ b \\",
    'a "quoted" word"',
    '"); #panic("x") //',
    '" + read("/etc/passwd") + "',
    "= heading",
    "<label> @ref",
    "a -- b --- c ... ~ d",
    "// line /* block */",
    "\\u{41} \\n \\t",
    "'smart' quotes",
    '#import "@preview/x:1.0.0"',
    "https://exemplu.ro/a_b*c",
    "[x] {y} (z) 1. + - /",
]


def scene_saying(*lines: Words, figures: tuple[Figure, ...] = ()) -> Scene:
    """Write a scene of a few lines, 400 by 300 units."""
    furniture = (Item("said", figures, lines),)
    return Scene(400, 300, "en", True, "Said", "", furniture, (), (), (), (), ())  # noqa: FBT003


def chart_saying(label: str, language: str = "en") -> Chart:
    """Let two boxes and everything around them say the same."""
    return Chart(
        label,
        (Column("output", label, label), Column("goal", label)),
        (Box("a", "output", label, 0), Box("b", "goal", label, 1)),
        (Arrow("one", "a", "b", label),),
        language=language,
    )


@pytest.fixture(scope="module")
def printed(timis: Chart) -> bytes:
    """The chart like Timiș's, on A3."""
    return Picture(timis).render("pdf")


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("shape", [(400.0, 300.0), (300.0, 400.0)])
def test_a_page_is_as_large_as_its_paper(name: str, shape: tuple[float, float]) -> None:
    """Each paper's millimetres are the page's, turned as the scene lies."""
    scene = replace(scene_saying(), width=shape[0], height=shape[1])
    page = pdfs.read(bound((scene,), PAPERS[name])).pages[0]
    paper = PAPERS[name].facing(*shape)
    size = (float(page.mediabox.width) / 72 * 25.4, float(page.mediabox.height) / 72 * 25.4)
    assert size == pytest.approx((paper.width, paper.height), abs=0.01)


def test_every_scene_has_a_page() -> None:
    """A deck has as many slides as scenes, in their order."""
    scenes = [scene_saying(Words(20, 50, f"page {number}", 12)) for number in range(5)]
    pages = pdfs.read(bound(scenes, PAPERS["slide"])).pages
    assert [page.extract_text() for page in pages] == [f"page {number}" for number in range(5)]


def test_every_line_stands_where_the_scene_has_it(timis: Chart, printed: bytes) -> None:
    """All words are text of the right size, weight and place, to a hundredth of a millimetre."""
    scene = Picture(timis).scene
    leaf = whole(scene, A3)
    found = pdfs.lines(pdfs.read(printed).pages[0])
    wanted = [line for part in parts(scene) for line in part.lines]
    assert len(wanted) > 200
    assert len(found) == len(wanted)
    for line, there in zip(wanted, found, strict=True):
        wide = typeface.width(line.text, line.size, bold=line.bold)
        start = line.x - {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
        place = (start * leaf.scale + leaf.left, line.y * leaf.scale + leaf.top)
        assert (there.text.rstrip(), there.bold) == (line.text, line.bold)
        assert (there.x, there.y) == pytest.approx(place, abs=0.02), line
        assert there.size == pytest.approx(line.size * leaf.scale, abs=0.001)


def test_every_label_can_be_searched(timis: Chart, printed: bytes) -> None:
    """What stands in a box is found as text, line by line."""
    said = " ".join(pdfs.text(printed).split())
    for box in timis.boxes:
        assert box.label in said


def test_the_fonts_are_ours_and_inside(printed: bytes) -> None:
    """Nothing but our two fonts is used, and their letters travel with the file."""
    assert pdfs.fonts(printed) == {"NotoSans-Regular", "NotoSans-Bold"}


def test_title_language_and_standard_are_said(timis: Chart, printed: bytes) -> None:
    """The file names its title and its language, says that it is PDF/UA-1, and no date."""
    assert pdfs.facts(printed) == pdfs.Facts(
        title=timis.title, language="ro", tagged=True, titled=True, accessible=True, dated=False
    )


def test_the_picture_is_told_in_causal_order(timis: Chart, printed: bytes) -> None:
    """Title, then level by level its name, every box, and what leads from that box."""
    scene = Picture(timis).scene
    heard = pdfs.heard(printed)
    figures = [thing.words for thing in heard if thing.kind == "Figure"]
    wanted = []
    for box in scene.boxes:
        wanted += [box.told, *(arrow.told for arrow in scene.arrows if arrow.cause == box.id)]
    assert figures == wanted
    assert [thing.words for thing in heard if thing.kind == "H1"] == [timis.title]
    assert [thing.words for thing in heard if thing.kind == "H2"] == [
        column.title for column in timis.columns
    ]
    first = next(at for at, thing in enumerate(heard) if thing.words == scene.boxes[0].told)
    assert heard[first - 2].words == timis.columns[0].title


def test_a_code_is_told_in_words(timis: Chart) -> None:
    """Who hears a sheet with a QR code hears after the title that there is one."""
    pdf = Picture(replace(timis, link="https://exemplu.ro", language="en")).render("pdf")
    heard = [(thing.kind, thing.words) for thing in pdfs.heard(pdf) if thing.kind != "P"]
    told = "QR code: it leads to where the strategy can be read"
    assert heard[1:3] == [("H1", timis.title), ("Figure", told)]


def test_no_ground_covers_an_arrow(timis: Chart) -> None:
    """Whatever lies beneath is drawn first: a level may be a row as wide as the sheet."""
    scene = Picture(timis).scene
    row = Figure(rectangle(0, 0, scene.width, scene.height), palette.BAND)
    headings = tuple(replace(heading, figures=(row,)) for heading in scene.headings)
    order = list(parts(replace(scene, headings=headings)))
    last = max(at for at, part in enumerate(order) if row in part.figures)
    assert [part.figures for part in order].count((row,)) == len(headings) > 1
    assert {part.role for part in order[: last + 1]} == {"silent"}


@pytest.mark.parametrize("without", range(7))
def test_a_level_without_a_name_takes_no_other_ones(timis: Chart, without: int) -> None:
    """Where a column has no heading, the others still come before their own boxes."""
    scene = Picture(timis).scene
    headings = tuple(one for at, one in enumerate(scene.headings) if at != without)
    order = list(parts(replace(scene, headings=headings)))
    column = {box.told: box.column for box in scene.boxes}
    named = [at for at in range(7) if at != without]
    heads = [at for at, part in enumerate(order) if part.role == "level"]
    assert len(heads) == 6
    for level, at in zip(named, heads, strict=True):
        assert next(column[part.told] for part in order[at:] if part.told in column) == level


def test_whatever_is_told_is_on_the_page(printed: bytes) -> None:
    """No heading or figure is an empty name: even an arrow owns a place on the page."""
    assert all(thing.on_page for thing in pdfs.heard(printed))


def test_a_figure_is_told_where_it_is(timis: Chart, printed: bytes) -> None:
    """What a screen reader frames when it tells a box or an arrow is that box or that arrow."""
    scene = Picture(timis).scene
    leaf = whole(scene, A3)
    told = [part for part in parts(scene) if part.role == "told"]
    places = [thing.place for thing in pdfs.heard(printed) if thing.kind == "Figure"]
    for part, (left, low, right, high) in zip(told, places, strict=True):
        points = [point for figure in part.figures for point in sampled(figure.path)]
        xs = [x * leaf.scale + leaf.left for x, _ in points]
        ys = [leaf.paper.points_high - (y * leaf.scale + leaf.top) for _, y in points]
        frame = (min(xs), min(ys), max(xs), max(ys))
        assert (left, low, right, high) == pytest.approx(frame, abs=4), part.told


def test_what_is_no_figure_is_read_as_paragraphs(timis: Chart, printed: bytes) -> None:
    """Lanes, meanings, table and legend are a paragraph each; badges are silent."""
    scene = Picture(timis).scene
    kinds = [thing.kind for thing in pdfs.heard(printed)]
    others = [one for one in scene.furniture if one.name != "title" and one.lines]
    assert kinds.count("P") == 1 + len(scene.bands) + len(scene.headings) + len(others)
    assert set(kinds) == {"Document", "H1", "H2", "P", "Figure"}
    assert scene.badges


def test_bookmarks_lead_to_the_levels(timis: Chart, printed: bytes) -> None:
    """A reader's side panel lists the levels under the title."""
    assert pdfs.bookmarks(printed) == [timis.title, *(column.title for column in timis.columns)]


def test_the_same_scene_gives_the_same_bytes(timis: Chart, printed: bytes) -> None:
    """There is no date and no chance in a file."""
    assert Picture(timis).render("pdf") == printed


_PRINT = """
import sys
from hashlib import sha256
from toc.diagrams.chart import Arrow, Box, Chart, Column
from toc.diagrams.paper import PAPERS
from toc.diagrams.picture import Picture
from toc.diagrams.printing import bound
chart = Chart("T", (Column("output", "A"), Column("goal", "B")),
    (Box("a", "output", "Unu", 0), Box("b", "goal", "Doi", 1)), (Arrow("a -> b", "a", "b"),))
scene = Picture(chart).scene
files = bound((scene,), PAPERS["A3"]), bound((scene,), PAPERS["A2"], tiles=PAPERS["A4"])
sys.stdout.write(sha256(b"".join(files)).hexdigest())
"""


def test_no_hash_order_shows() -> None:
    """Processes with other hash seeds print the same bytes, also of tiles."""
    runs = {
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    }
    assert len(runs) == 1
    assert len(runs.pop()) == 64


@pytest.mark.parametrize("said", MARKUP)
def test_what_looks_like_markup_is_printed_as_typed(said: str) -> None:
    """No text is ever read as typst's markup or code: it comes out as it went in."""
    pdf = bound((scene_saying(Words(20, 50, said, 12)),), A3)
    assert [line.text for line in pdfs.lines(pdfs.read(pdf).pages[0])] == [said]


@pytest.mark.parametrize("said", MARKUP)
def test_what_looks_like_markup_is_told_as_typed(said: str) -> None:
    """Titles, headings and alternative texts are strings too."""
    pdf = Picture(chart_saying(said)).render("pdf")
    assert pdfs.facts(pdf).title == said
    assert all(said in thing.words for thing in pdfs.heard(pdf) if thing.kind in {"H1", "Figure"})


@given(st.text())
def test_a_string_never_ends_early(said: str) -> None:
    """Whatever is typed, a string holds no bare quotation mark or backslash, and one line."""
    assert re.fullmatch(r'"(?:[^"\\\n\r]|\\["\\])*"', literal(said))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["en", "ro-RO", "sr-Latn-RS", "ckb", "uk", "x", ""]))
def test_anything_can_be_printed(said: str, language: str) -> None:
    """No text and no language stops the press, and it leaves no sign of an escape behind."""
    pdf = Picture(chart_saying(said, language)).render("pdf")
    assert pdf.startswith(b"%PDF")
    assert len(pdfs.read(pdf).pages) == 1


def test_only_strings_hold_what_authors_typed() -> None:
    """Outside of strings the document is the same, whatever the labels say."""
    bare = re.compile(r'"(?:[^"\\]|\\["\\])*"')
    places = re.compile(r"-?[\d.]+")

    def frame(label: str) -> str:
        source = typeset([whole(Picture(chart_saying(label)).scene, A3)])
        return places.sub("0", bare.sub("S", source))

    assert frame('"#a[') == frame("word")
    assert frame("\\$*'") == frame("word")


def test_arrows_are_drawn_as_in_the_scene(timis: Chart, printed: bytes) -> None:
    """Each arrow is its white casing, its line with its dashes, and its head, in this order."""
    scene = Picture(timis).scene
    leaf = whole(scene, A3)
    drawn = pdfs.drawn(pdfs.read(printed).pages[0])
    wide = pytest.approx(palette.CASING * leaf.scale, abs=0.001)
    casings = [
        at for at, shape in enumerate(drawn) if shape.stroke == "#FFFFFF" and shape.width == wide
    ]
    told = [part.figures for part in parts(scene) if part.role == "told" and not part.lines]
    assert len(casings) == len(told) == len(scene.arrows)
    for at, (_, wanted, point) in zip(casings, told, strict=True):
        flat = [value for _, step in wanted.path for value in step]
        way = [
            (x * leaf.scale + leaf.left, y * leaf.scale + leaf.top)
            for x, y in zip(flat[::2], flat[1::2], strict=True)
        ]
        casing, line, head = drawn[at : at + 3]
        for there, place in zip(line.points, way, strict=True):
            assert there == pytest.approx(place, abs=0.002)
        assert (line.points, line.stroke) == (casing.points, wanted.stroke)
        assert line.width == pytest.approx(palette.LINE * leaf.scale, abs=0.001)
        assert line.dash == pytest.approx([part * leaf.scale for part in wanted.dash], abs=0.01)
        assert (head.fill, head.stroke) == (point.fill, point.stroke)


def test_nothing_of_a_scene_is_left_out(timis: Chart) -> None:
    """Whatever figures and words a scene holds, wherever in it, are printed, each once."""
    scene = Picture(timis).scene
    hatch = Figure(rectangle(1, 1, 9, 9), "#123456")
    sign = Sign("several", "", 9, 9, 4, (hatch,), (Words(9, 9, "×2", 7),))
    boxes = (replace(scene.boxes[0], ground=(hatch,)), *scene.boxes[1:])
    scene = replace(scene, boxes=boxes, signs=(sign,))
    figures = Counter((one.fill, one.stroke) for one in held(scene, Figure))
    figures[("", "#FFFFFF")] += len(scene.arrows)
    page = pdfs.read(bound((scene,), A3)).pages[0]
    assert Counter((shape.fill, shape.stroke) for shape in pdfs.drawn(page)) == figures
    said = Counter(line.text for line in held(scene, Words))
    assert Counter(line.text.rstrip() for line in pdfs.lines(page)) == said


def held(noun: object, kind: type[T]) -> Iterator[T]:
    """Give everything of a kind that a noun of the scene holds."""
    if isinstance(noun, kind):
        yield noun
    elif isinstance(noun, tuple):
        for one in noun:
            yield from held(one, kind)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from held(getattr(noun, field.name), kind)


def test_right_to_left_lines_end_where_others_begin() -> None:
    """A line that runs to the left has its right end at its place; its anchor's end is left."""
    wide = typeface.width("abcd", 12)
    scene = scene_saying(
        Words(200, 50, "abcd", 12, rightward=False),
        Words(200, 90, "abcd", 12, anchor="end", rightward=False),
        Words(200, 130, "abcd", 12, anchor="middle", rightward=False),
        Words(200, 170, "abcd", 12, rightward=False),
        Words(200, 210, "abcd", 12, anchor="end"),
    )
    scale, leaf = scale_on(scene, A3), whole(scene, A3)
    places = [
        (line.x - leaf.left) / scale for line in pdfs.lines(pdfs.read(bound((scene,), A3)).pages[0])
    ]
    assert places == pytest.approx(
        [200 - wide, 200, 200 - wide / 2, 200 - wide, 200 - wide], abs=0.02
    )


def test_a_heading_of_two_lines_keeps_to_its_right_edge() -> None:
    """The space that parts its lines in a bookmark moves nothing, whichever way they run."""
    lines = (
        Words(200, 50, "abcd", 12, bold=True, rightward=False),
        Words(200, 70, "ab", 12, bold=True, rightward=False),
    )
    scene = replace(scene_saying(), furniture=(Item("title", (), lines),))
    scale, leaf = scale_on(scene, A3), whole(scene, A3)
    pdf = bound((scene,), A3)
    places = [(line.x - leaf.left) / scale for line in pdfs.lines(pdfs.read(pdf).pages[0])]
    wide = [typeface.width(line.text, 12, bold=True) for line in lines]
    assert places == pytest.approx([200 - wide[0], 200 - wide[1]], abs=0.02)
    assert pdfs.bookmarks(pdf) == ["abcd ab"]


def test_letters_that_the_fonts_lack_cost_the_standard_and_nothing_else() -> None:
    """Arabic is printed as empty boxes that can be searched: such a file promises no PDF/UA."""
    said = "الانتماء"
    pdf = bound((Picture(chart_saying(said, "ar")).scene,), A3)
    told = pdfs.facts(pdf)
    assert (told.language, told.tagged, told.accessible) == ("ar", True, False)
    assert any(said in thing.words for thing in pdfs.heard(pdf))


@pytest.mark.parametrize(
    "said",
    ["\u1680", "\ufeff", "\u200b", "", "\ud800", "\ufffe\uffff", "\U0001f3e1", "\u2028", "\x00"],
)
def test_no_single_character_stops_the_press(said: str) -> None:
    """What the standard forbids, and what no file can hold, is printed as far as it can be."""
    lines = (Words(20, 50, said, 12, bold=True), Words(20, 80, f"a{said}b", 12))
    scene = replace(scene_saying(), title=said, furniture=(Item("title", (), lines),))
    assert re.search("a.*b", pdfs.text(bound((scene,), A3)), re.DOTALL)


@pytest.mark.parametrize(
    ("label", "language"), [("Належність і довіра", "uk"), ("Εμπιστοσύνη", "el")]
)
def test_cyrillic_and_greek_are_printed(label: str, language: str) -> None:
    """Our fonts have these letters, so that nothing is promised less than for Latin."""
    pdf = Picture(chart_saying(label, language)).render("pdf")
    assert label in " ".join(pdfs.text(pdf).split())
    assert pdfs.facts(pdf).accessible


def test_a_wall_of_boxes_is_printed_while_one_waits(any_chart: Callable[..., Chart]) -> None:
    """2,000 boxes are printed on A0 in less than half a minute, each label among them."""
    scene = Picture(any_chart(7, 2000)).scene
    start = monotonic()
    pdf = bound((scene,), PAPERS["A0"])
    assert monotonic() - start < 30
    heard = pdfs.heard(pdf)
    assert sum(thing.kind == "Figure" for thing in heard) == len(scene.boxes) + len(scene.arrows)


def test_pdf_without_its_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where typst is not installed, the error says how to get it."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[pdf\]'"):
        Picture(chart_saying("Bine")).render("pdf")


def test_the_form_is_found_by_its_name() -> None:
    """A PDF is asked for like every other form."""
    assert RENDERERS["pdf"].ENDINGS == ("pdf",)


def test_nothing_but_the_fonts_lies_in_reach_of_the_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """typst reads from a folder made for the purpose, which is gone afterwards."""
    seen: dict[str, object] = {}
    compiling = typst.compile

    def watched(source: str, **options: object) -> object:
        seen.update(options, files=sorted(file.name for file in Path(source).parent.iterdir()))
        return compiling(source, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(typst, "compile", watched)
    Picture(chart_saying("Bine")).render("pdf")
    assert isinstance(seen["font_paths"], typst.Fonts)
    assert seen["font_paths"].families() == ["Noto Sans"]
    assert seen["files"] == ["0.ttf", "1.ttf", "leaves.typ"]
    assert not Path(str(seen["root"])).exists()
