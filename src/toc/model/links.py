"""Causal links: the main object of a theory of change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

from toc.model.base import Entry
from toc.model.clues import Clue, SourceRefs
from toc.model.dates import DurationField
from toc.model.language import TextField
from toc.model.nodes import Groups
from toc.model.references import Refers
from toc.model.values import Labels, Percent, entries, field

__all__ = ["LINK_PATTERN", "Arrow", "Evidence", "Link", "SourceRefs", "link_ends"]

LINK_PATTERN = (
    r"^\s*[A-Za-z][A-Za-z0-9_-]*(\s*,\s*[A-Za-z][A-Za-z0-9_-]*)*"
    r"\s*(->|→)\s*[A-Za-z][A-Za-z0-9_-]*\s*$"
)
_LINK = re.compile(LINK_PATTERN)

Evidence = Literal["strong", "moderate", "limited", "gap"]


class Link(Entry):
    """One thing leads to another, for a reason."""

    short_form = "because"

    because: TextField = field("The reason: what happens in people or institutions.")
    assuming: Annotated[Labels, Refers(("assumptions",))] = field(
        "What must also be true for the arrow to hold.", default=()
    )
    risks: Annotated[Labels, Refers(("risks",))] = field("What may break it.", default=())
    evidence: Evidence | None = field("How well it is supported; `gap` when nothing is known.")
    sources: SourceRefs = field("The evidence that is cited.", default=())
    clues: dict[str, Clue] = entries(
        "What would be seen if it works as is said, each under a name of its own."
    )
    confidence: Percent | None = field("How likely the authors think it is, in per cent.")
    role: Literal["contributes", "necessary", "sufficient", "enables", "hinders"] | None = field(
        "What the cause does for the effect; without it, the effect's `requires` decides."
    )
    through: Groups = field("Who acts differently, so that it happens.", default=())
    feedback: Literal["reinforcing", "balancing"] | None = field(
        "The link closes a loop on purpose, and the loop has this sign."
    )
    lag: DurationField = field("How long it takes.")


@dataclass(frozen=True, slots=True)
class Arrow:
    """One cause and one effect; a link with two causes is two arrows.

    Attributes:
        cause: the id of the cause.
        effect: the id of the effect.
        link: what is said of it.
        key: the link as it is written, its route in the strategy.
    """

    cause: str
    effect: str
    link: Link
    key: str

    @property
    def name(self) -> str:
        """The arrow in the one way to write it."""
        return f"{self.cause} -> {self.effect}"

    @property
    def ends(self) -> tuple[str, str]:
        """The cause and the effect."""
        return self.cause, self.effect

    @property
    def hinders(self) -> bool:
        """Whether the cause works against the effect."""
        return self.link.role == "hinders"

    @property
    def feeds_back(self) -> bool:
        """Whether it closes a loop on purpose."""
        return self.link.feedback is not None


@lru_cache(maxsize=65536)
def link_ends(key: str) -> tuple[tuple[str, ...], str] | None:
    """Take a link's key apart into its causes and its effect.

    >>> link_ends("course, guide -> staff_apply")
    (('course', 'guide'), 'staff_apply')
    """
    if _LINK.match(key) is None:
        return None
    causes, _, effect = key.replace("→", "->").partition("->")
    return tuple(cause.strip() for cause in causes.split(",")), effect.strip()
