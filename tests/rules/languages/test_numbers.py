"""Numbers of two wordings of one text are compared as numbers, not as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.model import Strategy
from toc.rulebook import examine, find_rule

RULE = find_rule("translation-with-other-numbers")
ROMANIAN, ENGLISH = str.maketrans(",.", ".,"), str.maketrans("", "")


def found(one: str, other: str) -> list[str]:
    """Give what is said of a text with two wordings."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"languages": ["ro", "en"]},
            "goals": {"equal": {"title": {"ro": one, "en": other}}},
        }
    )
    return [finding.message.say() for finding in examine(strategy, rules=[RULE])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12,5 %", "12.5%"),
        ("12,50 lei", "12.5 lei"),
        ("1.000 de oameni", "1,000 people"),
        ("1 000 de oameni", "1000 people"),
        ("1.234.567,8", "1,234,567.80"),
        ("14 martie 2026", "March 14, 2026"),
        ("14.03.2026", "14 March 2026"),
        ("2026-03-14", "14/03/2026"),
        ("03.2026", "March 2026"),
        ("între 2026 și 2028", "2026–2028"),
        ("al 2-lea și a 13-a", "the 2nd one and the last"),
        ("în 3 luni", "within three months"),
        ("07 zile", "7 days"),
        ("٤٥ نسمة", "45 people"),
        ("nimic", "nothing"),
        ("Legea 52/2003, art. 7", "Law 52/2003, article 7"),
    ],
)
def test_alike(one: str, other: str) -> None:
    """The same numbers, in the ways of two languages, are left in peace."""
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        ("150 de oameni", "510 people", "says 150 in “ro” and 510 in “en”"),
        ("în 3 luni", "in 2 months", "says 3 in “ro” and 2 in “en”"),
        ("60 % dintre ei", "most of them", "says 60 in “ro” and not in “en”"),
        ("mulți", "40 of them", "says 40 in “en” and not in “ro”"),
        ("20 din 30", "30 of 30", "says 20 in “ro” and 30 in “en”"),
        ("1.000 de lei", "1.0005 lei", "says 1000 in “ro” and 1.0005 in “en”"),
    ],
)
def test_different(one: str, other: str, numbers: str) -> None:
    """Another number, or one that is lost, is told with both sides."""
    (said,) = found(one, other)
    assert said.endswith(numbers)


@given(st.lists(st.decimals(0, 10**9, places=2), max_size=6))
def test_a_number_is_the_same_in_the_writing_of_both_languages(numbers: list[float]) -> None:
    """Thousands and decimals may change their marks, as they do between the two."""
    english = " and ".join(f"{number:,}" for number in numbers)
    assert found(english.translate(ROMANIAN), english) == []


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.data())
def test_one_changed_number_is_found(numbers: list[int], data: st.DataObject) -> None:
    """Whichever of several numbers is another in the translation."""
    at = data.draw(st.integers(0, len(numbers) - 1))
    changed = [*numbers[:at], numbers[at] + data.draw(st.integers(1, 99)), *numbers[at + 1 :]]
    assert len(found(" și ".join(map(str, numbers)), " and ".join(map(str, changed)))) == 1
