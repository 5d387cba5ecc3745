"""What a document is about: a strategy, the day, the language, and how it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Self

from toc.graph import TheoryGraph
from toc.words import Message, say

if TYPE_CHECKING:
    from datetime import date

    from toc.findings import Finding
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Subject"]

_SPACES = re.compile("[ \t\r\n]+")
"""What parts words; a space that keeps a number together is none of these."""

_NOTHING = "–"


@dataclass(frozen=True)
class Subject:
    """What a document is about.

    Attributes:
        strategy: the strategy.
        on: the day of the document.
        language: of the strategy's texts and of ours.
        about: the id of the goal, the event … that it is about; empty for the whole.
        findings: what is open in the strategy, as a check tells it, where somebody asked.
        others: the strategies that it is set beside.
    """

    strategy: Strategy
    on: date
    language: str = "en"
    about: str = ""
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    others: tuple[Strategy, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, subject: Subject) -> Self:
        """Take a subject over as one that knows more."""
        return cls(**{part.name: getattr(subject, part.name) for part in fields(Subject)})

    @cached_property
    def graph(self) -> TheoryGraph:
        """The strategy as a graph."""
        return TheoryGraph(self.strategy)

    def told(self, what: object) -> str:
        """Say anything in the document's language, in one line; a dash where there is nothing."""
        if what in (None, "", ()):
            return _NOTHING
        return _SPACES.sub(" ", say(what, self.language)).strip() or _NOTHING

    def title(self, name: str) -> str:
        """Say what an entry is called: by its title, else by its id."""
        title: Sayable | None = getattr(self.strategy.entry(name), "title", None)
        return self.told(title) if title else name

    def person(self, name: str) -> str:
        """Say who somebody is: a stakeholder by its title, others by their name."""
        return self.title(name)

    def sentence(self, said: str) -> str:
        """Make a sentence of what a result says: a capital letter, a full stop.

        A number that it begins with stands as it is, and so does the word after it.
        """
        first = next((at for at, letter in enumerate(said) if letter.isalnum()), 0)
        begun = said[:first] + said[first : first + 1].upper() + said[first + 1 :]
        return begun if begun.endswith((".", "?", "!")) else f"{begun}."

    @property
    def name(self) -> str:
        """The strategy's title, said."""
        return self.strategy.title.say(self.language) or self.told(
            Message("A strategy without a title")
        )
