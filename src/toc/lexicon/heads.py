"""The head of a statement: the word that says whether it is doing or change.

“Organizarea a zece cursuri” is headed by “organizarea”, “10 Intercultural courses” by
“courses”; “Migrants use public services” is headed by whoever acts, and has none here.
Everything is found by lists, so unknown wording has no head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from toc.lexicon.reading import Lexicon, Word, words_of

__all__ = ["Head", "head_of", "second_head"]

Kind = Literal["doing", "event", "change"]

_LISTS: dict[str, Kind] = {
    "doing-verbs": "doing",
    "doing": "doing",
    "doing-nouns": "doing",
    "events": "event",
    "change-verbs": "change",
    "change": "change",
    "change-of-state": "change",
}
_VERBAL = ("doing-verbs", "doing", "change-verbs", "change", "change-of-state")
_WITHOUT_SUBJECT = ("doing-verbs", "change-verbs")
_COMPOUNDED = ("doing-nouns", "events")
_NEAR = 5
_CODE = re.compile(r"[a-z]{0,3}\d[\d\-]*")
_MARKS = frozenset(";,:%…&")
_ENDS_CLAUSE = frozenset(";…")
_FORMS = ("rea", "re", "ing", "ed")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a statement.

    Attributes:
        text: the words, as they stand.
        kind: what they are: doing, an event (a course, a campaign), or change.
        words: the list that they are in.
        form: their ending, by which two words of the same form are known.
        first: the number of the first word.
        last: the number of the last word.
    """

    text: str
    kind: Kind
    words: str
    form: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement that is being read."""

    lexicon: Lexicon
    wording: str
    language: str
    there: Sequence[Word]

    def length(self, place: int, words: str) -> int:
        """Give how many words of a list stand at a place."""
        return self.lexicon.length_at(self.there, place, self.language, words)

    def is_leading(self, place: int) -> int:
        """Give how many words at a place only lead up to the head."""
        word = self.there[place].folded
        length = self.length(place, "leading")
        return length or int(word in _MARKS or _CODE.fullmatch(word) is not None)

    def clause(self, place: int) -> Iterator[int]:
        """Go through the places from one on, to the end of the main clause."""
        for here in range(place, len(self.there)):
            if self.there[here].folded in _ENDS_CLAUSE or self.length(here, "subordinate"):
                return
            yield here

    def is_subject(self, last: int) -> bool:
        """Whether a verb follows in the same clause: then who or what acts is the head."""
        return any(self.length(here, "finite-verbs") for here in self.clause(last + 1))

    def is_of_state(self, last: int) -> bool:
        """Whether what it is said of, soon after it, is a state and not a thing."""
        return any(
            self.length(here, "states") for here in self.clause(last + 1) if here <= last + _NEAR
        )

    def ends_noun(self, last: int) -> bool:
        """Whether no other noun follows that it would only qualify (“training manual”)."""
        after = last + 1
        return (
            after == len(self.there)
            or self.there[after].folded in _MARKS
            or not self.lexicon.has(self.language, "after-noun")
            or self.length(after, "after-noun") > 0
        )

    def fits(self, words: str, last: int) -> bool:
        """Whether what follows lets words of a list be the head."""
        if words in _COMPOUNDED and not self.ends_noun(last):
            return False
        if words == "change-of-state" and not self.is_of_state(last):
            return False
        return words in _WITHOUT_SUBJECT or not self.is_subject(last)

    def at(self, place: int) -> Head | None:
        """Give the head that stands at a place, of the longest words."""
        lengths = {words: length for words in _LISTS if (length := self.length(place, words))}
        for words in sorted(lengths, key=lambda one: -lengths[one]):
            last = place + lengths[words] - 1
            if self.fits(words, last):
                return self.head(words, place, last)
        return None

    def head(self, words: str, first: int, last: int) -> Head:
        """Make a head of some words."""
        text = self.wording[self.there[first].start : self.there[last].end]
        word = self.there[first].folded
        form = next((ending for ending in _FORMS if word.endswith(ending)), "")
        return Head(text, _LISTS[words], words, form, first, last)

    def next_head(self, place: int) -> Head | None:
        """Give the head after what leads up to it."""
        while place < len(self.there):
            found = self.at(place)
            step = self.is_leading(place)
            if found is not None or not step:
                return found
            place += step
        return None


def head_of(lexicon: Lexicon, wording: str, language: str) -> Head | None:
    """Give the head of a statement, if it is a word of doing or of change.

    >>> head_of(Lexicon(), "Organizarea a 10 cursuri", "ro").kind
    'doing'
    >>> head_of(Lexicon(), "Staff use the guide at the counter", "en") is None
    True
    """
    return _Statement(lexicon, wording, language, words_of(wording)).next_head(0)


def second_head(lexicon: Lexicon, wording: str, language: str) -> tuple[Head, Head] | None:
    """Give two heads of the same kind that a statement joins, if it does.

    >>> [one.text for one in second_head(Lexicon(), "Conceperea și testarea unei metode", "ro")]
    ['Conceperea', 'testarea']
    >>> second_head(Lexicon(), "Organizarea de cursuri și ateliere", "ro") is None
    True
    """
    statement = _Statement(lexicon, wording, language, words_of(wording))
    first = statement.next_head(0)
    if first is None or first.words not in _VERBAL:
        return None
    second = _joined(statement, first)
    return None if second is None else (first, second)


def _joined(statement: _Statement, first: Head) -> Head | None:
    place, is_inside = first.last + 1, False
    while place < len(statement.there):
        conjunction = statement.length(place, "conjunctions")
        is_inside = is_inside and statement.there[place].folded not in _ENDS_CLAUSE
        if conjunction:
            found = statement.next_head(place + conjunction)
            if found is not None and not is_inside and _are_two(first, found, place):
                return found
            place += conjunction
            continue
        # What is joined to a word like the head inside a phrase is no second statement.
        found = statement.at(place)
        is_inside = is_inside or (
            found is not None and found.form == first.form and found.words in _VERBAL
        )
        place += 1
    return None


def _are_two(first: Head, second: Head, conjunction: int) -> bool:
    if second.kind != first.kind or second.form != first.form or second.words not in _VERBAL:
        return False
    # “Improved and extended access” is one change said twice.
    return first.words != "change-of-state" or conjunction != first.last + 1
