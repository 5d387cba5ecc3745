"""What was decided of pilots written back: that one was chosen, and what one has shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.amending import Amended, Amendment, amend
from toc.errors import OutputError, UnknownNameError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from toc.loading import Loaded
    from toc.pilots.results import Proposal
    from toc.text.places import Tree

__all__ = ["accept", "choose"]


def choose(
    loaded: Loaded, pilot: str, *, on: date, by: Sequence[str] = (), because: str = ""
) -> Amended:
    """Propose to write that a pilot was chosen, and write nothing.

    A choice that stands there already is replaced.  The reason is kept as one paragraph, in
    the strategy's first language.

    Args:
        loaded: the strategy as it came from its files.
        pilot: the id of the pilot, however it is spelled.
        on: the day of the decision.
        by: who decided.
        because: why.

    Raises:
        UnknownNameError: when there is no such pilot.
        OutputError: when its file cannot be edited without changing what else it says, or
            says so already.
        OSError: when the system does not give the file.
    """
    name = _spelled(loaded, pilot)
    amendment = Amendment(("pilots", name, "chosen"), _choice(on, by, because))
    changed = amend(loaded, [amendment])
    if not changed:
        raise OutputError(Message("“{pilot}” is chosen so already", {"pilot": name}))
    return changed[0]


def accept(loaded: Loaded, proposals: Sequence[Proposal]) -> tuple[Amended, ...]:
    """Propose to write what the result of a pilot suggests, and write nothing.

    Args:
        loaded: the strategy as it came from its files.
        proposals: the fields to update, as `toc.pilots.results` finds them.

    Returns:
        Each file that is to change.

    Raises:
        OutputError: when a file cannot be edited so that it says just that beside, as where
            one entry stands for several links.
        OSError: when the system does not give a file.
    """
    return amend(
        loaded,
        [
            Amendment((str(one.target.route[0]), one.target.name, one.field), one.proposed)
            for one in proposals
        ],
    )


def _spelled(loaded: Loaded, pilot: str) -> str:
    known = loaded.strategy.pilots
    for name in known:
        if name.lower() == pilot.lower():
            return name
    values = {"pilot": pilot, "known": ", ".join(known)}
    raise UnknownNameError(Message("there is no pilot “{pilot}”; there are: {known}", values))


def _choice(on: date, by: Sequence[str], because: str) -> dict[str, Tree]:
    choice: dict[str, Tree] = {"on": on.isoformat()}
    people: list[Tree] = [" ".join(person.split()) for person in by if person.strip()]
    if people:
        choice["by"] = people
    reason = " ".join(because.split())
    if reason:
        choice["because"] = reason
    return choice
