"""Checking never raises, whatever is written and whoever wrote it, and order means nothing.

Every rule is asked, optional ones too, for a day and for none.  A rule that raises is told
of as a failure of the tool: there must be none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mutations.clean import NAMES, as_text, clean
from theories import Drawn, dates, ids, load_files, strategies, texts, trees, yaml_texts

from toc.checking import judge, judge_loaded
from toc.findings import Finding
from toc.model import Strategy
from toc.model.anatomy import noun_at
from toc.model.base import Noun
from toc.model.strategy import SECTIONS
from toc.rulebook import Rulebook
from toc.verdicts import Verdict
from toc.words import LANGUAGES

DAYS = st.one_of(st.none(), st.dates(), st.just(date(2026, 7, 1)))


@cache
def every_rule() -> Rulebook:
    """Ask every rule that there is."""
    return Rulebook(select=Rulebook().names)


def sound(verdict: Verdict) -> None:
    """See to it that no rule failed, and that all that was found can be said."""
    assert verdict.failures == ()
    for finding in (*verdict.findings, *verdict.waived):
        sayable = (finding.message, finding.mend, finding.label, finding.question)
        assert all(one.say(language) for one in sayable if one for language in LANGUAGES)
        assert all(one.message.say(language) for one in finding.related for language in LANGUAGES)


def check_files(files: Mapping[str, str | bytes], on: date | None) -> Verdict:
    """Check the file `strategy.yaml` with what stands beside it."""
    verdict = judge_loaded(load_files(files, "strategy.yaml"), on=on, book=every_rule())
    assert all(finding.span is not None for finding in verdict.findings)
    return verdict


@given(st.binary(max_size=400), st.binary(max_size=100), st.binary(max_size=100), DAYS)
def test_any_bytes(strategy: bytes, translation: bytes, table: bytes, on: date | None) -> None:
    """Bytes of no meaning, in all three kinds of file, end in findings with places."""
    files = {
        "strategy.yaml": strategy,
        "strategy.i18n/en.yaml": translation,
        "strategy.readings.csv": table,
    }
    sound(check_files(files, on))


@given(st.text(max_size=300) | yaml_texts(60), st.text(max_size=60), DAYS)
def test_any_text(strategy: str, table: str, on: date | None) -> None:
    """So do texts of any characters, and texts that are nearly YAML."""
    content = strategy.encode(errors="surrogatepass")
    readings = f"indicator,date,value\n{table}".encode(errors="surrogatepass")
    sound(check_files({"strategy.yaml": content, "strategy.readings.csv": readings}, on))


ODD: tuple[Any, ...] = (
    *("", " ", "0", "-1", "1e309", "9" * 400, "-0.0", "nan", ".inf", "12,5", "1_000", "0x1F"),
    *("9999-12-31", "0001-01-01", "9999", "2026-Q4", "2026-13", "2026-02-30", "2026/..", "../.."),
    *("9999-12/9999-12", "2026-12/2026-01", "P0D", "P9999Y", "P-1M", "P1Y2M3W4D", "999999999"),
    *("a -> a", "a", "A", "b", "nobody", "tbd", "TBD", "all", "any", "none", "true", "%", "100 %"),
    *("x" * 500, "și " * 90, "\u202e\u200b", "e\u0301", "{count}", "%(x)s", "\\", "'\"", "#", "->"),
    *([], {}, [[]], {"a": {"a": {"a": "a"}}}, {"": ""}, {"ro": "", "en": "a"}, {"value": {}}, None),
    *({"2026": "1", "2025": "2"}, {"9999": "1"}, [1, "5"], {"by": {"f": "3"}}, {"every": "P0M"}),
    *([{"about": "a", "decision": "keep"}], {"a": {"Ana": "3", "b": "x"}}, {"on": "2026", "by": []}),
)  # fmt: skip
NAMED = ("a", "A", "b", "c", "d-1", "tbd", "x-own", "a b", "")


@cache
def fields(section: str) -> tuple[str, ...]:
    """Give the fields that an entry of a section may have."""
    noun = noun_at(("strategy",) if section == "strategy" else (section, ""))
    assert isinstance(noun, type)
    assert issubclass(noun, Noun)
    named = (info.alias or name for name, info in noun.model_fields.items())
    return tuple(name for name in named if name != "x-")


def odd_values() -> Drawn:
    """Give values that stand in the wrong place: of any kind, any size, any date."""
    real = st.one_of(texts(), ids(), dates().map(str), st.sampled_from(NAMED))
    several = st.lists(real, max_size=4)
    return st.one_of(st.sampled_from(ODD), real, several, trees(st.sampled_from(ODD)))


def odd_entries(section: str) -> Drawn:
    """Give an entry with the right fields and whatever in them, or no entry at all."""
    known = st.sampled_from(fields(section))
    return st.one_of(st.dictionaries(known, odd_values(), max_size=8), odd_values())


def odd_sections(section: str) -> Drawn:
    """Give a section in which some entries are entries."""
    ends = st.sampled_from(NAMED)
    arrows = st.builds("{} -> {}".format, ends, ends)
    keys = arrows if section == "links" else ends
    return st.one_of(st.dictionaries(keys, odd_entries(section), max_size=4), odd_values())


@st.composite
def odd_trees(draw: st.DrawFn) -> dict[str, Any]:
    """Give a tree with the sections of a strategy, most of them with something odd inside."""
    chosen = draw(st.lists(st.sampled_from(SECTIONS), max_size=12, unique=True))
    tree = {"toc": "1", "strategy": draw(odd_entries("strategy"))}
    return tree | {section: draw(odd_sections(section)) for section in chosen}


@given(odd_trees(), DAYS)
@example({"toc": "1", "strategy": {"period": "9999-12/.."}}, date(9999, 12, 31))
@example({"toc": "1", "strategy": {"status": "running"}, "goals": {"a": "A"}}, date(1, 1, 1))
def test_any_tree_in_the_shape_of_a_strategy(tree: dict[str, Any], on: date | None) -> None:
    """Wrong types, lost references, huge numbers and odd dates are findings and no failures."""
    sound(check_files({"strategy.yaml": as_text(tree)}, on))


@given(st.sampled_from(NAMES), st.integers(0, 2**32), odd_values(), DAYS)
def test_any_value_in_a_rich_strategy(name: str, seed: int, value: Any, on: date | None) -> None:
    """A strategy with everything in it, and three odd values among it."""
    own = as_text(clean(name).tree)
    tree = _planted(own, value, Random(seed))
    sound(check_files({**clean(name).files(), "strategy.yaml": as_text(tree)}, on))


def _planted(text: str, value: Any, random: Random) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    for _ in range(3):
        section = random.choice([one for one in SECTIONS if isinstance(tree.get(one), dict)])
        name = random.choice(list(tree[section]) or ["a"])
        if isinstance(tree[section].get(name), dict):
            tree[section][name][random.choice(fields(section))] = value
    return tree


@given(strategies(max_nodes=8), DAYS)
def test_any_strategy_from_python(strategy: Strategy, on: date | None) -> None:
    """What the model takes, the rules can be asked about."""
    sound(judge(strategy, on=on, book=every_rule()))


# What holds for several entries and is told once stands at the first of them.
AT_THE_FIRST = ("cycle-undeclared", "source-without-grade")


def without_places(findings: Sequence[Finding]) -> list[tuple[Any, ...]]:
    """Give what is found, of what, and how grave it is, in an order of its own."""
    return sorted(
        (one.rule, "" if one.rule in AT_THE_FIRST else _named(one.route), int(one.severity))
        for one in findings
    )


def _named(route: Sequence[object]) -> str:
    return " / ".join("[]" if isinstance(step, int) else str(step) for step in route)


def shuffled(value: Any, random: Random) -> Any:
    """Give the same data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: shuffled(value[key], random) for key in keys}
    return [shuffled(one, random) for one in value] if isinstance(value, list) else value


