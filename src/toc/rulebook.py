"""What a rule is, how the folder of rules is read, and how a strategy is examined.

A rule is a function over a `Case` that yields complaints about routes.  Its module's
name is its name; beside the module stands its page, which is its manual and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from toc.errors import UnknownNameError
from toc.findings import Finding, Related, Route, Severity
from toc.graph import TheoryGraph
from toc.model.indicators import NODE_SECTIONS
from toc.model.language import Text
from toc.model.links import link_ends
from toc.model.strategy import SECTIONS
from toc.shelves import Shelf
from toc.spelling import Speller, nearest
from toc.words import ORIGINAL, Message, spoken

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.words import Sayable

__all__ = [
    "RULES",
    "Case",
    "Complaint",
    "Rule",
    "chapter_title",
    "complaint",
    "examine",
    "find_rule",
    "link_route",
    "rule",
]

RULES = Shelf("toc.rules", chapters=True)

_PAGES = Path(__file__).parent / "rules"
_SURELY_MEANT = 0.8
_ENTRY = 2
_ADOPTED = ("adopted", "running", "closed")

Complaint: TypeAlias = Finding
"""A finding that does not know its rule and its gravity yet."""


@dataclass(frozen=True)
class Case:
    """What a rule may look at.

    Attributes:
        strategy: the strategy.
        on: the day for which it is examined; None where time plays no part.
        unread: ids of entries, and names of arrows, in lower case, that are written and
            could not be read.
        torn: sections of which it is not known which entries are written in them.
    """

    strategy: Strategy
    on: date | None = None
    unread: frozenset[str] = frozenset()
    torn: frozenset[str] = frozenset()

    @cached_property
    def graph(self) -> TheoryGraph:
        """The strategy as a causal graph.

        A link to a misspelled id counts as the link that it was meant to be: it is told
        of once, and not again as a goal that nothing leads to.
        """
        names = [name for section in NODE_SECTIONS for name in getattr(self.strategy, section)]
        speller = Speller(names, alike=_SURELY_MEANT)
        written = self.strategy.index.keys() | self.unread
        is_whole = self.torn.isdisjoint(NODE_SECTIONS)

        def meant(name: str) -> str | None:
            is_misspelled = is_whole and name.lower() not in written
            return speller.nearest(name) if is_misspelled else None

        return TheoryGraph(self.strategy, meant=meant)

    @cached_property
    def _spellers(self) -> dict[tuple[str, ...], Speller]:
        return {}

    def nearest(self, name: str, sections: tuple[str, ...]) -> str | None:
        """Give the entry of some sections that a misspelled id was meant to be.

        Args:
            name: what was written; a link where the section is `links`.
            sections: the sections to look in.
        """
        if sections not in self._spellers:
            known = [key for section in sections for key in self._keys(section)]
            self._spellers[sections] = Speller(known)
        return self._spellers[sections].nearest(name)

    def _keys(self, section: str) -> Iterable[str]:
        if section == "links":
            return [arrow.name for arrow in self.strategy.arrows]
        keys: Iterable[str] = getattr(self.strategy, section)
        return keys

    def title(self, name: str) -> Sayable:
        """Give the title of an entry, in the authors' words, or its id."""
        entry = self.strategy.entry(name)
        return (entry.title if entry is not None else None) or Text.of(name)

    def route(self, name: str) -> Route:
        """Give the route to an entry.

        Raises:
            KeyError: when nothing has that id.
        """
        return self.strategy.index[name.lower()]


def link_route(key: str) -> Route:
    """Give the route to a link by its key."""
    return ("links", key)


def complaint(
    route: Route,
    message: Message,
    mend: Message,
    *,
    related: Sequence[Related] = (),
    label: Message | None = None,
) -> Complaint:
    """Say that something about a route is so, and what to do about it."""
    return Finding("", message, mend, route, related=tuple(related), label=label)


@dataclass(frozen=True)
class Rule:
    """One thing that is looked for in every strategy.

    Attributes:
        severity: how grave it is.
        adopted: how grave it is from adoption on, if that differs.
        sketch: how grave it is in a sketch, if that differs.
        looks_at: the entry's own fields that it reads; where one of them could not be
            read, or is still open, the rule is silent about that entry.
        relies_on: the sections, or fields of sections (`links.role`), that it must have
            whole; where anything of these could not be read, it is silent altogether.
        yields_to: rules whose findings about the same entry are the same thing.
        check: the function that finds it; None where it is found on the way in.
        name: its name, that of its module.
        chapter: the folder that it stands in.
    """

    severity: Severity
    adopted: Severity | None = None
    sketch: Severity | None = None
    looks_at: tuple[str, ...] = ()
    relies_on: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    check: Callable[[Case], Iterator[Complaint]] | None = None
    name: str = ""
    chapter: str = ""

    def grade(self, status: str) -> Severity:
        """Give the gravity for a strategy of that status."""
        if status in _ADOPTED and self.adopted is not None:
            return self.adopted
        if status == "sketch" and self.sketch is not None:
            return self.sketch
        return self.severity

    def is_muted(self, finding: Finding, holes: Iterable[Route]) -> bool:
        """Whether something that could not be read may be all that is wrong."""
        return any(self._is_blinded(finding.route, hole) for hole in holes)

    def _is_blinded(self, route: Route, hole: Route) -> bool:
        # The head is an entry by itself; every other one stands in a section.
        depth = 1 if hole[:1] == ("strategy",) else _ENTRY
        section, field = hole[:1], hole[depth : depth + 1]
        if not section:
            return bool(self.relies_on)
        if not field:
            if self.looks_at and route[:depth] == hole:
                return True
            return section[0] in self.relies_on
        if field[0] in self.looks_at and route[:depth] == hole[:depth]:
            return True
        return f"{section[0]}.{field[0]}" in self.relies_on

    def page(self, language: str = ORIGINAL) -> str:
        """Give the rule's manual in Markdown."""
        stem = self.name.replace("-", "_")
        folder = _PAGES / self.chapter
        translated = folder / f"{stem}.{spoken(language)}.md"
        page = translated if translated.is_file() else folder / f"{stem}.md"
        return page.read_text(encoding="utf-8")

    def summary(self, language: str = ORIGINAL) -> str:
        """Give the sentence that says what is looked for."""
        return _paragraphs(self.page(language))[1]

    def why(self, language: str = ORIGINAL) -> str:
        """Give the paragraph that says why it matters."""
        return _paragraphs(self.page(language))[3]


