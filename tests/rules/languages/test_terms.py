"""Terms are known by their stems, and told of only where there is no doubt."""

from __future__ import annotations

import pytest

from toc.model import Strategy
from toc.rulebook import examine, find_rule

RULE = find_rule("terms-mixed-up")
GLOSSARY = {
    "output": {"title": {"ro": "Realizare", "en": "Output"}},
    "outcome": {"title": {"ro": "Rezultat", "en": "Outcome (result)"}},
    "plan": {"title": {"ro": "Plan de acțiune", "en": "Action plan"}},
    "action": {"title": {"ro": "Acțiune", "en": "Action"}},
    "tcn": {"title": {"ro": "RTT", "en": "TCN"}},
    "alone": {"title": "Ipoteză"},
}


def found(one: str, other: str) -> list[str]:
    """Give what is said of a text with two wordings."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"languages": ["ro", "en"]},
            "glossary": GLOSSARY,
            "goals": {"equal": {"title": {"ro": one, "en": other}}},
        }
    )
    return [finding.message.say() for finding in examine(strategy, rules=[RULE])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rezultatele cresc", "The outcomes grow"),
        ("Rezultatele cresc", "The effects grow"),
        ("Rezultatele și realizările", "The outputs"),
        ("Planul de acțiune al orașului", "The city's actions"),
        ("Acțiunile orașului", "The city's action plan"),
        ("RTT obțin rezultate", "TCNs have outcomes"),
        ("Rezultatele RTT", "Outputs of outcomes"),
        ("Rezultatele RTT", "What the TCN get for their output"),
        ("Ipoteza", "The output"),
        ("Acțiuni pentru rezultate", "Outputs"),
        (
            "Realizarea este un drum lung către oraș",
            "It is a long way to the town and its outcomes",
        ),
    ],
)
def test_in_doubt_nothing_is_said(one: str, other: str) -> None:
    """The right term, other words, both terms, one inside another, or two that stand apart."""
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rezultatele academiilor", "The outputs of the academies"),
        ("Realizările academiilor", "The outcomes of the academies"),
        ("Acțiuni pentru rezultate", "Actions for outputs"),
    ],
)
def test_one_term_for_another_is_told(one: str, other: str) -> None:
    """Whatever the endings, in either direction."""
    (said,) = found(one, other)
    assert said.endswith("which the glossary keeps apart")
