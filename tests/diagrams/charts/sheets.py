"""What tests of charts share: strategies of made-up values, and what stands where on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from toc import typeface
from toc.diagrams.charts import Bullet, Names, Panel, Point, Score
from toc.diagrams.charts.quadrants import Spot
from toc.diagrams.charts.ranked import Ranks
from toc.diagrams.charts.tornado import Lesson, Storm, Swing
from toc.diagrams.curves import sampled
from toc.diagrams.nouns import found
from toc.diagrams.readings import Standing
from toc.diagrams.scene import Figure, Scene, Words

lawful = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))

NAMES = Names("now", "first assessment", "mean of the others")
ON = date(2026, 11, 30)
STANDINGS: tuple[Standing, ...] = (
    "on-track",
    "behind",
    "far-behind",
    "achieved",
    "no-data",
    "stale",
    "not-comparable",
)

labels = st.text(st.sampled_from("abcdefghș ț- îăW مرحبا 12%"), max_size=90)
values = st.floats(0, 100) | st.sampled_from([0.0, 100.0, 50])
numbers = st.one_of(
    st.integers(-1000, 1000),
    st.floats(-1e18, 1e18, allow_nan=False),
    st.sampled_from([0.0, 1e-9, -1e-300, 1e300, -1e300, 5e-324]),
)
units = st.sampled_from(["", "%", "lei", "de persoane care au terminat toate modulele"])
standings = st.sampled_from(STANDINGS)
languages = st.sampled_from(["en", "ro", "ar"])
days = st.dates(date(2019, 1, 1), date(2032, 12, 31)) | st.sampled_from([date.min, date.max])
scores = st.builds(
    Score, labels, st.none() | values, st.none() | values, st.none() | values, labels
)
bullet_rows = st.builds(
    Bullet,
    labels,
    units,
    st.none() | numbers,
    st.none() | numbers,
    st.none() | numbers,
    st.none() | numbers,
    standings,
    labels,
)
points = st.builds(Point, days, numbers, st.sampled_from(["", "b", "p", "bp", "x"]))
panels = st.builds(
    Panel,
    labels,
    units,
    st.lists(points, max_size=6).map(tuple),
    st.lists(points, max_size=3).map(tuple),
    st.none() | points,
    st.none() | points,
    standings,
    labels,
    days,
)
spots = st.builds(
    Spot,
    st.integers(1, 120),
    st.sampled_from(["untested", "holding", "doubtful", "failed"]),
    labels,
    labels,
    st.sampled_from(["carries", "may-carry", "alone"]),
    st.sampled_from([True, False, None]),
)
swings = st.builds(Swing, labels, st.floats(0, 0.5), st.floats(0.5, 1), labels)
lessons = st.builds(Lesson, labels, st.floats(0, 1), labels)
storms = st.builds(
    Storm, labels, st.just(0.5), st.tuples(swings), st.lists(lessons, max_size=2).map(tuple)
)
ranks = st.builds(Ranks, labels, st.lists(st.integers(0, 100), max_size=7).map(tuple))


def words_of(scene: Scene) -> list[Words]:
    """Give every line of a scene."""
    return [line for line in found(scene, Words) if line.text.strip()]


def reach_of(line: Words) -> tuple[float, float]:
    """Give from where to where a line stands."""
    wide = typeface.width(line.text, line.size, bold=line.bold)
    if line.anchor == "middle":
        return line.x - wide / 2, line.x + wide / 2
    return (line.x, line.x + wide) if line.lies_right else (line.x - wide, line.x)


def overlapping(scene: Scene) -> Iterator[tuple[str, str]]:
    """Give the lines of text that stand upon each other."""
    for one, other in combinations(words_of(scene), 2):
        if abs(one.y - other.y) < min(one.size, other.size) * 0.8:
            (a, b), (c, d) = reach_of(one), reach_of(other)
            if max(a, c) < min(b, d):
                yield one.text, other.text


def outside(scene: Scene) -> Iterator[object]:
    """Give the words and the points of figures that leave the page."""
    for line in words_of(scene):
        left, right = reach_of(line)
        if left < 0 or right > scene.width or line.y - line.size < 0 or line.y > scene.height:
            yield line.text
    for figure in found(scene, Figure):
        for x, y in sampled(figure.path):
            if not (0 <= x <= scene.width and 0 <= y <= scene.height):
                yield x, y


def marks(scene: Scene, name: str) -> list[tuple[Figure, ...]]:
    """Give the figures of every mark of a name, box by box."""
    return [mark.figures for box in scene.boxes for mark in box.marks if mark.name == name]


def frame(figure: Figure) -> tuple[float, float, float, float]:
    """Give left, top, right and bottom of a figure."""
    spots = sampled(figure.path)
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)
