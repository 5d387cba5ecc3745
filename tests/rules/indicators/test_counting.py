"""How many indicators are too many, and what an indicator may be named by."""

from __future__ import annotations

import pytest

from toc.findings import KEY, Route
from toc.model import Strategy
from toc.rulebook import examine, find_rule


def _routes(rule: str, strategy: Strategy) -> list[Route]:
    return [one.route for one in examine(strategy, rules=[find_rule(rule)])]


@pytest.mark.parametrize(("count", "told"), [(40, []), (41, [("strategy", KEY)])])
def test_more_than_forty_in_all_are_told_of_once(count: int, told: list[Route]) -> None:
    """However they are spread over the nodes."""
    indicators = {f"i{number}": {"title": "T", "of": f"o{number}"} for number in range(count)}
    outcomes = {f"o{number}": "O" for number in range(count)}
    strategy = Strategy.model_validate({"outcomes": outcomes, "indicators": indicators})
    assert _routes("indicators-too-many", strategy) == told


def test_a_node_is_counted_once_for_an_indicator_however_it_is_spelled() -> None:
    """Ids are compared without regard to case, and a misspelled one is the one that was meant."""
    names = ["informed", "INFORMED", "informd", "nobody"]
    many = {f"i{number}": {"title": "T", "of": names} for number in range(3)}
    strategy = Strategy.model_validate({"outcomes": {"informed": "O"}, "indicators": many})
    assert _routes("indicators-too-many", strategy) == []
    assert _routes("indicator-shared-by-many", strategy) == []
    more = Strategy.model_validate(
        {"outcomes": {"informed": "O"}, "indicators": {**many, "i4": {"of": ["Informed"]}}}
    )
    assert _routes("indicators-too-many", more) == [("outcomes", "informed", KEY)]


@pytest.mark.parametrize("name", ["rent", "RENT", "rentt"])
@pytest.mark.parametrize("place", ["factors", "assumptions"])
def test_an_indicator_that_something_else_names_is_of_that(name: str, place: str) -> None:
    """A factor watches it, or an assumption is tested by it, also in other letters."""
    entry = {"title": "T", "watch" if place == "factors" else "test": [name]}
    indicators = {"rent": {"title": "R", "source": "S"}, "idle": {"title": "I", "source": "S"}}
    strategy = Strategy.model_validate({place: {"one": entry}, "indicators": indicators})
    assert _routes("indicator-of-nothing", strategy) == [("indicators", "idle", KEY)]


@pytest.mark.parametrize(
    ("nuts", "is_county"),
    [("RO424", True), ("ro424", True), ("ITC4C", True), ("DE300", False), ("RO42", False)],
)
def test_only_a_county_that_is_not_the_whole_region_is_too_small(
    nuts: str, *, is_county: bool
) -> None:
    """Where the code ends in 0, the region is one county, and has figures of its own."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"languages": ["en"], "place": {"nuts": nuts}},
            "indicators": {"jobs": {"title": "T", "source": "EU-SILC 2026"}},
        }
    )
    assert bool(_routes("source-too-coarse", strategy)) == is_county
