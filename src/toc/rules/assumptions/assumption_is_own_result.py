"""An assumption that is one of the strategy's own results."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.lexicon import Word, words_of
from toc.model import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_LITTLE = "little-words"
# Endings by which one noun differs from itself, if enough of it is left.
_ENDINGS = {"en": ("s",), "ro": ("ilor", "elor", "ului", "lor", "ul", "ii", "le", "a", "i", "e")}
_STEM = 4

_Signature = tuple[str, ...]


@rule(Severity.WARNING, looks_at=("title",))
def assumption_is_own_result(case: Case) -> Iterator[Complaint]:
    """Find assumptions that say the same as an output or an outcome."""
    if not case.strategy.assumptions:
        return
    results = {
        signature: node
        for node in reversed(case.graph.within("outputs", "outcomes"))
        for signature in _signatures(case, case.graph.entry(node).title)
    }
    for name, assumption in case.strategy.assumptions.items():
        alike = (results.get(one) for one in _signatures(case, assumption.title))
        result = next(filter(None, alike), None)
        if result is not None:
            yield _complaint(case, name, result)


def _complaint(case: Case, name: str, result: str) -> Complaint:
    values = {"assumption": case.title(name), "result": case.title(result)}
    return complaint(
        ("assumptions", name, KEY),
        Message("the assumption “{assumption}” is also one of the strategy’s own results", values),
        Message(
            "drop the assumption and let the result lead on by a link of its own: {link}",
            {"link": f"{result} -> …: …"},
        ),
        related=[
            Related(
                Message("the result “{result}” stands here", values),
                (case.graph.section_of(result), result, KEY),
            )
        ],
        question=Message(
            "Is “{assumption}” something that we bring about, or something that we rely on?", values
        ),
    )


def _signatures(case: Case, title: Text | None) -> Iterator[_Signature]:
    """Give each wording as it is, then by the words that carry its meaning, in their order."""
    for wording in () if title is None else title.wordings.values():
        if plain := [word.folded for word in words_of(wording) if _is_word(word)]:
            yield ("", *plain)
    for language, wording in case.wordings(title):
        bare = tuple(_bare(case, language, wording))
        if len(bare) > 1:
            yield (language, *bare)


def _bare(case: Case, language: str, wording: str) -> Iterator[str]:
    little = {
        number
        for found in case.lexicon.each(wording, language, _LITTLE)
        for number in range(found.first, found.last + 1)
    }
    for number, word in enumerate(words_of(wording)):
        if number not in little and _is_word(word):
            yield _stem(word.folded, language)


def _is_word(found: Word) -> bool:
    """Whether it is a word, and not a mark between two."""
    return found.folded[:1].isalnum()


def _stem(word: str, language: str) -> str:
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word
