"""An indicator of a change that counts what was delivered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Related, Severity
from toc.lexicon import Found, words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text

_CHANGES = ("outcomes", "goals")


@rule(Severity.WARNING, looks_at=("title", "of"))
def indicator_counts_outputs(case: Case) -> Iterator[Complaint]:
    """Find indicators of outcomes and goals that count courses, leaflets or participants."""
    for name, indicator in case.strategy.indicators.items():
        change = next(_changes(case, indicator.of), None)
        counted = None if change is None else _counted(case, indicator.title)
        if change is None or counted is None:
            continue
        values = {
            "indicator": case.title(name),
            "change": case.title(change),
            "words": counted.text,
        }
        yield complaint(
            ("indicators", name, "title"),
            Message(
                "“{indicator}” counts what was delivered (“{words}”), "
                "and says nothing about “{change}”",
                values,
            ),
            Message(
                "measure what people know, do or have afterwards; "
                "this number belongs to an output, under “of:” or “amount:”"
            ),
            related=[Related(Message("the change"), case.route(change))],
            question=Message(
                "If “{indicator}” doubled, would we be any closer to “{change}”?", values
            ),
        )


def _changes(case: Case, names: tuple[str, ...]) -> Iterator[str]:
    """Give the outcomes and goals among some names, unless an output is among them as well."""
    nodes = [node for node in map(case.graph.node, names) if node is not None]
    if not any(case.graph.section_of(node) in ("outputs", "activities") for node in nodes):
        yield from (node for node in nodes if case.graph.section_of(node) in _CHANGES)


def _counted(case: Case, title: Text | None) -> Found | None:
    for language, wording in case.wordings(title):
        start = case.lexicon.first(wording, language, "number-of")
        if start is None or start.first:
            continue
        for found in _all(case, wording, language):
            if not _stands(case, wording, language, "prepositions", start.last + 1, found.first):
                return found
    return None


def _all(case: Case, wording: str, language: str) -> Iterator[Found]:
    """Give what is counted and delivered, where nothing says what came of it."""
    end = len(words_of(wording))
    for words in ("counted", "counted-people"):
        for found in case.lexicon.each(wording, language, words):
            after = found.last + 1
            says_more = _came_of_it(case, wording, language, found.last) or any(
                _stands(case, wording, language, more, after, end)
                for more in ("subordinate", "used")
            )
            if not says_more and (words == "counted" or _is_all(case, wording, language, after)):
                yield found


def _came_of_it(case: Case, wording: str, language: str, last: int) -> bool:
    """Whether it is said what the people counted are or do then."""
    found = case.lexicon.each(wording, language, "came-of-it")
    return any(one.first > last for one in found)


def _is_all(case: Case, wording: str, language: str, after: int) -> bool:
    """Whether people are said to have been reached, and no more."""
    there = words_of(wording)
    return (
        after == len(there)
        or not there[after].folded.isalnum()
        or case.lexicon.length_at(there, after, language, "reached") > 0
    )


def _stands(case: Case, wording: str, language: str, words: str, start: int, end: int) -> bool:
    """Whether an expression of a list stands between two places."""
    there = words_of(wording)
    return any(case.lexicon.length_at(there, at, language, words) for at in range(start, end))
