"""Groups side by side: gaps in words, what cannot be so, and nobody recognisable."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monitoring.watched import DAY, with_readings

from toc.model import Date, Reading, Strategy
from toc.monitoring import Groups, groups
from toc.monitoring.adding_up import Sum, added_up
from toc.monitoring.suppressing import Group, hidden

PEOPLE: dict[str, Any] = {"title": "Learners", "unit": {"en": "people"}, "aggregate": "sum"}
RATE: dict[str, Any] = {"title": "Share", "unit": "%", "measure": "percentage"}


def divided(
    entry: dict[str, Any], *rows: tuple[int, dict[str, str]], on: date = DAY, **head: Any
) -> Groups:
    """Give the groups of an indicator with these rows, all of one month."""
    tree = {"strategy": {"languages": ["en"], **head}, "indicators": {"it": entry}}
    strategy = Strategy.model_validate(tree)
    read = [Reading("it", Date.of("2027-05"), value, by=by) for value, by in rows]
    return groups(with_readings(strategy, *read), "it", on)


def sex(**counts: int) -> list[tuple[int, dict[str, str]]]:
    """Give the rows of a disaggregation by sex."""
    return [(count, {"sex": name}) for name, count in counts.items()]


def test_the_gap_between_groups_is_said() -> None:
    """The highest above the lowest, in the unit of the values."""
    found = divided(RATE, *sex(women=66, men=60, others=64))
    assert found.sentence() == (
        "“Share”: sex, 2027-05: women 66\N{NO-BREAK SPACE}%, others 64\N{NO-BREAK SPACE}%, "
        "men 60\N{NO-BREAK SPACE}%; women lies above men, by 6 in percentage points."
    )
    assert found.divisions[0].gap == 6


def test_that_a_group_is_larger_is_no_gap() -> None:
    """Ninety women and fifty men are no gap between women and men."""
    assert divided(PEOPLE, *sex(women=90, men=50)).divisions[0].gap is None


def test_a_small_group_is_not_shown_and_cannot_be_subtracted() -> None:
    """Three others are hidden, and so are the men, as the total and the women are known."""
    found = divided(PEOPLE, (68, {}), *sex(women=40, men=25, others=3))
    shown = {cell.group: cell.value for cell in found.divisions[0].cells}
    assert shown == {"women": 40, "men": None, "others": None}
    assert "2 groups are not shown, so that nobody can be recognised" in found.sentence()


def test_what_is_hidden_is_nowhere_in_the_plain_data() -> None:
    """Not as a value, not in a sentence, not as a fault."""
    found = divided(PEOPLE, (999, {}), *sex(women=411, men=257, others=3))
    told = str(found.as_data())
    assert "411" in told
    assert "257" not in told
    assert "671" not in told
    assert "the groups do not add up to the whole" in told


@pytest.mark.parametrize(
    ("entry", "is_hidden"),
    [
        (PEOPLE, True),
        ({**PEOPLE, "unit": None}, True),
        ({**PEOPLE, "unit": {"hu": "fő"}}, True),
        ({**PEOPLE, "unit": {"en": "services"}}, False),
        ({**PEOPLE, "unit": {"en": "services", "hu": "szolgáltatás"}}, False),
        (RATE, False),
    ],
)
def test_only_what_counts_people_or_may_is_hidden(
    entry: dict[str, Any], *, is_hidden: bool
) -> None:
    """A unit that nobody can read might be people; a share of people counts none."""
    (division,) = divided(entry, *sex(women=40, men=3)).divisions
    assert any(cell.is_hidden for cell in division.cells) == is_hidden


def test_a_strategy_may_set_another_smallest_group() -> None:
    """Where people agreed on it, down to nothing."""
    found = divided(PEOPLE, *sex(women=40, men=3), monitoring={"smallest_group": 0})
    assert not any(cell.is_hidden for cell in found.divisions[0].cells)


def test_the_last_date_of_each_disaggregation_counts() -> None:
    """And nothing that is dated after the day."""
    early = divided(PEOPLE, *sex(women=40, men=30), on=date(2027, 4, 30))
    assert early.divisions == ()
    assert early.sentence() == "“Learners” has no values of groups."


def test_crossings_are_kept_apart() -> None:
    """Women in the town are no disaggregation by sex, nor one by place."""
    both = [
        (count, {"sex": name, "place": place})
        for (name, place), count in zip(
            product(("f", "m"), ("town", "village")), (40, 30, 20, 20), strict=True
        )
    ]
    found = divided(PEOPLE, *sex(f=70, m=40), *both)
    assert [one.by for one in found.divisions] == ["sex", "place × sex"]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Sum(100, (60, 40), "sum"), None),
        (Sum(100, (60, 41), "sum"), None),
        (Sum(100, (60, 45), "sum"), "the groups add up to 105, and the whole is 100"),
        (Sum(100, (60, 30), "sum"), "the groups add up to 90, and the whole is 100"),
        (Sum(10.0, (6.0, 4.1), "sum"), None),
        (Sum(10.0, (6.0, 4.3), "sum"), "the groups add up to 10.3, and the whole is 10"),
        (Sum(100, (60, 60), "distinct"), None),
        (Sum(100, (60, 30), "distinct"), "the groups add up to 90, and the whole is 100"),
        (
            Sum(100, (60, 45), None, is_people=True),
            "the groups add up to 105, and the whole is 100",
        ),
        (Sum(100, (60, 45), None), None),
        (Sum(50, (40, 60), None, is_share=True), None),
        (
            Sum(70, (40, 60), None, is_share=True),
            "the groups lie from 40 to 60, and the whole, 70, does not lie between",
        ),
        (
            Sum(30, (40, 60), "mean"),
            "the groups lie from 40 to 60, and the whole, 30, does not lie between",
        ),
        (Sum(100, (60,), "sum"), None),
        (Sum("good", (60, 4), "sum"), None),
        (Sum(100, (60, "few"), "sum"), None),
    ],
)
def test_counts_add_up_and_rates_lie_between(one: Sum, said: str | None) -> None:
    """Within half a unit of the last digit for every number that was rounded."""
    found = added_up(one)
    assert (None if found is None else found.say()) == said


NAMES = {"sex": ("f", "m", "x"), "place": ("town", "village")}


@st.composite
def tables(draw: st.DrawFn) -> dict[Group, int]:
    """Give counts by sex and place, crossed, with all their sums."""
    counts: dict[Group, int] = {}
    for name, place in product(NAMES["sex"], NAMES["place"]):
        count = draw(st.integers(0, 25))
        for group in ((), (("sex", name),), (("place", place),)):
            counts[group] = counts.get(group, 0) + count
        counts[("place", place), ("sex", name)] = count
    return counts


@given(tables())
def test_no_small_group_can_be_reckoned_from_any_one_sum(counts: dict[Group, int]) -> None:
    """Every line and column, and every sum of groups, hides none or at least two."""
    found = hidden(counts, 10)
    assert {one for one, count in counts.items() if one and 0 < count < 10} <= found
    sums: list[list[Group]] = [
        [(("sex", one),) for one in NAMES["sex"]],
        [(("place", one),) for one in NAMES["place"]],
    ]
    for name in NAMES["sex"]:
        crossed = [(("place", place), ("sex", name)) for place in NAMES["place"]]
        sums.append([(("sex", name),), *crossed])
    for place in NAMES["place"]:
        crossed = [(("place", place), ("sex", name)) for name in NAMES["sex"]]
        sums.append([(("place", place),), *crossed])
    assert [one for one in sums if len(found.intersection(one)) == 1] == []
    assert () not in found


def test_what_is_hidden_for_another_cannot_be_added_up_from_its_crossings() -> None:
    """The men are hidden because of three women; the men in town and village would tell them."""
    men = (("sex", "m"),)
    crossed: set[Group] = {(("place", one), ("sex", "m")) for one in ("town", "village")}
    counts: dict[Group, float] = {(): 126, (("sex", "f"),): 3, men: 22, (("sex", "x"),): 101}
    counts |= dict(zip(sorted(crossed), (12, 10), strict=True))
    found = hidden(counts, 10)
    assert men in found
    assert found & crossed


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    """Groups of ten and more are shown, and so are those without anybody."""
    assert (
        hidden({(): 30, (("sex", "f"),): 20, (("sex", "m"),): 10, (("sex", "x"),): 0}, 10) == set()
    )
