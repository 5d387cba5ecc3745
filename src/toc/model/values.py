"""Numbers, flags and lists as people type them, and the texts that name things."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, StringConstraints

from toc.model.reads import Reads, listed
from toc.model.refusals import refusal
from toc.model.taking import Takes
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import PydanticCustomError

__all__ = [
    "ID_PATTERN",
    "Codes",
    "Cost",
    "Flag",
    "Id",
    "Ids",
    "Label",
    "Labels",
    "Likelihood",
    "Number",
    "NumberOrLabel",
    "Percent",
    "Threshold",
    "entries",
    "field",
    "number",
]

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]*$"

LIKELIHOODS = (
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even",
    "likely",
    "very likely",
    "almost certain",
)
"""The words of ODNI's directive ICD 203, least likely first."""

_IN_REGISTERS = {"low": "unlikely", "medium": "roughly even", "high": "likely"}
"""What risk registers call it, and the nearest of the seven words."""

_PLAIN = re.compile(r"[+-]?(\d+(\.\d+)?|\.\d+)\Z")
_NUMERIC = re.compile(r"[+-]?[\d.,][\d.,_' \u00a0\u202f]*(e[+-]?\d+)?\Z", re.IGNORECASE)
_COMMA = re.compile(r"[+-]?\d+,\d+\Z")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+\Z")
_HUNDRED = 100
_MOST_DIGITS = 350

_TEXT_OR_NUMBER = {"type": ["string", "number"]}


def field(description: str, *, alias: str | None = None, default: Any = None) -> Any:
    """Declare an optional field with the sentence that documents it.

    Args:
        description: what it holds; this becomes the reference and the JSON Schema.
        alias: its name in a file, where Python reserves the word.
        default: its value when nothing is written.
    """
    return Field(default=default, alias=alias, description=description)


def entries(description: str) -> Any:
    """Declare an optional mapping with the sentence that documents it."""
    return Field(default_factory=dict, description=description)


def number(value: object) -> int | float:
    """Read a number with a decimal point.

    Raises:
        PydanticCustomError: when it is none, or can be read in two ways.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if not _PLAIN.match(text) or _THOUSANDS.match(text) or len(text) > _MOST_DIGITS:
        raise _no_number(text or str(value))
    return float(text) if "." in text else int(text)


def percent(value: object) -> int | float:
    """Read a share from 0 to 100, with or without its sign.

    Raises:
        PydanticCustomError: when it is none.
    """
    text = value.strip().removesuffix("%").rstrip() if isinstance(value, str) else value
    share = number(text)
    if not 0 <= share <= _HUNDRED:
        raise refusal(
            Message("{number} is no percentage", {"number": str(value)}),
            Message("write a number from 0 to 100"),
        )
    return share


def cost(value: object) -> int | float:
    """Read an amount of money; `none` is 0, said on purpose.

    Raises:
        PydanticCustomError: when it is neither, or less than nothing.
    """
    if value == "none":
        return 0
    amount = number(value)
    if amount < 0:
        raise refusal(
            Message("a cost cannot be less than nothing"),
            Message("write the amount, or none"),
        )
    return amount


def flag(value: object) -> bool:
    """Read `true` or `false`.

    Raises:
        PydanticCustomError: when it is neither.
    """
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise refusal(
        Message("“{text}” is neither true nor false", {"text": str(value)}),
        Message("write true or false"),
    )


def threshold(value: object) -> bool | int | float:
    """Read `true`, `false`, or the least score that is let through."""
    return flag(value) if isinstance(value, bool) or value in ("true", "false") else number(value)


def likelihood(value: object) -> str | int | float:
    """Read one of the seven words for a chance, one of a risk register, or a percentage."""
    if value in LIKELIHOODS:
        return str(value)
    if value in _IN_REGISTERS:
        return _IN_REGISTERS[str(value)]
    if isinstance(value, str) and not _NUMERIC.match(value.removesuffix("%").strip()):
        raise refusal(
            Message("“{text}” cannot be read as a likelihood", {"text": value}),
            Message("write one of {words}, or a percentage", {"words": list(LIKELIHOODS)}),
        )
    return percent(value)


def number_or_label(value: object) -> str | int | float:
    """Read a number, or the words for a level; what only looks like a number is refused."""
    if isinstance(value, str) and not _NUMERIC.match(value.strip()):
        return value
    return number(value)


def label(value: object) -> str:
    """Read a short text that is not translated.

    Raises:
        PydanticCustomError: when it is a list or a mapping.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise refusal(
        Message("a short text is expected here"),
        Message("write the text; if it holds a colon or begins with a dash, put it in quotes"),
    )


