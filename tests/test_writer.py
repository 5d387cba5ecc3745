"""Writing a strategy: what is written is read back as it was, whatever the texts say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import example, given
from theories import strategies

from toc import Date, Strategy, Text, load, write
from toc.findings import Finding
from toc.loading import find_strategies, load_parts
from toc.text.document import read_document
from toc.text.source import Source
from toc.text.writer import write_tree

HOSTILE = [
    "no",
    "yes",
    "on",
    "null",
    "~",
    "true",
    "y",
    "17.10",
    "0256493610",
    "+40256",
    "12:30",
    "0x1F",
    "1e3",
    ".5",
    "1_000",
    "12,5",
    "2026-03-14",
    "2026-03-14T10:00:00Z",
    "=",
    "<<",
    "",
    " ",
    "  spaces around  ",
    "\ttab first",
    "tab\tinside",
    "- a dash first",
    "-",
    "--- three dashes",
    "...",
    "? a question first",
    ": a colon first",
    "a colon: inside",
    "a colon at the end:",
    "# a hash first",
    "a hash # inside",
    "a#hash",
    "[in brackets]",
    "{in: braces}",
    "a, comma",
    "& ampersand",
    "&anchor",
    "*alias",
    "!tag",
    "%directive",
    "@at",
    "`tick",
    "| bar",
    "> greater",
    '"in double quotes"',
    "'in single quotes'",
    "it's",
    'half a "quote',
    "back\\slash \\n",
    "two\nlines",
    "two\n\nparagraphs\n",
    "\nan empty line first",
    "a line\n  and an indented one",
    "spaces before the end \n of a line",
    "windows\r\nlines",
    "old mac\rlines",
    "a next line\x85here",
    "a line separator\u2028here",
    "a paragraph separator\u2029here",
    "\x1b[31mred\x07",
    "nothing\x00here",
    "\ufeffmark first",
    "soft\xadhyphen",
    "zero\u200bwidth",
    "no-break\xa0space",
    "e\u0301 loose accent",
    "👩🏽‍🏫 🇷🇴",
    "🌍",
    "يحصل المهاجرون",
    "עברית: נקודתיים",
    "\u202eright to left",
    "移民平等使用公共服务",
    "course -> apply",
    "course → apply",
    "a long text " * 50,
    "along" * 100,
]


def read_back(text: str, beside: Iterable[Path] = ()) -> tuple[Strategy, list[Finding]]:
    """Read a text as a file, and give the strategy and what was found on the way in."""
    with TemporaryDirectory() as folder:
        for other in beside:
            copy(other, folder)
        file = Path(folder) / "x.yaml"
        file.write_bytes(text.encode("utf-8"))
        (parts,) = find_strategies(file)
        loaded = load_parts(parts)
    return loaded.strategy, list(loaded.findings)


def faults(findings: list[Finding]) -> list[str]:
    """Give the findings that say that something was not understood as it was meant."""
    harmless = ("entry-without-title", "characters-stray", "letters-legacy-romanian")
    return [finding.message.say() for finding in findings if finding.rule not in harmless]


@given(strategies())
def test_what_is_written_is_read_back(strategy: Strategy) -> None:
    """Any strategy is equal to the one that is read from what it was written as."""
    again, findings = read_back(write(strategy))
    assert faults(findings) == []
    assert again == strategy


@given(strategies())
def test_what_was_read_back_is_written_alike(strategy: Strategy) -> None:
    """Writing is the same each time, and writing what was read changes no character."""
    text = write(strategy)
    assert write(strategy) == text
    again, _ = read_back(text)
    assert write(again) == text


@given(strategies())
def test_both_parsers_read_the_same(strategy: Strategy) -> None:
    """What is written says the same to libyaml and to the parser in Python."""
    source = Source("x.yaml", write(strategy))
    fast, pure = (read_document(source, pure=one) for one in (False, True))
    assert fast.data == pure.data


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_survives(text: str) -> None:
    """What YAML takes for something else is written so that it stays what it was."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"title": text, "vision": {"ro": text, "en": text}},
            "goals": {"short": text, "long": {"title": text, "text": text, "tags": [text, text]}},
            "events": {"e": {"decided": [text, "something else"]}},
            "links": {"short -> long": text},
            "changelog": {"1.0": {"title": text, "because": text}},
        }
    )
    again, findings = read_back(write(strategy))
    assert faults(findings) == []
    assert again == strategy


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in ("<<", "tbd")])
def test_a_hostile_key_survives(text: str) -> None:
    """Where keys are free text, they are kept too."""
    strategy = Strategy(changelog={text: "Why"}, goals={"g": {"refs": {text: ["1"]}}})
    again, findings = read_back(write(strategy))
    assert faults(findings) == []
    assert again == strategy


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\x00" not in text])
def test_other_readers_read_the_same_text(text: str) -> None:
    """A typed YAML reader never takes a word of it for true, false or nothing."""
    written = write_tree({"goals": {"g": text, "h": [text]}})
    read = yaml.safe_load(written)["goals"]
    for value in (read["g"], read["h"][0]):
        assert not isinstance(value, bool | None | list | dict)
        if isinstance(value, str):
            assert value == text