def _paragraphs(page: str) -> list[str]:
    return [" ".join(part.split()) for part in page.split("\n\n") if part.strip()]


def rule(
    severity: Severity,
    *,
    adopted: Severity | None = None,
    sketch: Severity | None = None,
    looks_at: tuple[str, ...] = (),
    relies_on: tuple[str, ...] = (),
    yields_to: tuple[str, ...] = (),
) -> Callable[[Callable[[Case], Iterator[Complaint]]], Rule]:
    """Make a rule of a function; see `Rule` for what is declared with it."""

    def make(check: Callable[[Case], Iterator[Complaint]]) -> Rule:
        return Rule(severity, adopted, sketch, looks_at, relies_on, yields_to, check)

    return make


def find_rule(name: str) -> Rule:
    """Take a rule from the folder by its name.

    Raises:
        UnknownNameError: when there is none of that name.
    """
    if name not in RULES:
        near = nearest(name, RULES)
        raise UnknownNameError(
            Message(
                "no rule is called “{name}”; did you mean “{near}”?", {"name": name, "near": near}
            )
            if near is not None
            else Message("no rule is called “{name}”; “toc rules” lists them", {"name": name})
        )
    module = RULES[name]
    found = getattr(module, name.replace("-", "_"))
    assert isinstance(found, Rule)
    return replace(found, name=name, chapter=RULES.chapter(name))


def chapter_title(chapter: str) -> Message:
    """Give the title of a chapter of rules, as its folder says it."""
    title = import_module(f"{RULES.package}.{chapter}").TITLE
    assert isinstance(title, Message)
    return title


def examine(
    strategy: Strategy,
    *,
    on: date | None = None,
    rules: Sequence[Rule] | None = None,
    found: Sequence[Finding] = (),
    holes: Iterable[Route] = (),
) -> tuple[Finding, ...]:
    """Ask rules about a strategy.

    Args:
        strategy: the strategy.
        on: the day for which it is examined.
        rules: the rules to ask; all of them when None.
        found: what was found on the way in, with its place.
        holes: what could not be read, or is still open.

    Returns:
        The findings, each with its rule and gravity, one for one cause.
    """
    asked = {one.name: one for one in (map(find_rule, RULES) if rules is None else rules)}
    # What a rule yields to is asked as well, and not told unless it was asked for.
    yielded = {name for one in asked.values() for name in one.yields_to} - asked.keys()
    gaps = tuple(holes)
    case = Case(strategy, on, _unread(gaps), _torn(gaps))
    findings = [finding for finding in found if finding.rule in asked]
    for one in (*asked.values(), *map(find_rule, sorted(yielded))):
        findings += _ask(one, case)
    kept = (one for one in _one_for_each_cause(findings, asked) if one.rule in asked)
    # What was found on the way in has its place already, and is never muted.
    sure = (one for one in kept if one.span or not asked[one.rule].is_muted(one, gaps))
    return tuple(replace(one, severity=asked[one.rule].grade(strategy.status)) for one in sure)


def _unread(holes: Sequence[Route]) -> frozenset[str]:
    keys = (str(hole[1]) for hole in holes if len(hole) == _ENTRY and hole[0] in SECTIONS)
    return frozenset(name.lower() for key in keys for name in _names(key))


def _names(key: str) -> list[str]:
    ends = link_ends(key)
    return [key] if ends is None else [f"{cause} -> {ends[1]}" for cause in ends[0]]


def _torn(holes: Sequence[Route]) -> frozenset[str]:
    if () in holes:
        return frozenset(SECTIONS)
    return frozenset(str(hole[0]) for hole in holes if len(hole) == 1)


def _ask(one: Rule, case: Case) -> Iterator[Finding]:
    if one.check is not None:
        for found in one.check(case):
            yield replace(found, rule=one.name)


def _one_for_each_cause(findings: Sequence[Finding], asked: dict[str, Rule]) -> list[Finding]:
    told = {(finding.rule, finding.route[:2]) for finding in findings}
    return [
        finding
        for finding in findings
        if finding.rule not in asked
        or not any((other, finding.route[:2]) in told for other in asked[finding.rule].yields_to)
    ]
