"""How rules are asked about a strategy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from toc.findings import Finding, Route
from toc.rulebook.case import Case
from toc.rulebook.gaps import Gaps
from toc.rulebook.rule import RULES, Rule, find_rule

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy

__all__ = ["examine"]


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
    gaps = Gaps.of(strategy, holes)
    case = Case(strategy, on, gaps.unread, gaps.torn)
    findings = [finding for finding in found if finding.rule in asked]
    for one in (*asked.values(), *map(find_rule, sorted(yielded))):
        findings += _ask(one, case)
    kept = [one for one in _one_for_each_cause(findings, asked) if one.rule in asked]
    blind = {name for name, one in asked.items() if gaps.blind(one)}
    return tuple(
        replace(one, severity=asked[one.rule].grade(strategy.status))
        for one in kept
        # What was found on the way in has its place already, and is never muted.
        if one.span or not (one.rule in blind or gaps.hide(asked[one.rule], one.route))
    )


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
