"""What the rules about words find, and what looks like it and is none, line by line."""

from __future__ import annotations

from typing import Any

import pytest

from toc.model import Strategy
from toc.rulebook import examine, find_rule

MEANT = [
    ("claim-absolute", "ro", "outcomes", "Toate serviciile primesc migranți"),
    ("claim-absolute", "ro", "outcomes", "Toți migranții au acces la toate serviciile"),
    ("claim-absolute", "en", "outcomes", "All public services are open to newcomers"),
    ("claim-absolute", "en", "outcomes", "By 2028, all services are open"),
    ("claim-absolute", "en", "outcomes", "All migrants have the same rights as all others"),
    ("indicator-counts-outputs", "ro", "indicators", "Numărul de angajați instruiți"),
    ("indicator-counts-outputs", "ro", "indicators", "Numărul de cursuri pentru angajați"),
    ("indicator-counts-outputs", "en", "indicators", "Number of migrants attending courses"),
    ("indicator-counts-outputs", "en", "indicators", "Number of refugees reached"),
    ("indicator-counts-outputs", "en", "indicators", "Number of people attending"),
    ("assumption-is-a-wish", "ro", "assumptions", "Primăriile vor sprijini cursurile"),
    ("assumption-is-a-wish", "ro", "assumptions", "Primăriile vor colabora cu școlile"),
    ("assumption-is-a-wish", "ro", "assumptions", "Primăriile vor sprijini proiectul cu entuziasm"),
    ("assumption-is-a-wish", "en", "assumptions", "Town halls will support the courses"),
    ("assumption-is-a-wish", "en", "assumptions", "Schools will cooperate with the project"),
    (
        "statement-compound",
        "ro",
        "activities",
        "Elaborarea, tipărirea ghidului și formarea personalului",
    ),
    ("statement-compound", "ro", "activities", "Elaborarea ghidului și instruirea funcționarilor"),
    ("statement-compound", "ro", "outcomes", "Creșterea încrederii și reducerea discriminării"),
    ("statement-compound", "en", "activities", "Organise courses and recruit mediators"),
    (
        "statement-compound",
        "en",
        "activities",
        "Organising courses as well as recruiting mediators",
    ),
    ("statement-compound", "en", "outcomes", "Increased trust and reduced discrimination"),
    ("word-vague", "en", "activities", "Concerts, exhibitions etc. in town"),
    ("word-vague", "ro", "activities", "Concerte, expoziții ș.a. în oraș"),
    ("word-vague", "ro", "activities", "Concerte, expoziții și altele"),
    ("means-inside-result", "en", "outcomes", "Increased trust through meetings"),
    ("means-inside-result", "en", "outcomes", "Improved access to services through mediators"),
    ("means-inside-result", "en", "goals", "To increase trust through meetings"),
    ("means-inside-result", "ro", "outcomes", "Creșterea încrederii prin întâlniri"),
    ("means-inside-result", "ro", "outcomes", "Integrarea elevilor prin acțiuni artistice"),
    ("means-inside-result", "en", "outcomes", "Migrants find work by means of job fairs"),
    ("means-inside-result", "en", "outcomes", "Trust between neighbours through festivals"),
    ("outcome-worded-as-output", "en", "outcomes", "200 refugees trained"),
    (
        "outcome-worded-as-output",
        "en",
        "outcomes",
        "At least 200 young people trained in digital skills",
    ),
    ("outcome-worded-as-output", "ro", "outcomes", "200 de tineri formați"),
    (
        "outcome-worded-as-output",
        "ro",
        "outcomes",
        "Cel puțin 150 de funcționari publici instruiți în comunicare",
    ),
    ("outcome-worded-as-output", "en", "outcomes", "Refugees are trained in digital skills"),
    ("outcome-worded-as-activity", "ro", "outcomes", "Conștientizarea discriminării"),
    ("outcome-worded-as-activity", "ro", "outcomes", "Digitalizarea serviciilor publice"),
    ("activity-worded-as-outcome", "ro", "activities", "Consolidarea parteneriatului"),
    ("activity-worded-as-outcome", "en", "activities", "Strengthen partnerships"),
    ("activity-worded-as-outcome", "en", "activities", "Empower refugee women"),
    ("activity-worded-as-outcome", "en", "activities", "Improve access"),
    ("indicator-carries-target", "en", "indicators", "Reduced debt"),
    ("indicator-carries-target", "en", "indicators", "Improved signs"),
    ("term-loaded", "ro", "goals", "Localnicii sunt mai toleranți față de străini"),
    ("term-loaded", "en", "goals", "Tolerance towards minorities"),
    ("term-loaded", "en", "goals", "Residents are more tolerant of newcomers"),
    ("result-without-people", "ro", "goals", "Creșterea calității vieții"),
]
NOT_MEANT = [
    ("result-without-people", "ro", "goals", "Creșterea calității vieții în Arad"),
    ("claim-absolute", "ro", "outcomes", "Noii locuitori au aceleași drepturi ca toți ceilalți"),
    ("claim-absolute", "ro", "outcomes", "Străinii au acces la servicii la fel ca toți locuitorii"),
    ("claim-absolute", "ro", "outcomes", "Femeile au acces egal la toate serviciile"),
    ("claim-absolute", "ro", "outcomes", "Femeile folosesc toate serviciile"),
    ("claim-absolute", "ro", "outcomes", "Străinii folosesc serviciile la fel ca toată lumea"),
    ("claim-absolute", "en", "outcomes", "Refugees access all services like other residents"),
    ("claim-absolute", "en", "outcomes", "Refugees have access to all services"),
    ("claim-absolute", "en", "outcomes", "Refugees are treated like everybody else"),
    (
        "indicator-counts-outputs",
        "ro",
        "indicators",
        "Numărul de absolvenți de curs angajați la șase luni",
    ),
    ("indicator-counts-outputs", "ro", "indicators", "Numărul de absolvenți de curs care lucrează"),
    (
        "indicator-counts-outputs",
        "en",
        "indicators",
        "Number of course graduates employed after six months",
    ),
    (
        "indicator-counts-outputs",
        "en",
        "indicators",
        "Number of trained people still in work after a year",
    ),
    ("indicator-counts-outputs", "en", "indicators", "Number of graduates of courses in work"),
    (
        "indicator-counts-outputs",
        "en",
        "indicators",
        "Number of course participants attending school",
    ),
    (
        "assumption-is-a-wish",
        "ro",
        "assumptions",
        "Primăriile din județ vor sprijini cursurile cu săli gratuite",
    ),
    (
        "assumption-is-a-wish",
        "en",
        "assumptions",
        "Town halls will support the courses with free rooms",
    ),
    ("assumption-is-a-wish", "en", "assumptions", "Schools will cooperate by lending rooms"),
    ("statement-compound", "ro", "activities", "Elaborarea și tipărirea unui ghid"),
    ("statement-compound", "ro", "activities", "Elaborarea, tipărirea și difuzarea ghidului"),
    ("statement-compound", "ro", "activities", "Elaborarea ghidului și tipărirea lui"),
    ("statement-compound", "ro", "activities", "Elaborarea unui ghid și tipărirea ghidului"),
    ("statement-compound", "en", "activities", "Write and test the method"),
    ("statement-compound", "en", "activities", "Develop and test a method"),
    ("means-inside-result", "ro", "outcomes", "Copiii învață prin joc"),
    ("means-inside-result", "en", "outcomes", "Refugees find work through the job centre"),
    ("outcome-worded-as-output", "en", "outcomes", "Refugees trained in digital skills find work"),
    ("outcome-worded-as-output", "en", "outcomes", "Council decisions are informed by migrants"),
    ("outcome-worded-as-output", "en", "outcomes", "Trained staff use the guide"),
    ("result-without-people", "ro", "goals", "Creșterea calității vieții în județ"),
]


