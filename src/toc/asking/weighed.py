"""The pilots side by side, written for a meeting and as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from toc.asking.taken import said
from toc.words import ORIGINAL, Message, Shown, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.asking.weighing import Candidate, Choice, Weighed
    from toc.pilots.coverage import Target

__all__ = ["Pilots"]

_SHOWN = 3

_HOLDS = (
    (0.95, Message("Who comes first hardly hangs on the weights.")),
    (0.75, Message("Who comes first hangs little on the weights.")),
    (0.5, Message("Who comes first hangs on the weights, though most of them agree.")),
)
"""From which share of all weightings on, and what it says."""


@dataclass(frozen=True, slots=True)
class Pilots:
    """The pilots side by side, ready to be written.

    Attributes:
        weighed: what is known of them.
    """

    weighed: Weighed

    def text(self, language: str = ORIGINAL) -> str:
        """Write them side by side, then what nobody tests, then how they rank.

        Args:
            language: a tag such as `ro`.
        """
        weighed = self.weighed
        if not weighed.candidates:
            return Message("The strategy has no pilots to choose from.").say(language) + "\n"
        title = [say(weighed.title, language)] if weighed.title else []
        blocks = [
            *("\n".join(_candidate(one, language)) for one in weighed.candidates),
            "\n".join(_left(weighed, language)),
        ]
        if weighed.choice is not None:
            blocks.append("\n".join(_choice(weighed.choice, language)))
        return "\n\n".join([*title, *blocks, *said(weighed.assumed, language)]) + "\n"

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give them as plain data for JSON.

        Args:
            language: a tag such as `ro`.
        """
        weighed = self.weighed
        return {
            "strategy": say(weighed.title, language) if weighed.title else None,
            "pilots": [_data(one, language) for one in weighed.candidates],
            "coverage": weighed.coverage.as_data(language),
            "choice": None if weighed.choice is None else _choice_data(weighed.choice, language),
            "not_known": None if weighed.untaught is None else weighed.untaught.say(language),
            "assumed": [message.say(language) for message in weighed.assumed],
        }


class _Answer(Protocol):
    def sentence(self, language: str = ..., /) -> str: ...


def _left(weighed: Weighed, language: str) -> Iterator[str]:
    yield weighed.coverage.sentence(language)
    if weighed.untaught is not None:
        values = {"why": weighed.untaught}
        yield Message("what they would teach is not known: {why}", values).say(language)


def _candidate(one: Candidate, language: str) -> Iterator[str]:
    pilot = one.trial.pilot
    yield f"{pilot.say(language)} ({pilot.name})"
    for line in (*_reached(one), *_tested(one)):
        yield f"  {line.say(language)}"


def _reached(one: Candidate) -> Iterator[Message]:
    if not one.reach.ways:
        yield Message("it leads to no goal")
    for way in one.reach.ways:
        yield Message("it leads to {goal}: {way}", {"goal": way.goal, "way": way})
    if one.reach.missed:
        yield Message("it claims and does not reach: {goals}", {"goals": list(one.reach.missed)})


def _tested(one: Candidate) -> Iterator[Message]:
    trial = one.trial
    tests = (*trial.tests, *trial.through)
    yield Message("it tests: {things}", {"things": _titles(tests)})
    if trial.only:
        yield Message("nobody else tests: {things}", {"things": _titles(trial.only)})
    for lesson in one.teaches.lessons if one.teaches else ():
        if lesson.if_any:
            said_of = {"share": lesson.words, "goal": lesson.goal}
            yield Message("it would settle {share} of what is not known about {goal}", said_of)
    if one.cost is not None:
        yield Message("it costs {cost}", {"cost": Shown(one.cost)})
    else:
        yield Message("nobody has said what it costs")
    if trial.leaves:
        shown = _titles(trial.leaves[:_SHOWN])
        values: dict[str, object] = {"things": shown, "count": len(trial.leaves)}
        yield Message(
            "it leaves {count} thing on its way untested: {things}",
            values,
            plural="it leaves {count} things on its way untested, among them: {things}",
        )


def _titles(targets: Sequence[Target]) -> object:
    return [one.thing for one in targets] or Message("nothing")


def _choice(choice: Choice, language: str) -> Iterator[str]:
    yield choice.table.sentence(language)
    for one in choice.table.knocked_out:
        yield f"  {one.sentence(language)}"
    answers: tuple[_Answer, ...] = (
        *(choice.ranking, choice.stability, choice.smaa, choice.voices),
        *choice.wanting,
    )
    for answer in answers:
        yield f"  {answer.sentence(language)}"
    yield f"  {_hold(choice).say(language)}"


def _hold(choice: Choice) -> Message:
    """Say in words how far the ranking hangs on the weights."""
    share = max((one.shares[0] for one in choice.smaa.standings), default=0)
    words = (word for least, word in _HOLDS if share >= least)
    return next(words, Message("Who comes first hangs on the weights: no pilot wins most of them."))


def _data(one: Candidate, language: str) -> dict[str, object]:
    return {
        "pilot": one.trial.pilot.name,
        "title": one.trial.pilot.say(language),
        "reach": one.reach.as_data(language),
        "teaches": None if one.teaches is None else one.teaches.as_data(language),
        "cost": one.cost,
    }


def _choice_data(choice: Choice, language: str) -> dict[str, object]:
    return {
        "table": choice.table.as_data(language),
        "ranking": choice.ranking.as_data(language),
        "stability": choice.stability.as_data(language),
        "smaa": choice.smaa.as_data(language),
        "voices": choice.voices.as_data(language),
        "wanting": [one.as_data(language) for one in choice.wanting],
    }
