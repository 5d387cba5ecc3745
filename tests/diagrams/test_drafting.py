"""From a strategy to its chart: columns, lanes, words, numbers."""

from __future__ import annotations

from typing import Any

import pytest

from toc.diagrams.chart import Chart
from toc.diagrams.drafting import Lanes, chart_of
from toc.diagrams.drafting.levels import columns_of
from toc.diagrams.picture import picture_of
from toc.graph import TheoryGraph
from toc.model import Strategy

WHOLE: dict[str, Any] = {
    "strategy": {
        "title": {"ro": "Strategia", "en": "The strategy"},
        "languages": ["ro", "en"],
        "status": "draft",
        "version": "0.3",
        "period": "2026-01/2028-12",
        "place": {"name": "Timiș", "nuts": "RO424"},
    },
    "areas": {"services": "Services", "work": "Work", "empty": "Nothing here"},
    "stakeholders": {"prefect": "The prefect", "migrants": {"title": "Migrants"}},
    "inputs": {"people": "Resource persons"},
    "activities": {"academy": {"title": "Academy", "area": "Services", "accountable": "prefect"}},
    "outputs": {"graduates": {"title": "150 graduates", "short": {"ro": "Absolvenți"}}},
    "outcomes": {
        "apply": {"title": "Staff apply it", "horizon": "short", "for": ["migrants"]},
        "later": {"title": "It lasts", "requires": "all"},
        "alone": "Something of its own",
    },
    "goals": {"equal": {"title": "Equal access", "area": "work", "requires": 2}},
    "factors": {
        "turnover": {"title": "Staff leave", "kind": "barrier"},
        "envy": {"title": "Envy", "kind": "unintended"},
        "weather": "Weather",
    },
    "assumptions": {
        "time": {"title": "Managers give time", "status": "doubtful"},
        "trust": {"title": "People trust"},
        "unused": "Nobody needs this",
    },
    "links": {
        "people -> academy": "They teach",
        "academy -> graduates": {"because": "Modules are held", "assuming": ["TIME", "trust"]},
        "graduates -> apply": {"because": "They have practised", "assuming": "time"},
        "apply -> later": "It is a habit",
        "later, apply -> equal": "Barriers fall",
        "turnover -> apply": {"because": "Those who learned go", "role": "hinders"},
        "academy -> envy": "Some are left out",
        "equal -> people": {"because": "Success attracts", "feedback": "reinforcing"},
    },
}


def chart(language: str = "en", lanes: Lanes = "area", **changes: Any) -> Chart:
    """Draft the strategy above, with some sections changed."""
    strategy = Strategy.model_validate({**WHOLE, **changes})
    return chart_of(strategy, TheoryGraph(strategy), language=language, lanes=lanes)


def level_of(drawn: Chart, box: str) -> str:
    """Tell in which level a box stands."""
    return next(drawn.columns[one.column].level for one in drawn.boxes if one.id == box)


def lane_of(drawn: Chart, box: str) -> str:
    """Tell in which lane a box stands."""
    return next(drawn.lanes[one.lane].title for one in drawn.boxes if one.id == box)


def test_columns_run_from_inputs_to_goals_and_empty_ones_vanish() -> None:
    """There are no needs and no long-term outcomes, so there are no such columns."""
    levels = [column.level for column in chart().columns]
    assert levels == ["input", "activity", "output", "short", "medium", "goal"]


@pytest.mark.parametrize(
    ("box", "level"),
    [
        ("people", "input"),
        ("graduates", "output"),
        ("apply", "short"),
        ("later", "medium"),
        ("alone", "medium"),
        ("turnover", "output"),
        ("envy", "output"),
    ],
)
def test_a_box_stands_in_its_level(box: str, level: str) -> None:
    """Undated outcomes follow their causes; outer factors stand just before their effect."""
    assert level_of(chart(), box) == level


def test_a_strategy_of_factors_alone_has_one_column() -> None:
    """Where nothing else has a level, factors have one of their own."""
    strategy = Strategy.model_validate({"factors": {"a": "A", "b": "B"}, "links": {"a -> b": "so"}})
    levels, columns = columns_of(TheoryGraph(strategy))
    assert levels == ("factor",)
    assert set(columns.values()) == {0}


def test_lanes_follow_the_areas_and_empty_ones_vanish() -> None:
    """Lanes stand in the authors' order; what has no area follows causes, then effects."""
    drawn = chart()
    assert [lane.title for lane in drawn.lanes] == ["Services", "Work", "Cross-cutting"]
    assert lane_of(drawn, "academy") == "Services"
    assert lane_of(drawn, "later") == "Services"
    assert lane_of(drawn, "people") == "Services"
    assert lane_of(drawn, "equal") == "Work"
    assert lane_of(drawn, "alone") == "Cross-cutting"


def test_lanes_may_be_stakeholders_or_nothing() -> None:
    """A measure stands with who answers for it, an outcome with those in whom it changes."""
    drawn = chart(lanes="stakeholder")
    assert lane_of(drawn, "academy") == "The prefect"
    assert lane_of(drawn, "apply") == "Migrants"
    assert chart(lanes="none").lanes == ()


