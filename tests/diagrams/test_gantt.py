"""The Gantt picture: its laws on any roadmap, and what it shows of a date that is not exact."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pdfs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from roadmap.roads import road
from theories import dates, intervals

from toc import Strategy, typeface
from toc.diagrams import palette
from toc.diagrams.curves import sampled
from toc.diagrams.gantt import BY, Gantt, bars, gantt
from toc.diagrams.gantt.axis import Axis, axis_over
from toc.diagrams.gantt.measures import FORMATS, MARGIN
from toc.diagrams.paper import PAPERS, scale_on
from toc.diagrams.plate import FORMS
from toc.diagrams.scene import Box, Scene, Words, as_json
from toc.errors import NothingToDrawError, UnknownNameError
from toc.model import Date, Interval
from toc.roadmap.reviews import STANDINGS
from toc.roadmap.timeline import time_line

ON = date(2026, 8, 20)
A3 = FORMATS["A3"]
LEFT, RIGHT = A3.left, A3.right
lawful = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

years = st.integers(2020, 2031)
near = dates().filter(lambda one: 1990 < one.year < 2060) | st.builds(Date, years)
spans = st.builds(
    lambda one, other, open_: Interval(
        None if open_ == "start" else min(one, other, key=lambda day: day.first),
        None if open_ == "end" else max(one, other, key=lambda day: day.first),
    ),
    near, near, st.sampled_from(["", "", "", "start", "end"]),
)  # fmt: skip
maybe = st.none() | spans | intervals()
titles = st.text("ab șț", min_size=1, max_size=90).filter(str.strip) | st.just("cuvânt" * 30)


@st.composite
def roadmaps(draw: st.DrawFn, most: int = 9) -> Strategy:
    """Give roadmaps with dates of every kind, and some without."""
    stages = [f"s{at}" for at in range(draw(st.integers(0, 3)))]
    stage = st.sampled_from([None, *stages])

    def entries(prefix: str, count: int, **fields: st.SearchStrategy[Any]) -> dict[str, Any]:
        return {
            f"{prefix}{at}": {"title": draw(titles), **{k: draw(v) for k, v in fields.items()}}
            for at in range(draw(st.integers(0, count)))
        }

    review = st.none() | st.builds(lambda every, joint: {"every": every, "joint": joint}, st.sampled_from(["P5M", "P1Y", "P3M"]), st.booleans())  # fmt: skip
    tree: dict[str, Any] = {
        "stages": {name: {"title": name, "period": draw(maybe), "review": draw(review)} for name in stages},
        "areas": {"x": "X"},
        "activities": entries("a", most, period=maybe, stage=stage, quick_win=st.booleans(), area=st.sampled_from([None, "x"])),
        "pilots": entries("p", 2, period=maybe, stage=stage),
        "events": entries("e", 3, date=maybe, stage=stage),
        "reviews": entries("r", 2, date=st.none() | near, stage=stage),
    }  # fmt: skip
    return Strategy.model_validate({**tree, "activities": tree["activities"] | {"sure": {"title": "Sure", "period": "2026-01/2026-06"}}})  # fmt: skip


def words_of(scene: Scene) -> list[Words]:
    """Give every line of a scene that is not empty."""
    pieces: list[Any] = [*scene.furniture, *scene.headings, *scene.boxes]
    return [line for piece in pieces for line in piece.lines if line.text.strip()]


def reach_of(line: Words) -> tuple[float, float]:
    """Give from where to where a line stands."""
    wide = typeface.width(line.text, line.size, bold=line.bold)
    if line.anchor == "middle":
        return line.x - wide / 2, line.x + wide / 2
    return (line.x, line.x + wide) if line.lies_right else (line.x - wide, line.x)


def scenes(found: Gantt) -> list[Scene]:
    """Give the whole and every page."""
    return [found.scene, *found.pages]


@lawful
@given(
    roadmaps(),
    st.sampled_from(BY),
    st.sampled_from(["en", "ro", "ar"]),
    st.sampled_from(["A3", "A4"]),
)
def test_everything_lies_on_the_sheet_and_no_words_overlap(
    strategy: Strategy, by: str, language: str, paper: str
) -> None:
    """Where two lines stand at one height there is room between them, on every page."""
    for scene in scenes(gantt(strategy, on=ON, by=by, language=language, paper=paper)):
        lines = words_of(scene)
        for line in lines:
            left, right = reach_of(line)
            assert 0 <= left <= right <= scene.width, line.text
            assert 0 < line.y < scene.height
        for one, other in combinations(lines, 2):
            if abs(one.y - other.y) < min(one.size, other.size) * 0.8:
                (a, b), (c, d) = reach_of(one), reach_of(other)
                assert max(a, c) - min(b, d) > 0, (one.text, other.text)


@lawful
@given(roadmaps(), st.sampled_from(BY))
def test_bars_stand_on_the_axis_and_apart(strategy: Strategy, by: str) -> None:
    """No bar or mark leaves the axis, and none touches another."""
    for scene in scenes(gantt(strategy, on=ON, by=by)):
        for box in scene.boxes:
            assert LEFT - 0.2 <= box.x <= box.x + box.width <= RIGHT + 0.2
        for one, other in combinations(scene.boxes, 2):
            across = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
            along = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
            assert max(across, along) > 0, (one.told, other.told)


@lawful
@given(roadmaps(), st.sampled_from(BY))
def test_no_words_run_into_a_bar_or_a_mark(strategy: Strategy, by: str) -> None:
    """What stands beside a bar stands beside it; only “no date” may stand within its frame."""
    for scene in scenes(gantt(strategy, on=ON, by=by)):
        lines = [line for line in words_of(scene) if line.text != "no date"]
        for box in scene.boxes:
            for line in lines:
                if box.y < line.y and line.y - line.size * 0.7 < box.y + box.height:
                    left, right = reach_of(line)
                    assert max(left, box.x) - min(right, box.x + box.width) > 0, line.text


@lawful
@given(roadmaps(), st.sampled_from(BY))
def test_nothing_is_lost(strategy: Strategy, by: str) -> None:
    """Every stage, activity, pilot, event and review stands in the picture, and is told."""
    found = gantt(strategy, on=ON, by=by)
    line = time_line(strategy, ON)
    kinds = {"stage", "activity", "pilot", "event", "review"}
    expected = [one for one in (*line.moments, *line.undated) if one.kind in kinds]
    told = [part for box in found.scene.boxes for part in box.told.split("; ")]
    assert len(told) == len(expected)
    for one in expected:
        assert any(" ".join(one.title.say("en").split()) in part for part in told)


@lawful
@given(roadmaps(most=70), st.sampled_from(BY), st.sampled_from(sorted(FORMATS)))
def test_pages_hold_what_the_whole_holds(strategy: Strategy, by: str, paper: str) -> None:
    """Nothing is cut away between pages; a stage's own bar comes again where it goes on."""
    found = gantt(strategy, on=ON, by=by, paper=paper)
    whole = [box.id for box in found.scene.boxes if box.kind != "stage"]
    paged = [box.id for page in found.pages for box in page.boxes if box.kind != "stage"]
    assert paged == whole
    assert all(
        page.height <= FORMATS[paper].height or len(_rows(page)) == 1 for page in found.pages
    )
    assert all(page.width == FORMATS[paper].width for page in scenes(found))
    for page in found.pages:
        assert page.boxes or page.headings


