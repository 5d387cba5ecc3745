"""A corpus of YAML's traps: none is accepted in silence.

Each file of `traps/` is a small strategy with one trap in it.  `traps/expected.txt` says
what becomes of it: the texts that whoever reads the YAML specification sees there, or the
finding and its place.  The files are also where the fuzz target begins.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.checking import judge_loaded
from toc.findings import Finding
from toc.loading import find_strategies, load_parts
from toc.model import Strategy
from toc.model.plain import plain
from toc.rulebook import Rulebook
from toc.text.document import read_document
from toc.text.source import read_source

TRAPS = Path(__file__).parent / "traps"
NAMES = sorted(file.stem for file in TRAPS.glob("*.yaml"))
LONGEST = 60
NOTHING = "nothing"
READER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# PyYAML's own parser refuses tabs where the specification allows them; libyaml does not.
TABS = {"inner-tab", "tab-after-key", "trailing-tab"} if READER is yaml.BaseLoader else set()


@cache
def expectations() -> dict[str, tuple[str, ...]]:
    """Read the table, by the name of the trap."""
    lines = (TRAPS / "expected.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if line and line[0] != "#"]
    return {name.strip(): tuple(said.split(" && ")) for name, said in rows}


def told(name: str) -> tuple[str, ...]:
    """Say what becomes of a trap: findings with places, or the texts that are read."""
    loaded = load_parts(find_strategies(TRAPS / f"{name}.yaml")[0])
    book = Rulebook(select=("files",), ignore=("entry-without-title",))
    verdict = judge_loaded(loaded, book=book)
    assert verdict.failures == ()
    found = sorted(verdict.findings, key=lambda one: str(placed(one)))
    return tuple(map(placed, found)) or tuple(read_texts(loaded.strategy)) or (NOTHING,)


def placed(finding: Finding) -> str:
    """Say a finding's rule and place."""
    assert finding.span is not None
    return f"{finding.rule} {finding.span.line}:{finding.span.column}"


def read_texts(strategy: Strategy) -> list[str]:
    """Give the texts of a strategy beside those that every trap has, each with its route."""
    leaves = _leaves(plain(strategy), "")
    usual = ("toc=", "strategy.id=", "strategy.title='T'")
    return [leaf for leaf in leaves if not leaf.startswith(usual)]


def _leaves(value: Any, route: str) -> list[str]:
    if isinstance(value, dict):
        return [leaf for key, one in value.items() for leaf in _leaves(one, f"{route}.{key}")]
    if isinstance(value, list):
        return [leaf for one in value for leaf in _leaves(one, f"{route}[]")]
    said = ascii(value) if len(str(value)) <= LONGEST else f"{len(value)} characters"
    return [f"{route[1:]}={said}"]


@pytest.mark.parametrize("name", NAMES)
def test_a_trap_ends_as_the_table_says(name: str) -> None:
    """The texts are those of the specification, or there is a finding at the place."""
    assert told(name) == expectations()[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pure", [False, True])
def test_what_has_no_finding_is_read_as_yaml_reads_it(name: str, *, pure: bool) -> None:
    """Where nothing is told, another reader of YAML sees the same data, text for text."""
    source, refused = read_source(TRAPS / f"{name}.yaml", name)
    document = read_document(source, pure=pure)
    told_of = bool(refused or document.findings or document.duplicates)
    if not told_of and name not in TABS:
        read = yaml.load(source.text, Loader=READER)
        assert _no_nothing(document.data) == (read or {})


def _no_nothing(value: Any) -> Any:
    """Write nothing the way that PyYAML does where everything is text."""
    if isinstance(value, dict):
        return {key: _no_nothing(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_no_nothing(one) for one in value]
    return "" if value is None else value


def test_every_trap_has_its_row_and_every_row_its_trap() -> None:
    """No file is left out of the table, and no row is about a file that is gone."""
    assert sorted(expectations()) == NAMES


def test_the_table_tells_an_accepted_trap() -> None:
    """A trap that began to be read where it is refused today would be seen."""
    assert told("alias") == ("yaml-unreadable 4:6",)
    assert told("norway-no") == ("goals.a='no'",)
