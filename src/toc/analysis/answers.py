"""What every answer of an analysis has: a sentence, plain data, and what it assumed."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Generic, TypeVar

from toc.analysis.plain import plain
from toc.analysis.things import Thing
from toc.words import ORIGINAL, Sayable, say

__all__ = ["Answer", "Both", "Method"]

Found = TypeVar("Found")


class Method(Enum):
    """How an answer was found.

    Attributes:
        EXACT: every combination counts, on decision diagrams or by propagation.
        TRIED: the diagrams would have been too large; single things and pairs were tried,
            exactly, and larger combinations were not.
        SAMPLED: the diagrams would have been too large; it is an estimate from worlds that
            were drawn with a fixed seed.
    """

    EXACT = "exact"
    TRIED = "knock-outs"
    SAMPLED = "sample"


@dataclass(frozen=True, slots=True)
class Both(Generic[Found]):
    """The same question in both readings of what nobody has said.

    Attributes:
        if_any: the answer if any one cause is enough where nothing is said.
        if_all: the answer if all causes are needed there.
    """

    if_any: Found
    if_all: Found

    @property
    def agree(self) -> bool:
        """Whether it does not matter which reading is meant."""
        return self.if_any == self.if_all


class Answer:
    """The answer to one question about a strategy."""

    __slots__ = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        raise NotImplementedError

    def sentence(self, language: str = ORIGINAL) -> str:
        """Give the answer in a sentence for a meeting.

        Args:
            language: a tag such as `ro`; English where there is no translation.
        """
        return self.told.say(language)

    def as_data(self, language: str = ORIGINAL) -> dict[str, object]:
        """Give the answer as plain data for JSON, wordings in a language.

        Counts beyond what every reader of JSON holds exactly are given as the largest that
        it does; what has no bound is null.

        Args:
            language: a tag such as `ro`.
        """
        return {"sentence": self.sentence(language), **_fields(self, language)}


def _fields(value: object, language: str) -> dict[str, object]:
    assert is_dataclass(value)
    return {one.name: _plain(getattr(value, one.name), language) for one in fields(value)}


def _plain(value: object, language: str) -> object:
    if isinstance(value, Thing):
        return {"route": list(value.route), "title": say(value.title, language)}
    if isinstance(value, Sayable):
        return value.say(language)
    if is_dataclass(value):
        return _fields(value, language)
    if isinstance(value, list | tuple):
        return [_plain(one, language) for one in value]
    return _single(value)


def _single(value: object) -> object:
    return value.value if isinstance(value, Enum) else plain(value)
