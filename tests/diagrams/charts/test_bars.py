"""Bars and radar: as long and as far as they say, and every value in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import hypot, inf, nan

import pytest
from diagrams.charts.sheets import NAMES, frame, lawful, marks, scores, values, words_of
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams import palette
from toc.diagrams.charts import Names, Score, bars, radar
from toc.diagrams.charts.captions import apart
from toc.errors import NothingToDrawError

AREAS = [
    Score("Education", 61, 48, 52),
    Score("Services", None, 36, 47, "nobody has answered yet"),
    Score("Housing", 0, 12, None),
    Score("Work", 46.5),
]


@lawful
@given(st.lists(values, min_size=2, max_size=12))
def test_a_bar_is_as_long_as_its_value_is_high(given: list[float]) -> None:
    """All bars begin at one line, and their lengths stand to each other as the values do."""
    scene = bars("T", "", [Score("a", one) for one in [*given, 100.0]], language="en", names=NAMES)
    whole = frame(marks(scene, "value")[-1][0])
    for value, figures in zip(given, marks(scene, "value"), strict=False):
        left, _, right, _ = frame(figures[0])
        assert left == whole[0]
        assert right - left == pytest.approx((whole[2] - whole[0]) * value / 100, abs=0.11)


def test_bars_stand_in_the_order_that_is_given() -> None:
    """Nothing is sorted: who calls knows whether a league table is meant."""
    scene = bars("T", "", AREAS, language="en", names=NAMES)
    assert [box.told.split(":")[0] for box in scene.boxes] == [one.label for one in AREAS]
    tops = [box.y for box in scene.boxes]
    assert tops == sorted(tops)


def test_a_value_that_nobody_knows_is_no_bar() -> None:
    """It is a hatch with the word upon it, while nought is a line and a figure."""
    scene = bars("T", "", AREAS, language="en", names=NAMES)
    (hatch,) = marks(scene, "no-data")
    assert sum(figure.stroke == palette.HATCH for figure in hatch) > 5
    missing, nought = scene.boxes[1], scene.boxes[2]
    assert [mark.name for mark in missing.marks].count("value") == 0
    said = [line.text for mark in missing.marks for line in mark.lines]
    assert {"no data", "–", "nobody has answered yet"} <= set(said)
    assert "0" in [line.text for mark in nought.marks for line in mark.lines]


@lawful
@given(st.none() | values, st.none() | values)
def test_the_word_upon_a_hatch_is_clear_of_every_mark(before: float, peers: float) -> None:
    """Wherever the earlier value and the others' mean stand, “no data” stands beside them."""
    scene = bars("T", "", [Score("a", None, before, peers)], language="ro", names=NAMES)
    (hatch,) = marks(scene, "no-data")
    left, _, right, _ = frame(hatch[-1])
    for name in ("before", "peers"):
        for figures in marks(scene, name):
            at = frame(figures[-1])
            assert at[2] <= left or right <= at[0]


@pytest.mark.parametrize("draw", [bars, radar])
def test_every_value_is_told(draw: object) -> None:
    """Who hears the picture hears each value, what it is compared with, and what is missing."""
    scene = draw("Areas", "Timiș", AREAS, language="en", names=NAMES)  # type: ignore[operator]
    assert [box.told for box in scene.boxes] == [
        "Education: now 61; first assessment 48; mean of the others 52",
        "Services: now no data; first assessment 36; mean of the others 47; nobody has answered yet",
        "Housing: now 0; first assessment 12; mean of the others no data",
        "Work: now 47; first assessment no data; mean of the others no data",
    ]


def test_what_nobody_has_is_not_shown() -> None:
    """Without a name, or without a single value, there is neither column nor word for it."""
    alone = [replace(one, peers=None) for one in AREAS]
    for names, rows in ((Names("now"), AREAS), (NAMES, [Score("a", 5)])):
        scene = bars("T", "", rows, language="en", names=names)
        assert not marks(scene, "before")
        assert not marks(scene, "peers")
    scene = bars("T", "", alone, language="en", names=NAMES)
    assert marks(scene, "before")
    assert "mean of the others" not in scene.told


