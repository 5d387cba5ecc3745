"""A reason that says again what the two ends of its link say."""

from collections.abc import Iterator, Sequence

from toc.findings import Severity
from toc.lexicon import words_of
from toc.model import Arrow, Text
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_CHANGES = ("outcomes", "goals")
_FEWEST_WORDS = 3
_SHORTEST_STEM = 3
_ENDINGS = {
    "en": ("ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "y", "e"),
    "ro": (
        *("iilor", "iului", "ilor", "elor", "ului", "area", "arii", "iile", "iul", "iei"),
        *("ante", "ate", "ati", "ata", "are", "lor", "ile", "ele", "ia", "ie", "iu", "ii"),
        *("and", "ul", "ea", "le", "at", "ez", "a", "e", "i", "u"),
    ),
}


@rule(Severity.ADVICE, looks_at=("because",), limit=0.7)
def mechanism_restates_ends(case: Case) -> Iterator[Complaint]:
    """Find reasons of which almost all words are those of the cause and the effect."""
    told: set[str] = set()
    for arrow in case.graph.arrows:
        if case.graph.section_of(arrow.effect) not in _CHANGES or arrow.key in told:
            continue
        if any(_restates(case, arrow, *wording) for wording in case.wordings(arrow.link.because)):
            told.add(arrow.key)
            yield _complaint(case, arrow)


def _restates(case: Case, arrow: Arrow, language: str, reason: str) -> bool:
    said = _stems(case, language, [reason])
    ends: set[str] = set()
    for end in arrow.ends:
        ends |= _stems(case, language, _wordings(case, case.graph.entry(end).title, language))
    most = case.limit(mechanism_restates_ends)
    return len(said) >= _FEWEST_WORDS and len(said & ends) / len(said) > most


def _wordings(case: Case, title: Text | None, language: str) -> list[str]:
    return [wording for tag, wording in case.wordings(title) if tag == language]


def _stems(case: Case, language: str, wordings: Sequence[str]) -> set[str]:
    """Give the stems of all words that have a content of their own."""
    return {
        _stem(word.folded, language)
        for words in map(words_of, wordings)
        for place, word in enumerate(words)
        if word.folded.isalpha()
        and len(word.folded) >= _SHORTEST_STEM
        and not case.lexicon.length_at(words, place, language, "without-content")
    }


def _stem(word: str, language: str) -> str:
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    ends = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), "because"),
        Message(
            "the reason why “{cause}” leads to “{effect}” says the same words again, "
            "and not what happens in between",
            ends,
        ),
        Message("name what people know, want, can or may do then that they could not before"),
        question=Message(
            "What happens in people or institutions between “{cause}” and “{effect}”?", ends
        ),
    )
