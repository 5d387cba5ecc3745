"""What must be true for arrows to hold, and what may break them."""

from __future__ import annotations

from typing import Annotated, Literal

from toc.model.base import Entry
from toc.model.clues import Clue, SourceRefs
from toc.model.dates import DateField
from toc.model.language import TextField
from toc.model.references import Refers
from toc.model.values import Label, Labels, Likelihood, Percent, entries, field

__all__ = ["Assumption", "Risk"]

Owner = Annotated[Label | None, Refers(("stakeholders",))]


class Assumption(Entry):
    """What must be true for an arrow to hold."""

    kind: (
        Literal[
            "causal",
            "reach",
            "capability",
            "opportunity",
            "motivation",
            "context",
            "values",
            "implementation",
            "rationale",
        ]
        | None
    ) = field("What it is about; capability, opportunity and motivation are COM-B's.")
    importance: Literal["critical", "supporting", "context"] | None = field("How much hangs on it.")
    status: Literal["untested", "holding", "doubtful", "failed"] | None = field(
        "What is known of it today."
    )
    confidence: Percent | None = field("How likely the authors think it is, in per cent.")
    sources: SourceRefs = field("The evidence that is cited.", default=())
    clues: dict[str, Clue] = entries(
        "What would be seen if it holds, each under a name of its own."
    )
    test: Annotated[Labels, Refers(("indicators", "pilots"))] = field(
        "The indicator or pilot that would show it.", default=()
    )
    owner: Owner = field("The stakeholder who keeps an eye on it.")
    check_by: DateField = field("When it is looked at next.")
    if_false: TextField = field("What follows if it does not hold.")


class Risk(Entry):
    """An assumption that may fail, with a response."""

    likelihood: Likelihood | None = field("How likely it is: a word or a percentage.")
    consequence: TextField = field("What it would do.")
    response: TextField = field("What is done about it.")
    owner: Owner = field("The stakeholder who answers for the response.")
    of: Annotated[Labels, Refers(("assumptions",))] = field(
        "The assumption that would fail.", default=()
    )
