"""Sheets for readers from right to left: the same sheet, with left and right exchanged."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from diagrams.test_geometry import charts, through_boxes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.badges import badge
from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane, Note
from toc.diagrams.curves import sampled
from toc.diagrams.labels import rightward, runs
from toc.diagrams.mirroring import mirrored
from toc.diagrams.nouns import found
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Figure, Item, Scene, Words
from toc.diagrams.sheet.setting import Type, paragraph

MIXED = st.text(st.sampled_from("abcșЯ אבג ابج 123 (UNHCR) 🏡–%"), max_size=40)


brief = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def ends(line: Words) -> tuple[float, float]:
    """Give where a line begins on the left and ends on the right, in our own font."""
    wide = typeface.width(line.text, line.size, bold=line.bold)
    if line.anchor == "middle":
        return line.x - wide / 2, line.x + wide / 2
    return (line.x, line.x + wide) if line.lies_right else (line.x - wide, line.x)


SMALL = Chart(
    title="الوصول المتساوي",
    subtitle="Timiș 2026–2028",
    columns=(
        Column("activity", "أنشطة", "ما نفعله"),
        Column("short", "نتائج قصيرة", ""),
        Column("goal", "أهداف", ""),
    ),
    boxes=(
        Box("a", "activity", "دورات في اللغة", 0, 0),
        Box("b", "outcome", "يعرف المهاجرون حقوقهم", 1, 0, gate="all"),
        Box("c", "goal", "وصول متساوٍ", 2, 0),
        Box("d", "barrier", "UNHCR", 1, 1),
    ),
    arrows=(Arrow("a -> b", "a", "b", assuming=(1,)), Arrow("b -> c", "b", "c")),
    lanes=(Lane("one", "الخدمات"), Lane("two", "التعليم")),
    notes=(Note(1, "holding", "يثق الناس بالوسطاء", "a › b"),),
    footer=("نسخة 1",),
    language="ar",
)


LATIN = replace(
    SMALL,
    title="Acces egal",
    columns=(Column("activity", "Activități"), Column("short", "Rezultate"), Column("goal", "Ț")),
    boxes=tuple(replace(box, label="Cursuri de limbă pentru adulți") for box in SMALL.boxes),
    lanes=(Lane("one", "Servicii publice"), Lane("two", "Educație și limbă")),
    notes=(),
    footer=(),
)
"""The same in Latin letters."""


def test_twice_is_the_sheet_itself() -> None:
    """Whatever stands on a sheet, mirrored twice it is the same to the last tenth."""

    @brief
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(chart).scene
        assert mirrored(mirrored(scene)) == scene
        assert mirrored(scene) != scene

    law()


def test_nothing_changes_its_height_or_its_size() -> None:
    """Mirroring moves from side to side and in no other way; every word stays what it says."""

    @brief
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(replace(chart, language="ro")).scene
        turned = mirrored(scene)
        assert (turned.width, turned.height, turned.told) == (
            scene.width,
            scene.height,
            scene.told,
        )
        for one, other in zip(found(scene, Words), found(turned, Words), strict=True):
            assert (one.y, one.text, one.rightward) == (other.y, other.text, other.rightward)
            left, right = ends(one)
            assert ends(other) == pytest.approx((scene.width - right, scene.width - left), abs=0.2)
        for shape, other_shape in zip(found(scene, Figure), found(turned, Figure), strict=True):
            assert replace(shape, path=()) == replace(other_shape, path=())
            assert [y for _, values in shape.path for y in values[1::2]] == [
                y for _, values in other_shape.path for y in values[1::2]
            ]

    law()


def test_a_leftward_sheet_is_the_rightward_one_mirrored() -> None:
    """In a language that runs to the left everything has the place that it would have, mirrored."""

    @brief
    @given(charts())
    def law(chart: Chart) -> None:
        here = Picture(replace(chart, language="xx")).scene
        there = Picture(replace(chart, language="ar")).scene
        assert here.rightward
        assert not there.rightward
        places = mirrored(here)
        assert list(found(places, Figure)) == list(found(there, Figure))
        assert [(box.x, box.y) for box in places.boxes] == [(box.x, box.y) for box in there.boxes]
        assert [(mark.x, mark.y) for mark in places.badges] == [
            (mark.x, mark.y) for mark in there.badges
        ]

    law()


def test_the_laws_hold_on_mirrored_sheets() -> None:
    """No arrow enters a box, and each still begins at its cause and ends at its effect."""

    @brief
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(replace(chart, language="he")).scene
        assert through_boxes(scene) == []
        boxes = {box.id: box for box in scene.boxes}
        for arrow in scene.arrows:
            points = sampled(arrow.line.path)
            for (x, y), end, reach in (
                (points[0], arrow.cause, 1.0),
                (points[-1], arrow.effect, palette.HEAD + 0.2),
            ):
                box = boxes[end]
                assert min(abs(x - box.x), abs(x - box.x - box.width)) <= reach
                assert box.y <= y <= box.y + box.height

    law()


def test_labels_of_any_direction_stay_inside_their_boxes() -> None:
    """In sheets of both directions, labels of both directions end before the padding."""

    @brief
    @given(charts(), st.lists(MIXED, min_size=14, max_size=14), st.sampled_from(["ro", "ar"]))
    def law(chart: Chart, labels: list[str], language: str) -> None:
        boxes = tuple(
            replace(box, label=label, second=label[::-1])
            for box, label in zip(chart.boxes, labels, strict=False)
        )
        for box in Picture(replace(chart, boxes=boxes, language=language)).scene.boxes:
            for line in box.lines:
                left, right = ends(line)
                assert left >= box.x + palette.PADDING - 0.2
                assert right <= box.x + box.width - palette.PADDING + 0.2

    law()


def test_everything_stays_on_the_page() -> None:
    """Words of a leftward sheet in whichever direction they run end within it."""

    @brief
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(replace(chart, language="ar")).scene
        for line in found(scene, Words):
            left, right = ends(line)
            assert left >= 0
            assert right <= scene.width

    law()


def seat(scene: Scene, name: str) -> Item:
    """Give a piece of the sheet by its name."""
    return next(piece for piece in scene.furniture if piece.name == name)


class TestArabicSheet:
    """Where things stand on a sheet in Arabic."""

    scene = Picture(SMALL).scene

    def test_levels_run_to_the_left(self) -> None:
        """Activities stand on the right and goals on the left, with their headings above."""
        columns = [heading.x for heading in self.scene.headings]
        assert columns == sorted(columns, reverse=True)
        for box in self.scene.boxes:
            assert box.x == pytest.approx(self.scene.headings[box.column].x, abs=0.2)

    def test_arrows_run_to_the_left(self) -> None:
        """An arrow begins at its cause's left side and its point touches its effect's right."""
        for arrow in self.scene.arrows:
            points = sampled(arrow.line.path)
            assert points[0][0] > points[-1][0]
            tip = min(x for x, _ in sampled(arrow.head.path))
            assert tip < points[-1][0]

    def test_headings_point_to_the_left(self) -> None:
        """A heading's point reaches beyond its column on the left."""
        for heading in self.scene.headings:
            points = sampled(heading.figures[0].path)
            assert min(x for x, _ in points) < heading.x
            assert max(x for x, _ in points) == pytest.approx(heading.x + heading.width, abs=0.2)

    def test_lanes_are_named_on_the_right(self) -> None:
        """A lane's name stands right of every box."""
        last = max(box.x + box.width for box in self.scene.boxes)
        for band in self.scene.bands:
            assert min(ends(line)[0] for line in band.lines) > last

    @pytest.mark.parametrize("name", ["title", "table-title"])
    def test_what_begins_a_line_begins_it_on_the_right(self, name: str) -> None:
        """Titles end at the right margin, also those in another script."""
        for line in seat(self.scene, name).lines:
            assert ends(line)[1] == pytest.approx(self.scene.width - palette.MARGIN, abs=0.2)

    def test_the_footer_is_turned(self) -> None:
        """Facts stand on the right and the page number on the left."""
        facts, page = seat(self.scene, "footer").lines
        assert ends(facts)[1] == pytest.approx(self.scene.width - palette.MARGIN, abs=0.2)
        assert ends(page)[0] == pytest.approx(palette.MARGIN, abs=0.2)

    def test_the_table_is_turned(self) -> None:
        """A row's badge stands right of its words."""
        row = seat(self.scene, "assumption")
        number, *words = row.lines
        assert number.text == "1"
        assert all(ends(line)[1] < number.x for line in words)

    def test_the_legend_begins_on_the_right(self) -> None:
        """The first sign of the legend stands furthest to the right, and its word left of it."""
        leads = seat(self.scene, "leads")
        line = max(x for figure in leads.figures for x, _ in sampled(figure.path))
        assert line == pytest.approx(self.scene.width - palette.MARGIN, abs=0.5)
        assert all(ends(words)[1] < line - 30 for words in leads.lines)

    def test_words_run_as_their_letters_do(self) -> None:
        """Arabic lines are set from the right, an acronym alone from the left."""
        for line in found(self.scene, Words):
            has_arabic = any("\u0600" <= char <= "\u06ff" for char in line.text)
            has_latin = any(char.isascii() and char.isalpha() for char in line.text)
            if has_arabic is not has_latin:
                assert line.rightward is has_latin

    def test_it_is_told_from_right_to_left(self) -> None:
        """Who hears the picture is told in which direction it is read."""
        assert "read from right to left" in self.scene.told
        assert "read from left to right" in Picture(replace(SMALL, language="en")).scene.told


