"""The JSON Schema of the strategy file, for editors and other tools.

It describes what may be typed: the short forms, `tbd`, and keys of the author's own.
Values may arrive as text or as a typed YAML reader converts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from toc.model.base import EXTENSION, Noun
from toc.model.links import LINK_PATTERN
from toc.model.reads import as_list
from toc.model.strategy import Strategy
from toc.model.values import ID_PATTERN
from toc.words import ORIGINAL, Message, catalogue, spoken

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

__all__ = ["schema"]

_OPEN: dict[str, Any] = {"enum": ["tbd", "TBD", None]}
_BARE: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_OWN = f"^{EXTENSION}"


class _FormatSchema(GenerateJsonSchema):
    """Pydantic's generator, with what the format adds."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Let an entry be a bare value, its keys be open, and some be the author's own."""
        made = super().model_schema(schema)
        noun = schema["cls"]
        properties = made.get("properties", {})
        properties.pop(EXTENSION, None)
        for name, value in properties.items():
            properties[name] = _or_open(value)
        made["patternProperties"] = {_OWN: {}}
        if issubclass(noun, Noun) and noun.short_form is not None:
            return {"anyOf": [made, _BARE], "title": noun.__name__}
        return made

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Let one thing stand for a list of one."""
        made = super().function_before_schema(schema)
        if schema["function"]["function"] is as_list:
            return {"anyOf": [made, {"type": ["string", "number"]}]}
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Say what keys look like, and let sections hold keys of the author's own."""
        made = super().dict_schema(schema)
        patterns = made.pop("patternProperties", None)
        if patterns is None:
            return made
        key, value = next(iter(patterns.items()))
        made["patternProperties"] = {_without_extensions(key): _or_open(value), _OWN: {}}
        made["additionalProperties"] = False
        return made


def _without_extensions(pattern: str) -> str:
    return (
        pattern.replace("^", f"^(?!{EXTENSION})", 1)
        if pattern in (ID_PATTERN, LINK_PATTERN)
        else pattern
    )


def _or_open(value: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: value.pop(key) for key in ("description", "title") if key in value}
    value.pop("default", None)
    if value == {}:
        return kept
    return {**kept, "anyOf": [*value.get("anyOf", [value]), _OPEN]}


def schema(language: str = ORIGINAL) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the strategy file.

    Args:
        language: the language of its descriptions.
    """
    made = Strategy.model_json_schema(by_alias=True, schema_generator=_FormatSchema)
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    made["title"] = Message("Strategy file, format 1").say(language)
    _said(made, language)
    return made


def _said(value: Any, language: str) -> None:  # any part of a schema
    """Say descriptions in a language; of a docstring the first paragraph is one."""
    if isinstance(value, list):
        for item in value:
            _said(item, language)
    if isinstance(value, dict):
        described = value.get("description")
        if isinstance(described, str):
            first = " ".join(described.split("\n\n")[0].split())
            value["description"] = catalogue(spoken(language)).gettext(first)
        for item in value.values():
            _said(item, language)
