"""What acts on the steps beside each other: what hinders, what helps, what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading
from toc.documents.story.steps import reason
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.paper import Block
    from toc.documents.story.case import Case
    from toc.model import Arrow

__all__ = ["around"]


def around(case: Case, goal: str) -> Iterator[Block]:
    """Tell what stands in the way, what helps from outside, and what feeds on itself."""
    items = tuple(_told(case, goal))
    if items:
        yield Heading(case.told(Message("What stands in the way, and what helps")), level=3)
        yield Bullets(items)


def _told(case: Case, goal: str) -> Iterator[str]:
    own = {node for node, told in case.steps.items() if told.goal == goal}
    for arrow in case.graph.arrows:
        said = _of(case, goal, arrow, own)
        if said is not None:
            yield f"{case.sentence(case.told(said))} {reason(case, arrow)}"


def _of(case: Case, goal: str, arrow: Arrow, own: set[str]) -> Message | None:
    """Say what an arrow does that is none of the steps; nothing where it is one, or elsewhere."""
    values = _values(case, goal, arrow)
    if arrow.feeds_back:
        return _loop(arrow, values) if {*arrow.ends} <= own else None
    cause, effect = (case.graph.section_of(end) for end in arrow.ends)
    if arrow.effect in own and arrow.hinders:
        return Message("“{cause}” stands in the way of step {effect_step}", values)
    if arrow.effect in own and cause == "factors":
        return Message("“{cause}” helps step {effect_step}", values)
    if arrow.cause in own and effect == "factors" and not arrow.hinders:
        return Message("step {cause_step} may also lead to this: “{effect}”", values)
    return None


def _values(case: Case, goal: str, arrow: Arrow) -> dict[str, object]:
    numbers = case.numbers(goal)
    return {
        "cause": case.title(arrow.cause),
        "effect": case.title(arrow.effect),
        "cause_step": numbers.get(arrow.cause, 0),
        "effect_step": numbers.get(arrow.effect, 0),
    }


def _loop(arrow: Arrow, values: dict[str, object]) -> Message:
    if arrow.link.feedback == "balancing":
        return Message("step {cause_step} comes back to step {effect_step} and weakens it", values)
    return Message("step {cause_step} comes back to step {effect_step} and strengthens it", values)
