"""Whether a goal comes about at all, which every other answer is silent without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.words import Chain, Message

if TYPE_CHECKING:
    from toc.analysis.answers import Both
    from toc.analysis.things import Thing
    from toc.words import Sayable

__all__ = ["in_a_row", "out_of_reach"]


def out_of_reach(goal: Thing, reached: Both[bool]) -> tuple[Message, ...]:
    """Say that a goal is out of reach, in one reading or in both; nothing where it is not."""
    values = {"goal": goal.title}
    if not reached.if_any:
        return (Message("“{goal}” is out of reach as the map is drawn.", values),)
    if not reached.if_all:
        return (
            Message(
                "“{goal}” is out of reach as the map is drawn if all causes are needed.", values
            ),
        )
    return ()


def in_a_row(*sentences: Sayable) -> Sayable:
    """Give sentences as one text."""
    return sentences[0] if len(sentences) == 1 else Chain(sentences, " ")
