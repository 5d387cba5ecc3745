"""The words that two entries of different strategies have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.lexicon import alike

if TYPE_CHECKING:
    from toc.lessons.side import Side
    from toc.lexicon import Likeness
    from toc.model import Entry

__all__ = ["Words", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """What two titles have in common, in each language that both strategies speak.

    Attributes:
        by_language: how alike they are, by language; the first is the one that counts.
    """

    by_language: tuple[tuple[str, Likeness], ...]

    @property
    def likeness(self) -> Likeness:
        """How alike they are, in the language that counts."""
        return self.by_language[0][1]

    def say(self, language: str = "en") -> str:
        """Give the words in a language, or in the one that counts where it has none."""
        own = dict(self.by_language).get(language)
        shared = own.shared if own and own.shared else self.likeness.shared
        return ", ".join(f"“{word}”" for word in shared)


def words_of(own: Entry, entry: Entry, other: Side, here: Side) -> Words | None:
    """Compare two titles in the languages that their strategies share; nothing without one.

    Strategies that do not say in which language they are, are taken to be in the same.

    Args:
        own: an entry of another strategy.
        entry: an entry of this one.
        other: the other strategy.
        here: this one.
    """
    theirs, ours = other.strategy.languages, here.strategy.languages
    shared = tuple(tag for tag in theirs if tag in ours)
    languages = shared or (() if theirs or ours else ("",))
    if not languages:
        return None
    sides = [side for side in (other, here) if side.strategy.head.place is not None]
    found = (
        (tag, alike(own.say(tag), entry.say(tag), tag, places=[one.name.say(tag) for one in sides]))
        for tag in languages
    )
    return Words(tuple(found))
