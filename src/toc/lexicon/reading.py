"""How texts are read by lists of words: word by word, without accents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path

from toc.spelling import folded

__all__ = ["Found", "Lexicon", "Word", "words_of"]

_LISTS = Path(__file__).parent
_WORD = re.compile(r"\w+(?:['’\-]\w+)*|[;,:%…]")
_ANY_ENDING = "*"

_Expression = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, with the place where it stands."""

    folded: str
    start: int
    end: int


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


@dataclass(frozen=True)
class _List:
    """Expressions by the first letters of their first word, so that few are compared."""

    expressions: tuple[_Expression, ...]

    @cached_property
    def _whole(self) -> Mapping[str, list[_Expression]]:
        return _grouped(one for one in self.expressions if not one[0].endswith(_ANY_ENDING))

    @cached_property
    def _begun(self) -> Mapping[str, list[_Expression]]:
        return _grouped(one for one in self.expressions if one[0].endswith(_ANY_ENDING))

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(one) for one in self._begun})

    def at(self, words: Sequence[Word], place: int) -> int:
        """Give how many words the longest expression at a place has, 0 for none."""
        first = words[place].folded
        candidates = list(self._whole.get(first, ()))
        for length in self._lengths:
            if length > len(first):
                break
            candidates += self._begun.get(first[:length], ())
        fitting = (len(one) for one in candidates if _fits(one, words, place))
        return max(fitting, default=0)


def _grouped(expressions: Iterator[_Expression]) -> Mapping[str, list[_Expression]]:
    found: dict[str, list[_Expression]] = {}
    for one in expressions:
        found.setdefault(one[0].removesuffix(_ANY_ENDING), []).append(one)
    return found


def _fits(expression: _Expression, words: Sequence[Word], place: int) -> bool:
    there = words[place : place + len(expression)]
    return len(there) == len(expression) and all(
        word.folded.startswith(wanted[:-1])
        if wanted.endswith(_ANY_ENDING)
        else word.folded == wanted
        for word, wanted in zip(there, expression, strict=True)
    )


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
        ours = {folder.name for folder in _LISTS.iterdir() if folder.is_dir()}
        return frozenset(ours | self.added.keys()) - {"__pycache__"}

    @cached_property
    def _lists(self) -> dict[tuple[str, str], _List]:
        return {}

    def _list(self, language: str, words: str) -> _List:
        wanted = language, words
        if wanted not in self._lists:
            own = self.added.get(language, {}).get(words, ())
            lines = (*_lines_of(language, words), *own)
            self._lists[wanted] = _List(tuple(filter(None, map(_expression, lines))))
        return self._lists[wanted]

    def first(self, wording: str, language: str, words: str) -> Found | None:
        """Give the first expression of a list in a wording, the longest where several begin."""
        return next(self.each(wording, language, words), None)

    def each(self, wording: str, language: str, words: str) -> Iterator[Found]:
        """Go through the expressions of a list in a wording, none inside another."""
        there = words_of(wording)
        place = 0
        while place < len(there):
            length = self.length_at(there, place, language, words)
            if length:
                start, end = there[place].start, there[place + length - 1].end
                yield Found(wording[start:end], start, end, place, place + length - 1)
            place += length or 1

    def length_at(self, there: Sequence[Word], place: int, language: str, words: str) -> int:
        """Give how many words the longest expression of a list at a place has, 0 for none."""
        return self._list(language, words).at(there, place)


@cache
def _lines_of(language: str, words: str) -> tuple[str, ...]:
    file = _LISTS / language / f"{words}.txt"
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def _expression(line: str) -> _Expression:
    words = line.split()
    return tuple(
        folded(word[:-1]) + _ANY_ENDING if word.endswith(_ANY_ENDING) else folded(word)
        for word in words
    )


@lru_cache(maxsize=8192)
def words_of(wording: str) -> tuple[Word, ...]:
    """Take a text apart into words and marks, folded, each with its place.

    >>> [word.folded for word in words_of("Creșterea, prin artă")]
    ['cresterea', ',', 'prin', 'arta']
    """
    return tuple(
        Word(folded(found.group()), found.start(), found.end()) for found in _WORD.finditer(wording)
    )
