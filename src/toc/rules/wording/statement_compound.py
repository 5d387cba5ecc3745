"""Two statements in one box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.lexicon import second_head, words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Head

_STEM = 4
_JOINING = ("conjunctions", "leading", "stop-words", "little-words")


@rule(Severity.WARNING)
def statement_compound(case: Case) -> Iterator[Complaint]:
    """Find activities, outputs, outcomes and goals that join two heads of the same kind."""
    for node in case.graph.within("activities", "outputs", "outcomes", "goals"):
        heads = _heads(case, node)
        if heads is None:
            continue
        first, second = heads
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” says two things at once: “{first}” and “{second}”",
                {"node": case.title(node), "first": first.text, "second": second.text},
            ),
            Message(
                "write an entry for each, with its own links; one may succeed and the other not"
            ),
            question=Message(
                "“{node}”: if only half of it succeeds, which half do we need?",
                {"node": case.title(node)},
            ),
        )


def _heads(case: Case, node: str) -> tuple[Head, Head] | None:
    is_work = case.graph.section_of(node) == "activities"
    for language, wording in case.wordings(case.graph.entry(node).title):
        for piece, heads in _pairs(case, wording, language):
            if not is_work or _differ(case, piece, language, heads):
                return heads
    return None


def _pairs(case: Case, wording: str, language: str) -> Iterator[tuple[str, tuple[Head, Head]]]:
    """Give the first two heads, then the second and the third, each with the rest of the text."""
    rest = wording
    while heads := second_head(case.lexicon, rest, language):
        yield rest, heads
        rest = rest[words_of(rest)[heads[1].first].start :]


def _differ(case: Case, wording: str, language: str, heads: tuple[Head, Head]) -> bool:
    """Whether two pieces of work have objects of their own: a guide is written and printed."""
    first, second = heads
    before = _objects(case, wording, language, range(first.last + 1, second.first))
    after = _objects(case, wording, language, range(second.last + 1, len(words_of(wording))))
    return bool(before and after) and after[0] not in {*before, ""}


def _objects(case: Case, wording: str, language: str, places: range) -> list[str]:
    """Give the beginnings of the words that name things; an empty one for “it”."""
    there, found, place = words_of(wording), [], places.start
    while place < places.stop:
        joining = (case.lexicon.length_at(there, place, language, words) for words in _JOINING)
        if case.lexicon.length_at(there, place, language, "same-thing"):
            found.append("")
        elif step := max(joining):
            place += step
            continue
        elif there[place].folded.isalpha():
            found.append(there[place].folded[:_STEM])
        place += 1
    return found
