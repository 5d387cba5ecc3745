"""What people and programs read, word for word: broken strategies and what is said of them.

Beside each strategy in `tests/golden` stands what `toc check` prints of it, in English, and
in `tests/golden/formats` what it says of two in every format and language.  The first line of
a strategy names the rules that it is asked about; their reasons, which belong to the rules'
pages, are left out.  After a change that is meant, `TOC_ACCEPT=1` writes anew.
"""

from __future__ import annotations

import json
import os
import re
from html import escape
from pathlib import Path

import pytest
from cli.running import Ran, toc

from toc.markdown import escaped
from toc.reporters import REPORTERS
from toc.rulebook import RULES, Rulebook
from toc.words import LANGUAGES

GOLDEN = Path(__file__).parents[1] / "golden"
FORMATS = GOLDEN / "formats"
NAMES = sorted(file.stem for file in GOLDEN.glob("*.yaml"))
ASKED = re.compile(r"# asked: (.*)\n")
WHY = re.compile(r"(?<== why: ).*")


def asked(file: Path) -> list[str]:
    """Give the rules that a golden strategy is asked about."""
    first = ASKED.match(file.read_text(encoding="utf-8"))
    assert first is not None
    return first[1].split()


def selected(file: Path) -> list[str]:
    """Give the options that ask only these rules, on the day of the golden strategies."""
    return ["--on", "2027-06-30", *(word for rule in asked(file) for word in ("--select", rule))]


def checked(name: str, **environment: str) -> Ran:
    """Check a golden strategy."""
    return toc("check", f"{name}.yaml", *selected(GOLDEN / f"{name}.yaml"), **environment)


def agreed(file: Path, printed: str) -> str:
    """Give what was agreed on; write it anew when that is asked for."""
    if os.environ.get("TOC_ACCEPT"):
        file.write_text(printed, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand among the golden files."""
    monkeypatch.chdir(GOLDEN)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_is_what_was_agreed(name: str) -> None:
    """Every message, place, mark and mend of a broken strategy, to the character."""
    ran = checked(name)
    printed = WHY.sub("…", ran.out)
    assert printed == agreed(GOLDEN / f"{name}.txt", printed)
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_that_is_asked_answers(name: str) -> None:
    """A golden strategy breaks each of the rules that it is asked about."""
    found = re.findall(r"^\w+\[([\w-]+)\]: ", checked(name).out, re.MULTILINE)
    assert set(found) == set(asked(GOLDEN / f"{name}.yaml"))


def test_every_kind_of_fault_in_a_file_has_its_golden_words() -> None:
    """What stands between a file and its strategy is printed here; other rules have pages."""
    bare = {name for name in RULES if RULES.chapter(name) == "files" and not _checks(name)}
    golden = {rule for name in NAMES for rule in asked(GOLDEN / f"{name}.yaml")}
    assert len(bare) > 5
    assert bare - golden == set()


def _checks(rule: str) -> bool:
    return Rulebook().find(rule).check is not None


@pytest.mark.parametrize("name", NAMES)
def test_colours_stand_around_words_and_change_none(name: str) -> None:
    """On a terminal the same is printed, with colours in it."""
    coloured, plain = checked(name, FORCE_COLOR="1").out, checked(name).out
    assert re.sub(r"\x1b\[[\d;]+m", "", coloured) == plain
    assert coloured.count("\x1b[") > 4 * plain.count("-->")


class TestFormats:
    """A draft with faults, a waiver and markup in its title, and a sketch with notes."""

    DRAFT = FORMATS / "draft.yaml"

    @pytest.fixture(autouse=True)
    def _here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand beside both."""
        monkeypatch.chdir(FORMATS)

    def told(self, form: str, language: str) -> Ran:
        """Check both strategies."""
        said = ("--format", form, "--language", language)
        return toc("check", self.DRAFT.name, "sketch.yaml", *selected(self.DRAFT), *said)

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("form", REPORTERS)
    def test_each_format_says_what_was_agreed(self, form: str, language: str) -> None:
        """In every format and language, to the character."""
        ran = self.told(form, language)
        printed = without_pages(ran.out, asked(self.DRAFT), language)
        assert printed == agreed(FORMATS / f"{form}.{language}.txt", printed)
        assert (ran.code, ran.err) == (1, "")

    @pytest.mark.parametrize("form", REPORTERS)
    def test_the_languages_differ_in_words_alone(self, form: str) -> None:
        """In either language a format tells of the same rules as often, at the same lines."""
        numbers = [re.findall(r"\d+", self.told(form, one).out) for one in ("en", "ro")]
        assert sorted(numbers[0]) == sorted(numbers[1])
        assert self.told(form, "en").out != self.told(form, "ro").out

    def test_no_file_is_left_over(self) -> None:
        """Every agreed output belongs to a format and a language that there are."""
        wanted = {f"{form}.{language}.txt" for form in REPORTERS for language in LANGUAGES}
        assert {file.name for file in FORMATS.glob("*.txt")} == wanted


def without_pages(printed: str, rules: list[str], language: str) -> str:
    """Leave out what belongs to the rules' pages, however it is escaped."""
    for rule in rules:
        page = Rulebook().page(rule)
        for words in (page.why(language), page.summary(language)):
            quoted = json.dumps(words, ensure_ascii=False)[1:-1]
            for form in (words, quoted, escaped(words), escape(words)):
                printed = printed.replace(form, "…")
    return printed