def _rows(scene: Scene) -> set[int]:
    return {box.lane for box in scene.boxes if box.kind != "stage"}


def many(count: int) -> Strategy:
    """Give a roadmap of so many rows."""
    activities = {
        f"a{at}": {"title": f"Activity {at}", "stage": "first", "period": f"2026-{1 + at % 12:02}"}
        for at in range(count)
    }
    return road(activities=activities)


def test_a_hundred_rows_take_three_pages_that_can_be_read() -> None:
    """On A3 no letter is smaller than 8.5 points, and each page names its group and number."""
    pages = gantt(many(100)).pages
    assert len(pages) == 4
    for at, page in enumerate(pages, 1):
        smallest = min(line.size for line in words_of(page))
        assert smallest * scale_on(page, PAPERS["A3"]) >= 8.5
        said = [line.text for line in words_of(page)]
        assert f"page {at} of 4" in said
    assert "Preparing (continued)" in [line.text for line in words_of(pages[1])]


def only(**sections: Any) -> Scene:
    """Draw a roadmap that has nothing but some sections."""
    return gantt(Strategy.model_validate(sections)).scene


def drawn(period: str) -> Box:
    """Draw one activity beside another that holds the axis."""
    axis = {"title": "Axis", "period": "2026-01-01/2027-12-31"}
    scene = only(activities={"axis": axis, "one": {"title": "One", "period": period}})
    return next(box for box in scene.boxes if box.id == "activity/activities/one")


