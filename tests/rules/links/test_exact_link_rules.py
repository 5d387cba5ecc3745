"""The rules on links that are exact, each held against an oracle that counts by itself.

The oracles read the plain data from which a strategy is built, and share no line with
the graph or the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toc.findings import Finding
from toc.model import Strategy
from toc.rulebook import Case, find_rule
from toc.words import Message

LEVELS = ("inputs", "activities", "outputs", "outcomes", "goals")
SECTIONS = (*LEVELS, "factors", "needs")
MOST_NODES = 11
HORIZONS = ("short", "medium", "long")
DATES = ("2026", "2027", "2026-Q1", "2026-Q4", "2026-02", "2026-03", "2026-01-31", "2026-12-31")
LAGS = ("P0D", "P1D", "P1M", "P2W", "P1Y", "P11M", "P1Y1M1D")
LINKS: tuple[dict[str, str], ...] = (
    *({} for _ in range(8)),
    *({"role": role} for role in ("necessary", "sufficient", "contributes", "hinders")),
    {"feedback": "balancing"},
    *({"lag": lag} for lag in LAGS),
)

Said = dict[str, Any]


@dataclass
class Plain:
    """A theory as plain data: the nodes with their sections, and the links."""

    section: dict[str, str] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)
    links: dict[tuple[str, str], Said] = field(default_factory=dict)

    @property
    def strategy(self) -> Strategy:
        """The strategy that it stands for."""
        tree: dict[str, Any] = {"links": {}}
        for node, section in self.section.items():
            tree.setdefault(section, {})[node] = {"title": node, **self.said.get(node, {})}
        for (cause, effect), said in self.links.items():
            tree["links"][f"{cause} -> {effect}"] = {"because": "so", **said}
        return Strategy.model_validate(tree)

    def forward(self, *left_out: str) -> list[tuple[str, str]]:
        """Give the ends of the links that do not feed back, without those of some roles."""
        return [
            ends
            for ends, said in self.links.items()
            if "feedback" not in said and said.get("role") not in left_out
        ]


def ask(rule: str, strategy: Strategy) -> list[Finding]:
    """Ask one rule, and nothing that it yields to."""
    check = find_rule(rule).check
    assert check is not None
    return list(check(Case(strategy)))


def entries(findings: Sequence[Finding]) -> list[str]:
    """Give the ids, or the links, that are found, sorted."""
    return sorted(str(finding.route[1]) for finding in findings)


def named(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Give links by their names, sorted."""
    return sorted(f"{cause} -> {effect}" for cause, effect in pairs)


def _said(field_name: str, values: Sequence[Any]) -> st.SearchStrategy[Said]:
    return st.sampled_from([None, *values]).map(
        lambda value: {} if value is None else {field_name: value}
    )


def _node_said(section: str) -> st.SearchStrategy[Said]:
    periods = [f"{first}/{last}" for first in (*DATES, "..") for last in (*DATES, "..")]
    parts = [_said("requires", ("all", "any", 1, 2, 3))]
    if section == "activities":
        parts.append(_said("period", [one for one in periods if one != "../.."]))
    if section in ("outputs", "outcomes", "goals"):
        parts.append(_said("due", DATES))
    if section == "outcomes":
        parts.append(_said("horizon", HORIZONS))
    return st.tuples(*parts).map(lambda saids: {k: v for one in saids for k, v in one.items()})


@st.composite
def theories(draw: st.DrawFn, sections: Sequence[str] = SECTIONS) -> Plain:
    """Give theories in which few, most or almost all of the links are there that can be."""
    plain = Plain()
    count = draw(st.integers(1, MOST_NODES) | st.just(MOST_NODES))
    kinds = draw(st.lists(st.sampled_from(sections), min_size=count, max_size=count))
    for place, section in enumerate(kinds):
        plain.section[f"n{place}"] = section
        plain.said[f"n{place}"] = draw(_node_said(section))
    share = draw(st.sampled_from((0.15, 0.6, 0.95)))
    chance = Random(draw(st.integers(0, 2**32)))
    for ends in permutations(plain.section, 2):
        if chance.random() < share:
            plain.links[ends] = chance.choice(LINKS)
    return plain


@given(theories() | theories(("activities", "outputs", *("outcomes",) * 4)))
def test_links_that_skip_levels_are_those_with_a_level_between_their_ends(plain: Plain) -> None:
    """Counted by the places of the two ends among the levels."""
    floor = {section: place for place, section in enumerate(LEVELS)}
    helping = plain.forward("hinders")
    delivers = {a for a, b in helping if plain.section[b] not in ("outcomes", "goals")}
    wanted = []
    for cause, effect in plain.forward("hinders"):
        kinds = plain.section[cause], plain.section[effect]
        if not set(kinds) <= floor.keys() or floor[kinds[1]] - floor[kinds[0]] < 2:
            continue
        if kinds == ("activities", "outcomes") and cause not in delivers:
            continue
        wanted.append((cause, effect))
    assert entries(ask("link-skips-levels", plain.strategy)) == named(wanted)


