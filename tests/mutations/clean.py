"""Strategies in which nothing is to be mended, as plain data, and how a mutant of one is asked.

A mutant is the data of a clean strategy with one thing changed.  It is written out, read
and asked by all the rules that there are, optional ones too, as anybody's file would be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import yaml

from toc.checking import judge_loaded
from toc.findings import Finding
from toc.loading import find_strategies, load_parts
from toc.model.strategy import SECTIONS
from toc.rulebook import Rulebook

__all__ = ["NAMES", "TODAY", "Clean", "Tree", "as_text", "clean", "found", "noticed"]

Tree: TypeAlias = dict[str, Any]

NAMES = ("running.en", "draft.ro")
"""The clean strategies: one that is running, in English, and a draft in Romanian and English."""

TODAY = date(2026, 7, 1)
_RICH = Path(__file__).parent / "rich"


@dataclass(frozen=True)
class Clean:
    """A strategy as plain data, or a mutant of one.

    Attributes:
        name: what the clean strategy is called.
        tree: its sections; every scalar is text, as it was typed.
        translations: the English wordings that stand in a file of their own.
        readings: its spreadsheet of readings.
        on: the day for which it is checked.
        typing: what is done to the text of the file when everything else is done.
    """

    name: str
    tree: Tree
    translations: Mapping[str, Any] = field(default_factory=dict)
    readings: str = ""
    on: date = TODAY
    typing: Callable[[str], str] | None = None

    def with_tree(self, tree: Tree) -> Clean:
        """Give the same with another tree."""
        return replace(self, tree=tree)

    def files(self) -> Mapping[str, str]:
        """Give the texts of its files, by name."""
        text = as_text(self.tree)
        written = {"strategy.yaml": text if self.typing is None else self.typing(text)}
        if self.translations:
            written["strategy.i18n/en.yaml"] = as_text(self.translations)
        if self.readings:
            written["strategy.readings.csv"] = self.readings
        return written


@cache
def clean(name: str) -> Clean:
    """Read a clean strategy."""
    translations, readings = _RICH / f"{name}.i18n" / "en.yaml", _RICH / f"{name}.readings.csv"
    return Clean(
        name,
        _plain(_RICH / f"{name}.yaml"),
        _plain(translations) if translations.is_file() else {},
        readings.read_text(encoding="utf-8") if readings.is_file() else "",
    )


def _plain(file: Path) -> Tree:
    read: Tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {key: _grown(value) if key in SECTIONS else value for key, value in read.items()}


def _grown(section: Mapping[str, Any]) -> Tree:
    """Write every link in its long form, so that an operator meets one form only."""
    return {
        key: {"because": entry} if isinstance(entry, str) and "->" in key else entry
        for key, entry in section.items()
    }


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def as_text(tree: Mapping[str, Any]) -> str:
    """Write plain data as YAML."""
    text: str = yaml.dump(tree, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=2**20)
    return text


def found(one: Clean, select: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Ask about a strategy: all the rules that there are, or some."""
    with TemporaryDirectory() as folder:
        for name, text in one.files().items():
            file = Path(folder, name)
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        loaded = load_parts(find_strategies(Path(folder, "strategy.yaml"))[0])
    verdict = judge_loaded(loaded, on=one.on, book=_book(tuple(select)))
    assert not verdict.failures, verdict.failures
    return verdict.findings


@cache
def _book(select: tuple[str, ...]) -> Rulebook:
    return Rulebook(select=select or Rulebook().names)


def noticed(one: Clean) -> frozenset[str]:
    """Give the names of the rules that find something."""
    return frozenset(finding.rule for finding in found(one))
