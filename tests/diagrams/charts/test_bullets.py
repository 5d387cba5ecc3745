"""Bullets: from baseline to target in the reading direction, and never off the sheet."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest
from diagrams.charts.sheets import STANDINGS, frame, lawful, marks, overlapping, words_of
from hypothesis import assume, given
from hypothesis import strategies as st

from toc.diagrams.charts import Bullet, bullets
from toc.diagrams.readings import STANDINGS as WORDS
from toc.diagrams.scene import Box, Figure, Scene
from toc.errors import NothingToDrawError

ROW = Bullet("Graduates", "people", 0, 120, 143, 600, "on-track", "as planned")
DAYS = Bullet("Days to the first service", "%", 41, 30, 35, 10, "behind")
whole = st.integers(-1000, 1000)


def drawn(*rows: Bullet, language: str = "en") -> Scene:
    """Draw rows."""
    return bullets("Indicators", "Timiș", rows, language=language)


def said(box: Box) -> list[str]:
    """Give the lines of a row."""
    return [line.text for mark in box.marks for line in mark.lines]


def bar(scene: Scene) -> tuple[float, float, float, float]:
    """Give where the bar of the first row lies."""
    return frame(marks(scene, "value")[0][0])


def ground(scene: Scene) -> tuple[float, float, float, float]:
    """Give where the scale of the first row lies, from baseline to target."""
    return frame(marks(scene, "scale")[0][0])


@lawful
@given(whole, whole, st.floats(-0.1, 1.15))
def test_progress_always_goes_the_way_one_reads(start: int, end: int, share: float) -> None:
    """Whether more or less is aimed at: a bar is as long as the way that was made of it."""
    assume(start != end)
    now = start + (end - start) * share
    scene = drawn(replace(ROW, baseline=start, target=end, now=now))
    left, _, right, _ = ground(scene)
    reach = bar(scene)[2] - left if share > 0 else bar(scene)[0] - left
    assert reach == pytest.approx((right - left) * share, abs=0.2)


def test_targets_stand_beneath_each_other() -> None:
    """Every scale begins and ends at the same place, so that rows can be compared."""
    scene = drawn(ROW, DAYS)
    one, other = (frame(figures[0]) for figures in marks(scene, "scale"))
    assert one[::2] == other[::2]


@pytest.mark.parametrize(("now", "points"), [(690, 0), (60000, 1), (-10, 0), (-60000, -1)])
def test_what_lies_far_off_is_told_by_an_arrow(now: float, points: int) -> None:
    """A scale shows a little beyond its ends; further off an arrow points, and the figure is exact."""
    scene = drawn(replace(ROW, now=now))
    figures = marks(scene, "value")[0]
    arrows = [one for one in figures if _is_arrow(one) and one.fill == figures[0].fill]
    assert len(arrows) == abs(points)
    if arrows:
        left, _, right, _ = ground(scene)
        middle = sum(frame(arrows[0])[::2]) / 2
        assert (middle > right) if points > 0 else (middle < left)
    assert f"{now:,}".replace("-", "−") in said(scene.boxes[0])


def _is_arrow(figure: Figure) -> bool:
    return [step for step, _ in figure.path] == ["M", "L", "L", "Z"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (replace(ROW, baseline=None), "no scale: there is no baseline"),
        (replace(ROW, target=None), "no scale: there is no target"),
        (replace(ROW, baseline=600), "no scale: the target is the baseline"),
    ],
)
def test_without_a_way_the_figures_are_written(row: Bullet, why: str) -> None:
    """Where no scale can be drawn its reason is said, and no figure is lost."""
    scene = drawn(row)
    assert not marks(scene, "scale")
    assert why in said(scene.boxes[0])
    assert "now: 143" in said(scene.boxes[0])
    assert list(overlapping(scene)) == []


def test_without_a_value_the_scale_is_hatched() -> None:
    """There is no bar; the word stands there, and the reason beside it."""
    row = replace(ROW, now=None, standing="no-data", words="the survey is in March")
    scene = drawn(row)
    assert len(marks(scene, "scale")[0]) > len(marks(drawn(ROW), "scale")[0])
    assert said(scene.boxes[0]).count("no data") == 2
    assert "the survey is in March" in said(scene.boxes[0])


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_standing_is_a_sign_and_a_word(standing: str) -> None:
    """It is read without any colour, in both languages."""
    for language in ("en", "ro"):
        scene = drawn(replace(ROW, standing=standing), language=language)  # type: ignore[arg-type]
        word = WORDS[standing].say(language)  # type: ignore[index]
        (chip,) = (mark for mark in scene.boxes[0].marks if mark.name == "standing")
        assert " ".join(line.text for line in chip.lines) == word
        assert f"; {word};" in scene.boxes[0].told.replace(": ", "; ")


def test_every_figure_is_told() -> None:
    """In one line: standing, value, baseline, expected, target and what is said beside it."""
    scene = drawn(ROW, replace(DAYS, expected=None))
    assert [box.told for box in scene.boxes] == [
        (
            "Graduates: on track; now 143 people; baseline 0 people; "
            "expected by now 120 people; target 600 people; as planned"
        ),
        "Days to the first service: behind; now 35 %; baseline 41 %; target 10 %",
    ]


def test_numbers_and_units_are_those_of_the_language() -> None:
    """Short units stand beside each figure, long ones once beneath the label."""
    row = replace(ROW, now=1234.5, target=2000, unit="lei")
    assert "1.234,5\u00a0lei" in said(drawn(row, language="ro").boxes[0])
    assert "1,234.5\u00a0lei" in said(drawn(row).boxes[0])
    long = said(drawn(replace(row, unit="people per year")).boxes[0])
    assert "1,234.5" in long
    assert long.count("people per year") == 1


@pytest.mark.parametrize("field", ["baseline", "expected", "now", "target"])
@pytest.mark.parametrize("value", [nan, inf, -inf, 1e301])
def test_what_is_no_number_is_refused(field: str, value: float) -> None:
    """Nothing could be drawn of it."""
    with pytest.raises(ValueError, match="Graduates"):
        replace(ROW, **{field: value})  # type: ignore[arg-type]


def test_a_figure_is_not_written_twice_at_one_place() -> None:
    """Where the target is expected by now its figure stands there once, beneath the flag."""
    lines = said(drawn(replace(ROW, expected=600)).boxes[0])
    assert lines.count("600") == 1


def test_without_indicators_there_is_nothing_to_draw() -> None:
    """An empty sheet is not drawn."""
    with pytest.raises(NothingToDrawError, match="no indicator"):
        drawn()


def test_the_explanation_names_what_is_there() -> None:
    """A sign that no row has is not explained."""
    keys = [
        {line.text for piece in scene.furniture if piece.name == "key" for line in piece.lines}
        for scene in (drawn(ROW), drawn(replace(ROW, expected=None, now=None, standing="no-data")))
    ]
    assert keys[0] - keys[1] == {"expected by now"}
    assert keys[1] - keys[0] == {"no data"}


def test_long_words_keep_their_rows_apart() -> None:
    """A row is as high as what stands in it, and the next begins beneath."""
    long = replace(ROW, label="Foarte multe cuvinte " * 9, words="și un motiv lung " * 14)
    scene = drawn(long, ROW, long)
    for one, other in zip(scene.boxes, scene.boxes[1:], strict=False):
        assert one.y + one.height == pytest.approx(other.y, abs=0.11)
        assert all(line.y < other.y for mark in one.marks for line in mark.lines)
    assert list(overlapping(scene)) == []
    assert len(words_of(scene)) > 20
