"""The language: by option, else by the environment, else English."""

from __future__ import annotations

import gettext
import json
import os
from pathlib import Path
from typing import Any

import pytest
from cli.running import BROKEN, WARNED, toc, write

from toc.cli.main import COMMANDS, main

GRAVITIES = {"en": "error[", "ro": "eroare["}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder with a broken strategy."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "x.yaml", BROKEN)


def spoken_by(*arguments: str, **environment: str) -> str:
    """Give the language in which `toc check` speaks of a broken strategy."""
    out = toc("check", "x.yaml", *arguments, **environment).out
    return next(language for language, word in GRAVITIES.items() if f"\n{word}" in out)


@pytest.mark.parametrize("name", ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("ro", "ro"),
        ("ro_RO.UTF-8", "ro"),
        ("ro_MD", "ro"),
        ("RO", "ro"),
        ("en_GB.UTF-8", "en"),
        ("hu_HU.UTF-8", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
    ],
)
def test_each_variable_of_the_environment_is_asked(name: str, value: str, language: str) -> None:
    """Romanian where a locale variable says so, English where it names none of ours."""
    assert spoken_by(**{name: value}) == language


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [("LANGUAGE", "LC_ALL"), ("LC_ALL", "LC_MESSAGES"), ("LC_MESSAGES", "LANG")],
)
def test_the_variables_have_the_order_of_gettext(stronger: str, weaker: str) -> None:
    """LANGUAGE goes before LC_ALL, LC_MESSAGES and LANG; an empty one says nothing."""
    assert spoken_by(**{stronger: "ro", weaker: "en"}) == "ro"
    assert spoken_by(**{stronger: "en", weaker: "ro"}) == "en"
    assert spoken_by(**{stronger: "", weaker: "ro"}) == "ro"


@pytest.mark.parametrize(
    ("value", "language"),
    [("hu:ro", "ro"), ("hu:ro:en", "ro"), ("en:ro", "en"), ("hu:uk", "en"), (":ro", "ro")],
)
def test_a_list_of_languages_is_taken_in_order(value: str, language: str) -> None:
    """Who would rather read Romanian than English, after Hungarian, gets Romanian."""
    assert spoken_by(LANGUAGE=value) == language


@pytest.mark.parametrize("option", [["--language", "ro"], ["--language=ro"]])
def test_the_option_has_the_last_word(option: list[str]) -> None:
    """`--language` wins over the environment, before or after the command."""
    assert spoken_by(*option, LANGUAGE="en") == "ro"
    assert toc(*option, "check", "x.yaml", LANGUAGE="en").out.startswith("eroare[")


def test_a_finding_is_romanian_throughout() -> None:
    """Gravity, reason and mend are said in Romanian, and the last line counts in it."""
    out = toc("check", "x.yaml", "--language", "ro").out
    for word in ("eroare[", "avertisment[", "= de ce: ", "= ce e de făcut: ", "2 erori"):
        assert word in out
    for word in ("error", "warning", "why:", "mend:"):
        assert word not in out


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 strategie cu"), (2, "2 strategii cu"), (20, "20 de strategii cu")]
)
def test_romanian_counts_as_romanians_do(count: int, said: str, tmp_path: Path) -> None:
    """One, few, and from twenty on with “de”."""
    for number in range(count):
        write(tmp_path / "many" / f"{number:02}.yaml", WARNED)
    assert toc("check", "many", LANGUAGE="ro").out.splitlines()[-1].startswith(said)


def test_json_keeps_its_fields_and_translates_its_messages() -> None:
    """In Romanian the same fields hold Romanian messages; names stay what programs know."""
    reports = {
        language: json.loads(toc("check", "x.yaml", "--format", "json", LANGUAGE=language).out)
        for language in GRAVITIES
    }
    assert reports["ro"]["language"] == "ro"
    english, romanian = (reports[one]["strategies"][0]["findings"] for one in ("en", "ro"))
    assert len(english) == len(romanian)
    for one, other in zip(english, romanian, strict=True):
        assert unsaid(one) == unsaid(other)
        for words in ("message", "mend", "question"):
            assert (one[words] is None) == (other[words] is None)
            assert one[words] is None or one[words] != other[words]


def unsaid(finding: dict[str, Any]) -> dict[str, Any]:
    """Give a finding without its words."""
    places = [there["place"] for there in finding["related"]]
    return {**finding, "related": places, **dict.fromkeys(("message", "mend", "question"))}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_romanian_too(name: str) -> None:
    """What a command is for, and argparse's own words, are said in Romanian."""
    romanian, english = (toc(name, "--help", LANGUAGE=one).out for one in ("ro", "en"))
    assert romanian.startswith("utilizare: toc")
    assert not set(sentences(romanian)) & set(sentences(english))


def sentences(text: str) -> list[str]:
    """Give the lines of a help text that say something to people."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if " " in line and not line.startswith(("-", "[", "{"))]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "nowhere.yaml"],
        ["check", "--select", "cycle-undeclred"],
        ["check", "--on", "ieri"],
        ["draw", "x.yaml", "-o", "x.docx"],
        ["explain", "no-such-thing-at-all"],
        ["new", "x.yaml"],
    ],
)
def test_a_refusal_is_romanian_too(arguments: list[str]) -> None:
    """What could not be done is said in Romanian, with the same exit code."""
    romanian, english = (toc(*arguments, LANGUAGE=one) for one in ("ro", "en"))
    assert (romanian.code, english.code) == (2, 2)
    assert romanian.err != english.err


def test_one_run_leaves_no_language_to_the_next() -> None:
    """A program that calls the command twice is spoken to as it asks each time."""
    assert toc("--help", "--language", "ro").out.startswith("utilizare:")
    before = os.environ.get("LANGUAGE", ""), gettext.textdomain()
    main(["explain", "id-duplicate", "--language", "ro"])
    assert (os.environ.get("LANGUAGE", ""), gettext.textdomain()) == before
