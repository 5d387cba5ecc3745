"""The words for kinds and levels: a terms profile, or the authors' own.

In the language of EU funds a Romanian *realizare* is an output and a *rezultat* an
outcome; in logframes *rezultate* are the outputs.  So the words are chosen by name, and
their meaning stands under every heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import Text
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.words import Sayable

__all__ = ["heading", "meaning"]

_HEADINGS: Mapping[str, Message] = {
    "need": Message("Needs and assets"),
    "input": Message("Inputs"),
    "activity": Message("Activities"),
    "output": Message("Outputs"),
    "short": Message("Short-term outcomes"),
    "medium": Message("Medium-term outcomes"),
    "long": Message("Long-term outcomes"),
    "goal": Message("Goals"),
    "factor": Message("Factors"),
}

_MEANINGS: Mapping[str, Message] = {
    "need": Message("what the region starts from"),
    "input": Message("the people, money, places and data that go in"),
    "activity": Message("what someone does with them"),
    "output": Message("what is delivered directly"),
    "short": Message("what changes first, and in whom"),
    "medium": Message("what people and institutions do differently"),
    "long": Message("what is different in people's lives"),
    "goal": Message("what the strategy commits to"),
    "factor": Message("what acts from outside"),
}

_HORIZONS = ("short", "medium", "long")

_LOGFRAME: Mapping[str, Text] = {
    "output": Text.of({"ro": "Rezultate", "en": "Outputs"}),
    "outcome": Text.of({"ro": "Efecte", "en": "Outcomes"}),
    "goal": Text.of({"ro": "Obiective generale", "en": "Overall objectives"}),
}
_PROFILES: Mapping[str, Mapping[str, Text]] = {"ro-logframe": _LOGFRAME}


def heading(level: str, terms: str | Mapping[str, Text] | None) -> Sayable:
    """Give a column's heading in the words that the strategy uses.

    Args:
        level: "input", "medium" …
        terms: a profile's name, or words by kind; an unknown name gives the usual words.
    """
    words = _PROFILES.get(terms, {}) if isinstance(terms, str) else terms or {}
    if level in words:
        return words[level]
    if level in _HORIZONS and "outcome" in words:
        return _with_horizon(level, words["outcome"])
    return _HEADINGS[level]


def _with_horizon(level: str, outcomes: Text) -> Message:
    values = {"outcomes": outcomes}
    if level == "short":
        return Message("{outcomes}, short term", values)
    if level == "medium":
        return Message("{outcomes}, medium term", values)
    return Message("{outcomes}, long term", values)


def meaning(level: str) -> Message:
    """Give a heading's meaning in a few words."""
    return _MEANINGS[level]
