"""A sheet that shows a part says what it shows and what it leaves out, in each language."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import strategies
from views.small import small

from toc.diagrams.chart import Chart
from toc.diagrams.drafting import Lanes, chart_of
from toc.diagrams.laying import OVERLAYS
from toc.diagrams.picture import ENGINES, Picture
from toc.diagrams.viewing import seen
from toc.errors import NothingToDrawError, UnknownNameError
from toc.graph import TheoryGraph
from toc.model import Strategy, View
from toc.shelves import Shelf
from toc.views import CHOICES, LANES


def drawn(strategy: Strategy, fields: dict[str, Any], *, name: str = "") -> Chart:
    """Draft what a view of a strategy shows."""
    graph = TheoryGraph(strategy)
    whole = chart_of(strategy, graph, language="en")
    return seen(whole, strategy, graph, View.model_validate(fields), name=name)


def test_the_whole_is_the_whole() -> None:
    """A view without conditions changes nothing: no assumption is dropped, nothing is said."""
    strategy = small()
    whole = chart_of(strategy, TheoryGraph(strategy), language="en")
    assert drawn(strategy, {}) == whole


WORDS: tuple[tuple[dict[str, Any], str, str, str, str], ...] = (
    (
        {"goal": "equal"},
        "What leads to “Equal access” · Theory of change",
        "Not on this sheet: 5 boxes, 5 arrows of the strategy",
        "Ce duce la „Acces egal” · Teoria schimbării",
        "Nu apar pe această foaie: 5 casete, 5 săgeți din strategie",
    ),
    (
        {"title": {"en": "The way", "ro": "Drumul"}, "goal": ["equal", "decent"]},
        "What leads to “Equal access”, “Decent work” · The strategy · Theory of change",
        "Not on this sheet: 1 box, 1 arrow of the strategy",
        "Ce duce la „Acces egal”, „Muncă decentă” · Strategia · Teoria schimbării",
        "Nu apar pe această foaie: 1 casetă, 1 săgeată din strategie",
    ),
    (
        {"area": "health", "goal": "equal"},
        "What leads to “Equal access”; of these, what belongs to “Health” · Theory of change",
        "Not on this sheet: 12 boxes, 13 arrows, 3 assumptions of the strategy",
        "Ce duce la „Acces egal”; dintre acestea, ce ține de „Sănătate” · Teoria schimbării",
        "Nu apar pe această foaie: 12 casete, 13 săgeți, 3 ipoteze din strategie",
    ),
    (
        {"fold": "services"},
        "“Services” as one box · Theory of change",
        "Within the folded boxes: 6 arrows, 2 assumptions",
        "„Servicii”, într-o singură casetă · Teoria schimbării",
        "În interiorul casetelor comune: 6 săgeți, 2 ipoteze",
    ),
    (
        {"goal": "equal", "fold": ["services", "empty"]},
        "What leads to “Equal access”; “Services” as one box · Theory of change",
        (
            "Not on this sheet: 5 boxes, 5 arrows of the strategy · "
            "Within the folded boxes: 6 arrows, 2 assumptions"
        ),
        "Ce duce la „Acces egal”; „Servicii”, într-o singură casetă · Teoria schimbării",
        (
            "Nu apar pe această foaie: 5 casete, 5 săgeți din strategie · "
            "În interiorul casetelor comune: 6 săgeți, 2 ipoteze"
        ),
    ),
)


@pytest.mark.parametrize(("fields", "shows", "lacks", "arata", "lipsesc"), WORDS)
def test_every_twin_says_what_it_shows_and_what_not(
    fields: dict[str, Any], shows: str, lacks: str, arata: str, lipsesc: str
) -> None:
    """Both languages of a sheet say it, each in its plurals."""
    chart = drawn(small(), fields)
    twin = chart.spoken("ro")
    assert (chart.subtitle, chart.left_out) == (shows, lacks)
    assert (twin.subtitle, twin.left_out) == (arata, lipsesc)


def test_romanian_counts_beyond_nineteen_with_de() -> None:
    """„30 de casete”, as everybody says it."""
    outputs = {f"output_{at}": f"Output {at}" for at in range(20)}
    chart = drawn(small(outputs=outputs, links={"money -> academy": "It pays"}), {"tag": "deed"})
    assert "30 de casete, 1 săgeată, 3 ipoteze" in chart.spoken("ro").left_out


def test_a_view_without_a_title_is_called_as_it_is_asked_for() -> None:
    """Its name in the file is better than none, and the strategy's stands below."""
    chart = drawn(small(), {"tag": "deed"}, name="deeds")
    assert chart.title == "deeds"
    assert chart.subtitle == "What is tagged “deed” · The strategy · Theory of change"


