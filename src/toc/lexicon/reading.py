"""How texts are read by lists of words: word by word, without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from toc.spelling import folded

__all__ = ["Found", "Lexicon", "Word", "list_of", "words_of"]

_LISTS = Path(__file__).parent
_LETTER = r"[\w\u0300-\u036f]"
_WORD = re.compile(rf"{_LETTER}+(?:['’\-]{_LETTER}+)*|[;,:%…&]")
_ANY = "*"
_A_NUMBER = "<number>"
_EXACTLY = "="
_NOT = "!"
_INSTEAD = " = "
_MOST_REMEMBERED = 100_000


class Word(NamedTuple):
    """A word of a text, with the place where it stands.

    Attributes:
        folded: the word in lower case, without accents.
        spelled: the word in lower case, with its accents.
        start: where it begins.
        end: one past its last letter.
    """

    folded: str
    spelled: str
    start: int
    end: int

    @classmethod
    def of(cls, token: str, start: int = 0) -> Word:
        """Read a word as it is typed."""
        return cls(*_read(token), start, start + len(token))


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of a list, as it stands in a text."""

    text: str
    start: int
    end: int
    first: int
    """The number of its first word in the text."""
    last: int
    """The number of its last word in the text."""
    instead: str = ""
    """What the list says to write instead."""


@dataclass(frozen=True, slots=True)
class _Expression:
    """A line of a list: its words, what to write instead, and whether it is an exception."""

    words: tuple[str, ...]
    instead: str
    is_exception: bool

    @classmethod
    def of(cls, line: str) -> _Expression:
        """Read a line of a list."""
        wanted, _, instead = line.partition(_INSTEAD)
        is_exception = wanted.startswith(_NOT)
        words = tuple(map(_wanted, wanted.removeprefix(_NOT).split()))
        return cls(words, instead.strip(), is_exception)

    def fits(self, there: Sequence[Word], place: int) -> bool:
        """Whether it stands at a place of a text."""
        own = there[place : place + len(self.words)]
        return len(own) == len(self.words) and all(
            _stands_for(wanted, word) for wanted, word in zip(self.words, own, strict=True)
        )


@lru_cache(maxsize=16_384)
def _expression(line: str) -> _Expression:
    """Read a line of a list once, however many words may begin it."""
    return _Expression.of(line)


def _wanted(word: str) -> str:
    return _spelled(word) if word.startswith(_EXACTLY) else folded(word)


