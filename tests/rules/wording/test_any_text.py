"""The rules about words, asked about any text at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.model import Strategy
from toc.rulebook import RULES, examine, find_rule

NAMES = (
    *(name for name in RULES if RULES.chapter(name) == "wording"),
    "assumption-is-a-wish",
    "indicator-carries-target",
    "indicator-counts-outputs",
    "text-in-wrong-language",
)
ASKED = [find_rule(name) for name in NAMES]
SECTIONS = ("activities", "outputs", "outcomes", "goals", "assumptions", "stakeholders", "glossary")
PIECES = [
    *("Creșterea", "Organizarea", "Increased", "Training", "1.", "2.1", "%", ":", ";", ",", "&"),
    *("(", ")", "„", "”", "ONG", "DGASPC", "ăț", "number of", "nr", "cel puțin", "at least"),
    *("prin", "through", "și", "and", "de", "pentru a", "toți", "all", "„imigranți ilegali”"),
]


def _strategy(title: str, *languages: str) -> Strategy:
    """Give a strategy with one title everywhere."""
    entries: dict[str, Any] = {section: {section[:3]: {"title": title}} for section in SECTIONS}
    indicator = {"title": title, "of": ["OUT", "nobody"]}
    entries["outcomes"] = {"out": {"title": dict.fromkeys(languages, title)}}
    head = {"languages": list(languages), "title": title}
    sections = {**entries, "outputs": {"deliv": title}, "indicators": {"ind": indicator}}
    return Strategy.model_validate({"strategy": head, **sections})


@given(
    st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)),
    st.lists(st.sampled_from(["ro", "en", "hu", "en-GB"]), max_size=2, unique=True),
)
def test_no_text_stops_a_rule(title: str, languages: list[str]) -> None:
    """Whatever somebody types, every rule answers, and about an entry or the whole."""
    strategy = _strategy(title, *languages)
    for found in examine(strategy, rules=ASKED):
        assert (
            found.route[0] == "strategy"
            or found.route[1] in strategy.model_dump()[str(found.route[0])]
        )


@pytest.mark.parametrize("language", ["hu", "de", "sr-Cyrl"])
def test_a_language_without_lists_is_not_read(language: str) -> None:
    """Unknown wording is never reported, though its words may look like ours."""
    title = "Organizarea prin adecvat, toți, imigranți ilegali, Creșterea DGASPC"
    told = {found.rule for found in examine(_strategy(title, language), rules=ASKED)}
    assert told <= {"goal-is-its-indicator"}


FIRST_PLACES = [
    (["Acord cu DGASPC"], ["DGASPC"]),
    (["Acord cu DGASPC", "DGASPC-ul și AJOFM"], ["DGASPC", "AJOFM"]),
    (["Agenția pentru ocupare (AJOFM)", "Birou AJOFM"], []),
    (["AJOFM (Agenția pentru ocupare)", "Birou AJOFM"], []),
    (["Etapa II cu ONG-uri din UE, nivel A2"], []),
    (["TOATE TITLURILE ASTEA SUNT MARI"], []),
    (["Cursul NU se plătește"], []),
    (["Proiectul EU-BELONG, RO424"], []),
]


@pytest.mark.parametrize(("titles", "acronyms"), FIRST_PLACES)
def test_an_acronym_is_told_once_unless_it_is_explained(
    titles: list[str], acronyms: list[str]
) -> None:
    """Brackets explain, on either side; numerals, emphasis and codes are no acronyms."""
    activities = {f"a{number}": title for number, title in enumerate(titles)}
    strategy = Strategy.model_validate(
        {"strategy": {"languages": ["ro"]}, "activities": activities}
    )
    told = examine(strategy, rules=[find_rule("acronym-unexplained")])
    assert len(told) == len(acronyms)
    for found, acronym in zip(told, acronyms, strict=True):
        assert f"“{acronym}”" in found.message.say()


ALTERNATIVES = [
    ("Consiliere pentru imigranți ilegali", "migranți în situație neregulamentară"),
    ("Presa nu scrie „imigranți ilegali”", None),
    ("Integrare, nu asimilare", None),
    ("Elevii asimilează cunoștințe de bază", None),
    ("Asimilarea migranților", "integrarea, care schimbă și instituțiile"),
]


@pytest.mark.parametrize(("title", "instead"), ALTERNATIVES)
def test_a_loaded_term_comes_with_what_to_say_instead(title: str, instead: str | None) -> None:
    """What is quoted or refused is no term of the strategy’s own."""
    strategy = Strategy.model_validate({"strategy": {"languages": ["ro"]}, "goals": {"g": title}})
    told = examine(strategy, rules=[find_rule("term-loaded")])
    assert len(told) == int(instead is not None)
    assert all(f"“{instead}”" in found.mend.say() for found in told)