@pytest.mark.parametrize("value", [nan, inf, -inf, -0.1, 100.1])
@pytest.mark.parametrize("field", ["value", "before", "peers"])
def test_what_is_no_score_is_refused(field: str, value: float) -> None:
    """Neither what is no number nor what lies beyond the scale can be drawn."""
    with pytest.raises(ValueError, match="Work"):
        replace(AREAS[3], **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("draw", [bars, radar])
def test_without_scores_there_is_nothing_to_draw(draw: object) -> None:
    """An empty sheet is not drawn."""
    with pytest.raises(NothingToDrawError, match="no score"):
        draw("T", "", [], language="en", names=NAMES)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("count", "kind"), [(1, "bar"), (2, "bar"), (3, "spoke"), (16, "spoke"), (17, "bar")]
)
def test_a_radar_has_three_to_sixteen_spokes(count: int, kind: str) -> None:
    """With fewer or more it becomes bars."""
    scene = radar("T", "", [Score("a", 50)] * count, language="en", names=NAMES)
    assert {box.kind for box in scene.boxes} == {kind}
    assert len(scene.boxes) == count


@lawful
@given(st.lists(values, min_size=3, max_size=16))
def test_a_radar_shows_how_far_a_value_reaches(given: list[float]) -> None:
    """Each disc lies as far from the middle as its value is high."""
    scene = radar("T", "", [Score("a", one) for one in given], language="en", names=NAMES)
    (line,) = (piece for piece in scene.furniture if piece.name == "value")
    discs = [frame(figure) for figure in line.figures[1:]]
    x, y = scene.width / 2, _middle(scene)
    assert len(discs) == len(given)
    for value, (left, top, right, bottom) in zip(given, discs, strict=True):
        far = hypot((left + right) / 2 - x, (top + bottom) / 2 - y)
        assert far == pytest.approx(132 * value / 100, abs=0.4)


def _middle(scene: object) -> float:
    axes = [piece for piece in scene.furniture if piece.name == "axis"]  # type: ignore[attr-defined]
    return axes[0].figures[0].path[0][1][1]  # type: ignore[no-any-return]


def test_a_missing_value_breaks_the_line() -> None:
    """Its neighbours are not joined over it, nothing is filled, and its label says so."""
    whole = radar("T", "", [replace(one, value=50) for one in AREAS], language="en", names=NAMES)
    broken = radar("T", "", AREAS, language="en", names=NAMES)
    kinds = [[piece.name for piece in scene.furniture] for scene in (whole, broken)]
    assert [names.count("ground") for names in kinds] == [1, 0]
    (line,) = (piece for piece in broken.furniture if piece.name == "value")
    strokes = [figure for figure in line.figures if not figure.fill]
    assert len(strokes) == 2
    assert len(line.figures) - len(strokes) == 3
    assert "no data" in [line.text for line in words_of(broken) if line.bold]


def test_the_lines_of_a_radar_are_told_apart_without_colour() -> None:
    """Full and strong, dashed, dotted; and each has a mark of its own shape."""
    scene = radar("T", "", [Score("a", 50, 40, 30)] * 3, language="en", names=NAMES)
    lines = {piece.name: piece.figures for piece in scene.furniture}
    dashes = {lines[name][0].dash for name in ("value", "before", "peers")}
    assert len(dashes) == 3
    assert () in dashes
    steps = [tuple(step for step, _ in lines[name][-1].path) for name in ("value", "before")]
    assert steps[0] != steps[1]
    assert lines["value"][0].width > lines["before"][0].width
    assert lines["peers"][-1].fill != lines["value"][-1].fill


@lawful
@given(st.lists(scores, min_size=3, max_size=16))
def test_labels_of_a_radar_stand_on_their_side(given: list[Score]) -> None:
    """Clockwise from above: the first half on the right, the second on the left."""
    scene = radar("T", "", given, language="en", names=NAMES)
    half = len(given) / 2
    for at, box in enumerate(scene.boxes):
        middle = box.x + box.width / 2 - scene.width / 2
        side = 0 if at in (0, half) else (1 if at < half else -1)
        assert (middle > 1) - (middle < -1) == side


@lawful
@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(1, 30)), max_size=12))
def test_labels_move_apart_as_little_as_can_be(wishes: list[tuple[float, float]]) -> None:
    """None stands upon another, their order stays, what fits stays, and moves cancel out."""
    wishes.sort()
    found = apart(wishes)
    ends = [start + room for start, (_, room) in zip(found, wishes, strict=True)]
    assert all(end <= start + 1e-6 for end, start in zip(ends, found[1:], strict=False))
    moves = [start - wish for start, (wish, _) in zip(found, wishes, strict=True)]
    assert sum(moves) == pytest.approx(0, abs=1e-6)
    free = all(a + room <= b for (a, room), (b, _) in pairwise(wishes))
    assert not free or found == [wish for wish, _ in wishes]
