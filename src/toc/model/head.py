"""What a strategy says of itself as a whole."""

from __future__ import annotations

from typing import Annotated, Literal

from toc.model.base import Noun
from toc.model.dates import IntervalField
from toc.model.language import Text, TextField
from toc.model.monitoring import Monitoring
from toc.model.nodes import Groups
from toc.model.reads import Reads, mapped
from toc.model.values import Cost, Id, Label, Labels, field, label

__all__ = ["Head", "Place", "terms"]

Status = Literal["sketch", "draft", "consulted", "adopted", "running", "closed"]


def terms(value: object) -> str | dict[str, Text]:
    """Read the name of a set of words, or the words for the kinds themselves."""
    return mapped(value, _word) if isinstance(value, dict) else label(value)


def _word(_kind: str, word: object) -> Text:
    return Text.of(word)


_WORDS = {"type": ["string", "number", "object"]}
Terms = Annotated[str | dict[str, Text], Reads(terms, _WORDS)]


class Place(Noun):
    """Where a strategy applies."""

    short_form = "name"

    name: TextField = field("The name of the city or region.")
    nuts: Label | None = field("Its code in the NUTS classification, such as RO424.")


class Head(Noun):
    """The strategy as a whole."""

    id: Id | None = field("A short name for it.")
    title: TextField = field("Its title.")
    text: TextField = field("What it is about.")
    short: TextField = field("A shorter title for pictures.")
    languages: Labels = field("The languages of its texts, the original's first.", default=())
    status: Status | None = field("How far it is; findings grow graver with it.")
    version: Label | None = field("The version of the document.")
    period: IntervalField = field("From when to when it applies.")
    place: Place | None = field("Where it applies.")
    led_by: Groups = field("The stakeholders who lead it.", default=())
    partners: Groups = field("The stakeholders who take part.", default=())
    vision: TextField = field("The future that it works for.")
    terms: Terms | None = field(
        "Which words are shown for the kinds: `ro-eu-funds`, `ro-logframe`, or your own."
    )
    profile: Labels = field("The rule profiles that it is checked with.", default=())
    ceiling: (
        Literal["reach", "reaction", "capacity", "behaviour", "benefit", "condition", "policy"]
        | None
    ) = field("The last kind of change that the authors answer for.")
    monitoring: Monitoring | None = field("From where on an indicator counts as on track, or not.")
    budget: Cost | None = field("The money there is, in all.")
    currency: Label | None = field("The currency of all amounts, EUR when nothing is written.")