@pytest.mark.parametrize("length", [20, 100, 127, 128, 129, 500, 1023, 1024, 1025, 3000])
def test_a_long_link_survives(length: int) -> None:
    """However long its ids are, a link is read back."""
    key = f"{'a' * length}, {'b' * length} -> {'c' * length}"
    strategy = Strategy(links={key: "Because", key.upper(): {"role": "hinders"}})
    again, findings = read_back(write(strategy))
    assert faults(findings) == []
    assert again == strategy


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (-3, "-3"),
        (1250, "1250"),
        (10**25, "1" + "0" * 25),
        (0.5, "0.5"),
        (5.0, "5.0"),
        (12.5, "12.5"),
        (1.125, "1.1250"),
        (-45.625, "-45.6250"),
        (1000.125, "1000.125"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-7, "0.0000001"),
        (1e22, "1" + "0" * 22),
    ],
)
def test_a_number_is_written_in_one_way_to_read_it(number: float, written: str) -> None:
    """Digits and a point: no exponent, and nothing that could be a thousand."""
    strategy = Strategy(inputs={"money": {"title": "Money", "amount": number}})
    text = write(strategy)
    assert f"amount: {written}\n" in text
    again, findings = read_back(text)
    assert faults(findings) == []
    assert again.inputs["money"].amount == number


