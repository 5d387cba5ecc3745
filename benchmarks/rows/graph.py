"""How reading, checking and the questions of the graph grow."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.growing import LIMIT, TIMES, Growth, growths
from benchmarks.questions import all_questions, quadratic_on_purpose
from benchmarks.tables import Goal, Table

__all__ = ["measure", "table_of"]

_SHOWN = 15
_QUICK_SKIPS = ("rule ", "number of chains", "arrows")


def measure(bench: Bench) -> Iterator[Table]:
    """Measure what the gate judges, and what is quadratic on purpose."""
    asked = [*all_questions(), *quadratic_on_purpose()]
    if bench.quick:
        asked = [question for question in asked if not question.name.startswith(_QUICK_SKIPS)]
    yield table_of(list(growths(asked)))


def table_of(found: list[Growth]) -> Table:
    """Give the table of some growths, the steepest first."""
    lines = [
        (
            growth.question.name,
            f"{growth.question.size:,} → {growth.question.size * TIMES:,}",
            f"{growth.small * 1000:.2f} ms",
            f"{growth.large * 1000:.2f} ms",
            f"{growth.ratio:.2f} ×",
        )
        for growth in sorted(found, key=lambda growth: -growth.ratio)[:_SHOWN]
    ]
    judged = [growth for growth in found if "on purpose" not in growth.question.name]
    worst = max(growth.ratio for growth in judged)
    return Table(
        f"growth from n to {TIMES}n: fastest calls",
        ("question", "n", "t(n)", f"t({TIMES}n)", "ratio"),
        lines,
        [Goal("the steepest that is judged", worst, LIMIT)],
        [f"{len(found)} questions asked, the {len(lines)} steepest shown"],
    )
