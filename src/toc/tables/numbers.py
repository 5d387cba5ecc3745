"""Numbers as people write them in spreadsheets, in either locale."""

from __future__ import annotations

import re
from decimal import Decimal

from toc.model.refusals import refusal
from toc.model.values import number_or_label
from toc.words import Message

__all__ = ["read_value", "write_value"]

_COMMA = re.compile(r"[+-]?\d+,\d+\Z")
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}\Z")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}\Z")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?)\Z")
_SHARE = re.compile(r"[+-]?\d+(?:[.,]\d+)?[ \u00a0\u202f]?%\Z")
_NOT_DIGITS = re.compile(r"[^\d,+-]")
_ERROR = re.compile(r"#[A-ZĂÂÎȘȚŞŢ/0]+[!?]?\Z")


def read_value(text: str, *, has_commas: bool) -> int | float | str:
    """Read a number, or the words for a level.

    Args:
        text: what stands in the cell.
        has_commas: whether a comma may part decimals in this table: where it also parts
            the cells, somebody may have meant something else.

    Raises:
        PydanticCustomError: when it only looks like a number, or could be two.

    >>> read_value("1.250,5", has_commas=True), read_value("62,5 %", has_commas=False)
    (1250.5, 62.5)
    """
    if _ERROR.match(text):
        raise refusal(
            Message("“{text}” is an error of a formula", {"text": text}),
            Message("write the value itself, or leave the row out until it is known"),
        )
    if _SHARE.match(text) and not _TWO_WAYS.match(bare := text.rstrip("%").rstrip()):
        return number_or_label(bare.replace(",", "."))
    return number_or_label(_with_point(text) if has_commas else text)


def write_value(value: float | str, *, has_commas: bool) -> str:
    """Write a number, or the words for a level, so that it is read in one way only.

    Args:
        value: the value.
        has_commas: whether to write decimals with a comma.

    >>> write_value(12.5, has_commas=True), write_value(1.125, has_commas=False)
    ('12,5', '1.1250')
    """
    if isinstance(value, str):
        return value
    text = f"{Decimal(repr(value)):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if _THOUSANDS.match(text):
        text = f"{text}0"
    return text.replace(".", ",") if has_commas else text


def _with_point(text: str) -> str:
    if _TWO_WAYS.match(text):
        whole, _, rest = text.partition(",")
        small = f"{whole},{rest.rstrip('0') or '0'}"
        raise refusal(
            Message("“{text}” is no number", {"text": text}),
            Message(
                "write {large} or {small}: the comma can be read in two ways",
                {"large": whole + rest, "small": small if small != text else f"{text}0"},
            ),
        )
    if _COMMA.match(text):
        return text.replace(",", ".")
    if _GROUPED.match(text):
        return _NOT_DIGITS.sub("", text).replace(",", ".")
    return text
