"""What is put together for a meeting: the first page, futures, pilots; time and memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from time import process_time

from benchmarks.bench import Bench
from benchmarks.measuring import Answer, Command, compare_commands
from benchmarks.tables import Goal, Table
from toc import api
from toc.loading import find_strategies, load_parts
from toc.model import Strategy

__all__ = ["measure"]

_NODES = 405
_SECONDS = 2.0


def measure(bench: Bench) -> Iterator[Table]:
    """Ask of a large generated strategy what a meeting asks first, and of its pilots."""
    (parts,) = find_strategies(bench.strategy(_NODES))
    strategy = load_parts(parts).strategy
    spent = {name: _seconds(ask, strategy) for name, ask in _ASKED.items()}
    yield Table(
        f"answers for a meeting, {_NODES} nodes",
        ("what is asked", "seconds"),
        [(name, f"{seconds:.2f}") for name, seconds in spent.items()],
        [Goal(f"seconds for: {name}", seconds, _SECONDS) for name, seconds in spent.items()],
    )
    yield _memory(bench)


def _seconds(ask: Callable[[Strategy], object], strategy: Strategy) -> float:
    begun = process_time()
    ask(strategy)
    return process_time() - begun


def _future(strategy: Strategy) -> object:
    gone = [*sorted(strategy.activities)[:1], *sorted(strategy.assumptions)[:1]]
    return api.what_if(strategy, without=gone).text("ro")


_ASKED: dict[str, Callable[[Strategy], object]] = {
    "the page that matters first": lambda strategy: api.analyse(strategy).text("ro"),
    "a future without one activity and one assumption": _future,
    "the pilots side by side": lambda strategy: api.weigh_pilots(strategy).text("ro"),
    "the pilots under a budget": lambda strategy: api.afford_pilots(strategy, 10**6).text("ro"),
}

_ASKS = """
from toc import api
strategy = api.load({path!r})
if {ask}:
    api.analyse(strategy).text("ro"), api.weigh_pilots(strategy).text("ro")
print(len(strategy.goals))
"""


def _memory(bench: Bench) -> Table:
    path = str(bench.strategy(_NODES))
    commands = [
        Command(name, ((sys.executable, "-c", _ASKS.format(path=path, ask=ask)),), _is_told)
        for name, ask in (("reading a strategy", False), ("its first page and its pilots", True))
    ]
    timings = compare_commands(commands, bench.rounds_for(5_000))
    before, after = (timing.megabytes for timing in timings.values())
    return Table(
        f"the most memory, {_NODES} nodes",
        ("what", "MB"),
        [(name, f"{timing.megabytes:.0f}") for name, timing in timings.items()],
        [Goal("megabytes that the answers take", after - before, 150)],
        ["each in a process of its own, started before anything else was asked here"],
    )


def _is_told(answer: Answer) -> bool:
    return answer.code == 0 and answer.said.strip().isdigit()