@pytest.mark.parametrize(
    ("period", "dashed", "told"),
    [
        ("2026-03-01/2026-08-31", False, "1 March 2026 – 31 August 2026"),
        ("2026-03/2026-08", True, "March 2026 – August 2026, known to the month"),
        ("2026-Q1/2026-Q4", True, "quarter I of 2026 – quarter IV of 2026, known to the quarter"),
        ("2025/2027", True, "2025 – 2027, known to the year"),
        ("2026-03-01/2027", True, "1 March 2026 – 2027, its beginning known to the day, its end known to the year"),
        ("2026-03-01/..", True, "from 1 March 2026, with no end given, its beginning known to the day"),
    ],
)  # fmt: skip
def test_a_bar_is_as_exact_as_its_dates(period: str, dashed: bool, told: str) -> None:  # noqa: FBT001
    """An end that is not known to the day is dashed and pale, and is said in words."""
    box = drawn(period)
    assert box.told == f"One (activity): {told}"
    assert (box.outline.dash == palette.DASHED) is dashed
    assert (box.outline.fill == palette.ON_TRACK_EDGE) is not dashed
    sure = [figure for figure in box.ground if figure.fill == palette.ON_TRACK_EDGE]
    assert bool(sure) is dashed


def test_what_is_sure_lies_within_what_may_be() -> None:
    """From the last day that it may begin to the first that it may end."""
    box = drawn("2026-Q1/2026-Q4")
    axis = axis_over([(date(2026, 1, 1).toordinal(), date(2028, 1, 1).toordinal())], LEFT, RIGHT)
    points = [x for x, _ in sampled(box.ground[0].path)]
    assert min(points) == pytest.approx(axis.x(date(2026, 3, 31).toordinal()), abs=0.1)
    assert max(points) == pytest.approx(axis.x(date(2026, 10, 2).toordinal()), abs=0.1)
    assert box.x == pytest.approx(axis.x(date(2026, 1, 1).toordinal()), abs=0.1)


def test_an_open_end_is_an_arrow_at_the_edge_of_the_axis() -> None:
    """Nobody can take it for an end on the last day that is drawn."""
    box = drawn("2026-03/..")
    assert box.x + box.width == pytest.approx(RIGHT, abs=0.1)
    arrow = box.ground[-1]
    assert max(x for x, _ in sampled(arrow.path)) == pytest.approx(RIGHT, abs=0.1)
    other = drawn("../2026-03")
    assert other.x == pytest.approx(LEFT, abs=0.1)


def test_what_has_no_date_is_dotted_and_says_so() -> None:
    """It is as long as its stage, and nobody takes it for planned."""
    scene = gantt(road()).scene
    walk = next(box for box in scene.boxes if box.id == "activity/activities/walk")
    assert walk.outline.dash == palette.DOTTED
    assert (
        walk.told == "Walking (activity): it has no date, in its stage, July 2026 – December 2027"
    )
    assert "no date" in {line.text for line in walk.lines}


def test_a_stage_shades_its_rows_and_an_overlap_is_seen() -> None:
    """The month that two stages share lies in the shade of both."""
    stages = {"one": {"title": "One", "period": "2020-09/2021-02"}, "two": {"title": "Two", "period": "2021-02/2021-04"}}  # fmt: skip
    one, two = (band for band in only(stages=stages).bands if band.key == "stage")
    assert one.x + one.width > two.x
    assert one.y + one.height <= two.y + 0.1


def shapes(standing: Any) -> tuple[Any, ...]:
    """Give the outlines of a review's mark, without their colours."""
    return tuple(figure.path for figure in bars.review(standing, 0, 0))


def test_each_standing_of_a_review_has_a_shape_of_its_own() -> None:
    """In grey, too, held, planned, due, overdue and left out cannot be taken for each other."""
    assert len({shapes(standing) for standing in STANDINGS}) == len(STANDINGS)
    held, due = (bars.review(one, 0, 0) for one in ("held", "due"))
    assert held[0].fill != due[0].fill


@pytest.mark.parametrize("standing", STANDINGS)
def test_no_mark_reaches_further_than_promised(standing: Any) -> None:
    """Whatever is drawn around a centre lies near it."""
    figures = (*bars.review(standing, 0, 0, joint=True), bars.diamond(0, 0), bars.star(0, 0))
    points = [point for figure in figures for point in sampled(figure.path)]
    assert max(abs(value) for point in points for value in point) <= bars.REACH + 0.5


