"""What people read, word for word: broken strategies and what is said of them.

Beside each strategy in `tests/golden` stands what `toc check` prints of it, in English.
Its first line names the rules that it is asked about; their reasons, which belong to the
rules' pages, are left out.  After a change that is meant, `TOC_ACCEPT=1` writes anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from cli.running import Ran, toc

from toc.rulebook import RULES

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = sorted(file.stem for file in GOLDEN.glob("*.yaml"))
ASKED = re.compile(r"# asked: (.*)\n")
WHY = re.compile(r"(?<== why: ).*")


def asked(name: str) -> list[str]:
    """Give the rules that a golden strategy is asked about."""
    first = ASKED.match((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"))
    assert first is not None
    return first[1].split()


def checked(name: str, **environment: str) -> Ran:
    """Check a golden strategy."""
    selected = [word for rule in asked(name) for word in ("--select", rule)]
    return toc("check", f"{name}.yaml", "--on", "2027-06-30", *selected, **environment)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand among the golden files."""
    monkeypatch.chdir(GOLDEN)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_is_what_was_agreed(name: str) -> None:
    """Every message, place, mark and mend of a broken strategy, to the character."""
    ran = checked(name)
    printed = WHY.sub("…", ran.out)
    agreed = GOLDEN / f"{name}.txt"
    if os.environ.get("TOC_ACCEPT"):
        agreed.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == agreed.read_text(encoding="utf-8")
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_that_is_asked_answers(name: str) -> None:
    """A golden strategy breaks each of the rules that it is asked about."""
    found = re.findall(r"^\w+\[([\w-]+)\]: ", checked(name).out, re.MULTILINE)
    assert set(found) == set(asked(name))


def test_every_rule_has_its_golden_words() -> None:
    """No rule is without an example of what it prints."""
    assert {rule for name in NAMES for rule in asked(name)} == set(RULES)


@pytest.mark.parametrize("name", NAMES)
def test_colours_stand_around_words_and_change_none(name: str) -> None:
    """On a terminal the same is printed, with colours in it."""
    coloured, plain = checked(name, FORCE_COLOR="1").out, checked(name).out
    assert re.sub(r"\x1b\[[\d;]+m", "", coloured) == plain
    assert coloured.count("\x1b[") > 4 * plain.count("-->")
