"""What happened to a thing at meetings, and the manual that comes of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from meetings.small import town
from theories import strategies

from toc import Strategy
from toc.meetings import history, manual
from toc.model.decisions import decisions_taken


def test_a_thing_has_all_that_meetings_said_decided_and_learned_about_it() -> None:
    """In order of time, with what feedback changed told apart from what it said."""
    found = history(town(), "COURSE")
    assert [(one.kind, one.told.say(), one.people) for one in found.happenings] == [
        ("decided", "change: Too long", ("school",)),
        ("said", "Every session begins with a case", ()),
        ("changed", "More cases", ("A clerk",)),
        ("heard", "Begin later", ("A clerk",)),
        ("learned", "Short is good", ()),
    ]
    assert found.sentence() == "meetings have dealt with “A course” 5 times"


def test_what_feedback_changed_has_it_in_its_history_even_if_it_was_about_something_else() -> None:
    """The graduates were changed by what was said about the course."""
    (only,) = history(town(), "graduates").happenings
    assert (only.kind, str(only.when)) == ("changed", "2026-03-10")


def test_a_name_that_nothing_has_is_a_key_error() -> None:
    """Whoever asks for it has mistyped it."""
    with pytest.raises(KeyError):
        history(town(), "nothing")


@given(strategies())
def test_every_decision_is_in_the_history_of_what_it_is_about(strategy: Strategy) -> None:
    """Nothing that was decided about a thing is missing from its history, in any order."""
    for one in decisions_taken(strategy):
        for name in one.decision.about:
            if name.lower() in strategy.index:
                routes = [each.route for each in history(strategy, name).happenings]
                assert one.route in routes


@given(strategies())
def test_decisions_are_in_order_of_time(strategy: Strategy) -> None:
    """The later was taken later; those without a day come first."""
    days = [one.day or date.min for one in decisions_taken(strategy)]
    assert days == sorted(days)


def test_the_manual_has_the_sessions_in_order_each_with_its_feedback() -> None:
    """By number where there is one, then by date; what was said elsewhere is not lost."""
    sessions = {
        "late": {"title": "Second module", "date": "2026-03", "about": "course", "number": "10"},
        "early": {"title": "First module", "date": "2026-05", "about": "course", "number": "2"},
        "lab": {"title": "Laboratory", "date": "2026-01", "about": "course"},
        "fete": {"title": "Fete", "date": "2026-01", "about": "fair"},
    }
    said = {
        "cases": {"title": "More cases", "from": "EARLY", "changed": "course"},
        "tent": {"title": "A tent", "from": "fete", "about": "course"},
        "rain": {"title": "Rain", "from": "fete", "about": "fair"},
    }
    found = manual(town(events=sessions, feedback=said), "course")
    assert [one.event.name for one in found.modules] == ["early", "late", "lab"]
    assert [one.feedback.name for one in found.heard] == ["cases", "tent"]
    assert found.sentence() == ("3 modules, 2 pieces of feedback; 1 of them changed something")


@given(strategies())
def test_no_feedback_about_an_activity_is_missing_from_its_manual(strategy: Strategy) -> None:
    """Said at a session or elsewhere, once each."""
    for name in strategy.activities:
        heard = [one.feedback.name for one in manual(strategy, name).heard]
        assert len(heard) == len({*heard})
        about = {
            key
            for key, one in strategy.feedback.items()
            if name.lower() in (each.lower() for each in (*one.about, *one.changed))
        }
        assert about <= {*heard}