def test_reviews_that_would_touch_are_one_mark_with_their_number() -> None:
    """Over thirty years nothing is drawn upon something else, and each is still told."""
    stages = {"one": {"title": "One", "period": "2000/2029", "review": {"every": "P2M"}}}
    scene = only(stages=stages)
    marks = [box for box in scene.boxes if box.kind == "review"]
    for one, other in pairwise(sorted(marks, key=lambda box: box.x)):
        assert one.x + one.width < other.x
    assert sum(box.told.count("(review due)") for box in marks) == 180
    lines = {line.text for line in words_of(scene)}
    assert any(text.startswith("×") for text in lines)


def test_a_quick_win_has_a_star_before_its_bar() -> None:
    """It stands between label and axis, where nothing else does."""
    scene = gantt(road()).scene
    starred = [box for box in scene.boxes if any(mark.name == "quick-win" for mark in box.marks)]
    assert [box.id for box in starred] == ["activity/activities/ask"]
    points = sampled(starred[0].marks[0].figures[0].path)
    assert all(MARGIN + A3.labels < x < LEFT for x, _ in points)
    assert "quick win" in starred[0].told


def keys(scene: Scene) -> set[str]:
    """Give what the legend explains."""
    return {line.text for item in scene.furniture if item.name == "key" for line in item.lines}


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    """A roadmap without pilots has no pilots in its legend."""
    assert keys(only(activities={"a": {"title": "A", "period": "2026-01-01"}})) == {"activity"}
    assert {
        "stage", "activity", "pilot project", "event", "review overdue", "review due",
        "quick win: a result within six months", "arrow: no beginning or end is given",
        "second ring: common session of several regions",
    } <= keys(gantt(road(), on=date(2027, 1, 20)).scene)  # fmt: skip


def test_the_line_of_a_day_stands_where_the_day_is() -> None:
    """Without a day there is none, and none for a day beyond the axis."""

    def lines(on: date | None) -> list[Any]:
        return [band for band in gantt(road(), on=on).scene.bands if band.key == "day"]

    (line,) = lines(ON)
    axis = axis_over([(date(2026, 1, 1).toordinal(), date(2028, 1, 1).toordinal())], LEFT, RIGHT)
    assert axis.x(ON.toordinal()) <= line.x + 1 <= axis.x(ON.toordinal() + 1)
    assert lines(None) == []
    assert lines(date(2031, 1, 1)) == []
    assert "20 August 2026" in {text.text for text in words_of(gantt(road(), on=ON).scene)}


def test_without_a_day_nothing_is_overdue() -> None:
    """The picture then is the plan, and judges nothing."""
    assert "overdue" not in gantt(road()).scene.told
    assert "overdue" in gantt(road(), on=date(2027, 6, 1)).scene.told


@pytest.mark.parametrize(
    ("first", "last", "unit", "names"),
    [
        (date(2026, 5, 5), date(2026, 5, 5), "month", ["Apr", "May", "Jun"]),
        (date(2026, 1, 1), date(2026, 3, 31), "month", ["Jan", "Feb", "Mar"]),
        (date(2026, 2, 1), date(2029, 2, 1), "quarter", ["I", "II"]),
        (date(2000, 1, 1), date(2029, 12, 31), "year", ["2000", "2001"]),
        (date(1, 1, 1), date(9999, 12, 31), "year", ["0001", "0500"]),
    ],
)
def test_the_axis_counts_in_what_its_span_asks_for(
    first: date, last: date, unit: str, names: list[str]
) -> None:
    """Months for two years and a half, then quarters, then years, then more of them at once."""
    axis = axis_over([(first.toordinal(), last.toordinal() + 1)], 0, 1000)
    said = [tick.name.say("en") for tick in axis.ticks()]
    assert (axis.unit, said[: len(names)]) == (unit, names)
    assert len(said) <= 36


@given(st.dates(), st.dates(), st.floats(0, 1))
@example(date.min, date.max, 0.5)
@example(date.max, date.max, 0.5)
def test_the_axis_keeps_the_order_of_days(one: date, other: date, part: float) -> None:
    """A later day never stands before an earlier one, and all stand on the axis."""
    first, last = sorted((one.toordinal(), other.toordinal()))
    axis = axis_over([(first, last + 1)], LEFT, RIGHT)
    between = first + int((last - first) * part)
    assert LEFT <= axis.x(first) <= axis.x(between) <= axis.x(last) < axis.x(last + 1) <= RIGHT
    ticks = list(axis.ticks())
    assert ticks[0].left == LEFT
    assert ticks[-1].right == pytest.approx(RIGHT)
    assert all(left.right == right.left for left, right in pairwise(ticks))