@pytest.mark.parametrize(
    ("strategy", "lines"),
    [
        pytest.param(
            Strategy(goals={"equal": "Equal access"}),
            ["goals:", "  equal: Equal access"],
            id="a-title-alone-is-the-entry",
        ),
        pytest.param(
            Strategy(goals={"equal": {"title": {"ro": "Acces", "en": "Access"}}}),
            ["goals:", "  equal:", "    title:", "      ro: Acces", "      en: Access"],
            id="languages-stand-below-the-field",
        ),
        pytest.param(
            Strategy(links={"a -> b": "Because", "b -> c": {"role": "hinders"}}),
            ["links:", "  a -> b: Because", "  b -> c:", "    role: hinders"],
            id="a-reason-alone-is-the-link",
        ),
        pytest.param(
            Strategy(
                indicators={"i": {"target": {"2028": 20, "2029": {"value": 25, "note": "n"}}}}
            ),
            ["    target:", "      2028: 20", "      2029:", "        value: 25"],
            id="a-value-alone-is-the-measurement",
        ),
        pytest.param(
            Strategy(events={"e": {"attended": {"value": 12}}}),
            ["    attended:", "      value: 12"],
            id="a-stakeholder-may-be-called-value",
        ),
        pytest.param(
            Strategy(pilots={"p": {"scores": {"cost": {"value": 3}}}}),
            ["    scores:", "      cost:", "        value: 3"],
            id="a-person-may-be-called-value",
        ),
        pytest.param(
            Strategy(pilots={"p": {"tests": ["time", "a->b"]}}),
            ["    tests:", "      - time", "      - a->b"],
            id="a-link-in-a-list-has-a-line",
        ),
        pytest.param(
            Strategy(activities={"a": {"for": ["one", "two"], "quick_win": True, "cost": "none"}}),
            ["    for: [one, two]", "    cost: 0", "    quick_win: true"],
            id="lists-of-ids-are-one-line",
        ),
        pytest.param(
            Strategy.model_validate(
                {"strategy": {"place": "Arad", "period": "2026/2028", "terms": {"goals": "Țel"}}}
            ),
            ["  period: 2026/2028", "  place: Arad", "  terms:", "    goals: Țel"],
            id="dates-and-letters-are-not-quoted",
        ),
        pytest.param(
            Strategy(goals={"g": {"title": "Goal", "x-note": {"by": ["me", None]}}}),
            ["    title: Goal", "    x-note:", "      by:", "        - me", "        -"],
            id="keys-of-ones-own-come-last",
        ),
    ],
)
def test_it_is_written_as_people_write_it(strategy: Strategy, lines: list[str]) -> None:
    """Short forms where they say all, one line for a list of ids, and no needless quotes."""
    text = write(strategy)
    assert "\n".join(lines) in text
    again, findings = read_back(text)
    assert faults(findings) == []
    assert again == strategy


def test_the_sections_come_in_the_order_of_the_format() -> None:
    """Whatever the order in which it was built, `toc` and `strategy` come first."""
    strategy = Strategy.model_validate(
        {
            "x-own": "mine",
            "links": {"a -> g": "r"},
            "goals": {"g": "G"},
            "strategy": {"id": "s"},
        }
    )
    heads = [line for line in write(strategy).splitlines() if line[:1].isalpha()]
    assert heads == ["toc: 1", "strategy:", "goals:", "links:", "x-own: mine"]


def test_the_order_of_entries_is_the_authors() -> None:
    """Within a section nothing is sorted."""
    strategy = Strategy(goals={name: name for name in "zebra apple mango".split()})  # noqa: SIM905
    assert list(read_back(write(strategy))[0].goals) == ["zebra", "apple", "mango"]


def test_an_empty_strategy_is_a_file() -> None:
    """Nothing written is the format's number, and can be read."""
    assert write(Strategy()) == "toc: 1\n"


@example(Strategy(goals={"g": {"due": Date.of("2026-Q2")}}))
@given(strategies(clean=True))
def test_what_can_be_loaded_can_be_saved_and_loaded(strategy: Strategy) -> None:
    """`load` takes what `write` gives, as a user would call them."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.yaml"
        file.write_text(write(strategy), encoding="utf-8", newline="")
        assert load(file) == strategy


@pytest.mark.parametrize("name", ["timis", "arad.yaml", "salaj"])
def test_a_real_strategy_survives(name: str) -> None:
    """All are equal to what is read from what they are written as, with the same answers beside."""
    home = Path(__file__).parents[1] / "strategies"
    strategy = load(home / name)
    folder = home / name if (home / name).is_dir() else home
    names = (one.answers for one in strategy.assessments.values() if one.answers)
    again, findings = read_back(write(strategy), [folder / answers for answers in names])
    assert faults(findings) == []
    assert {key: getattr(again, key) for key in type(again).model_fields} == {
        key: getattr(strategy, key) for key in type(strategy).model_fields
    }


def test_a_wording_in_no_language_keeps_its_words() -> None:
    """A translated text whose original has no language is written as undetermined."""
    title = Text.of("Guvernare").translated("en", "Governance")
    again, _ = read_back(write(Strategy(goals={"g": {"title": title}})))
    said = again.goals["g"].title
    assert said is not None
    assert (said.say("en"), said.say("ro")) == ("Governance", "Guvernare")
