"""Overlays by name, and what a later module has to bring."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from toc.diagrams.laying import OVERLAYS, Case, laid
from toc.diagrams.overlay import Overlay
from toc.diagrams.picture import Picture
from toc.diagrams.readings import DRESSES, STANDINGS, STROKES, Reading, overlay_of
from toc.diagrams.sheet import compose
from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.words import LANGUAGES, Message, say

MakeCase = Callable[..., Case]


def test_the_shelf_holds_what_is_promised() -> None:
    """Overlays are found by looking in their folder, and each says what it shows."""
    assert set(OVERLAYS) >= {"pilots", "chain", "assumptions", "findings", "stages", "data"}
    assert all(isinstance(OVERLAYS[name].ABOUT, Message) for name in OVERLAYS)


@pytest.mark.parametrize("name", OVERLAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves(case: MakeCase, name: str, language: str) -> None:
    """Beneath each overlay boxes and arrows stand where they stand without."""
    asked = case(language, readings={"course": Reading("behind", "17 of 80", 0.2)})
    layout = Picture(asked.chart).layout
    usual = compose(asked.chart, layout)
    dressed = compose(asked.chart, layout, laid(name, asked))
    assert [(box.id, box.x, box.y, box.width, box.height) for box in dressed.boxes] == [
        (box.id, box.x, box.y, box.width, box.height) for box in usual.boxes
    ]
    assert [arrow.line.path for arrow in dressed.arrows] == [
        arrow.line.path for arrow in usual.arrows
    ]
    assert dressed.height >= usual.height
    assert any(piece.name == "laid-over" for piece in dressed.furniture)


def test_an_overlay_speaks_the_picture_s_language(case: MakeCase) -> None:
    """One overlay is enough for all languages: its words are said when it is drawn."""
    asked = case("en")
    overlay = laid("assumptions", asked)
    layout = Picture(asked.chart).layout
    told = {
        language: compose(replace(asked.chart, language=language), layout, overlay).told
        for language in LANGUAGES
    }
    assert "its weakest assumption: failed" in told["en"]
    assert "cea mai slabă ipoteză a sa: infirmată" in told["ro"]


def test_an_unknown_overlay_tells_what_was_meant(case: MakeCase) -> None:
    """Whoever misspells one hears its name; whoever asks for anything hears what there is."""
    with pytest.raises(UnknownNameError, match="did you mean “pilots”"):
        laid("pilot", case())
    with pytest.raises(UnknownNameError, match="there are: assumptions, chain, data, dates"):
        laid("weather", case())


def test_a_module_of_somebody_else_is_an_overlay(
    case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Monitoring is one module with two names in it: no other file is edited."""
    room = tmp_path / "later_overlays"
    room.mkdir()
    (room / "__init__.py").write_text("")
    (room / "monitoring.py").write_text(
        "from toc.diagrams.readings import Reading, overlay_of\n"
        "from toc.words import Message\n"
        'ABOUT = Message("how far each measure is")\n'
        "def lay(case):\n"
        '    found = {key: Reading("behind", "17 of 80", 0.2) for key in case.strategy.outputs}\n'
        '    return overlay_of("monitoring", Message("Progress"), found, case.chart)\n'
    )
    monkeypatch.setattr("toc.diagrams.laying.OVERLAYS", Shelf("later_overlays", home=str(tmp_path)))
    monkeypatch.setattr(sys, "path", [*sys.path])
    overlay = laid("monitoring", case())
    assert overlay.boxes["learners"].sign == "exclamation"
    assert say(overlay.boxes["learners"].told, "en") == "behind, 17 of 80"
    assert overlay.boxes["course"].muted


def test_every_standing_can_be_shown(case: MakeCase) -> None:
    """Progress, single points of failure and changes: on boxes and on arrows, each explained."""
    chart = case().chart
    boxes, arrows = [box.id for box in chart.boxes], [arrow.key for arrow in chart.arrows]
    assert set(DRESSES) == set(STROKES) == set(STANDINGS)
    for standing in STANDINGS:
        readings = {boxes[0]: Reading(standing), arrows[0]: Reading(standing)}
        overlay = overlay_of("x", "X", readings, chart)
        words = [say(key.words, "en") for key in overlay.keys]
        assert words == [say(STANDINGS[standing], "en")] * 2 + ["nothing is said of it"]
        scene = compose(chart, Picture(chart).layout, overlay)
        told = say(STANDINGS[standing], "en")
        said = [*(box.told for box in scene.boxes), *(arrow.told for arrow in scene.arrows)]
        assert sum(f"; {told}" in one for one in said) == 2


def test_badges_stand_back_with_their_arrows(case: MakeCase) -> None:
    """Where arrows are read, an assumption that none of these rests on stands back."""
    asked = case(readings={"visits -> apply": Reading("certain")})
    badges = laid("data", asked).badges
    assert {number for number, stamp in badges.items() if not stamp.muted} == {3}
    assert laid("data", case(readings={"course": Reading("behind")})).badges == {}


def test_what_was_removed_is_struck_through(case: MakeCase) -> None:
    """On a chart of two versions each line of a removed box's label is crossed out."""
    asked = case(readings={"course": Reading("removed"), "desk": Reading("added")})
    scene = compose(asked.chart, Picture(asked.chart).layout, laid("data", asked))
    marks = {box.id: [mark.name for mark in box.marks] for box in scene.boxes}
    assert "struck" in marks["course"]
    assert "struck" not in marks["desk"]


def test_a_share_is_drawn_as_it_is(case: MakeCase) -> None:
    """A bar is as full as what is reached; more than all of it does not run over."""
    asked = case(
        readings={
            "course": Reading("behind", share=0.25),
            "desk": Reading("achieved", share=1.7),
            "guide": Reading("far-behind", share=0.0),
        }
    )
    scene = compose(asked.chart, Picture(asked.chart).layout, laid("data", asked))
    full = {}
    for box in scene.boxes:
        for mark in box.marks:
            if mark.name == "share":
                widths = [figure.path[1][1][0] - figure.path[0][1][0] for figure in mark.figures]
                full[box.id] = widths[1] / widths[0] if len(widths) > 1 else 0.0
    assert full == {"course": pytest.approx(0.25, abs=0.01), "desk": 1.0, "guide": 0.0}


def test_what_is_read_of_nothing_on_the_chart_is_passed_over(case: MakeCase) -> None:
    """A reading about something that this sheet does not show changes nothing."""
    overlay = laid("data", case(readings={"nowhere": Reading("behind")}))
    assert "nowhere" not in overlay.boxes
    assert isinstance(overlay, Overlay)
