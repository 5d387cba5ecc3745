"""After a pilot: its result against what was agreed, and what to update for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.errors import MissingExtraError, UnknownNameError
from toc.graph import TheoryGraph
from toc.pilots.effects import effects
from toc.pilots.measures import strengths
from toc.pilots.results import VERDICTS, after
from toc.spelling import nearest
from toc.words import ORIGINAL, Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Strategy
    from toc.pilots.effects import Effect
    from toc.pilots.results import After, Condition
    from toc.words import Sayable

__all__ = ["Afterwards", "afterwards", "pilot_of"]

_AGREED = {
    "scale": Message("scale it up if: {text}"),
    "adapt": Message("change it if: {text}"),
    "stop": Message("stop it if: {text}"),
}
_MET = {
    True: Message("met"),
    False: Message("not met"),
    None: Message("for people to read"),
}


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What the result of a pilot decides, and what that changes for the goals.

    Attributes:
        title: of the strategy.
        after: the result against what was agreed, and what is proposed to be updated.
        effects: for each goal, what the proposals would change; nothing without proposals.
        unasked: why it is not said how likely goals are; None where it is.
    """

    title: Sayable | None
    after: After
    effects: tuple[Effect, ...]
    unasked: Message | None = None

    def text(self, language: str = ORIGINAL) -> str:
        """Write it for a meeting.

        Args:
            language: a tag such as `ro`.
        """
        title = [say(self.title, language)] if self.title else []
        blocks = ["\n".join(self._result(language))]
        if self.effects:
            head = Message("What these updates would change for the goals:").say(language)
            lines = [f"  - {one.sentence(language)}" for one in self.effects]
            if self.unasked is not None:
                lines.append(f"  - {self.unasked.say(language)}")
            blocks.append("\n".join([head, *lines]))
        return "\n\n".join([*title, *blocks]) + "\n"

    def _result(self, language: str) -> Iterator[str]:
        yield self.after.sentence(language)
        for one in self.after.conditions:
            values = {"agreed": _agreed(one), "met": _MET[one.is_met]}
            yield f"  - {Message('{agreed} ({met})', values).say(language)}"
        if self.after.result is not None:
            came = Message("what came of it: {result}", {"result": self.after.result})
            yield f"  - {came.say(language)}"

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give it as plain data for JSON.

        Args:
            language: a tag such as `ro`.
        """
        return {
            "strategy": say(self.title, language) if self.title else None,
            "after": self.after.as_data(language),
            "effects": [one.as_data(language) for one in self.effects],
            "not_known": None if self.unasked is None else self.unasked.say(language),
        }


def _agreed(one: Condition) -> Message:
    return Message(_AGREED[one.verdict].template, {"text": one.text})


def pilot_of(strategy: Strategy, name: str) -> str:
    """Give a pilot's id as it is spelled.

    Raises:
        UnknownNameError: when there is no such pilot.
    """
    known = {one.lower(): one for one in strategy.pilots}
    if name.lower() in known:
        return known[name.lower()]
    near = nearest(name, strategy.pilots)
    values = {"pilot": name, "near": near, "known": list(strategy.pilots)}
    if near is not None:
        raise UnknownNameError(
            Message("there is no pilot “{pilot}”; did you mean “{near}”?", values)
        )
    raise UnknownNameError(Message("there is no pilot “{pilot}”; there are: {known}", values))


def afterwards(strategy: Strategy, pilot: str, verdict: str = "") -> Afterwards:
    """Set a pilot's result against what was agreed, and say what to update and what it changes.

    Args:
        strategy: the strategy.
        pilot: the id of the pilot, however it is spelled.
        verdict: what was decided: `scale`, `adapt` or `stop`; read from the texts without it.

    Raises:
        UnknownNameError: when there is no such pilot, or no such verdict.
    """
    if verdict and verdict not in VERDICTS:
        values = {"verdict": verdict, "known": list(VERDICTS)}
        raise UnknownNameError(
            Message("“{verdict}” is nothing that is decided of a pilot; write {known}", values)
        )
    graph = TheoryGraph(strategy)
    found = after(graph, pilot_of(strategy, pilot), verdict=verdict or None)
    if not found.proposals:
        return Afterwards(strategy.title, found, ())
    try:
        return Afterwards(strategy.title, found, effects(graph, found.proposals))
    except MissingExtraError as error:
        told = effects(graph, found.proposals, measures={"strength": strengths})
        why = Message("how likely they are is not known: {why}", {"why": error.message})
        return Afterwards(strategy.title, found, told, why)
