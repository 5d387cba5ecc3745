"""How what is monitored is said: values with their unit, standings by word and sign."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.answers import Answer
from toc.analysis.plain import plain
from toc.words import ORIGINAL, Chain, Message, Said, Shown

if TYPE_CHECKING:
    from toc.model import Text
    from toc.words import Sayable

__all__ = ["SIGNS", "STANDINGS", "Account", "Standing", "amount", "is_percent", "spelled_out"]

Standing: TypeAlias = Literal[
    "achieved", "on-track", "behind", "far-behind", "stale", "not-comparable", "no-data"
]
"""How an indicator stands, best first; the last three are not known, and never good or bad."""

STANDINGS: Mapping[Standing, Message] = MappingProxyType(
    {
        "achieved": Message("achieved"),
        "on-track": Message("on track"),
        "behind": Message("behind"),
        "far-behind": Message("far behind"),
        "stale": Message("not measured for too long"),
        "not-comparable": Message("not comparable"),
        "no-data": Message("no data"),
    }
)
"""The words for each standing."""

SIGNS: Mapping[Standing, str] = MappingProxyType(
    {
        "achieved": "\N{CHECK MARK}\N{CHECK MARK}",
        "on-track": "\N{CHECK MARK}",
        "behind": "!",
        "far-behind": "\N{BALLOT X}",
        "stale": "?",
        "not-comparable": "~",
        "no-data": "\N{MIDDLE DOT}",
    }
)
"""A sign for each standing, beside its word; the bundled font has all of them."""


class Account(Answer):
    """An answer of monitoring: a sentence for a meeting, plain data for programs."""

    __slots__ = ()

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give the answer as plain data for JSON, wordings in a language.

        Args:
            language: a tag such as `ro`.
        """
        data = plain(self, language)
        assert isinstance(data, dict)
        return {"sentence": self.sentence(language), **data}


def spelled_out(standing: Standing, *, away: bool = False) -> Message:
    """Say how something stands; where it moves away from its target, that too."""
    return Message("far behind and moving away") if away else STANDINGS[standing]


def amount(value: float | str, unit: Text | None = None) -> Sayable:
    """Say a value; a percentage with its sign, a level in its words."""
    if isinstance(value, str):
        return Said(value)
    if unit is None or not is_percent(unit):
        return Shown(value)
    return Chain((Shown(value), "%"), "\N{NO-BREAK SPACE}")


def is_percent(unit: Text) -> bool:
    """Whether a unit is the sign of a percentage, in every language."""
    return all(one.strip() == "%" for one in unit.wordings.values())
