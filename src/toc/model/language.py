"""A text in one language or in several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from toc.findings import KEY
from toc.model.reads import mapped
from toc.model.refusals import refusal, refusal_inside
from toc.model.taking import Takes
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["LANGUAGE_TAG", "Text", "TextField"]

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")

_ORIGINAL = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as its authors wrote it, with its translations.

    Attributes:
        wordings: language tag to wording; the empty tag is the strategy's own language.

    >>> title = Text.of({"ro": "Guvernare", "en": "Governance"})
    >>> title.say("en-GB"), title.say("hu"), str(title)
    ('Governance', 'Guvernare', 'Guvernare')
    """

    wordings: Mapping[str, str]

    def __hash__(self) -> int:
        """Hash the wordings, in any order."""
        return hash(frozenset(self.wordings.items()))

    def __reduce__(self) -> tuple[Callable[[object], Text], tuple[dict[str, str]]]:
        """Let it be copied, and sent to another process."""
        return Text.of, (dict(self.wordings),)

    def __str__(self) -> str:
        """Give the wording that was written first."""
        return self.say("")

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return any(wording.strip() for wording in self.wordings.values())

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages that it is given in; none for the original alone."""
        return tuple(tag for tag in self.wordings if tag)

    def say(self, language: str = _ORIGINAL) -> str:
        """Give the wording in a language, else in the nearest, else the original."""
        if language in self.wordings:
            return self.wordings[language]
        primary = language.split("-", maxsplit=1)[0].lower()
        for tag, wording in self.wordings.items():
            if primary and tag.split("-")[0].lower() == primary:
                return wording
        return next(iter(self.wordings.values()), "")

    def translated(self, language: str, wording: str) -> Text:
        """Give the same text with one more wording."""
        return Text(MappingProxyType({**self.wordings, language: wording}))

    @classmethod
    def of(cls, value: object) -> Text:
        """Take a wording, or a mapping from language tags to wordings.

        Raises:
            PydanticCustomError: when it is neither.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls(MappingProxyType({_ORIGINAL: value}))
        if isinstance(value, Mapping):
            return cls(MappingProxyType(mapped(value, _wording)))
        raise refusal(
            Message("a text is expected here"),
            Message("write the text; if it holds a colon or begins with a dash, put it in quotes"),
        )

    def plain(self) -> str | dict[str, str]:
        """Give it as it would be typed."""
        if tuple(self.wordings) == (_ORIGINAL,):
            return self.wordings[_ORIGINAL]
        return {tag or "und": wording for tag, wording in self.wordings.items()}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let pydantic build it through `of`."""
        return core_schema.no_info_plain_validator_function(
            cls.of, serialization=core_schema.plain_serializer_function_ser_schema(cls.plain)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe it to editors: a wording, or one for each language."""
        wording = {"type": ["string", "number", "boolean", "null"]}
        pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
        by_language = {
            "type": "object",
            "patternProperties": {pattern: wording},
            "additionalProperties": False,
        }
        return {"anyOf": [wording, by_language]}


def _wording(tag: object, said: object) -> str:
    if not isinstance(tag, str) or not (tag == _ORIGINAL or LANGUAGE_TAG.match(tag)):
        raise refusal_inside(
            (KEY,),
            tag,
            Message("“{tag}” is no language", {"tag": str(tag)}),
            Message("under a text stand language tags only, such as ro, en or sr-Cyrl"),
        )
    if not isinstance(said, str):
        raise refusal(
            Message("a text is expected here"),
            Message("write the wording in that language, in quotes if it holds a colon"),
        )
    return said


if TYPE_CHECKING:
    TextField = Takes[Text | None, Text | str | Mapping[str, str] | None]
else:
    TextField = Text | None
