"""Arrows that run against the way the map reads, fit it least, or leave out a level."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from toc.diagrams.overlay import Overlay
from toc.errors import MissingExtraError
from toc.words import say

Lay = Callable[..., Overlay]

CHAIN = {
    "people -> course": "They teach",
    "course -> learners": "They come",
    "learners -> speak": "They practise",
    "speak -> equal": "Barriers fall",
}


def told(overlay: Overlay) -> dict[str, str]:
    """Give what is told of the arrows of which anything is."""
    return {key: say(one.told, "en") for key, one in overlay.arrows.items() if one.told}


def test_a_map_that_reads_one_way_has_nothing_to_dress(lay: Lay) -> None:
    """Every arrow of a chain rises by one level and leaves none out."""
    overlay = lay("layering", changes={"links": CHAIN})
    assert told(overlay) == {}
    assert [say(key.words, "en") for key in overlay.keys] == ["nothing is said of it"]


def test_an_arrow_back_runs_against_the_map(lay: Lay) -> None:
    """Two ways lead up and one arrow leads down again, which nobody called a loop; its ends stay."""
    twice = {"people -> desk": "They sit", "desk -> visits": "Near", "visits -> speak": "They ask"}
    links = {**CHAIN, **twice, "speak -> people": "They join"}
    overlay = lay("layering", changes={"links": links})
    against = [key for key, one in told(overlay).items() if one.startswith("runs against")]
    assert against == ["speak -> people"]
    assert overlay.arrows["speak -> people"].tag == "!"
    assert not overlay.boxes["people"].muted


def test_a_loop_that_is_meant_is_not_against_it(lay: Lay) -> None:
    """An arrow that feeds back on purpose is left out, as in the analysis."""
    back = {"because": "They join", "feedback": "reinforcing"}
    overlay = lay("layering", changes={"links": {**CHAIN, "speak -> people": back}})
    assert told(overlay) == {}


def test_a_leap_is_told_also_where_it_fits_least(lay: Lay) -> None:
    """From the course straight to a goal beside a whole chain; and alone, where it fits."""
    overlay = lay("layering", changes={"links": {**CHAIN, "course -> equal": "Somehow"}})
    assert told(overlay)["course -> equal"] == "fits least, leaves out a level"
    alone = lay("layering", changes={"links": {"guide -> work": "It tells how"}})
    assert told(alone) == {"guide -> work": "leaves out a level"}
    assert say(alone.keys[0].words, "ro") == "sare peste un nivel"


def test_without_its_extra_it_says_what_it_needs(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message of the analysis passes through."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtraError, match="analysis"):
        lay("layering")
