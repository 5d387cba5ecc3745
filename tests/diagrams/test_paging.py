"""Pages: what one sheet cannot hold in readable type stands on several, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane, Note
from toc.diagrams.paging import Fit, pages_of
from toc.diagrams.paging.fit import hopeless
from toc.diagrams.paging.pages import By

LEVELS = ("input", "activity", "output", "short", "medium", "long", "goal")


def chart_of(boxes: int, columns: int, lanes: int, notes: int = 0) -> Chart:
    """Make a chart whose boxes lead to the next level, one assumption on each arrow."""
    placed = [
        Box(f"b{at}", "goal" if at % columns == columns - 1 else "output", f"Box {at}",
            at % columns, at % max(1, lanes))
        for at in range(boxes)
    ]  # fmt: skip
    arrows = [
        Arrow(f"a{at}", f"b{at}", f"b{at + 1}", assuming=(at % notes + 1,) if notes else ())
        for at in range(boxes - 1)
        if placed[at].column < placed[at + 1].column
    ]
    return Chart(
        "Whole",
        tuple(Column(level, level.title()) for level in LEVELS[:columns]),
        tuple(placed),
        tuple(arrows),
        lanes=tuple(Lane(str(at), f"Lane {at}") for at in range(lanes)),
        notes=tuple(Note(number, "untested", f"Note {number}") for number in range(1, notes + 1)),
    )


def narrow(chart: Chart) -> Fit:
    """Say that a sheet holds four levels of five boxes, and three assumptions beside them."""
    columns = [box.column for box in chart.boxes]
    deepest = max((columns.count(at) for at in set(columns)), default=0)
    table = len(chart.notes) / 10 if chart.tabled else 0.0
    return Fit(len(chart.columns) / 4, deepest / 5 + table)


def same(chart: Chart) -> Chart:
    """Take the whole for its overview."""
    return chart


def paged(chart: Chart, by: By = "lane") -> tuple[Chart, ...]:
    """Part a chart by the sheet above."""
    return pages_of(chart, narrow, same, by=by)


def test_what_fits_is_one_page() -> None:
    """Nobody turns a page without need."""
    (page,) = paged(chart_of(12, 4, 2))
    assert page.page == (1, 1)
    assert page.title == "Whole"


def test_the_assumptions_move_to_a_sheet_of_their_own_before_the_picture_is_cut() -> None:
    """A picture that fits without its table stays whole."""
    first, *tables = paged(chart_of(16, 4, 2, notes=12))
    assert (first.title, first.tabled, len(first.boxes)) == ("Whole", False, 16)
    assert [note.number for sheet in tables for note in sheet.notes] == list(range(1, 13))
    assert all(not sheet.boxes for sheet in tables)
    assert [page.page for page in (first, *tables)] == [(1, 3), (2, 3), (3, 3)]


def test_lanes_that_fit_together_share_a_page() -> None:
    """Three lanes of two boxes each level are a page and a half."""
    first, *pages = paged(chart_of(24, 4, 3))
    assert [page.title for page in pages] == ["Lane 0, Lane 1", "Lane 2"]
    assert first.left_out == "on the pages that follow: 2 Lane 0, Lane 1 · 3 Lane 2"


def test_what_a_view_leaves_out_is_said_once_of_all_its_pages() -> None:
    """The count is of the whole view: upon a part of it, or upon a table, it would be wrong."""
    first, *others = paged(replace(chart_of(24, 4, 3, notes=12), left_out="Not here: 5 boxes"))
    assert first.left_out.startswith("Not here: 5 boxes · on the pages that follow: 2 Lane 0")
    assert len(others) > 2
    assert {page.left_out for page in others} == {""}


def test_a_part_that_is_too_wide_is_cut_at_a_level_that_stands_on_both_pages() -> None:
    """Whoever turns the page finds the last boxes again."""
    _, left, right = paged(chart_of(7, 7, 1))
    assert left.title == "Lane 0: from Input to Short"
    assert right.title == "Lane 0: from Short to Goal"
    shared = {box.id for box in left.boxes} & {box.id for box in right.boxes}
    assert shared == {"b3"}


def test_pages_can_be_for_goals() -> None:
    """Each goal has a page with all that leads to it."""
    chart = chart_of(32, 4, 2)
    _, *pages = paged(chart, "goal")
    goals = [box.label for box in chart.boxes if box.kind == "goal"]
    assert sorted(page.title for page in pages) == sorted(goals)
    assert {len(page.boxes) for page in pages} == {4}


def test_what_leads_to_no_goal_has_a_page_too() -> None:
    """A page by goal leaves nothing out."""
    chart = replace(chart_of(24, 4, 2), arrows=())
    *_, rest = paged(chart, "goal")
    assert rest.title.startswith("Other parts of the theory") or len(rest.boxes) == 1
    seen = {box.id for page in paged(chart, "goal")[1:] for box in page.boxes}
    assert seen == {box.id for box in chart.boxes}


def test_a_box_that_fits_nowhere_has_a_page_of_its_own() -> None:
    """Cutting ends with a single box, whatever its label says."""
    chart = chart_of(6, 3, 2)
    pages = pages_of(chart, lambda _: Fit(2.0, 2.0), same)
    assert [len(page.boxes) for page in pages[1:]] == [1] * 6


def test_a_page_that_cannot_fit_is_not_laid_out() -> None:
    """A level of 100 boxes needs no layout to be found too high for A3."""
    assert hopeless(chart_of(700, 7, 1))
    assert not hopeless(chart_of(49, 7, 1))


@given(
    st.integers(0, 60),
    st.integers(1, 7),
    st.integers(0, 4),
    st.integers(0, 12),
    st.sampled_from(["lane", "goal"]),
)
def test_nothing_is_lost(boxes: int, columns: int, lanes: int, notes: int, by: By) -> None:
    """Every box stands on a page, every assumption in a table, and every page is readable."""
    chart = chart_of(boxes, columns, lanes, notes)
    pages = paged(chart, by)
    parts = pages if len(pages) == 1 or (pages[0].title == "Whole" and not pages[0].left_out) else pages[1:]  # fmt: skip
    assert {box.id for page in parts for box in page.boxes} == {box.id for box in chart.boxes}
    tabled = {note.number for page in pages if page.tabled for note in page.notes}
    assert tabled == {note.number for note in chart.notes}
    assert all(narrow(page) or len(page.boxes) <= 1 for page in parts)
    assert [page.page for page in pages] == [(at, len(pages)) for at in range(1, len(pages) + 1)]
