"""What counts as a wording in a language."""

from __future__ import annotations

import pytest
from theories import load_files

from toc.model import Strategy
from toc.rulebook import examine, find_rule

RULE = find_rule("translation-missing")


def found(languages: list[str], *titles: object) -> list[str]:
    """Give what is said of goals with these titles."""
    goals = {f"g{number}": {"title": title} for number, title in enumerate(titles)}
    strategy = Strategy.model_validate({"strategy": {"languages": languages}, "goals": goals})
    return [finding.message.say() for finding in examine(strategy, rules=[RULE])]


@pytest.mark.parametrize(
    ("languages", "title"),
    [
        ([], {"ro": "Da"}),
        (["ro"], "Da"),
        (["ro"], {"ro-MD": "Da"}),
        (["ro-RO", "en-GB"], {"ro": "Da", "EN": "Yes"}),
        (["ro", "en"], {"": "Da", "en": "Yes"}),
        (["ro", "en"], "AER"),
        (["ro", "en"], "2026"),
        (["ro", "română"], "Da"),
    ],
)
def test_given(languages: list[str], title: object) -> None:
    """The original needs no tag, a region makes no other language, and letters may be enough."""
    assert found(languages, title) == []


def test_each_language_is_told_once() -> None:
    """One finding for one language says how many texts lack it."""
    goals = ({"ro": "Da"}, {"ro": "Nu", "en": " ", "hu": "Nem"}, "Poate")
    assert found(["ro", "en", "hu"], *goals) == [
        "3 texts have no wording in English; the first is “Da”",
        "2 texts have no wording in Hungarian; the first is “Da”",
    ]


def test_script_is_part_of_a_language() -> None:
    """Serbian in Latin letters is not Serbian in Cyrillic ones."""
    assert found(["sr-Cyrl"], {"sr-Latn": "Da"}) == ["“Da” has no wording in “sr-Cyrl”"]


def test_nothing_is_missed_where_translations_could_not_be_read() -> None:
    """A file of translations with a fault may hold all that is missing."""
    strategy = "strategy: {languages: [ro, en], id: s}\ngoals: {a: Acces}\n"
    for translations, expected in (("a.title: 'X\n", 0), ("strategy.title: X\n", 1)):
        loaded = load_files({"s.yaml": strategy, "s.i18n/en.yaml": translations}, "s.yaml")
        told = examine(loaded.strategy, rules=[RULE], holes=loaded.holes)
        assert len(told) == expected


def test_it_waits_where_yaml_has_lost_a_part_of_a_text() -> None:
    """What is missing may be what a comma cut off: that is told, and nothing else."""
    text = "{en: Residents know, and use, the desk, ro: Locuitorii folosesc ghișeul}"
    lost = f"strategy: {{languages: [en, ro], id: s}}\noutcomes: {{x: {{title: {text}}}}}\n"
    loaded = load_files({"s.yaml": lost}, "s.yaml")
    told = examine(
        loaded.strategy,
        rules=[RULE, find_rule("yaml-loses-text")],
        found=loaded.findings,
        holes=loaded.holes,
    )
    assert {one.rule for one in told} == {"yaml-loses-text"}
