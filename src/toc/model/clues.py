"""Clues: what would be seen if a claim is true, and whether it was."""

from __future__ import annotations

from typing import Annotated

from toc.model.base import Noun
from toc.model.language import TextField
from toc.model.references import Refers
from toc.model.values import Flag, Labels, Likelihood, field

__all__ = ["Clue", "SourceRefs"]

SourceRefs = Annotated[Labels, Refers(("sources",))]


class Clue(Noun):
    """Something that would be seen if a claim is true, as process tracing looks for it."""

    short_form = "title"

    title: TextField = field("What would be seen, in one phrase.")
    seen_if_true: Likelihood | None = field(
        "How likely it is seen if the claim is true: a word or a percentage."
    )
    seen_if_false: Likelihood | None = field(
        "How likely it is seen although the claim is false: a word or a percentage."
    )
    found: Flag | None = field(
        "Whether it was seen; `false` when it was looked for in vain, nothing when nobody looked."
    )
    sources: SourceRefs = field("Where it was seen, or looked for.", default=())
