"""What two strategies have in common: the same code, the same name, the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.lexicon import alike
from toc.model import Text
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Likeness
    from toc.model import Entry, Strategy

__all__ = ["Words", "are_one", "common_code", "name_of", "words_between", "words_of"]

_NOTHING = Text.of("")


def name_of(strategy: Strategy) -> Text:
    """Call a strategy by its place, as people of other places do; by its title without one."""
    place = strategy.head.place
    return (place.name if place is not None else None) or strategy.title


def common_code(one: Entry, other: Entry) -> tuple[str, str] | None:
    """Give the first list and code that two entries share under `refs`.

    >>> from toc.model import Indicator
    >>> first = Indicator(refs={"sdg": ["10.7", "8.5"]})
    >>> common_code(first, Indicator(refs={"sdg": "8.5"}))
    ('sdg', '8.5')
    """
    for system, codes in one.refs.items():
        shared = [code for code in codes if code in other.refs.get(system, ())]
        if shared:
            return system, shared[0]
    return None


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
        words = (Message("“{title}”", {"title": word}).say(language) for word in shared)
        return ", ".join(words)


def words_of(one: Entry, other: Entry, first: Strategy, second: Strategy) -> Words | None:
    """Compare two titles in the languages that their strategies share; nothing without one.

    Strategies that do not say in which language they are, are taken to be in the same.
    The names of their places are no difference.

    Args:
        one: an entry of the first strategy.
        other: an entry of the second.
        first: a strategy.
        second: another.
    """
    return words_between(one.title or _NOTHING, other.title or _NOTHING, first, second)


def words_between(one: Text, other: Text, first: Strategy, second: Strategy) -> Words | None:
    """Compare two texts in the languages that their strategies share; nothing without one.

    See Also:
        `words_of`, which does so with titles.
    """
    shared = tuple(tag for tag in first.languages if tag in second.languages)
    languages = shared or (() if first.languages or second.languages else ("",))
    if not languages:
        return None
    named = [name_of(each) for each in (first, second) if each.head.place is not None]
    found = (
        (tag, alike(one.say(tag), other.say(tag), tag, places=[name.say(tag) for name in named]))
        for tag in languages
    )
    return Words(tuple(found))


def are_one(one: Entry, other: Entry, first: Strategy, second: Strategy) -> bool:
    """Whether two entries have a code in common, or name the same."""
    words = words_of(one, other, first, second)
    is_one_name = words is not None and words.likeness.is_one_name
    return is_one_name or common_code(one, other) is not None