def _spelled(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _stands_for(wanted: str, word: Word) -> bool:
    if wanted.endswith(_ANY):
        return word.folded.startswith(wanted[:-1])
    if wanted.startswith(_ANY):
        return word.folded.endswith(wanted[1:])
    if wanted.startswith(_EXACTLY):
        return word.spelled == wanted[1:]
    return word.folded == wanted or (wanted == _A_NUMBER and word.folded[:1].isdigit())


@dataclass(frozen=True)
class _List:
    """Expressions by their first word, so that few are compared, and read when they may be."""

    lines: tuple[str, ...]

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in self.lines:
            words = line.partition(_INSTEAD)[0].removeprefix(_NOT).split(maxsplit=1)
            if words:
                found.setdefault(_wanted(words[0]), []).append(line)
        return found

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing can be found by it."""
        return not self._by_first

    @cached_property
    def _beginnings(self) -> list[int]:
        return sorted({len(first) - 1 for first in self._by_first if first.endswith(_ANY)})

    @cached_property
    def _endings(self) -> list[int]:
        return sorted({len(first) - 1 for first in self._by_first if first.startswith(_ANY)})

    @cached_property
    def _known(self) -> dict[str, tuple[_Expression, ...]]:
        return {}

    @cached_property
    def _silent(self) -> set[str]:
        """Words, as they are typed, of which it is known that no expression begins with them."""
        return set()

    def starts(self, tokens: Sequence[str]) -> Sequence[int]:
        """Give the places of words with which an expression may begin; most texts hold none."""
        silent = self._silent
        if self.is_empty or silent.issuperset(tokens):
            return ()
        for token in tokens:
            if token not in silent and not self._begins(*_read(token)):
                silent.add(token)
        found = [place for place, token in enumerate(tokens) if token not in silent]
        if len(silent) > _MOST_REMEMBERED:
            silent.clear()
        return found

    def _begins(self, first: str, spelled: str) -> bool:
        """Whether an expression may begin with a word, folded and spelled."""
        known = self._by_first
        return (
            first in known
            or _EXACTLY + spelled in known
            or (_A_NUMBER in known and first[:1].isdigit())
            or any(first[:length] + _ANY in known for length in self._beginnings)
            or any(_ANY + first[-length:] in known for length in self._endings)
        )

    def _candidates(self, word: Word) -> tuple[_Expression, ...]:
        """Give the expressions that may begin with a word; texts repeat their words."""
        if word.spelled not in self._known:
            self._known[word.spelled] = tuple(self._beginning_with(word))
        return self._known[word.spelled]

    def _beginning_with(self, word: Word) -> Iterator[_Expression]:
        return map(_expression, self._lines_beginning_with(word))

    def _lines_beginning_with(self, word: Word) -> Iterator[str]:
        first, known = word.folded, self._by_first
        yield from known.get(first, ())
        yield from known.get(_EXACTLY + word.spelled, ())
        if first[:1].isdigit():
            yield from known.get(_A_NUMBER, ())
        for length in self._beginnings:
            if length <= len(first):
                yield from known.get(first[:length] + _ANY, ())
        for length in self._endings:
            if length <= len(first):
                yield from known.get(_ANY + first[len(first) - length :], ())

    def at(self, there: Sequence[Word], place: int) -> _Expression | None:
        """Give the longest expression at a place, an exception before another."""
        candidates = self._candidates(there[place])
        if not candidates:  # most words begin no expression, and every word is asked about
            return None
        fitting = (one for one in candidates if one.fits(there, place))
        return max(fitting, key=lambda one: (len(one.words), one.is_exception), default=None)


@dataclass(frozen=True)
class Lexicon:
    """The lists of words, with what a project adds to them.

    Attributes:
        added: a project's own expressions, by language and name of the list.

    >>> Lexicon({"en": {"vague": ["as needed"]}}).first("Help as needed", "en", "vague").text
    'as needed'
    """

    added: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages for which there are lists."""
        return _our_languages() | self.added.keys()

    def lists_of(self, language: str) -> frozenset[str]:
        """Give the names of our lists in a language."""
        return frozenset(file.stem for file in (_LISTS / language).glob("*.txt"))

    @cached_property
    def _lists(self) -> dict[tuple[str, str], _List]:
        return {}

    def _list(self, language: str, words: str) -> _List:
        found = self._lists.get((language, words))
        if found is None:
            own = self.added.get(language, {}).get(words, ())
            ours = _our_list(language, words)
            found = self._lists[language, words] = _list_of((*ours.lines, *own)) if own else ours
        return found

    def has(self, language: str, words: str) -> bool:
        """Whether there is a list of that name in a language."""
        return not self._list(language, words).is_empty

    @cached_property
    def _tokens(self) -> dict[str, Sequence[str]]:
        return {}

    def tokens(self, wording: str) -> Sequence[str]:
        """Give the words and marks of a text as they are typed; every text is asked often."""
        found = self._tokens.get(wording)
        if found is None:
            found = self._tokens[wording] = _WORD.findall(wording)
        return found

    def may_hold(self, wording: str, language: str, words: str) -> bool:
        """Whether a word of a text begins an expression of a list: a cheap test before others."""
        return bool(self._list(language, words).starts(self.tokens(wording)))

    def first(self, wording: str, language: str, words: str) -> Found | None:
        """Give the first expression of a list in a wording, the longest where several begin."""
        return next(self.each(wording, language, words), None)

    def each(self, wording: str, language: str, words: str) -> Iterator[Found]:
        """Go through the expressions of a list in a wording, none inside another.

        Nothing is found inside an exception of the list.
        """
        expressions = self._list(language, words)
        starts, after = expressions.starts(self.tokens(wording)), 0
        there = words_of(wording) if starts else ()
        for place in starts:
            found = expressions.at(there, place) if place >= after else None
            if found is not None:
                last = place + len(found.words) - 1
                after = last + 1
                if not found.is_exception:
                    start, end = there[place].start, there[last].end
                    yield Found(wording[start:end], start, end, place, last, found.instead)

    def length_at(self, there: Sequence[Word], place: int, language: str, words: str) -> int:
        """Give how many words the longest expression of a list at a place has.

        It is 0 where none is there, or an exception, and after the text's end.
        """
        if place >= len(there):
            return 0
        found = self._list(language, words).at(there, place)
        return 0 if found is None or found.is_exception else len(found.words)


@cache
def _our_languages() -> frozenset[str]:
    folders = {folder.name for folder in _LISTS.iterdir() if folder.is_dir()}
    return frozenset(folders) - {"__pycache__"}


@cache
def _our_list(language: str, words: str) -> _List:
    return _List(list_of(language, words))


@lru_cache(maxsize=256)
def _list_of(lines: tuple[str, ...]) -> _List:
    return _List(lines)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _read(token: str) -> tuple[str, str]:
    """Give a word folded, and in lower case; texts repeat their words."""
    return folded(token), _spelled(token)


def list_of(language: str, words: str) -> tuple[str, ...]:
    """Give the lines of one of our lists; none where there is no such list."""
    file = _LISTS / language / f"{words}.txt"
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=32_768)
def words_of(wording: str) -> tuple[Word, ...]:
    """Take a text apart into words and marks, folded, each with its place.

    >>> [word.folded for word in words_of("Creșterea, prin artă")]
    ['cresterea', ',', 'prin', 'arta']
    """
    return tuple(Word.of(found.group(), found.start()) for found in _WORD.finditer(wording))
