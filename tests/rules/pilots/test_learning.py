"""What a pilot is for: when it has begun, when it is over, and what it leaves untested."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from toc.findings import Finding
from toc.model import Strategy
from toc.rulebook import examine, find_rule

PLAIN = {"title": "Mediators at two counters", "of": "mediators", "tests": "trust"}


def ask(rule: str, tree: dict[str, Any], on: date | None = None) -> list[Finding]:
    return list(examine(Strategy.model_validate(tree), on=on, rules=[find_rule(rule)]))


def theory(pilot: dict[str, Any], status: str = "untested") -> dict[str, Any]:
    return {
        "activities": {"mediators": "Mediators"},
        "goals": {"equal": "Equal access"},
        "assumptions": {
            "trust": {"title": "Trust", "status": status, "importance": "critical"},
            "hours": {"title": "Hours", "status": "holding"},
        },
        "links": {"mediators -> equal": {"because": "They explain", "assuming": ["trust"]}},
        "pilots": {"two": {**PLAIN, **pilot}},
    }


@pytest.mark.parametrize(
    ("on", "begun"),
    [(None, False), (date(2026, 4, 30), False), (date(2026, 5, 1), True)],
)
def test_a_pilot_that_began_without_a_rule_is_told_of_as_such(
    on: date | None, *, begun: bool
) -> None:
    """Before its first day, and where time plays no part, it has not begun."""
    tree = theory({"period": "2026-05/2026-12"})
    (finding,) = ask("pilot-without-decision-rule", tree, on)
    assert ("has begun" in finding.message.say()) is begun
    assert bool(finding.related) is begun


@pytest.mark.parametrize(
    ("on", "over"),
    [(None, False), (date(2026, 12, 31), False), (date(2027, 1, 1), True)],
)
def test_a_pilot_is_over_after_its_last_day(on: date | None, *, over: bool) -> None:
    """A month counts to its end, and without a day nothing has ended."""
    tree = theory({"period": "2026-05/2026-12"})
    assert bool(ask("pilot-ended-without-learning", tree, on)) is over


def test_a_pilot_that_has_begun_is_not_asked_what_else_it_might_test() -> None:
    """Advice on what to test comes before the start or not at all."""
    tree = theory({"tests": "hours", "period": "2026-05/2026-12"})
    assert len(ask("pilot-tests-only-safe", tree, date(2026, 4, 30))) == 1
    assert ask("pilot-tests-only-safe", tree, date(2026, 5, 1)) == []


def test_what_is_shown_begins_with_what_most_chains_hang_on() -> None:
    """Importance counts first, then the chains to a goal along the link; three are enough."""
    tree = theory({"tests": "hours"})
    tree["outcomes"] = {"wide": "Wide", "narrow": "Narrow"}
    tree["goals"] |= {"other": "Other"}
    tree["assumptions"] |= {
        "context": {"title": "Context", "status": "untested", "importance": "context"},
        "few": {"title": "Few", "status": "untested", "importance": "critical"},
        "many": {"title": "Many", "status": "doubtful", "importance": "critical"},
    }
    tree["links"] = {
        "mediators -> wide": {"because": "a", "assuming": ["many", "context"]},
        "mediators -> narrow": {"because": "b", "assuming": ["few", "hours"]},
        "wide -> equal": "c",
        "wide -> other": "d",
        "narrow -> equal": {"because": "e", "assuming": ["trust"]},
    }
    (finding,) = ask("pilot-tests-only-safe", tree)
    assert finding.mend.say().endswith("“Many”, “Few”, “Trust”")
    assert [one.message.say()[:1] for one in finding.related] == ["2", "1", "1"]


@pytest.mark.parametrize(
    ("rule_text", "seen"),
    [
        ("It goes well", False),
        ("At least 60 % come back", True),
        ("Half of them come back", True),
        ({"hu": "Ha a fele visszatér"}, True),
    ],
)
def test_an_answer_needs_a_number_where_words_can_be_read(rule_text: object, *, seen: bool) -> None:
    """A decision in a language without lists of words is believed to name one."""
    tree = theory({"scale_if": rule_text}) | {"strategy": {"languages": ["en"]}}
    assert (ask("pilot-test-without-measure", tree) == []) is seen


def test_the_pilot_itself_is_no_measure_of_what_it_tests() -> None:
    """`test: two` says who looks, and not at what."""
    tree = theory({"scale_if": "It goes well"}) | {"strategy": {"languages": ["en"]}}
    tree["assumptions"]["trust"]["test"] = "two"
    assert len(ask("pilot-test-without-measure", tree)) == 1
    tree["indicators"] = {"back": {"of": "Trust"}}
    assert ask("pilot-test-without-measure", tree) == []
