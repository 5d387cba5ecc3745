"""The seed's own contradiction is found: five months that are six, and a month in two stages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toc import check, load
from toc.model import Strategy

ROOT = Path(__file__).parent.parent.parent
RULES = ("stage-duration-differs", "stages-overlap")
SEED = {
    "et_evaluare": ("Pregătire & evaluare", "2020-09/2021-02", "P5M"),
    "et_ambitii": ("Detaliere ambiții și roadmap", "2021-02/2021-04", "P3M"),
    "et_implementare": ("Implementare", "2021-05/2022-07", "P15M"),
    "et_revizuire": ("Revizuire și pași următori", "2022-08/2022-09", "P2M"),
}
"""As the slide says it: 5, 3, 15 and 2 months, with their first and last month."""


def found(**periods: str) -> list[tuple[str, str]]:
    """Give rule and wording of what is found, with some periods in the place of the seed's."""
    stages = {
        name: {"title": title, "period": periods.get(name, period), "duration": duration}
        for name, (title, period, duration) in SEED.items()
    }
    report = check(Strategy.model_validate({"stages": stages}), on=date(2026, 11, 30))
    told = [(one.rule, one.message.say("en")) for one in report.findings]
    return [one for one in told if one[0] in RULES]


def test_the_contradiction_of_the_seed_is_found() -> None:
    """September to February is six months and not five, and February is in two stages."""
    assert sorted(found()) == [
        (
            "stage-duration-differs",
            (
                "“Pregătire & evaluare” is said to last 5 months, and from 2020-09 to 2021-02 it is "
                "6 months"
            ),
        ),
        (
            "stages-overlap",
            (
                "“Detaliere ambiții și roadmap” begins (2021-02) before “Pregătire & evaluare” is "
                "over (2021-02)"
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("period", "rules"),
    [
        ("2020-09/2021-01", []),
        ("2020-10/2021-02", ["stages-overlap"]),
        ("2020-09/2021-02", ["stage-duration-differs", "stages-overlap"]),
        ("2020-08/2021-01", ["stage-duration-differs"]),
    ],
)
def test_each_mend_settles_what_it_is_for(period: str, rules: list[str]) -> None:
    """A month less settles both; a later beginning leaves February in two stages."""
    assert sorted(rule for rule, _ in found(et_evaluare=period)) == rules


def test_arad_has_the_stages_of_the_seed_and_says_that_it_kept_them() -> None:
    """The strategy of Arad holds the same dates; what it leaves as it is, it says why."""
    strategy = load(ROOT / "strategies" / "arad.yaml")
    own = {
        name: (str(stage.period), str(stage.duration)) for name, stage in strategy.stages.items()
    }
    assert own == {name: (period, duration) for name, (_, period, duration) in SEED.items()}
    assert strategy.stages["et_ambitii"].overlap
    assert any(one.rule == "stage-duration-differs" for one in strategy.waivers.values())