def test_the_sheet_and_whoever_reads_it_aloud_say_what_is_left_out() -> None:
    """It stands under the title, readable, and comes first in the telling."""
    scene = Picture(drawn(small(), {"goal": "equal"})).scene
    title = next(item for item in scene.furniture if item.name == "title")
    (line,) = [line for line in title.lines if line.text.startswith("Not on this sheet")]
    above = max(line.y for line in title.lines if line.text.startswith("What leads"))
    assert line.size == 9
    assert above < line.y < min(heading.lines[0].y for heading in scene.headings)
    assert scene.told.startswith("Not on this sheet: 5 boxes, 5 arrows of the strategy. Theory")


def test_the_sheet_of_the_whole_leaves_no_room_for_it() -> None:
    """A sheet that shows everything looks as it always did."""
    scene = Picture(drawn(small(), {})).scene
    part = Picture(drawn(small(), {"tag": "deed"})).scene
    assert not any("Not on" in line.text for item in scene.furniture for line in item.lines)
    assert part.headings[0].lines[0].y > scene.headings[0].lines[0].y


def test_only_critical_assumptions_are_listed_and_badged() -> None:
    """A badge of another assumption on the same arrow would have no row."""
    scene = Picture(drawn(small(), {"critical": "all"})).scene
    assert [badge.number for badge in scene.badges] == [1, 2]


def test_a_part_of_an_area_that_is_folded_too_stays_apart() -> None:
    """The wider area's box does not swallow it."""
    clinic = {"title": "Clinic", "area": "health"}
    activities = {
        "academy": {"title": "Academy", "area": "services"},
        "clinic": clinic,
        "x": clinic,
    }
    chart = drawn(small(activities=activities, pilots={}), {"fold": ["services", "health"]})
    assert {box.id: box.holds for box in chart.boxes if box.holds} == {"health": 2, "services": 6}


def test_what_cannot_be_shown_is_told() -> None:
    """Nothing is drawn where nothing is left, or where a name is wrong."""
    with pytest.raises(NothingToDrawError):
        drawn(small(), {"tag": "blue"})
    with pytest.raises(UnknownNameError):
        drawn(small(), {"fold": "nowhere"})


@given(strategies(min_nodes=1, clean=True), st.data())
def test_everything_is_on_the_sheet_or_counted(strategy: Strategy, data: st.DataObject) -> None:
    """What a view shows and what it says to leave out make up the strategy."""
    graph = TheoryGraph(strategy)
    whole = chart_of(strategy, graph, language="en")
    node = data.draw(st.sampled_from(sorted(graph.nodes)))
    chart = seen(whole, strategy, graph, View.model_validate({"upstream": node}))
    words = chart.left_out.replace(" of the strategy", "").removeprefix("Not on this sheet: ")
    counted = {
        part.split()[1].rstrip("s"): int(part.split()[0]) for part in words.split(", ") if part
    }
    said = {name.removesuffix("e"): count for name, count in counted.items()}
    assert len(chart.boxes) + said.get("box", 0) == len(whole.boxes)
    assert len(chart.arrows) + said.get("arrow", 0) == len(whole.arrows)
    assert len(chart.notes) + said.get("assumption", 0) == len(whole.notes)


@pytest.mark.parametrize(("field", "shelf"), [("layout", ENGINES), ("overlay", OVERLAYS)])
def test_a_file_may_name_every_layout_and_overlay_that_there_is(field: str, shelf: Shelf) -> None:
    """Rules stand below pictures and cannot look into their folders: both must say the same."""
    assert CHOICES[field] == tuple(shelf)


def test_a_file_may_name_lanes_as_people_do_and_pictures_know_them() -> None:
    """Areas or area: both mean the lanes that a picture calls by one name."""
    assert set(LANES.values()) == set(get_args(Lanes))