def test_words_are_the_languages_own() -> None:
    """Titles are said in the language asked for, the shorter label where there is one."""
    labels = {box.id: box.label for box in chart("ro").boxes}
    assert labels["graduates"] == "Absolvenți"
    assert chart("ro").title == "Strategia"
    assert chart("en").title == "The strategy"


def test_boxes_stand_alike_in_every_language() -> None:
    """Two people with sheets in two languages point at the same place."""
    orders = []
    for language in ("ro", "en"):
        strategy = Strategy.model_validate(WHOLE)
        scene = picture_of(strategy, TheoryGraph(strategy), language=language).scene
        orders.append([(box.id, box.x, box.y, box.width, box.height) for box in scene.boxes])
    assert orders[0] == orders[1]


def test_a_second_language_stands_smaller_beneath() -> None:
    """A sheet for a mixed meeting says each label twice, and once where both are the same."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"languages": ["ro", "en"]},
            "goals": {"equal": {"title": {"ro": "Acces egal", "en": "Equal access"}}, "x": "Timiș"},
        }
    )
    scene = picture_of(strategy, TheoryGraph(strategy), language="ro", second="en").scene
    said = {box.id: [(line.text, line.size) for line in box.lines] for box in scene.boxes}
    assert said == {"equal": [("Acces egal", 11.0), ("Equal access", 8.5)], "x": [("Timiș", 11.0)]}


def test_assumptions_keep_their_numbers() -> None:
    """Numbers follow the authors' list, so that a view shows the same number as the whole."""
    drawn = chart()
    assert [(note.number, note.state) for note in drawn.notes] == [
        (1, "doubtful"),
        (2, "untested"),
        (3, "untested"),
    ]
    assert drawn.notes[0].place == "Academy › Absolvenți and 1 more"
    assert drawn.notes[2].place == "on no arrow"
    assuming = {arrow.key: arrow.assuming for arrow in drawn.arrows}
    assert assuming["academy -> graduates"] == (1, 2)


def test_a_link_with_two_causes_is_two_arrows() -> None:
    """Every arrow has a key of its own, also when a pair is said twice."""
    links = {**WHOLE["links"], "apply -> equal": "Said again"}
    keys = [arrow.key for arrow in chart(links=links).arrows]
    assert {"later -> equal", "apply -> equal", "apply -> equal (2)"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_gates_hindrances_and_feedback_are_kept() -> None:
    """What the authors said of how causes combine and how a link works is shown."""
    drawn = chart()
    assert {box.id: box.gate for box in drawn.boxes if box.gate} == {"later": "all", "equal": 2}
    assert [arrow.cause for arrow in drawn.arrows if arrow.hinders] == ["turnover"]
    assert [arrow.cause for arrow in drawn.arrows if arrow.feedback] == ["equal"]
    kinds = {box.id: box.kind for box in drawn.boxes}
    assert (kinds["turnover"], kinds["envy"], kinds["weather"]) == (
        "barrier",
        "unintended",
        "factor",
    )


@pytest.mark.parametrize(
    ("terms", "headings"),
    [
        ("ro-logframe", {"output": "Rezultate", "short": "Efecte"}),
        (
            {"output": "Livrabile", "outcome": "Schimbări"},
            {"output": "Livrabile", "short": "Schimbări"},
        ),
    ],
)
def test_headings_use_the_strategys_own_words(terms: object, headings: dict[str, str]) -> None:
    """In a logframe *rezultate* are the outputs; authors may name the kinds themselves."""
    drawn = chart("ro", strategy={**WHOLE["strategy"], "terms": terms})
    for column in drawn.columns:
        if column.level in headings:
            assert column.title.startswith(headings[column.level])
        assert column.definition


def test_the_sheet_says_which_state_it_shows() -> None:
    """Place and period stand below the title; version, status and language in the footer."""
    drawn = chart("en")
    assert drawn.subtitle == "Theory of change · Timiș (RO424) · 2026–2028"
    assert drawn.footer[:3] == ("version 0.3", "draft", "English")
    assert "labels are not translated" in drawn.footer[3]


def test_an_empty_strategy_can_be_drawn() -> None:
    """Whoever has written nothing yet sees an empty sheet and no error."""
    strategy = Strategy.model_validate({})
    assert picture_of(strategy, TheoryGraph(strategy)).scene.boxes == ()


def test_the_order_of_a_file_changes_no_byte() -> None:
    """Nodes and links may be written in any order; areas and assumptions keep theirs."""
    turned = {
        name: dict(reversed(section.items()))
        for name, section in WHOLE.items()
        if name in {"inputs", "activities", "outputs", "outcomes", "goals", "factors", "links"}
    }
    one, other = (Strategy.model_validate({**WHOLE, **change}) for change in ({}, turned))
    drawn = [picture_of(each, TheoryGraph(each)).render("svg") for each in (one, other)]
    assert drawn[0] == drawn[1]
