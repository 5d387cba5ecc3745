"""What was taken to be so, said once beneath the answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toc.analysis.assuming import assumed
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.analysis.logic import Logic

__all__ = ["said", "taken"]


def taken(messages: Iterable[Message], logic: Logic) -> tuple[Message, ...]:
    """Give what was assumed, each once; of what was counted goal by goal the whole count.

    Args:
        messages: what the answers assumed.
        logic: the logic of the strategy.
    """
    found = dict.fromkeys(messages)
    often = Counter(message.template for message in found)
    whole = {one.template: one for one in assumed(logic.theory, logic.system)}
    kept = (whole.get(one.template, one) if often[one.template] > 1 else one for one in found)
    return tuple(dict.fromkeys(kept))


def said(messages: Sequence[Message], language: str) -> list[str]:
    """Write it as one block; nothing where nothing was assumed."""
    if not messages:
        return []
    head = Message("What was taken to be so:").say(language)
    lines = sorted(message.say(language) for message in messages)
    return ["\n".join([head, *(f"  - {line}" for line in lines)])]