def test_a_page_in_arabic_turns_no_line_of_the_drawing_about() -> None:
    """In a page that runs to the left a drawing's lines keep the places that they were given."""
    page = Picture(SMALL).render("html").decode()
    assert ' dir="rtl"' in page
    # A number alone stands in the middle of its badge, whichever way it runs.
    drawings = [one for one in re.findall("<svg [^>]*>", page) if 'class="number"' not in one]
    assert drawings
    assert all(' direction="ltr"' in one for one in drawings)


def test_lines_of_arabic_are_kept_apart() -> None:
    """Between two lines stands a space that no program drops, or their letters would join."""
    drawn = Picture(SMALL).render("svg").decode()
    several = [one for one in re.findall("<text .*?</text>", drawn) if one.count("<tspan x=") > 1]
    arabic = [one for one in several if 'direction="rtl"' in one]
    assert arabic
    assert all('xml:space="preserve"' in one for one in arabic)
    assert all("</tspan> <tspan" in one or '<tspan font-size="0"> ' in one for one in arabic)
    assert "xml:space" not in Picture(replace(LATIN, language="ro")).render("svg").decode()


def test_a_tick_stays_a_tick() -> None:
    """The tick of a holding assumption has the same shape on a mirrored sheet."""

    def ticks(scene: Scene) -> list[list[tuple[float, float]]]:
        figures = [figure for figure in found(scene, Figure) if figure.upright]
        shapes = [sampled(figure.path) for figure in figures]
        return [[(round(x - s[0][0], 1), round(y - s[0][1], 1)) for x, y in s] for s in shapes]

    scene = Picture(SMALL).scene
    assert any(figure.upright for figure in badge(1, "holding", 0, 0).figures)
    assert ticks(scene)
    assert ticks(scene) == ticks(mirrored(scene))


