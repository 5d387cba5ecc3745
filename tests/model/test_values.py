"""Numbers, flags, lists and labels as people type them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import numbers, texts

from toc.model.base import gate
from toc.model.plain import plain
from toc.model.reads import as_list, listed
from toc.model.refusals import Refusal
from toc.model.strategy import Strategy
from toc.model.values import (
    LIKELIHOODS,
    cost,
    flag,
    label,
    likelihood,
    number,
    number_or_label,
    percent,
    threshold,
)


@given(st.integers(-(10**200), 10**200))
def test_a_whole_number_is_read_as_it_is_written(value: int) -> None:
    """Digits alone are a whole number of any size."""
    assert number(str(value)) == value
    assert isinstance(number(str(value)), int)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_broken_number_has_a_point(whole: int, parts: int) -> None:
    """A point parts the whole from its parts, unless it could part thousands."""
    text = f"{whole}.{parts}"
    if len(str(parts)) == 3 and 0 < whole < 1000:
        with pytest.raises(Refusal):
            number(text)
    else:
        assert number(text) == float(text)


@given(numbers())
def test_a_number_of_python_s_is_taken_and_written_unmistakably(value: float) -> None:
    """What a script says, a file says too: no number is written in two readings."""
    strategy = Strategy(outputs={"a": {"title": "A", "amount": value}})
    assert number(value) == value
    assert number(plain(strategy)["outputs"]["a"]["amount"]) == value


READ: list[tuple[Callable[[object], object], object, object]] = [
    (number, "12", 12),
    (number, "12.5", 12.5),
    (number, "-3", -3),
    (number, "+3", 3),
    (number, ".5", 0.5),
    (number, " 7 ", 7),
    (number, "0012", 12),
    (number, "1250", 1250),
    (number, "1.25", 1.25),
    (number, "1.2500", 1.25),
    (number, "1234.500", 1234.5),
    (number, "0.125", 0.125),
    (number, 7, 7),
    (percent, "60", 60),
    (percent, "60%", 60),
    (percent, "60 %", 60),
    (percent, "12.5 %", 12.5),
    (percent, "0", 0),
    (percent, 100, 100),
    (cost, "none", 0),
    (cost, "45000", 45000),
    (cost, 0, 0),
    (flag, "true", True),
    (flag, "false", False),
    (flag, True, True),
    (threshold, "true", True),
    (threshold, "3.5", 3.5),
    (threshold, False, False),
    (likelihood, "roughly even", "roughly even"),
    (likelihood, "30 %", 30),
    (likelihood, 55, 55),
    (number_or_label, "12.5", 12.5),
    (number_or_label, "scăzut", "scăzut"),
    (number_or_label, "nivelul 2", "nivelul 2"),
    (number_or_label, "2 din 5", "2 din 5"),
    (gate, "all", "all"),
    (gate, "any", "any"),
    (gate, "2", 2),
    (gate, 3, 3),
    (label, "OS 2.1", "OS 2.1"),
    (label, 10.7, "10.7"),
]


@pytest.mark.parametrize(("read", "typed", "value"), READ)
def test_what_people_type_is_read(
    read: Callable[[object], object], typed: object, value: object
) -> None:
    """Each field takes the ways to write its value, and gives the value itself."""
    found = read(typed)
    assert (found, type(found)) == (value, type(value))


NOTHING: list[object] = [None, True, [1], {}, float("nan"), float("inf"), "9" * 400]
REFUSED: list[tuple[Callable[[object], object], object]] = [
    *((number, text) for text in ("", "x", "12,5", "45.000", "1.250.000", "1_0", "1 000", "1e3")),
    *((number, text) for text in ("0x1F", "12:30", ".inf", "nan", "--1", "1.", "½", "+", ".")),
    *((number, value) for value in NOTHING),
    *((percent, value) for value in ("101", "-1", "100.5", "12,5 %", "%", None)),
    *((cost, value) for value in (-1, "-0.5", "None", "free", None)),
    *((flag, value) for value in ("yes", "no", "True", "1", 1, 0, None, "da")),
    *((threshold, value) for value in ("yes", None, "")),
    *((likelihood, value) for value in ("maybe", "Likely", "120", None)),
    *((number_or_label, value) for value in ("12,5", "1_0", "45.000", *NOTHING)),
    *((gate, value) for value in ("0", "-1", "1.5", "some", "", None, True, "9" * 400)),
    *((label, value) for value in NOTHING[:4]),
]


@pytest.mark.parametrize(("read", "typed"), REFUSED)
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(
    read: Callable[[object], object], typed: object
) -> None:
    """A refusal says what is so and what to write, and is nothing worse."""
    with pytest.raises(Refusal) as caught:
        read(typed)
    assert caught.value.context is not None
    assert caught.value.context["message"].say()
    assert caught.value.context["mend"].say()


@pytest.mark.parametrize("words", LIKELIHOODS)
def test_the_words_for_chances_are_taken_as_they_are(words: str) -> None:
    """The seven words of ICD 203 are likelihoods."""
    assert likelihood(words) == words


@given(texts())
def test_one_thing_stands_for_a_list_of_one(text: str) -> None:
    """A text alone is a list of it; one that looks like a list itself is refused as names."""
    assert as_list(text) == [text]
    if "," in text and "->" not in text and "→" not in text:
        with pytest.raises(Refusal, match="looks like a list"):
            listed(label)(text)
    else:
        assert listed(label)(text) == (text,)


@pytest.mark.parametrize("value", [["a", "b"], ("a",), None, 5, {"a": 1}])
def test_a_list_stays_what_it_is(value: object) -> None:
    """Only texts are made lists of; whether the rest is one is for the field to say."""
    assert as_list(value) is value


def test_a_set_is_a_list_in_order() -> None:
    """A script may name several things as a set: each time they are in the same order."""
    assert as_list({"b", "a", "c"}) == ["a", "b", "c"]


def test_a_link_with_two_causes_is_one_thing() -> None:
    """The comma between causes makes no list."""
    assert listed(label)("a, b -> c") == ("a, b -> c",)
    assert listed(label)("a, b → c") == ("a, b → c",)