def broken(name: str, random: Random) -> dict[str, Any]:
    """Give a clean strategy with a third of its fields left out: something is found everywhere."""
    tree = shuffled(clean(name).tree, Random(0))
    for section in SECTIONS:
        for entry in tree[section].values():
            for field in [one for one in entry if one not in _ORDERED and random.random() < 1 / 3]:
                del entry[field]
    return dict(tree)


# Without these nearly every rule would be silent.
_ORDERED = ("title", "of")


def in_one_file(tree: dict[str, Any], random: Random) -> Mapping[str, str]:
    """Write the keys of a strategy in any order, into one file."""
    return {"town/strategy.yaml": as_text(shuffled(tree, random))}


def in_many_files(tree: dict[str, Any], random: Random) -> Mapping[str, str]:
    """Spread the sections of a strategy over files of any names."""
    names = [f"town/{random.choice('abcxyz')}{number}.yaml" for number in range(5)]
    parts: dict[str, dict[str, Any]] = {}
    for section in random.sample(list(tree), len(tree)):
        parts.setdefault(random.choice(names), {})[section] = tree[section]
    return {name: as_text(part) for name, part in parts.items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("written", [in_one_file, in_many_files])
@settings(max_examples=settings().max_examples // 5)
@given(seed=st.integers(0, 2**32))
def test_order_changes_no_finding(
    name: str, written: Callable[[dict[str, Any], Random], Mapping[str, str]], seed: int
) -> None:
    """Whoever sorts keys, or cuts a strategy into files of other names, finds the same."""
    random = Random(seed)
    tree = broken(name, random)
    as_it_was = load_files({"town/strategy.yaml": as_text(tree)}, "town")
    as_it_is = load_files(written(tree, random), "town")
    before, after = (
        judge_loaded(one, on=date(2026, 7, 1), book=every_rule()) for one in (as_it_was, as_it_is)
    )
    assert without_places(after.findings) == without_places(before.findings)
    assert before.findings