@pytest.mark.parametrize(
    ("language", "is_rightward"),
    [
        ("ro", True),
        ("en-GB", True),
        ("ar", False),
        ("AR-ma", False),
        ("he", False),
        ("fa-AF", False),
        ("ur", False),
        ("ckb", False),
        ("ar-Latn", True),
        ("az-Arab", False),
        ("ku-Arab-IQ", False),
        ("uz-Cyrl", True),
        ("", True),
        ("tbd", True),
    ],
)
def test_the_direction_of_a_language(language: str, *, is_rightward: bool) -> None:
    """A language runs as its script does, and a script that is named counts more."""
    assert rightward(language) is is_rightward


@pytest.mark.parametrize(
    ("text", "usually", "is_rightward"),
    [
        ("Acces egal", False, True),
        ("الوصول المتساوي", True, False),
        ("UNHCR: برنامج الدعم", False, False),
        ("UNHCR: برنامج الدعم", True, False),
        ("Consiliul Județean (الوصول)", False, True),
        ("2026–2028", False, False),
        ("2026–2028", True, True),
        ("→ 20 %", False, False),
        ("", False, False),
        ("", True, True),
        ("ab אב", True, True),
        ("ab אב", False, False),
    ],
)
def test_the_direction_of_a_text(text: str, usually: bool, is_rightward: bool) -> None:  # noqa: FBT001
    """Most letters decide, and where there are none or as many of both, the texts around."""
    assert runs(text, usually=usually) is is_rightward


def test_one_arabic_label_in_a_romanian_sheet() -> None:
    """It stays in its place, begins at the right side of its box, and moves nothing else."""
    boxes = (Box("a", "output", "Curs", 0), Box("b", "output", "الانتماء إلى المدينة", 0))
    chart = Chart("Titlu", (Column("output", "Ieșiri"),), boxes, language="ro")
    latin = replace(chart, boxes=(boxes[0], replace(boxes[1], label="Apartenența la oraș")))
    scene, other = Picture(chart).scene, Picture(latin).scene
    assert [(box.x, box.y) for box in scene.boxes] == [(box.x, box.y) for box in other.boxes]
    label = next(box for box in scene.boxes if box.id == "b")
    assert not label.lines[0].rightward
    assert ends(label.lines[0])[1] == pytest.approx(label.x + label.width - palette.PADDING)


@pytest.mark.parametrize("anchor", ["start", "end"])
@pytest.mark.parametrize("text", ["egal", "متساوٍ"])
def test_a_paragraph_keeps_to_its_side(anchor: str, text: str) -> None:
    """Without a width a line stands at the side that is named, in whichever direction it runs."""
    (line,) = paragraph([text], 100, 0, Type(10), anchor=anchor)  # type: ignore[arg-type]
    assert ends(line)[0 if anchor == "start" else 1] == pytest.approx(100)
