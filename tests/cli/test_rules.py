"""`toc rules` and `toc explain`: the rules as a list, and as pages."""

from __future__ import annotations

import json

import pytest
from cli.running import toc

from toc.findings import Severity
from toc.rulebook import RULES, find_rule
from toc.words import LANGUAGES

TITLES = {
    "en": ["Assessments", "Assumptions, risks and external factors", "Evidence"],
    "ro": ["Evaluări", "Ipoteze, riscuri și factori externi", "Dovezi"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_listed_once_with_its_sentence(language: str) -> None:
    """The list has a line for each rule: its name, and in that language what it looks for."""
    ran = toc("rules", LANGUAGE=language)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split(maxsplit=1) for line in ran.out.splitlines() if line.startswith("  ")]
    assert {name: said for name, said in lines} == {  # noqa: C416 - as a mapping
        name: find_rule(name).summary(language) for name in RULES
    }
    assert len(lines) == len(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_chapters(language: str) -> None:
    """Rules stand under the title of their chapter, and every chapter has one."""
    lines = toc("rules", LANGUAGE=language).out.splitlines()
    titles = [line for line in lines if not line.startswith(" ")]
    assert titles[:3] == TITLES[language]
    assert len(titles) == len({RULES.chapter(name) for name in RULES})


def test_the_list_as_json_has_fields() -> None:
    """`--format json` gives each rule's name, chapter, sentence, reason and gravity."""
    ran = toc("rules", "--format", "json")
    listed = {rule["name"]: rule for rule in json.loads(ran.out)}
    assert sorted(listed) == list(RULES)
    for name, rule in listed.items():
        known = find_rule(name)
        assert rule == {
            "name": name,
            "chapter": known.chapter,
            "summary": known.summary(),
            "why": known.why(),
            "severity": known.grade("draft").word,
            "since": known.since,
            "sketch": known.grade("sketch").word,
            "adopted": known.grade("adopted").word,
        }


def test_the_list_as_json_has_the_same_order() -> None:
    """People and programs read the rules in the same order."""
    plain = [line.split()[0] for line in toc("rules").out.splitlines() if line.startswith("  ")]
    listed = [rule["name"] for rule in json.loads(toc("rules", "--format", "json").out)]
    assert listed == plain


def test_the_gravities_are_words_that_the_gate_knows() -> None:
    """What the list calls a rule's gravity is what findings and `--fail-on` call it."""
    listed = json.loads(toc("rules", "--format", "json").out)
    said = {rule[status] for rule in listed for status in ("severity", "sketch", "adopted")}
    assert said <= {severity.word for severity in Severity}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str, language: str) -> None:
    """`toc explain` prints a rule's page in the language asked for."""
    ran = toc("explain", rule, "--language", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == find_rule(rule).page(language)
    assert ran.out.startswith(f"# {rule}\n")


@pytest.mark.parametrize("rule", RULES)
def test_the_two_languages_have_pages_of_their_own(rule: str) -> None:
    """A Romanian page is not the English one."""
    pages = {toc("explain", rule, "--language", language).out for language in LANGUAGES}
    assert len(pages) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("cycle-undeclred", "cycle-undeclared"),
        ("undeclared-cycle", "cycle-undeclared"),
        ("Cycle-Undeclared", "cycle-undeclared"),
        ("cycle_undeclared", "cycle-undeclared"),
    ],
)
def test_a_name_that_is_nearly_right_is_corrected(name: str, meant: str) -> None:
    """Exit 2, and the rule that was meant is named."""
    ran = toc("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"toc: no rule is called “{name}”; did you mean “{meant}”?\n"


@pytest.mark.parametrize("name", ["", "zzz", "../rulebook", "\x1b[31m"])
def test_a_name_like_no_other_is_sent_to_the_list(name: str) -> None:
    """Exit 2, where the list is, and nothing that a terminal would obey."""
    ran = toc("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("; “toc rules” lists them\n")
    assert "\x1b" not in ran.err
