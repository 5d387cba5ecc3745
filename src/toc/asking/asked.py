"""What was asked, with its answers: as text for a meeting, as plain data for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from toc.asking.taken import said
from toc.words import ORIGINAL, Sayable, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.words import Message

__all__ = ["Answered", "Asked", "Part", "Told"]


class Answered(Protocol):
    """What every answer has, whichever room it comes from."""

    @property
    def assumed(self) -> tuple[Message, ...]:
        """What was taken to be so."""
        ...

    def sentence(self, language: str = ..., /) -> str:
        """Say it for a meeting."""
        ...

    def as_data(self, language: str = ..., /) -> object:
        """Give it as plain data."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of an answer that belong together.

    Attributes:
        head: what they are.
        lines: the lines.
    """

    head: Sayable
    lines: tuple[Sayable, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One answer, with what a meeting may want to see of it.

    Attributes:
        answer: the answer.
        head: what it is about, where there are several.
        more: lines beneath the sentence.
    """

    answer: Answered
    head: Sayable | None = None
    more: tuple[Sayable | Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers.

    Attributes:
        question: its name.
        title: of the strategy.
        told: the answers, in order of goal.
        assumed: what was taken to be so in any of them, each once.
    """

    question: str
    title: Sayable | None
    told: tuple[Told, ...]
    assumed: tuple[Message, ...] = ()

    def text(self, language: str = ORIGINAL) -> str:
        """Write it for a meeting.

        Args:
            language: a tag such as `ro`.
        """
        blocks = ["\n".join(_lines(one, language)) for one in self.told]
        assumed = said(self.assumed, language)
        title = [say(self.title, language)] if self.title else []
        return "\n\n".join([*title, *blocks, *assumed]) + "\n"

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give it as plain data for JSON.

        Args:
            language: a tag such as `ro`.
        """
        return {
            "question": self.question,
            "strategy": say(self.title, language) if self.title else None,
            "answers": [one.answer.as_data(language) for one in self.told],
            "assumed": [message.say(language) for message in self.assumed],
        }


def _lines(one: Told, language: str) -> Iterator[str]:
    if one.head is not None:
        yield one.head.say(language)
    yield one.answer.sentence(language)
    for line in one.more:
        if isinstance(line, Part):
            yield f"\n  {line.head.say(language)}"
            yield from (f"    - {under.say(language)}" for under in line.lines)
        else:
            yield f"  - {line.say(language)}"