@pytest.mark.parametrize(
    ("rule", "end", "limit", "sections"),
    [
        ("node-fans-out", 0, 5, {"activities", "outputs", "outcomes", "goals"}),
        ("node-fans-in", 1, 7, {"outputs", "outcomes", "goals"}),
    ],
)
@given(data=st.data())
def test_nodes_that_fan_have_more_neighbours_than_the_limit(
    rule: str, end: int, limit: int, sections: set[str], data: st.DataObject
) -> None:
    """Every link that does not feed back is one more."""
    plain = data.draw(theories())
    ends = [pair[end] for pair in plain.forward()]
    wanted = [
        node
        for node, section in plain.section.items()
        if section in sections and ends.count(node) > limit
    ]
    assert entries(ask(rule, plain.strategy)) == sorted(wanted)


def _levels(plain: Plain) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node, section in plain.section.items():
        if section in ("activities", "outputs", "outcomes", "goals"):
            name = plain.said[node].get("horizon", section)
            found.setdefault(name, []).append(node)
    return found


@given(theories(("activities", "outputs", "outcomes", "goals")) | theories(("outputs", "goals")))
def test_levels_are_meshed_where_more_than_three_fifths_of_the_pairs_are_linked(
    plain: Plain,
) -> None:
    """Each pair is looked up by itself, and the share is a fraction."""
    levels, links, wanted = _levels(plain), set(plain.forward()), []
    for one, first in levels.items():
        for other, second in levels.items():
            pairs = [(a, b) for a in first for b in second]
            linked = [pair for pair in pairs if pair in links]
            share = Fraction(len(linked), len(pairs))
            if one != other and min(len(first), len(second)) >= 3 and share > Fraction(3, 5):
                wanted.append((len(linked), len(pairs)))
    findings = ask("levels-fully-meshed", plain.strategy)
    said = [one.message for one in findings if isinstance(one.message, Message)]
    shares = [(one.values["count"], one.values["possible"]) for one in said]
    assert sorted(shares, key=str) == sorted(wanted, key=str)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 5))
@example(2, 4, 0)
@example(3, 3, 0)
@example(3, 2, 4)
@example(7, 14, 0)
@example(8, 14, 0)
def test_a_third_of_guesses_is_not_too_much(guesses: int, known: int, silent: int) -> None:
    """More than a third is, and only from six links on that say what is known."""
    grades = [*["gap"] * guesses, *["limited"] * known, *[None] * silent]
    links = {
        f"a -> b{place}": {"because": "so", **({} if grade is None else {"evidence": grade})}
        for place, grade in enumerate(grades)
    }
    found = ask("links-mostly-guessed", Strategy.model_validate({"links": links}))
    is_too_much = guesses + known >= 6 and Fraction(guesses, guesses + known) > Fraction(1, 3)
    assert len(found) == is_too_much
    assert all(len(one.related) == guesses for one in found)


@given(theories())
def test_requires_is_malformed_where_it_does_not_fit_the_causes(plain: Plain) -> None:
    """Too few causes, one alone, or a role that says the opposite."""
    wanted = []
    for node in plain.section:
        requires = plain.said[node].get("requires")
        causes = [pair for pair in plain.forward("hinders") if pair[1] == node]
        roles = {plain.links[pair].get("role") for pair in causes}
        if requires is None or not causes:
            continue
        is_number = isinstance(requires, int)
        opposite = {"all": "sufficient", "any": "necessary", 1: "necessary"}.get(requires)
        if (
            len(causes) == 1
            or (is_number and requires > len(causes))
            or (opposite is not None and opposite in roles)
        ):
            wanted.append(node)
    assert entries(ask("requires-malformed", plain.strategy)) == sorted(wanted)


def _days(written: str) -> list[date]:
    """Give every day that a date may be, by trying all of two years."""
    quarters = {"Q1": ("01", "02", "03"), "Q4": ("10", "11", "12")}
    year, _, rest = written.partition("-")
    starts = tuple(f"{year}-{month}" for month in quarters.get(rest, ())) or (written,)
    every = (date(2026, 1, 1) + timedelta(number) for number in range(730))
    return [day for day in every if day.isoformat().startswith(starts)]


def _after(day: date, lag: str) -> date:
    """Add a length of time a month at a time; where there is no such day, the last one."""
    years, months, days = {
        "P0D": (0, 0, 0),
        "P1D": (0, 0, 1),
        "P1M": (0, 1, 0),
        "P2W": (0, 0, 14),
        "P1Y": (1, 0, 0),
        "P11M": (0, 11, 0),
        "P1Y1M1D": (1, 1, 1),
    }[lag]
    year, month = day.year, day.month
    for _ in range(12 * years + months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number) + timedelta(days)
        except ValueError:
            continue
    raise AssertionError


