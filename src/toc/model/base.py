"""What every noun of a strategy shares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)

from toc.model.language import TextField
from toc.model.reads import Reads
from toc.model.references import Refers
from toc.model.refusals import refusal
from toc.model.values import Codes, Ids, Label, Labels, entries, field
from toc.words import Message

__all__ = ["EXTENSION", "AreaRef", "Entry", "Gate", "Node", "Noun"]

EXTENSION = "x-"
_COUNT = re.compile(r"0*[1-9]\d{0,3}\Z")

AreaRef = Annotated[Label | None, Refers(("areas",))]


class Noun(BaseModel):
    """Anything with named fields: frozen, and no field beyond the named ones.

    Keys that begin with `x-` are kept aside for their author.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    short_form: ClassVar[str | None] = None
    """The field that a bare value fills."""

    extensions: dict[str, Any] = Field(
        default_factory=dict, alias="x-", description="Keys of the author's own."
    )

    @model_validator(mode="before")
    @classmethod
    def _grow(cls, value: Any) -> Any:
        if isinstance(value, Mapping):
            own = {
                key: value[key] for key in value if isinstance(key, str) and key[:2] == EXTENSION
            }
            if not own:
                return value
            return {EXTENSION: own} | {key: value[key] for key in value if key not in own}
        if cls.short_form is not None and not isinstance(value, list | tuple | BaseModel):
            return {cls.short_form: value}
        return value


class Entry(Noun):
    """Anything that has an id in a strategy."""

    short_form = "title"

    title: TextField = field("What it is, in one phrase: the label in pictures and lists.")
    text: TextField = field("More about it, as long as needed.")
    short: TextField = field("A shorter label for pictures.")
    tags: Labels = field("Words to find and filter by.", default=())
    number: Label | None = field("Its number in the strategy document, such as “OS 2.1”.")
    was: Ids = field("Ids that it had before it was renamed.", default=())
    refs: Codes = entries("Codes in other lists, such as `{sdg: '10.7'}`.")

    def say(self, language: str = "") -> str:
        """Give its title in a language, or nothing."""
        return "" if self.title is None else self.title.say(language)


def gate(value: object) -> Literal["all", "any"] | int:
    """Read how causes combine: all of them, any of them, or at least so many.

    Raises:
        PydanticCustomError: when it is none of these.
    """
    if value == "all":
        return "all"
    if value == "any":
        return "any"
    text = str(value)
    if isinstance(value, bool) or not _COUNT.match(text):
        raise refusal(
            Message("“{text}” does not say how causes combine", {"text": text}),
            Message("write all, any, or how many causes are enough"),
        )
    return int(text)


_NUMBER = {"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9]\\d*$"}
Gate = Annotated[
    Literal["all", "any"] | int, Reads(gate, {"anyOf": [{"enum": ["all", "any"]}, _NUMBER]})
]


class Node(Entry):
    """Anything that arrows may join."""

    area: AreaRef = field(
        "The policy area that it belongs to; without one, that of its nearest causes."
    )
    requires: Gate | None = field(
        "How its causes combine: `all`, `any`, or the number that is enough; "
        "without it, analyses read it both ways."
    )
