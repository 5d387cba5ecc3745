"""Overlays of what was asked: on every strategy, also on a wrong one, and never beside the sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from theories import strategies

from toc.diagrams.drafting import chart_of
from toc.diagrams.laying import Case, laid
from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.words import say


@pytest.mark.parametrize("name", ["dates", "gaps", "layering", "strength", "ways"])
def test_every_strategy_can_be_asked(name: str) -> None:
    """Whatever is drawn, all boxes are dressed, only what is there, and it can be said."""

    @given(strategies(min_nodes=1))
    def law(strategy: Strategy) -> None:
        graph = TheoryGraph(strategy)
        chart = chart_of(strategy, graph, language="en")
        overlay = laid(name, Case(strategy, graph, chart))
        assert overlay.boxes.keys() == {box.id for box in chart.boxes}
        assert overlay.arrows.keys() <= {arrow.key for arrow in chart.arrows}
        words = [overlay.title, *(key.words for key in overlay.keys)]
        assert all(say(one, language) for one in words for language in ("en", "ro"))

    law()


@pytest.mark.parametrize("name", ["dates", "gaps", "layering", "strength", "ways"])
def test_a_strategy_without_goals_has_a_title_all_the_same(name: str) -> None:
    """Nothing is asked for, and nothing stands out."""
    strategy = Strategy.model_validate({"activities": {"course": "A course"}})
    graph = TheoryGraph(strategy)
    chart = chart_of(strategy, graph, language="en")
    overlay = laid(name, Case(strategy, graph, chart))
    assert overlay.boxes["course"].muted
    assert say(overlay.title, "en")