def identifier(value: object) -> str:
    """Read an id.

    Raises:
        PydanticCustomError: when it has letters that an id must not have.
    """
    text = label(value)
    if re.match(ID_PATTERN, text) is None:
        raise refusal(
            Message("“{key}” is no id", {"key": text}),
            Message("begin with a plain letter, then plain letters, digits, _ and -"),
        )
    return text


def _no_number(text: str) -> PydanticCustomError:
    if _COMMA.match(text):
        mend = Message("write {number}, with a point", {"number": text.replace(",", ".")})
    elif _THOUSANDS.match(text):
        first, _, rest = text.partition(".")
        decimals = rest.replace(".", "").rstrip("0") or "0"
        mend = Message(
            "write {large} or {small}: the point can be read in two ways",
            {
                "large": text.replace(".", ""),
                "small": _unmistakable(f"{first}.{decimals}"),
            },
        )
    elif _NUMERIC.match(text) and re.sub(r"[^\d]", "", text):
        mend = Message("write the digits alone, with a point for decimals: 1250 or 12.5")
    else:
        mend = Message("write a number, such as 12 or 12.5; the unit has a field of its own")
    return refusal(Message("“{text}” is no number", {"text": text}), mend)


def _unmistakable(number: str) -> str:
    return f"{number}0" if _THOUSANDS.match(number) else number


_NUMBER_PATTERN = r"^\s*[+-]?(\d+(\.\d+)?|\.\d+)\s*$"
_NUMBER_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": _NUMBER_PATTERN}]
}
_PERCENT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 100},
        {"type": "string", "pattern": r"^\s*\d+(\.\d+)?\s*%?\s*$"},
    ]
}
_FLAG_SCHEMA: dict[str, Any] = {"enum": [True, False, "true", "false"]}


def _one_or_list(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "array", "items": one}, one]}


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Label = Annotated[str, Reads(label, _TEXT_OR_NUMBER)]
if TYPE_CHECKING:
    Labels = Takes[tuple[str, ...], Iterable[str] | str]
    Ids = Labels
    Codes = Takes[dict[str, tuple[str, ...]], Mapping[str, Iterable[str] | str]]
else:
    _ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN}
    Labels = Annotated[tuple[str, ...], Reads(listed(label), _one_or_list(_TEXT_OR_NUMBER))]
    Ids = Annotated[tuple[str, ...], Reads(listed(identifier), _one_or_list(_ID_SCHEMA))]
    Codes = dict[str, Labels]
Number = Annotated[int | float, Reads(number, _NUMBER_SCHEMA)]
NumberOrLabel = Annotated[str | int | float, Reads(number_or_label, _TEXT_OR_NUMBER)]
Percent = Annotated[int | float, Reads(percent, _PERCENT_SCHEMA)]
Cost = Annotated[int | float, Reads(cost, {"anyOf": [*_NUMBER_SCHEMA["anyOf"], {"const": "none"}]})]
Flag = Annotated[bool, Reads(flag, _FLAG_SCHEMA)]
Threshold = Annotated[
    bool | int | float, Reads(threshold, {"anyOf": [_FLAG_SCHEMA, *_NUMBER_SCHEMA["anyOf"]]})
]
Likelihood = Annotated[
    str | int | float,
    Reads(
        likelihood, {"anyOf": [{"enum": [*LIKELIHOODS, *_IN_REGISTERS]}, *_PERCENT_SCHEMA["anyOf"]]}
    ),
]
