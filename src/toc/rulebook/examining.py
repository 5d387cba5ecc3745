"""How rules are asked about a strategy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import TYPE_CHECKING

from toc.findings import Finding, Route
from toc.rulebook.book import Asked, usual_book
from toc.rulebook.case import Case
from toc.rulebook.gaps import Gaps
from toc.rulebook.weighing import Weights
from toc.verdicts import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from toc.model import Strategy
    from toc.rulebook.rule import Rule

__all__ = ["Examination", "ask", "examine"]

_ENTRY = 2
_THE_WHOLE: Route = ()


@dataclass(frozen=True)
class Examination:
    """What came of asking.

    Attributes:
        findings: one for each cause, those on which most hangs first.
        failures: the rules that failed; all others were asked.
        seconds: how long each rule took.
    """

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)


def examine(
    strategy: Strategy,
    *,
    on: date | None = None,
    rules: Sequence[Rule] | None = None,
    found: Sequence[Finding] = (),
    holes: Iterable[Route] = (),
) -> tuple[Finding, ...]:
    """Ask rules about a strategy, and let a rule's own failure be raised.

    Args:
        strategy: the strategy.
        on: the day for which it is examined.
        rules: the rules to ask; the usual ones when None.
        found: what was found on the way in, with its place.
        holes: what could not be read, or is still open.

    Returns:
        The findings, each with its rule and gravity, one for one cause.
    """
    if rules is None:
        asked = usual_book().asked_of(strategy)
    else:
        asked = Asked(tuple(one.name for one in rules), tuple(rules))
    return ask(asked, strategy, on=on, found=found, holes=holes, catching=()).findings


def ask(
    asked: Asked,
    strategy: Strategy,
    *,
    on: date | None = None,
    found: Sequence[Finding] = (),
    holes: Iterable[Route] = (),
    catching: tuple[type[BaseException], ...] = (Exception, SystemExit),
) -> Examination:
    """Ask what is asked of a strategy; a rule that fails stops no other.

    Args:
        asked: which rules, with what gravity and limits.
        strategy: the strategy.
        on: the day for which it is examined.
        found: what was found on the way in, with its place.
        holes: what could not be read, or is still open.
        catching: what a rule may fail with without stopping the others.
    """
    gaps = Gaps.of(strategy, holes)
    case = _case(asked, strategy, on, gaps)
    answers = [_ask(one, case, catching) for one in (*asked.rules, *_listened_to(asked))]
    names = {one.name for one in asked.rules}
    given = [finding for finding in found if finding.rule in names]
    every = [*given, *(finding for answer in answers for finding in answer.findings)]
    return Examination(
        tuple(_told(every, asked, case, gaps)),
        tuple(answer.failure for answer in answers if answer.failure is not None),
        {answer.rule: answer.seconds for answer in answers},
    )


def _case(asked: Asked, strategy: Strategy, on: date | None, gaps: Gaps) -> Case:
    return Case(
        strategy,
        on,
        unread=gaps.unread,
        torn=gaps.torn,
        holes=gaps.routes,
        lexicon=asked.lexicon,
        limits=asked.limits,
        rules=frozenset(asked.known.names),
        profiles=asked.known.known_profiles,
        fonts=asked.known.fonts,
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one rule said, or what it failed with, and how long it took."""

    rule: str
    findings: Sequence[Finding]
    failure: Failure | None
    seconds: float


def _ask(one: Rule, case: Case, catching: tuple[type[BaseException], ...]) -> _Answer:
    begun = perf_counter()
    findings: list[Finding] = []
    failure = None
    try:
        if one.check is not None and one.is_asked_of(case.strategy.status):
            findings = [_sound(found, one.name) for found in one.check(case)]
    except catching as error:
        failure = Failure.of(one.name, error)
    return _Answer(one.name, findings, failure, perf_counter() - begun)


def _sound(found: Finding, rule: str) -> Finding:
    """Sign a finding; what cannot be told of it is the rule's fault, and not the reporter's."""
    sayable = [found.message, found.mend, found.label, found.question]
    for one in (*sayable, *(there.message for there in found.related)):
        if one is not None:
            one.say()
    return replace(found, rule=rule, route=tuple(found.route))


def _told(findings: Sequence[Finding], asked: Asked, case: Case, gaps: Gaps) -> Iterator[Finding]:
    """Give one finding for each cause, graded and weighed, where no gap may explain it."""
    rules = {one.name: one for one in asked.rules}
    blind = {name for name, one in rules.items() if gaps.blind(one)}
    weights = Weights(case.graph)
    for one in _one_for_each_cause(findings, rules):
        # What was found on the way in has its place already, and is never muted.
        if one.span or not (one.rule in blind or gaps.hide(rules[one.rule], one.route)):
            severity = asked.grade(rules[one.rule], case.strategy.status)
            yield replace(one, severity=severity, goal_paths=weights.of(one.route))


def _listened_to(asked: Asked) -> Iterator[Rule]:
    """Give the rules that others yield to: heard as well, and told only if asked for."""
    yielded = {name for one in asked.rules for name in one.yields_to}
    names = yielded.intersection(asked.known.names) - {one.name for one in asked.rules}
    return map(asked.known.find, sorted(names))


def _one_for_each_cause(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    told = {(finding.rule, _cause(finding.route)) for finding in findings}
    return [
        finding
        for finding in findings
        if finding.rule in rules
        and not any(
            (other, cause) in told
            for other in rules[finding.rule].yields_to
            for cause in (finding.route[:_ENTRY], _THE_WHOLE)
        )
    ]


def _cause(route: Route) -> Route:
    """Give the entry that a route is about, or the whole, which every entry is part of."""
    is_whole = len(route) < _ENTRY or route[0] == "strategy"
    return _THE_WHOLE if is_whole else route[:_ENTRY]
