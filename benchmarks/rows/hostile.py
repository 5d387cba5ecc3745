"""Files that mean harm, up to 100 kB: answered with a place, in under a second."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.bench import ON, Bench
from benchmarks.hostile import ATTACKS, LARGEST
from benchmarks.measuring import Answer, Command, WrongAnswerError
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_MOST_SECONDS = 20
_QUICK_MOST_SECONDS = 2
_SHOWN = 20
_PLACE = re.compile(r"\.yaml:\d+:\d+")
_FAULT_OF_OURS = "a fault of this tool"


def measure(bench: Bench) -> Iterator[Table]:
    """Attack, and show what took longest."""
    bench.check(bench.strategy(5), bench.sizes(5)).run()
    found = {name: _attack(bench, name) for name in ATTACKS}
    slowest = sorted(found, key=lambda name: -found[name].seconds)
    lines = [
        (
            name,
            _said(found[name]),
            f"{len(found[name].said) / 1e6:.1f} MB",
        )
        for name in slowest[: _SHOWN if not bench.quick else 10]
    ]
    slow = sum(answer.seconds >= 1 for answer in found.values())
    remarks = [f"{len(found)} attacks, {slow} of them took a second or more"]
    yield Table(
        f"hostile files of {LARGEST // 1000} kB, the slowest",
        ("attack", "CPU", "output"),
        lines,
        [Goal("seconds for the worst", found[slowest[0]].seconds, 1)],
        remarks,
    )


def _said(answer: Answer) -> str:
    given_up = " (stopped)" if answer.code < 0 else ""
    return f"{answer.seconds:.2f} s{given_up}"


def _attack(bench: Bench, name: str) -> Answer:
    path = bench.folder / f"{name.replace(' ', '-')}.yaml"
    content = ATTACKS[name]()
    if len(content) > LARGEST:
        raise WrongAnswerError(name, f"{len(content)} bytes")
    path.write_bytes(content)
    most = _QUICK_MOST_SECONDS if bench.quick else _MOST_SECONDS
    words = bench.toc("check", str(path), "--on", ON)
    return Command(name, (words,), _is_answer, most=most).run()


def _is_answer(answer: Answer) -> bool:
    """Whether it was clean, or told with a place, or stopped by us; never a crash."""
    if answer.code < 0:
        return -answer.code in (9, 24)
    if _FAULT_OF_OURS in answer.said or "Traceback" in answer.said:
        return False
    return answer.code == 0 or (answer.code == 1 and _PLACE.search(answer.said) is not None)
