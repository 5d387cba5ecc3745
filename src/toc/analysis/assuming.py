"""What an answer takes for granted, in sentences that can stand below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import link_ends
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.reading import Theory
    from toc.analysis.system import System

__all__ = ["assumed"]


def assumed(theory: Theory | None, part: System) -> tuple[Message, ...]:
    """Say what the reading of a strategy took for granted about a goal.

    Args:
        theory: what was left out of the system; None for one made by hand.
        part: what has a say in the goal.
    """
    return tuple(_assumed(theory, part))


def _assumed(theory: Theory | None, part: System) -> Iterator[Message]:
    undeclared = sum(step.is_undeclared for step in part.steps.values())
    if undeclared:
        yield Message(
            "nobody has said how the causes of {count} step combine; it is read both ways",
            {"count": undeclared},
            plural="nobody has said how the causes of {count} steps combine; "
            "they are read both ways",
        )
    if part.looped:
        yield Message("a loop cannot start itself")
    if theory is not None:
        yield from _left_out(theory, part)
        yield Message(
            "an activity needs everyone who is responsible or accountable for it, "
            "an input everyone whom it comes from"
        )


def _left_out(theory: Theory, part: System) -> Iterator[Message]:
    undetermined = len(theory.undetermined & part.steps.keys())
    if undetermined:
        yield Message(
            "nothing says what is enough for {count} step; it is taken not to come about",
            {"count": undetermined},
            plural="nothing says what is enough for {count} steps; "
            "they are taken not to come about",
        )
    helping = _into(theory.helping, part)
    if helping:
        yield Message(
            "{count} link only contributes or enables, and decides nothing",
            {"count": helping},
            plural="{count} links only contribute or enable, and decide nothing",
        )
    hindering = _into(theory.hindering, part)
    if hindering:
        yield Message(
            "{count} link works against its effect; it is left out, and belongs in a risk",
            {"count": hindering},
            plural="{count} links work against their effects; they are left out, "
            "and belong in risks",
        )
    if _into(theory.feeding_back, part):
        yield Message("links that close a loop on purpose are left out")


def _into(links: frozenset[str], part: System) -> int:
    """Count the links that lead to a step of the part."""
    ends = (link_ends(key) for key in links)
    effects = {name.lower() for name in part.steps}
    return sum(found is not None and found[1].lower() in effects for found in ends)
