"""How a field reads what was typed: by one plain function, and with its JSON Schema.

Pydantic's own validators do the same and look at each function's signature for every
field that uses it; with two hundred fields that is half of the start of `toc check`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, core_schema

from toc.model.refusals import Refusal, refusal, refusals_under
from toc.words import Message

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Reads", "as_list", "listed", "mapped"]


class Reads:
    """A mark on a type: the function that reads its values.

    Args:
        read: takes whatever was typed, gives the value, or raises a refusal.
        typed: the JSON Schema of what may be typed.
    """

    def __init__(self, read: Callable[[Any], Any], typed: dict[str, Any]) -> None:
        """Prepare the schema once, for every field that is marked."""
        self.read = read
        self._core = core_schema.no_info_plain_validator_function(read)
        self._typed = typed

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let pydantic call the function."""
        # A copy, because pydantic notes on the schema what it learns of the field.
        return self._core.copy()

    def __get_pydantic_json_schema__(
        self, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe to editors what may be typed."""
        return dict(self._typed)


def as_list(value: Any) -> Any:  # whatever was typed
    """Let one text stand for a list of one, and a set for the list in order."""
    if isinstance(value, str):
        return [value]
    return sorted(value) if isinstance(value, set | frozenset) else value


def listed(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Make of a function that reads one thing the one that reads a list of them."""

    def read_all(value: Any) -> tuple[Any, ...]:
        if isinstance(value, str) and "," in value and "->" not in value.replace("→", "->"):
            raise refusal(
                Message("“{text}” looks like a list", {"text": value}),
                Message("write it in brackets: {list}", {"list": f"[{value}]"}),
            )
        items = as_list(value)
        if not isinstance(items, list | tuple):
            raise refusal(
                Message("a list is expected here"),
                Message("write it in brackets: [one, two]"),
            )
        found: list[Any] = []
        faults: list[InitErrorDetails] = []
        for place, item in enumerate(items):
            try:
                found.append(read(item))
            except Refusal as fault:
                faults.append(InitErrorDetails(type=fault, loc=(place,), input=item))
        if faults:
            raise ValidationError.from_exception_data("list", faults)
        return tuple(found)

    return read_all


def mapped(value: Mapping[Any, Any], read: Callable[[Any, Any], Any]) -> dict[str, Any]:
    """Read every entry of a mapping by its key and value; all that are refused are told of.

    Raises:
        ValidationError: when any is refused, with the key of each.
    """
    found: dict[str, Any] = {}
    faults: list[InitErrorDetails] = []
    for key, item in value.items():
        try:
            found[str(key)] = read(key, item)
        except Refusal as fault:
            faults.append(InitErrorDetails(type=fault, loc=(str(key),), input=item))
        except ValidationError as error:
            faults += refusals_under(str(key), error)
    if faults:
        raise ValidationError.from_exception_data("mapping", faults)
    return found