def test_months_and_years_have_their_names_in_romanian() -> None:
    """The axis speaks the picture's language."""
    said = {line.text for line in words_of(gantt(road(), language="ro").scene)}
    assert {"ian.", "iun.", "2026", "Foaia de parcurs"} <= said


def test_right_to_left_it_is_the_same_picture_mirrored() -> None:
    """Time runs to the left, and the labels stand on the right."""
    usual, turned = (gantt(road(), language=one).scene for one in ("en", "ar"))
    for one, other in zip(usual.boxes, turned.boxes, strict=True):
        assert other.x == pytest.approx(usual.width - one.x - one.width, abs=0.2)
        assert other.y == one.y


def test_rows_stand_by_stage_or_by_area() -> None:
    """Each group has its name; what belongs to none has one, too."""

    def groups(by: str) -> list[str]:
        return [
            " ".join(line.text for line in one.lines) for one in gantt(road(), by=by).scene.headings
        ]

    assert groups("stage") == [
        "Preparing January 2026 – June 2026", "Doing July 2026 – December 2027", "Across the stages",
    ]  # fmt: skip
    assert groups("area") == ["Stages", "Work", "Home", "In no policy area", "Meetings and reviews"]


@pytest.mark.parametrize("form", FORMS)
def test_it_is_drawn_in_every_form_and_always_the_same(form: str) -> None:
    """SVG, HTML, PNG and PDF come from the same scenes, with the same bytes each time."""
    assert gantt(road(), on=ON).render(form) == gantt(road(), on=ON).render(form)


def test_the_pdf_has_a_page_of_a3_for_each_and_tells_all() -> None:
    """Every label is found on it, and a screen reader is told every bar."""
    strategy = many(60)
    found = gantt(strategy, on=ON)
    pdf = found.render("pdf")
    pages = pdfs.read(pdf).pages
    assert len(pages) == len(found.pages) > 1
    for page in pages:
        sides = sorted(float(side) for side in page.mediabox[2:])
        assert sides == pytest.approx([297 * 72 / 25.4, 420 * 72 / 25.4], abs=0.5)
    said = pdfs.text(pdf)
    assert all(f"Activity {at}" in said for at in range(60))
    heard = {one.words for one in pdfs.heard(pdf)}
    assert {box.told for page in found.pages for box in page.boxes} <= heard


def test_no_hash_order_moves_anything() -> None:
    """Another Python process draws the same, whatever its hashes."""
    code = (
        "from roadmap.roads import road\nfrom toc.diagrams.gantt import gantt\n"
        "from toc.diagrams.scene import as_json\nfrom datetime import date\n"
        "print(as_json(gantt(road(), on=date(2026, 8, 20)).scene))"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONIOENCODING": "utf-8",
    }
    runs = {
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8",
                       env={**environment, "PYTHONHASHSEED": seed}, cwd=Path(__file__).parent.parent).stdout
        for seed in ("0", "7")
    }  # fmt: skip
    assert runs == {as_json(gantt(road(), on=ON).scene) + "\n"}


def test_what_cannot_be_drawn_is_said() -> None:
    """Nothing dated, a grouping that is not known, a form that is not known."""
    with pytest.raises(NothingToDrawError):
        gantt(Strategy.model_validate({"activities": {"a": "A"}}))
    with pytest.raises(UnknownNameError, match="stage, area"):
        gantt(road(), by="colour")
    with pytest.raises(UnknownNameError, match="A3, A4"):
        gantt(road(), paper="A9")
    with pytest.raises(UnknownNameError, match="html, pdf, png, svg"):
        gantt(road()).render("gif")


def test_an_axis_of_one_day_holds_it() -> None:
    """A day is wide enough to be seen, on the shortest axis and on the longest."""
    long = {"title": "Long", "period": "2000-01-01/2029-12-31"}
    scene = only(activities={"long": long, "a": {"title": "A", "period": "2026-05-05"}})
    assert next(box for box in scene.boxes if box.id.endswith("/a")).width >= 2
    assert isinstance(axis_over([], 0, 1), Axis)
