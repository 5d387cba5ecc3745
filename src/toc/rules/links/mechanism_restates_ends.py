"""A reason that says again what the two ends of its link say."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.lexicon import words_of
from toc.model import Arrow
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.spelling import folded
from toc.words import Message

_CHANGES = ("outcomes", "goals")
_FEWEST_WORDS = 3
_FEWEST_IF_ALL = 2
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
    said = _Said(case)
    for arrow in case.graph.arrows:
        if case.graph.section_of(arrow.effect) not in _CHANGES or arrow.key in told:
            continue
        if any(said.again(arrow, *wording) for wording in case.wordings(arrow.link.because)):
            told.add(arrow.key)
            yield _complaint(case, arrow)


class _Said:
    """What was read of the wordings so far: a node's title is compared with many reasons."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.most = case.limit(mechanism_restates_ends)
        self._beginnings: dict[str, frozenset[str]] = {}
        self._stems: dict[tuple[str, str], frozenset[str]] = {}

    def again(self, arrow: Arrow, language: str, reason: str) -> bool:
        """Whether a reason says what the ends of its arrow say."""
        ends = [
            wording
            for end in arrow.ends
            for tag, wording in self.case.wordings(self.case.graph.entry(end).title)
            if tag == language
        ]
        if not self.may_restate(reason, ends):
            return False
        said = self.stems(language, reason)
        known = frozenset[str]().union(*(self.stems(language, one) for one in ends))
        fewest = _FEWEST_IF_ALL if said <= known else _FEWEST_WORDS
        return len(said) >= fewest and len(said & known) / len(said) > self.most

    def may_restate(self, reason: str, ends: list[str]) -> bool:
        """Whether enough words begin as one of the ends does: a stem keeps its beginning."""
        known = frozenset[str]().union(*map(self.beginnings, ends))
        tokens = self.case.lexicon.tokens(reason)
        shared = sum(folded(token)[:_SHORTEST_STEM] in known for token in tokens)
        return shared >= min(_FEWEST_IF_ALL, self.most * _FEWEST_WORDS)

    def beginnings(self, wording: str) -> frozenset[str]:
        """Give the first letters of a wording's words."""
        if wording not in self._beginnings:
            tokens = self.case.lexicon.tokens(wording)
            self._beginnings[wording] = frozenset(
                folded(token)[:_SHORTEST_STEM] for token in tokens
            )
        return self._beginnings[wording]

    def stems(self, language: str, wording: str) -> frozenset[str]:
        """Give the stems of all words that have a content of their own."""
        if (language, wording) not in self._stems:
            self._stems[language, wording] = frozenset(_stems(self.case, language, wording))
        return self._stems[language, wording]


def _stems(case: Case, language: str, wording: str) -> Iterator[str]:
    words = words_of(wording)
    for place, word in enumerate(words):
        if (
            word.folded.isalpha()
            and len(word.folded) >= _SHORTEST_STEM
            and not case.lexicon.length_at(words, place, language, "without-content")
        ):
            yield _stem(word.folded, language)


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
