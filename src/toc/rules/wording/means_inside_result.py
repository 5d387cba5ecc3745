"""A result that tells its means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.lexicon import head_of, words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Found
    from toc.model.language import Text


@rule(Severity.WARNING)
def means_inside_result(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals with “through”, “by means of” and the like in their title."""
    for node in case.graph.within("outcomes", "goals"):
        read = _means(case, case.graph.entry(node).title)
        if read is None:
            continue
        wording, found = read
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” says how it comes about as well (“{words} …”), "
                "so a link is hidden in a box",
                {"node": wording, "words": found.text},
            ),
            Message(
                "end the title before “{words}”; what follows becomes an activity or an outcome "
                "with an arrow to it",
                {"words": found.text},
            ),
            question=Message(
                "Could “{node}” come about in another way as well?", {"node": wording}
            ),
        )


def _means(case: Case, title: Text | None) -> tuple[str, Found] | None:
    """Give a wording that tells its means, with the words that lead up to them."""
    for language, wording in case.wordings(title):
        for found in case.lexicon.each(wording, language, "means"):
            if not _is_manner(case, wording, language, found):
                return wording, found
    return None


def _is_manner(case: Case, wording: str, language: str, found: Found) -> bool:
    """Whether the words may say how people do something: “children learn through play”."""
    there = words_of(wording)
    length = case.lexicon.length_at(there, found.first, language, "means-as-manner")
    if length <= found.last - found.first:
        return False
    head = head_of(case.lexicon, wording, language)
    return (head is None or head.first > found.first) and not _is_state(case, wording, language)


def _is_state(case: Case, wording: str, language: str) -> bool:
    """Whether a state comes first, and no verb says who does something."""
    there = words_of(wording)
    is_verb = (
        case.lexicon.length_at(there, place, language, "finite-verbs")
        for place in range(len(there))
    )
    return bool(case.lexicon.length_at(there, 0, language, "states")) and not any(is_verb)
