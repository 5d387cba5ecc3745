"""Growth comes out in every published digit.

The numbers are those of Open SDG's own tests and documentation: sdg-build, commit 139fede,
tests/assets/progress-calculation and sdg/ProgressMeasure.py; open-sdg, commit 26d2e38,
docs/progress-methodology.md (Statistics Canada's method, after Eurostat 2021).  Those that
are derived were recomputed independently from the same formulas.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from monitoring.watched import stand

from toc.monitoring.growth import Growth, Sense, growth


class Case(NamedTuple):
    """A series, and what is published or derived of it."""

    base: float
    begin: int
    value: float
    year: int
    sense: Sense
    target: tuple[float, int] | None
    limit: float | None
    standing: str
    measure: float
    score: float


CASES = {
    "sdg_build 3-3-3": Case(
        1.55, 2015, 1.82, 2019, -1, (0.001, 2030), None,
        "far-behind", -0.1057876713820222, -2.940785490347472,
    ),
    "rising": Case(
        100, 2015, 110, 2020, 1, (130, 2030), None,
        "on-track", 1.0906817799470192, 3.504930885983563,
    ),
    "falling": Case(
        20, 2015, 15, 2020, -1, (10, 2030), None,
        "on-track", 1.2381415981688315, 4.558221621560147,
    ),
    "without a target": Case(
        50, 2015, 50.9, 2020, 1, None, None,
        "far-behind", 0.0035743564563737174, -0.7128217718131413,
    ),
    "near its limit": Case(
        95, 2015, 95.6, 2020, 1, None, 100,
        "behind", 0.0012599787985203559, 0.29658975272633104,
    ),
}  # fmt: skip


def grown(case: Case) -> Growth:
    """Reckon the growth of a case."""
    target = None if case.target is None else (case.target[0], case.target[1] - case.begin)
    found = growth(
        case.base,
        case.value,
        case.year - case.begin,
        case.sense,
        target=target,
        limit=case.limit,
    )
    assert found is not None
    return found


@pytest.mark.parametrize("name", CASES)
def test_every_published_digit(name: str) -> None:
    """The measure and the score, equal and not only near."""
    case, found = CASES[name], grown(CASES[name])
    measure = found.rate if found.ratio is None else found.ratio
    assert (measure, found.score) == (case.measure, case.score)


@pytest.mark.parametrize("name", CASES)
def test_an_indicator_with_this_series_stands_as_published(name: str) -> None:
    """The same through a strategy: deterioration is far behind, moderate is behind."""
    case = CASES[name]
    found = stand(
        baseline={str(case.begin): case.base},
        actual={str(case.year): case.value},
        target=None if case.target is None else {str(case.target[1]): case.target[0]},
        direction="up" if case.sense > 0 else "down",
        limit=case.limit,
        progress="cagr",
        on=date(case.year, 12, 31),
    )
    assert (found.standing, found.score) == (case.standing, case.score)
    assert found.away == (case.measure < 0)


def test_a_target_of_nothing_is_taken_as_a_thousandth() -> None:
    """As published: nothing can grow from nothing, or to it."""
    case = CASES["sdg_build 3-3-3"]
    assert grown(case._replace(target=(0, 2030))) == grown(case)


TRAPS = [
    (100, 66.6667, 5, -1, (0, 15), 0.14536397803160064),
    (100, 66.6667, 5, -1, (1, 15), 0.294646166497921),
    (20, 50, 5, 1, (80, 10), 1.3525666372398104),
    (80, 50, 5, -1, (20, 10), 0.6930729153514626),
    (12, 9, 4, -1, (6, 8), 0.836126765416194),
    (88, 91, 4, 1, (94, 8), 1.0165556858477725),
]


@pytest.mark.parametrize(("base", "value", "years", "sense", "target", "ratio"), TRAPS)
def test_growth_calls_a_straight_line_early_or_late(
    base: float,
    value: float,
    years: float,
    sense: Sense,
    target: tuple[float, float],
    ratio: float,
) -> None:
    """Each lies exactly on its line, and its ratio is anything: hence path is the default."""
    found = growth(base, value, years, sense, target=target)
    assert found is not None
    assert found.ratio == ratio


def test_the_same_fact_said_twice_grows_differently() -> None:
    """Unemployment from 12 to 6 and employment from 88 to 94: halfway both, by path 1 each."""
    for start, value, end in ((12, 9, 6), (88, 91, 94)):
        found = stand(
            baseline={"2020": start}, actual={"2024": value}, target={"2028": end},
            on=date(2025, 1, 1),
        )  # fmt: skip
        assert found.ratio == 1.0


@pytest.mark.parametrize(
    ("base", "value", "target"),
    [(5, -1, (10, 4)), (5, 6, (-10, 4)), (-5, 1, (10, 4)), (1e-300, 1e300, (2, 4))],
)
def test_what_cannot_be_reckoned_is_not(
    base: float, value: float, target: tuple[float, float]
) -> None:
    """Across nothing there is no growth, and beyond all numbers there is none either."""
    assert growth(base, value, 0.001, 1, target=target) is None


def test_nothing_that_stays_nothing_has_not_grown_and_not_shrunk() -> None:
    """From 0 to 0 is a growth of 0."""
    found = growth(0, 0, 2, 1, target=(10, 4))
    assert found is not None
    assert (found.rate, found.ratio) == (0, 0)


def test_below_nothing_less_is_further_down() -> None:
    """From -10 to -20 is no growth, though the quotient is 2."""
    found = growth(-10, -20, 2, 1, target=(-5, 4))
    assert found is not None
    assert found.rate < 0


def test_scores_end_at_five() -> None:
    """The best and the worst, with a target and without."""
    for target in ((130, 15), None):
        best, worst = growth(100, 900, 5, 1, target=target), growth(100, 1, 5, 1, target=target)
        assert best is not None
        assert worst is not None
        assert (best.score, worst.score) == (5, -5)


def test_a_limit_asks_for_less_the_nearer_it_is() -> None:
    """Nothing is asked at the limit itself; from twice the limit on, all of it."""
    scales = [growth(base, base, 1, 1, limit=100) for base in (10, 95, 100, 150, 200)]
    assert [round(one.scale, 4) for one in scales if one] == [1.0, 0.2037, 0.0, 0.9539, 1.0]
