"""What each rule costs by itself, and how that grows with the strategy."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.growing import LIMIT, TIMES, Growth, growths
from benchmarks.questions import rule_questions
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_SHOWN = 15


def measure(bench: Bench) -> Iterator[Table]:
    """Ask every rule about a strategy, and about one four times as large."""
    del bench
    found = list(growths(rule_questions()))
    small = found[0].question.size
    slowest = sorted(found, key=lambda growth: -growth.large)[:_SHOWN]
    rest = sum(growth.large for growth in found) - sum(growth.large for growth in slowest)
    header = ("rule", f"{small:,} nodes", f"{TIMES * small:,} nodes", "grows")
    yield Table(
        f"{len(found)} rules, those that take longest",
        header,
        list(map(_line, slowest)),
        [_goal(found)],
        [f"the other {len(found) - len(slowest)} rules together: {rest * 1000:.1f} ms"],
    )


def _line(growth: Growth) -> tuple[str, ...]:
    name = growth.question.name.removeprefix("rule ")
    small, large = growth.small * 1000, growth.large * 1000
    return name, f"{small:.2f} ms", f"{large:.2f} ms", f"{growth.ratio:.1f} ×"


def _goal(found: list[Growth]) -> Goal:
    worst = max(found, key=lambda growth: growth.ratio)
    name = worst.question.name
    return Goal(f"t({TIMES} n)/t(n) of the steepest, {name}", worst.ratio, LIMIT)
