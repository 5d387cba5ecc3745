"""A text that says one term of the glossary in one language and another in the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toc.findings import Related, Route, Severity
from toc.model import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import folded
from toc.words import Message, Sayable

_WORD = re.compile(r"[^\W_]+")
_REMARK = re.compile(r"\([^)]*\)")
_STEM = 4
_LONGEST_ENDING = 5
_FARTHEST = 0.34
"""How far apart, as a part of its text, a term and what stands for it may be."""

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of the glossary, with its words by language."""

    name: str
    words: Mapping[str, _Words]


_Index = Mapping[tuple[str, str], Sequence[_Term]]


@rule(Severity.WARNING, yields_to=("translation-stale",))
def terms_mixed_up(case: Case) -> Iterator[Complaint]:
    """Find texts in which a term is rendered by what the glossary keeps for another."""
    index = _index(case)
    for route, text in case.texts if index else ():
        if len(text.wordings) == 1:
            continue
        wordings = _by_language(case, text)
        first, *others = wordings or ("",)
        for language in others:
            mixed = _mixed(index, wordings, first, language)
            if mixed is not None:
                yield _complaint(case, route, (first, mixed[0]), (language, mixed[1]))
                break


def _by_language(case: Case, text: Text | None) -> dict[str, _Words]:
    return {
        case.language_of(tag): tuple(_WORD.findall(folded(wording)))
        for tag, wording in ({} if text is None else text.wordings).items()
    }


def _index(case: Case) -> _Index:
    """Give the terms by language and the beginning of their first word."""
    found: dict[tuple[str, str], list[_Term]] = {}
    for name, entry in case.strategy.glossary.items():
        wordings = {} if entry.title is None else entry.title.wordings
        bare = {tag: _REMARK.sub("", wording) for tag, wording in wordings.items()}
        words = {tag: there for tag, there in _by_language(case, Text.of(bare)).items() if there}
        # An acronym is often spelled out in the other language.
        is_acronym = any(map(str.isupper, bare.values()))
        for language in words if len(words) > 1 and not is_acronym else ():
            start = words[language][0][:_STEM]
            found.setdefault((language, start), []).append(_Term(name, words))
    return found


def _mixed(
    index: _Index, wordings: Mapping[str, _Words], first: str, second: str
) -> tuple[_Term, _Term] | None:
    """Give the one term that a wording holds, and the one that the second has in its place."""
    lost, new = _alone(index, wordings, first, second), _alone(index, wordings, second, first)
    if len(lost) != 1 or len(new) != 1 or abs(lost[0][0] - new[0][0]) > _FARTHEST:
        return None
    return lost[0][1], new[0][1]


def _alone(
    index: _Index, wordings: Mapping[str, _Words], here: str, there: str
) -> list[tuple[float, _Term]]:
    """Give the terms of one wording that the other one does not hold, with their places."""
    return [
        (place, term)
        for place, term in _held(index, here, wordings[here])
        if there in term.words and not _is_hinted(term.words[there], wordings[there])
    ]


def _held(index: _Index, language: str, words: _Words) -> list[tuple[float, _Term]]:
    """Give the terms that stand in a wording, whatever their endings, each with its place."""
    found: dict[str, tuple[float, _Term]] = {}
    for at, word in enumerate(words):
        for term in index.get((language, word[:_STEM]), ()):
            wanted = term.words[language]
            there = words[at : at + len(wanted)]
            if len(there) == len(wanted) and all(map(_are_alike, wanted, there)):
                found.setdefault(term.name, (at / len(words), term))
    return list(found.values())


def _are_alike(wanted: str, word: str) -> bool:
    """Whether a word is another but for its ending; short ones must be equal."""
    if len(wanted) < _STEM:
        return wanted == word
    stem = wanted[: max(_STEM, len(wanted) - 1)]
    return word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING


def _is_hinted(term: _Words, words: _Words) -> bool:
    """Whether any word of a term may stand in a wording; in doubt it does."""
    stems = tuple(one[: max(_STEM, len(one) - 3)] for one in term if len(one) >= _STEM)
    return any(word.startswith(stems or term) for word in words)


def _complaint(
    case: Case, route: Route, one: tuple[str, _Term], other: tuple[str, _Term]
) -> Complaint:
    (first, term), (second, another) = one, other
    values = {
        "entry": _name(case, route),
        "term": _said(case, term, first),
        "language": first,
        "other": _said(case, another, second),
        "another": second,
        "rendering": _said(case, term, second),
        "back": _said(case, another, first),
    }
    return complaint(
        route,
        Message(
            "“{entry}” has “{term}” in “{language}” and “{other}” in “{another}”, "
            "which the glossary keeps apart",
            values,
        ),
        Message(
            "write “{rendering}” in “{another}” or “{back}” in “{language}”, "
            "whichever is meant, or change the glossary",
            values,
        ),
        related=[
            Related(
                Message(
                    "“{term}” is “{rendering}”",
                    {
                        **values,
                        "term": _said(case, one, first),
                        "rendering": _said(case, one, second),
                    },
                ),
                ("glossary", one.name),
            )
            for one in (term, another)
        ],
        question=Message("“{entry}”: do we mean “{term}” or “{back}”?", values),
    )


def _said(case: Case, term: _Term, language: str) -> str:
    title = case.strategy.glossary[term.name].title
    assert title is not None
    return _REMARK.sub("", title.say(language)).strip()


def _name(case: Case, route: Route) -> Sayable:
    return case.strategy.title if route[0] == "strategy" else case.title(str(route[1]))
