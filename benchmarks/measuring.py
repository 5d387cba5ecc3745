"""Measuring processes and calls side by side: A B A B …, each answer held against an oracle.

Machines are shared and clocks drift, so nothing here is compared with a number from another
run.  A ratio is the median of the ratios of neighbours in time.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

__all__ = [
    "Answer",
    "Command",
    "Ratio",
    "Timing",
    "WrongAnswerError",
    "compare_calls",
    "compare_commands",
    "own_megabytes",
    "time_call",
]


class WrongAnswerError(Exception):
    """Something was fast and wrong: its time means nothing.

    Args:
        asked: what was asked.
        said: what was wrong about the answer.
    """

    def __init__(self, asked: str, said: str) -> None:
        """Keep both."""
        super().__init__(f"{asked}: {said}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process did.

    Attributes:
        code: its exit code, negative for a signal.
        said: what it wrote, errors included.
        seconds: the processor time that it and its children took.
        megabytes: the most memory that it held, or that we held when it was started.
    """

    code: int
    said: str
    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure.

    Attributes:
        name: how it is called in tables.
        words: what is started; several are run one after the other and added up.
        is_right: whether the answer of the last one is what it should be.
        remark: what it checks, and what it does not.
        extra: what is added to its environment.
        most: the seconds of processor time after which it is stopped.
    """

    name: str
    words: tuple[tuple[str, ...], ...]
    is_right: Callable[[Answer], bool]
    remark: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    most: int = 3600

    def run(self) -> Answer:
        """Run it.

        Raises:
            WrongAnswerError: when it does not answer as it should.
        """
        answers = [_run(words, self.extra, self.most) for words in self.words]
        if not self.is_right(answers[-1]):
            last = answers[-1]
            raise WrongAnswerError(self.name, f"exit code {last.code}: {last.said[-600:]}")
        return Answer(
            answers[-1].code,
            answers[-1].said,
            sum(answer.seconds for answer in answers),
            max(answer.megabytes for answer in answers),
        )


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one thing takes as another: in the middle, least and most."""

    middle: float
    least: float
    most: float

    def __str__(self) -> str:
        """Write it with its spread."""
        return f"{_short(self.middle)} × ({_short(self.least)}–{_short(self.most)})"


@dataclass(frozen=True, slots=True)
class Timing:
    """What one thing took, round by round.

    Attributes:
        seconds: of each round.
        megabytes: the most memory in any round; 0 for a call.
    """

    seconds: tuple[float, ...]
    megabytes: float = 0

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.seconds)

    @property
    def least(self) -> float:
        """The fastest round: the one that was disturbed least."""
        return min(self.seconds)

    def over(self, other: Timing) -> Ratio:
        """Compare it with something that was measured in the same rounds."""
        ratios = [mine / its for mine, its in zip(self.seconds, other.seconds, strict=True)]
        return Ratio(median(ratios), min(ratios), max(ratios))

    def __str__(self) -> str:
        """Write the median with the spread, in seconds or milliseconds."""
        unit, factor = ("s", 1) if self.middle >= 1 else ("ms", 1000)
        least, most = (_short(end * factor) for end in (self.least, max(self.seconds)))
        return f"{_short(self.middle * factor)} {unit} ({least}–{most})"


def _short(number: float) -> str:
    if number >= 100:
        return f"{number:.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def _run(words: Sequence[str], extra: Mapping[str, str], most: int) -> Answer:
    settings = {**os.environ, "LANGUAGE": "en", "NO_COLOR": "1", **extra}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=settings
        )
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (most, most))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    seconds = usage.ru_utime + usage.ru_stime
    return Answer(process.returncode, text, seconds, usage.ru_maxrss / 1024)


def compare_commands(commands: Sequence[Command], rounds: int) -> dict[str, Timing]:
    """Run processes in turn, after one round that is not counted.

    The first round fills the caches of the system and writes the `.pyc` files.

    Raises:
        WrongAnswerError: when one does not answer as it should.
    """
    for command in commands:
        command.run()
    taken: dict[str, list[Answer]] = {command.name: [] for command in commands}
    for _ in range(rounds):
        for command in commands:
            taken[command.name].append(command.run())
    return {
        name: Timing(
            tuple(answer.seconds for answer in answers),
            max(answer.megabytes for answer in answers),
        )
        for name, answers in taken.items()
    }


def own_megabytes() -> float:
    """Give the most memory that this process held: what it starts seems to hold no less."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def time_call(ask: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Give the seconds that a call takes, without the garbage of others."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        begun = clock()
        ask()
        return clock() - begun
    finally:
        if was_on:
            gc.enable()


def compare_calls(
    calls: Mapping[str, Callable[[], Callable[[], object]]], rounds: int
) -> dict[str, Timing]:
    """Call functions in turn, after one round that is not counted.

    Args:
        calls: for each name what prepares a fresh call; only the call is timed.
        rounds: how many times each is called.
    """
    for prepare in calls.values():
        prepare()()
    gc.collect()
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, prepare in calls.items():
            taken[name].append(time_call(prepare()))
    return {name: Timing(tuple(seconds)) for name, seconds in taken.items()}
