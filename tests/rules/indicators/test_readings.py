"""What rules on indicators learn from the spreadsheet of readings, which no page can show."""

from __future__ import annotations

import pytest
from theories import load_files

from toc.findings import Finding
from toc.rulebook import examine, find_rule

HEAD = "toc: 1\nstrategy: {languages: [en]}\noutcomes: {informed: Migrants know their rights}\n"


def _found(rule: str, indicator: str, *rows: str) -> list[Finding]:
    loaded = load_files(
        {
            "a/strategy.yaml": f"{HEAD}indicators:\n  advised: {{of: informed, {indicator}}}\n",
            "a/readings.csv": "\n".join(("indicator,date,value,source,note,service", *rows, "")),
        },
        "a",
    )
    assert len(loaded.strategy.readings) == len(rows)
    return list(
        examine(loaded.strategy, rules=[find_rule(rule)], found=loaded.findings, holes=loaded.holes)
    )


TITLE = "title: Migrants advised by a mediator"
REST = f"{TITLE}, frequency: P1Y, direction: up, responsible: tbd"


@pytest.mark.parametrize(
    ("rule", "indicator", "rows", "said"),
    [
        ("indicator-undefined", TITLE, (), "what is missing: a unit"),
        (
            "indicator-undefined",
            f"{REST}, unit: people",
            (),
            "a value to start from, a value to reach",
        ),
        ("indicator-undefined", f"{REST}, unit: people", ("ADVISED,2026,5,,,",), ""),
        ("indicator-without-baseline", REST, ("advised,2027,5,,,", "advised,2026,4,,,"), ""),
        (
            "indicator-without-baseline",
            f"{REST}, unit: people",
            ("advised,2027,5,,,", "advised,2026,4,,,"),
            "at the beginning",
        ),
        (
            "indicator-without-source",
            f"{REST}, unit: people, target: {{2028: 9}}",
            (),
            "to be found",
        ),
        ("indicator-without-source", TITLE, ("advised,2026,5,Register,,",), ""),
        ("indicator-without-source", TITLE, ("advised,2026,5,,,",), ""),
        (
            "reading-without-source",
            TITLE,
            tuple(f"advised,{year},5,,," for year in (2027, 2026, 2025, 2024)),
            "4 values of “Migrants advised by a mediator” are from: 2024, 2025, 2026, …",
        ),
        ("reading-without-source", f"{TITLE}, source: Register", ("advised,2026,5,,,",), ""),
        ("reading-without-source", TITLE, ("advised,2026,5,Register,,",), ""),
        ("indicator-without-unit", TITLE, ("advised,2026,0,,,",), ""),
        ("indicator-without-unit", f"{REST}, target: tbd", ("advised,2026,5,,,",), "such as 5"),
        ("indicator-without-disaggregation", f"{REST}, unit: people, source: R", (), "groups"),
        (
            "indicator-without-disaggregation",
            f"{TITLE}, unit: people",
            ("advised,2026,58,,,health",),
            "",
        ),
        (
            "aggregation-unclear",
            TITLE,
            ("advised,2026,58,,,health", "advised,2026,37,,,housing"),
            "values for health, housing in 2026",
        ),
        (
            "aggregation-unclear",
            TITLE,
            tuple(f"advised,2026,58,,,{name}" for name in "abcd"),
            "values for a, b, c, … in 2026",
        ),
        (
            "aggregation-unclear",
            TITLE,
            ("advised,2026,58,,,health", "advised,2026,37,,,housing", "advised,2026,71,,,"),
            "",
        ),
        ("aggregation-unclear", TITLE, ("advised,2026,58,,,health", "advised,2027,5,,,jobs"), ""),
    ],
)
def test_a_reading_counts_like_a_value_in_the_file(
    rule: str, indicator: str, rows: tuple[str, ...], said: str
) -> None:
    """What is read is a value, with its source and its group."""
    found = _found(rule, indicator, *rows)
    assert bool(found) == bool(said)
    for one in found:
        assert one.route[:2] == ("indicators", "advised")
        assert said in one.message.say()


def test_the_oldest_reading_is_offered_as_the_baseline() -> None:
    """Where values have been read, and none is called the baseline."""
    rows = "advised,2027,5,,,", "advised,2026-05,4,,,"
    (found,) = _found(
        "indicator-without-baseline", f"{REST}, unit: people, actual: {{2026-11: 3}}", *rows
    )
    assert "of 2026-05, is older" in found.mend.say()
