"""The evidence gap map as a matrix: what is known of each way, by shape and in words."""

from __future__ import annotations

from itertools import combinations

import pytest
import yaml
from diagrams.charts.sheets import frame, outside, overlapping, words_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from theories import strategies

from toc import Strategy
from toc.analysis.gap_map import evidence_gap_map
from toc.diagrams import palette
from toc.diagrams.matrix.gaps import gaps
from toc.diagrams.scene import Scene
from toc.errors import NothingToDrawError

lawful = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))

TOWN = """\
toc: 1
strategy: {id: town, title: A town, languages: [en]}
activities:
  later: {title: Talks}
  course: {title: A course}
outcomes:
  apply: {title: Staff apply it}
  trust: {title: People trust them}
goals:
  equal: {title: Equal access}
sources:
  study: {title: A study, kind: study, direction: supports}
  doubt: {title: A doubt, kind: study, direction: contradicts}
links:
  course -> apply: {because: they practise, evidence: strong, sources: [study, doubt]}
  apply -> equal: {because: procedures fit, evidence: limited, sources: [study]}
  later -> trust: {because: they meet, evidence: gap}
  trust -> equal: they come
"""


def town(text: str = TOWN) -> Strategy:
    """Read a small strategy."""
    return Strategy.model_validate(yaml.safe_load(text))


def drawn(strategy: Strategy, language: str = "en") -> Scene:
    """Draw its gaps."""
    return gaps(evidence_gap_map(strategy), strategy, "A town", language=language)


@lawful
@given(strategies(), st.sampled_from(["en", "ar"]))
def test_nothing_leaves_the_page_or_stands_upon_other_words(
    strategy: Strategy, language: str
) -> None:
    """Whatever the strategy; and no two cells share a place."""
    try:
        scene = drawn(strategy, language)
    except NothingToDrawError:
        return
    assert list(overlapping(scene)) == []
    assert list(outside(scene)) == []
    for one, other in combinations(scene.boxes, 2):
        assert (one.column, one.lane) != (other.column, other.lane)


def test_every_cell_is_told() -> None:
    """The best way's grade, how many sources all ways cite, and how many of them speak against."""
    assert [(one.lane, one.column, one.told) for one in drawn(town()).boxes] == [
        (0, 1, "“Talks” → “People trust them”: no evidence"),
        (0, 2, "“Talks” → “Equal access”: no evidence"),
        (1, 0, "“A course” → “Staff apply it”: strong evidence; 2 sources, 1 against"),
        (1, 2, "“A course” → “Equal access”: limited evidence; 2 sources, 1 against"),
    ]


def test_rows_stand_as_their_authors_listed_them_and_goals_last() -> None:
    """Nobody searches the alphabet for an activity whose place is known."""
    listed = [one.lines[1].text for one in drawn(town()).furniture if one.name == "listed"]
    assert listed == ["Staff apply it", "People trust them", "Equal access"]


def test_only_what_is_known_to_be_without_evidence_is_outlined() -> None:
    """What nobody has graded is a question mark, and no gap."""
    ungraded = town(TOWN.replace(", evidence: gap", ""))
    outlined = {one.kind: bool(one.outline.dash) for one in drawn(town()).boxes}
    assert outlined == {"gap": True, "strong": False, "limited": False}
    asked = [one for one in drawn(ungraded).boxes if one.kind == "unknown"]
    assert [one.marks[0].lines[0].text for one in asked] == ["?", "?"]
    assert not any(one.outline.dash for one in asked)


def test_grades_are_told_apart_without_colour() -> None:
    """The more is known, the larger the disc within its ring; without evidence it is empty."""
    reaches = {}
    for grade in ("limited", "moderate", "strong", "gap"):
        scene = drawn(town(TOWN.replace("evidence: strong", f"evidence: {grade}")))
        (cell,) = (one for one in scene.boxes if (one.lane, one.column) == (1, 0))
        discs = [one for one in cell.marks[0].figures[1:] if one.fill == palette.ON_TRACK_EDGE]
        reaches[grade] = [frame(one)[2] - frame(one)[0] for one in discs]
    assert reaches.pop("gap") == []
    assert sorted(reaches, key=reaches.__getitem__) == ["limited", "moderate", "strong"]
    assert len({tuple(one) for one in reaches.values()}) == 3


def test_signs_that_are_there_are_explained() -> None:
    """And no others."""
    keys = [one.lines[-1].text for one in drawn(town()).furniture if one.name == "key"]
    assert keys == [
        "strong evidence",
        "limited evidence",
        "no evidence",
        "somewhere along the best way there is no evidence",
        "some source speaks against it",
    ]


def test_it_speaks_romanian() -> None:
    """All that is ours is said in the picture's language."""
    said = [line.text for line in words_of(drawn(town(), "ro"))]
    assert "undeva pe cea mai bună cale nu există dovezi" in said


def test_without_a_way_there_is_nothing_to_draw() -> None:
    """A strategy without links has no map."""
    bare = town(TOWN.partition("links:")[0])
    with pytest.raises(NothingToDrawError, match="no activity leads to"):
        drawn(bare)