DAYS = {written: _days(written) for written in DATES}


def _possible(said: Said, end: int) -> list[date] | None:
    """Give every day on which a cause may begin to work, or an effect be there."""
    if "due" in said:
        return DAYS[said["due"]]
    ends = said.get("period", "../..").split("/")
    known = [DAYS.get(one) for one in ends]
    if known[0] and known[1] and known[1][-1] < known[0][0]:
        return None
    return known[end]


def _is_impossible(plain: Plain, cause: str, effect: str) -> bool:
    before, after = _possible(plain.said[cause], 0), _possible(plain.said[effect], 1)
    if before and after:
        lag = plain.links[cause, effect].get("lag", "P0D")
        return not any(_after(day, lag) <= after[-1] for day in before)
    horizons = [plain.said[node].get("horizon") for node in (cause, effect)]
    if None in horizons:
        return False
    return HORIZONS.index(horizons[1]) < HORIZONS.index(horizons[0])


@given(theories(("activities", "outputs", "outcomes", "outcomes", "goals")))
def test_an_effect_comes_before_its_cause_only_if_no_day_fits(plain: Plain) -> None:
    """Every day that the two dates may mean is tried, with the lag."""
    wanted = [ends for ends in plain.forward("hinders") if _is_impossible(plain, *ends)]
    assert entries(ask("effect-before-cause", plain.strategy)) == named(wanted)


@pytest.mark.parametrize(
    ("cause", "lag", "effect", "is_found"),
    [
        ("2026", "P0D", "2025", True),
        ("2026", "P0D", "2026-01-01", False),
        ("2026-Q2", "P0D", "2026-03", True),
        ("2026", "P1Y", "2026", True),
        ("2026", "P1Y", "2027-01-01", False),
        ("2026-01-01", "P2W", "2026-01-14", True),
        ("2026-01-01", "P2W", "2026-01-15", False),
        ("2026-01-31", "P1M", "2026-02-27", True),
        ("2026-01-31", "P1M", "2026-02", False),
        ("2026-12-31", "P1M", "2027-01-30", True),
        ("2026-12-31", "P1M", "2027-01-31", False),
        ("2024-02-29", "P1Y", "2025-02-27", True),
        ("2024-02-29", "P1Y", "2025-02-28", False),
    ],
)
def test_dates_are_compared_to_the_day(
    cause: str, lag: str, effect: str, *, is_found: bool
) -> None:
    """The earliest day of the cause, with the lag, against the latest of the effect."""
    strategy = Strategy.model_validate(
        {
            "outputs": {"cause": {"due": cause}},
            "outcomes": {"effect": {"due": effect}},
            "links": {"cause -> effect": {"lag": lag}},
        }
    )
    assert bool(ask("effect-before-cause", strategy)) == is_found


@pytest.mark.parametrize(("links", "is_found"), [(9, False), (10, True)])
def test_three_fifths_of_the_pairs_are_not_too_many(links: int, *, is_found: bool) -> None:
    """Nine of fifteen are exactly that."""
    pairs = [f"o{a} -> c{b}" for a in range(3) for b in range(5)]
    strategy = Strategy.model_validate(
        {
            "outputs": {f"o{place}": "O" for place in range(3)},
            "outcomes": {f"c{place}": "C" for place in range(5)},
            "links": dict.fromkeys(pairs[:links], "so"),
        }
    )
    assert bool(ask("levels-fully-meshed", strategy)) == is_found


@pytest.mark.parametrize(
    ("lag", "is_found"),
    [
        ("P1M", False),
        ("P9999Y", True),
        ("P999999Y", True),
        ("P999999M", True),
        ("P999999W", True),
        ("P999999D", True),
    ],
)
def test_a_lag_beyond_the_calendar_ends_with_it(lag: str, *, is_found: bool) -> None:
    """No length of time is too long to be added."""
    strategy = Strategy.model_validate(
        {
            "outcomes": {"cause": {"due": "9998"}, "effect": {"due": "9999-11"}},
            "links": {"cause -> effect": {"lag": lag}},
        }
    )
    assert bool(ask("effect-before-cause", strategy)) == is_found


@pytest.mark.parametrize(
    ("other", "is_found"),
    [({}, True), ({"role": "hinders"}, False), ({"feedback": "balancing"}, False)],
)
def test_an_activity_delivers_only_by_links_that_help(
    other: dict[str, str], *, is_found: bool
) -> None:
    """What leads to changes alone is told of where the activity stands."""
    strategy = Strategy.model_validate(
        {
            "activities": {"act": "A"},
            "outputs": {"out": "O"},
            "outcomes": {"change": "C"},
            "links": {"act -> out": other, "act -> change": "so"},
        }
    )
    assert bool(ask("link-skips-levels", strategy)) == is_found
