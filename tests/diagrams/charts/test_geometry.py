"""The laws that every chart keeps: nothing leaves its page, and no words stand upon others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from diagrams.charts.sheets import (
    bullet_rows,
    labels,
    languages,
    lawful,
    outside,
    overlapping,
    panels,
    ranks,
    scores,
    spots,
    storms,
)
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.charts import Names, bars, bullets, multiples, radar
from toc.diagrams.charts.quadrants import quadrants
from toc.diagrams.charts.ranked import ranked
from toc.diagrams.charts.tornado import tornado
from toc.diagrams.mirroring import mirrored
from toc.diagrams.scene import Scene, as_json

Draw = Callable[[str, str, Sequence[Any], str], Scene]

CHARTS: dict[str, tuple[Draw, st.SearchStrategy[Any], int]] = {
    "bars": (lambda a, b, rows, to: bars(a, b, rows, language=to, names=Names(a, b, a)), scores, 9),
    "radar": (
        lambda a, b, rows, to: radar(a, b, rows, language=to, names=Names(a, b, a)),
        scores,
        18,
    ),
    "bullets": (lambda a, b, rows, to: bullets(a, b, rows, language=to), bullet_rows, 6),
    "multiples": (lambda a, b, rows, to: multiples(a, b, rows, language=to), panels, 7),
    "quadrants": (
        lambda a, b, rows, to: quadrants(a, b, rows, language=to, said=b),
        spots,
        12,
    ),
    "tornado": (lambda a, b, rows, to: tornado(a, b, rows, language=to), storms, 3),
    "ranked": (lambda a, b, rows, to: ranked(a, b, rows, language=to, said=b), ranks, 6),
}


@pytest.mark.parametrize("name", CHARTS)
def test_no_words_stand_upon_others_and_nothing_leaves_the_page(name: str) -> None:
    """Whatever the labels, the numbers and how many there are: all of it is read, and whole."""
    draw, rows, most = CHARTS[name]

    @lawful
    @given(labels, labels, st.lists(rows, min_size=1, max_size=most), languages)
    def holds(title: str, subtitle: str, given: list[Any], language: str) -> None:
        scene = draw(title, subtitle, given, language)
        assert list(overlapping(scene)) == []
        assert list(outside(scene)) == []

    holds()


@pytest.mark.parametrize("name", CHARTS)
def test_a_sheet_for_readers_from_the_right_is_the_mirrored_one(name: str) -> None:
    """In Arabic everything stands on the other side, and at the same height."""
    draw, rows, most = CHARTS[name]

    @lawful
    @given(st.lists(rows, min_size=1, max_size=most))
    def holds(given: list[Any]) -> None:
        given = [replace(one, label="Label") for one in given]
        turned = draw("Title", "", given, "ar")
        assert not turned.rightward
        back = mirrored(turned)
        upright = draw("Title", "", given, "en")
        assert [(box.id, box.x, box.y) for box in back.boxes] == [
            (box.id, box.x, box.y) for box in upright.boxes
        ]

    holds()


@pytest.mark.parametrize("name", CHARTS)
def test_each_thing_is_told_once_and_the_sheet_tells_all(name: str) -> None:
    """A box for each row, spoke or panel, with words; the sheet's own words hold them all."""
    draw, rows, most = CHARTS[name]

    @lawful
    @given(st.lists(rows, min_size=1, max_size=most), languages)
    def holds(given: list[Any], language: str) -> None:
        scene = draw("Title", "Subtitle", given, language)
        things = [box for box in scene.boxes if box.kind not in ("quadrant", "lesson")]
        assert len(things) == len(given)
        assert len({box.id for box in scene.boxes}) == len(scene.boxes)
        assert all(box.told and box.told in scene.told for box in scene.boxes)
        assert scene.told.startswith("Subtitle ")

    holds()


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_is_drawn_each_time(name: str) -> None:
    """The same rows give the same scene, to the last tenth."""
    draw, rows, most = CHARTS[name]

    @lawful
    @given(st.lists(rows, min_size=1, max_size=most))
    def holds(given: list[Any]) -> None:
        one, other = (draw("Title", "", list(given), "ro") for _ in range(2))
        assert as_json(one) == as_json(other)

    holds()
