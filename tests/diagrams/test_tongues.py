"""One chart in several languages: the same places in each, and two of them at once."""

from __future__ import annotations

from dataclasses import replace

from diagrams.test_geometry import charts, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.chart import Chart
from toc.diagrams.drafting.tongues import with_second, with_twins
from toc.diagrams.mirroring import mirrored
from toc.diagrams.picture import Picture

TEXTS = st.lists(words, min_size=60, max_size=60)


brief = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def translated(chart: Chart, language: str, texts: list[str]) -> Chart:
    """Say everything in a chart anew."""
    said = iter(texts)
    return replace(
        chart,
        title=next(said),
        subtitle=next(said),
        columns=tuple(replace(column, definition=next(said)) for column in chart.columns),
        lanes=tuple(replace(lane, title=next(said)) for lane in chart.lanes),
        boxes=tuple(replace(box, label=next(said)) for box in chart.boxes),
        notes=tuple(replace(note, statement=next(said)) for note in chart.notes),
        language=language,
    )


def test_everything_has_the_same_place_in_every_language() -> None:
    """Whoever holds the sheet in another language finds box, arrow, badge and lane in its place."""

    @brief
    @given(charts(), TEXTS)
    def law(chart: Chart, texts: list[str]) -> None:
        ro = replace(chart, language="ro")
        picture = Picture(with_twins(ro, [translated(chart, "en", texts)]))
        one, other = picture.scene, picture.scene_in("en")
        assert (one.width, other.language) == (other.width, "en")
        for here, there in zip(one.boxes, other.boxes, strict=True):
            assert (here.id, here.x, here.y, here.width, here.height) == (
                there.id,
                there.x,
                there.y,
                there.width,
                there.height,
            )
        assert [arrow.line for arrow in one.arrows] == [arrow.line for arrow in other.arrows]
        assert [(mark.x, mark.y) for mark in one.badges] == [
            (mark.x, mark.y) for mark in other.badges
        ]
        assert [(band.y, band.height) for band in one.bands] == [
            (band.y, band.height) for band in other.bands
        ]

    law()


def test_it_does_not_matter_which_language_is_drawn_first() -> None:
    """Pictures that were begun in different languages have the same layout."""

    @brief
    @given(charts(), TEXTS)
    def law(chart: Chart, texts: list[str]) -> None:
        both = with_twins(replace(chart, language="ro"), [translated(chart, "en", texts)])
        assert Picture(both).layout == Picture(both.spoken("en")).layout

    law()


def test_a_twin_of_the_other_direction_is_mirrored() -> None:
    """In Arabic each box has the place of the Romanian sheet, counted from the other side."""

    @brief
    @given(charts(), TEXTS)
    def law(chart: Chart, texts: list[str]) -> None:
        both = with_twins(replace(chart, language="ro"), [translated(chart, "ar", texts)])
        picture = Picture(both)
        places = {box.id: (box.x, box.y) for box in mirrored(picture.scene).boxes}
        scene = picture.scene_in("ar")
        assert not scene.rightward
        assert {box.id: (box.x, box.y) for box in scene.boxes} == places

    law()


def test_every_language_fits_its_boxes() -> None:
    """A label of any language, and the one beneath it, stay between top and bottom."""

    @brief
    @given(charts(), TEXTS)
    def law(chart: Chart, texts: list[str]) -> None:
        other = translated(chart, "en", texts)
        both = with_twins(with_second(replace(chart, language="ro"), other), [other])
        picture = Picture(both)
        for language in ("ro", "en"):
            for box in picture.scene_in(language).boxes:
                for line in box.lines:
                    assert box.y + line.size * 0.7 <= line.y <= box.y + box.height - 2
                    wide = typeface.width(line.text, line.size, bold=line.bold)
                    assert wide <= box.width - 2 * palette.PADDING + 0.2

    law()


def test_the_second_language_is_smaller_and_beneath() -> None:
    """Where two are asked for, each box says the first and then, smaller and paler, the second."""

    @brief
    @given(charts(), TEXTS)
    def law(chart: Chart, texts: list[str]) -> None:
        shown = with_second(replace(chart, language="ro"), translated(chart, "en", texts))
        for box in Picture(shown).scene.boxes:
            sizes = [line.size for line in box.lines]
            assert sizes == sorted(sizes, reverse=True)
            assert set(sizes) <= {palette.LABEL, palette.SECOND_LABEL}
            heights = [line.y for line in box.lines]
            assert heights == sorted(heights)

    law()
