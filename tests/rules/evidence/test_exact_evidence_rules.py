"""Which evidence is against a link, and how old it is: counted a second time from the data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from theories import dates

from toc.model import Date, Strategy
from toc.rulebook import examine, find_rule

NAMES = ("survey", "Study", "report")
LINKS = ("work -> change", "work, change -> goal", "change -> benefit")

_sources = st.dictionaries(
    st.sampled_from(NAMES),
    st.fixed_dictionaries(
        {}, optional={"direction": st.sampled_from(["supports", "mixed", "contradicts"])}
    ),
)
_links = st.dictionaries(
    st.sampled_from(LINKS),
    st.fixed_dictionaries(
        {"sources": st.lists(st.sampled_from([*NAMES, *map(str.upper, NAMES)]), max_size=4)},
        optional={
            "evidence": st.sampled_from(["strong", "moderate", "limited", "gap"]),
            "text": st.just("The two were weighed"),
        },
    ),
)


@given(_sources, _links)
def test_evidence_against_is_told_with_every_source_that_contradicts(
    sources: dict[str, Any], links: dict[str, Any]
) -> None:
    """One finding for the link, and each such source once, however often it is cited."""
    expected: dict[str, list[str]] = {}
    for key, link in links.items():
        cited = {name.lower() for name in link["sources"]}
        against = sorted(
            name
            for name, source in sources.items()
            if source.get("direction") == "contradicts" and name.lower() in cited
        )
        if against and link.get("evidence") in ("strong", "moderate") and "text" not in link:
            expected[key] = against
    strategy = Strategy.model_validate({"sources": sources, "links": links})
    findings = examine(strategy, rules=[find_rule("evidence-against-ignored")])
    shown = {one.route[1]: sorted(str(r.route[1]) for r in one.related) for one in findings}
    assert shown == expected
    assert len(findings) == len(expected)


def _is_old(year: Date, on: date) -> bool:
    """Whether its last day has had its tenth birthday before that day, day by day."""
    day = year.last
    try:
        birthday = day.replace(year=day.year + 10)
    except ValueError:
        birthday = date(day.year + 10, 3, 1) - timedelta(days=1)
        return on > birthday
    return on > birthday


@given(st.lists(dates().filter(lambda one: one.year < 9900), min_size=1), st.dates())
def test_a_source_is_old_from_the_day_after_its_tenth_birthday(years: list[Date], on: date) -> None:
    """Counted from the last day that its date covers, to the day."""
    sources = {f"s{number}": {"year": year} for number, year in enumerate(years)}
    findings = examine(
        Strategy.model_validate({"sources": sources}), on=on, rules=[find_rule("source-old")]
    )
    expected = {f"s{number}" for number, year in enumerate(years) if _is_old(year, on)}
    assert {one.route[1] for one in findings} == expected


@given(st.lists(dates(), min_size=1))
def test_without_a_day_nothing_is_old(years: list[Date]) -> None:
    """Where time plays no part, no source has an age."""
    sources = {f"s{number}": {"year": year} for number, year in enumerate(years)}
    strategy = Strategy.model_validate({"sources": sources})
    assert examine(strategy, rules=[find_rule("source-old")]) == ()