def _is_found(rule: str, language: str, section: str, title: Any) -> bool:
    entry = {"title": title, **({"of": ["change"]} if section == "indicators" else {})}
    sections: dict[str, dict[str, Any]] = {
        "outcomes": {"change": "Something"},
        "strategy": {"languages": [language]},
    }
    sections[section] = {**sections.get(section, {}), "entry": entry}
    strategy = Strategy.model_validate(sections)
    return bool(examine(strategy, rules=[find_rule(rule)]))


@pytest.mark.parametrize(("rule", "language", "section", "title"), MEANT)
def test_what_is_meant_is_found(rule: str, language: str, section: str, title: str) -> None:
    """The wording has the fault."""
    assert _is_found(rule, language, section, title)


@pytest.mark.parametrize(("rule", "language", "section", "title"), NOT_MEANT)
def test_what_only_looks_like_it_is_left_in_peace(
    rule: str, language: str, section: str, title: str
) -> None:
    """The wording has the same words, and not the fault."""
    assert not _is_found(rule, language, section, title)


def test_a_text_in_two_languages_is_quoted_in_that_of_the_word() -> None:
    """The title and the word that was found in it are of one language."""
    title = {"en": "Newcomers are helped", "ro": "Toți nou-veniții sunt ajutați"}
    strategy = Strategy.model_validate(
        {"strategy": {"languages": ["en", "ro"]}, "outcomes": {"help": {"title": title}}}
    )
    (found,) = examine(strategy, rules=[find_rule("claim-absolute")])
    assert "“Toți nou-veniții sunt ajutați”" in found.message.say("en")
