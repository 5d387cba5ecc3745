"""What must hold for each goal: every question, time and memory, on maps of many steps."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from random import Random
from time import process_time
from typing import Any

from benchmarks.bench import Bench
from benchmarks.measuring import Answer, Command, compare_commands
from benchmarks.tables import Goal, Table
from toc import analysis
from toc.analysis import Logic, Package, Reading, Step, System
from toc.loading import find_strategies, load_parts

__all__ = ["layered", "measure"]

_QUESTIONS: tuple[Callable[..., Any], ...] = (
    analysis.single_points,
    analysis.cut_sets,
    analysis.ways,
    analysis.roles,
    analysis.robustness,
    analysis.cheapest_way,
    analysis.reaches,
    analysis.strength,
    analysis.chance,
    analysis.leverage,
)
_SECONDS = 2.0
_SOME, _MANY = 0.3, 0.8


def measure(bench: Bench) -> Iterator[Table]:
    """Ask everything of generated strategies, of maps with much fan-in, and of one too large."""
    yield _memory(bench)
    found = [
        _asked("405 nodes, as strategies are", _strategy(bench, 405), must=True),
        _asked("285 nodes, fan-in to 4", layered(assumed=_SOME), must=True),
        _asked("the same, assumptions everywhere", layered(assumed=_MANY), must=False),
    ]
    yield Table(
        "ten questions of every goal, in both readings",
        ("map", "steps", "may fail", "goals", "past the budget", "seconds", "slowest question"),
        [line for line, _ in found],
        [goal for _, goal in found if goal],
        ["past the budget of 500,000 nodes knock-outs and samples answer, and say so"],
    )


def _strategy(bench: Bench, nodes: int) -> Logic:
    (parts,) = find_strategies(bench.strategy(nodes))
    return Logic.of(load_parts(parts).strategy)


def layered(*, assumed: float, seed: int = 1) -> Logic:
    """Give eight layers of forty steps and five goals, each with up to four causes nearby.

    Args:
        assumed: how many of the links have an assumption of their own.
        seed: the same seed gives the same map.
    """
    dice = Random(seed)
    above, steps, things = [f"0_{place}" for place in range(40)], {}, set[str]()
    things.update(above)
    steps.update(dict.fromkeys(above, Step()))
    for layer in range(1, 8):
        row = [f"{layer}_{place}" for place in range(40 if layer < 7 else 5)]
        for place, name in enumerate(row):
            middle = place * len(above) // len(row)
            near = sorted({above[(middle + aside) % len(above)] for aside in range(-2, 3)})
            causes = dice.sample(near, dice.randint(2, 4))
            needs = [(f"{cause}>{name}",) if dice.random() < assumed else () for cause in causes]
            things.update(thing for need in needs for thing in need)
            packages = tuple(map(Package, causes, needs))
            least = dice.choice([None, None, 1, 2, len(packages)])
            steps[name] = Step((), packages, least)
        above = row
    return Logic(System(steps, frozenset(things)), above)


def _asked(name: str, logic: Logic, *, must: bool) -> tuple[tuple[str, ...], Goal | None]:
    spent: dict[str, float] = {}
    for ask in _QUESTIONS:
        begun = process_time()
        for goal in logic.goals:
            ask(logic, goal).sentence("ro")
        spent[ask.__name__] = process_time() - begun
    total = sum(spent.values())
    slowest = max(spent, key=spent.__getitem__)
    sizes = (len(logic.system.steps), len(logic.system.may_fail), len(logic.goals))
    given_up = sum(
        logic.diagram(goal, reading) is None for goal in logic.goals for reading in Reading
    )
    told = f"{slowest}, {spent[slowest]:.2f} s"
    line = (name, *map(str, sizes), str(given_up), f"{total:.2f}", told)
    return line, Goal(f"seconds for everything: {name}", total, _SECONDS) if must else None


_ASKS = """
from pathlib import Path
from toc.analysis import Logic, cut_sets, leverage, ways
from toc.loading import find_strategies, load_parts
(parts,) = find_strategies(Path({path!r}))
logic = Logic.of(load_parts(parts).strategy)
for goal in logic.goals if {ask} else ():
    cut_sets(logic, goal), ways(logic, goal), leverage(logic, goal)
print(len(logic.goals))
"""


def _memory(bench: Bench) -> Table:
    path = str(bench.strategy(405))
    commands = [
        Command(name, ((sys.executable, "-c", _ASKS.format(path=path, ask=ask)),), _is_told)
        for name, ask in (("reading a strategy and its logic", False), ("asking it", True))
    ]
    timings = compare_commands(commands, bench.rounds_for(5_000))
    before, after = (timing.megabytes for timing in timings.values())
    return Table(
        "the most memory, 405 nodes",
        ("what", "MB"),
        [(name, f"{timing.megabytes:.0f}") for name, timing in timings.items()],
        [Goal("megabytes that the questions take", after - before, 150)],
        ["each in a process of its own, started before anything else was asked here"],
    )


def _is_told(answer: Answer) -> bool:
    return answer.code == 0 and answer.said.strip().isdigit()
